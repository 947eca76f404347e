import HarkCore

/// A drawing area with two axes into which marks are put; the outcome is SVG without a script or a reference.
struct Plot {
    /// Values along one axis.
    struct Scale {
        let range: ClosedRange<Double>
        /// Where the axis is labelled, and how.
        let ticks: [(at: Double, label: String)]
        let caption: String

        /// From 0 to 1, labelled in percent.
        static func share(_ caption: String) -> Scale {
            Scale(range: 0...1, ticks: [0, 0.25, 0.5, 0.75, 1].map { ($0, "\(Int(100 * $0))%") }, caption: caption)
        }

        /// From 0 to the top, or further to a round number, with about four ticks.
        static func upTo(_ top: Double, _ caption: String) -> Scale { spanning(0, top, caption) }

        /// From one number to another, both moved outwards to round ones, with about four ticks.
        static func spanning(_ low: Double, _ high: Double, _ caption: String) -> Scale {
            let step = roundStep((high > low ? high - low : 1) / 4)
            let first = (low / step).rounded(.down)
            let last = max((high / step).rounded(.up), first + 1)
            let ticks = stride(from: first, through: last, by: 1).map { tick in
                (at: tick * step, label: (tick * step).text(places: step < 0.1 ? 2 : step < 1 ? 1 : 0))
            }
            return Scale(range: first * step...last * step, ticks: ticks, caption: caption)
        }

        /// The smallest of 1, 2, 5 times a power of ten that is not below.
        private static func roundStep(_ raw: Double) -> Double {
            var unit = 1.0
            while unit > raw { unit /= 10 }
            while unit * 10 <= raw { unit *= 10 }
            return [1.0, 2, 5, 10].map { $0 * unit }.first { $0 >= raw * 0.999_999 } ?? unit
        }

        func share(of value: Double) -> Double {
            (min(max(value, range.lowerBound), range.upperBound) - range.lowerBound)
                / (range.upperBound - range.lowerBound)
        }
    }

    let title: String
    /// What the drawing says, for those who cannot see it.
    let description: String
    let x: Scale
    let y: Scale
    private(set) var marks: [String] = []

    private static let size = (width: 420.0, height: 260.0)
    private static let margin = (left: 52.0, right: 24.0, top: 10.0, bottom: 44.0)

    init(_ title: String, _ description: String, x: Scale, y: Scale) {
        self.title = title
        self.description = description
        self.x = x
        self.y = y
    }

    /// Joins points by a line of a style of the page, such as `won`.
    mutating func line(_ points: [(Double, Double)], _ style: String) {
        let path = points.map { "\(across($0.0)),\(up($0.1))" }.joined(separator: " ")
        marks.append(Markup.element("polyline", ["class": "line \(style)", "points": path]))
    }

    /// A dot that tells its figures when pointed at.
    mutating func dot(_ at: (Double, Double), _ style: String, tip: String, radius: Double = 4) {
        marks.append(
            Markup.element(
                "circle",
                ["class": style, "cx": across(at.0), "cy": up(at.1), "r": radius.text(places: 1)],
                Markup.element("title", [:], Markup.text(tip))))
    }

    /// A box between two corners that tells its figures when pointed at.
    mutating func box(_ from: (Double, Double), _ to: (Double, Double), _ style: String, tip: String) {
        let left = min(from.0, to.0)
        let top = max(from.1, to.1)
        let width = plotWidth * (x.share(of: max(from.0, to.0)) - x.share(of: left))
        let height = plotHeight * (y.share(of: top) - y.share(of: min(from.1, to.1)))
        marks.append(
            Markup.element(
                "rect",
                [
                    "class": style, "x": across(left), "y": up(top), "width": max(width - 1, 1).text(places: 1),
                    "height": height.text(places: 1),
                ],
                Markup.element("title", [:], Markup.text(tip))))
    }

    /// The drawing.
    var svg: String {
        let view = "0 0 \(Plot.size.width.text(places: 0)) \(Plot.size.height.text(places: 0))"
        let words =
            Markup.element("title", [:], Markup.text(title)) + Markup.element("desc", [:], Markup.text(description))
        return Markup.element(
            "svg", ["viewBox": view, "role": "img", "aria-label": "\(title). \(description)"],
            words + axes + marks.joined())
    }

    private var axes: String {
        let bottom = Plot.size.height - Plot.margin.bottom
        let right = Plot.size.width - Plot.margin.right
        let below = x.ticks.map { tick in
            label(tick.label, across(tick.at), (bottom + 16).text(places: 1), "middle")
        }
        let beside = y.ticks.map { tick in
            rule(Plot.margin.left.text(places: 1), up(tick.at), right.text(places: 1), up(tick.at))
                + label(tick.label, (Plot.margin.left - 6).text(places: 1), up(tick.at), "end")
        }
        let middle = ((Plot.margin.left + right) / 2).text(places: 1)
        let captions =
            label(x.caption, middle, (Plot.size.height - 8).text(places: 1), "middle")
            + Markup.element(
                "text",
                ["transform": "translate(12 \((bottom / 2).text(places: 1))) rotate(-90)", "text-anchor": "middle"],
                Markup.text(y.caption))
        return Markup.element("g", ["class": "axes"], (beside + below).joined() + captions)
    }

    private func label(_ words: String, _ x: String, _ y: String, _ anchor: String) -> String {
        Markup.element(
            "text", ["x": x, "y": y, "text-anchor": anchor, "dominant-baseline": "middle"], Markup.text(words))
    }

    private func rule(_ x1: String, _ y1: String, _ x2: String, _ y2: String) -> String {
        Markup.element("line", ["x1": x1, "y1": y1, "x2": x2, "y2": y2])
    }

    private var plotWidth: Double { Plot.size.width - Plot.margin.left - Plot.margin.right }
    private var plotHeight: Double { Plot.size.height - Plot.margin.top - Plot.margin.bottom }

    private func across(_ value: Double) -> String {
        (Plot.margin.left + plotWidth * x.share(of: value)).text(places: 1)
    }

    private func up(_ value: Double) -> String {
        (Plot.margin.top + plotHeight * (1 - y.share(of: value))).text(places: 1)
    }
}
