import HarkCore

/// Named values as bars in a table, so that a reader of figures and a screen reader have them too.
enum Bars {
    /// One bar.
    struct Row {
        var name: String
        /// The length as a share of the longest, `-1...1`.
        var share: Double
        /// What stands behind the bar.
        var figures: [String]
        /// Whether too few records stand behind it to lean on.
        var isFaint = false
    }

    /// The table; its second column holds the bars.
    ///
    /// - Parameter isSplit: Whether bars grow from the middle, to the left those below zero.
    static func table(_ header: [String], _ rows: [Row], isSplit: Bool = false) -> String {
        let head = header.map { Markup.element("th", ["scope": "col"], Markup.text(Markup.short($0))) }.joined()
        let body = rows.map { row in
            let length = 100 * min(row.share.magnitude, 1) * (isSplit ? 0.5 : 1)
            let start = isSplit ? (row.share < 0 ? 50 - length : 50) : 0
            let bar = Markup.element(
                "span",
                [
                    "class": (row.share < 0 ? "bar below" : "bar") + (row.isFaint ? " few" : ""),
                    "style": "margin-left:\(start.text(places: 1))%;width:\(length.text(places: 1))%",
                ])
            let cells =
                [
                    Markup.element("th", ["scope": "row"], Markup.text(Markup.short(row.name))),
                    Markup.element("td", ["class": isSplit ? "wide split" : "wide"], bar),
                ] + row.figures.map { Markup.element("td", [:], Markup.text($0)) }
            return Markup.element("tr", [:], cells.joined())
        }
        return Markup.element(
            "table", ["class": "bars"],
            Markup.element("thead", [:], Markup.element("tr", [:], head))
                + Markup.element("tbody", [:], body.joined()))
    }
}
