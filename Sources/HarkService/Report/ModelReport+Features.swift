import HarkCore

extension ModelReport {
    /// The most categories or ranges of a feature that are drawn one by one.
    private static let stepLimit = 12

    /// The terms by how many points they move a score, each a bar.
    var importanceTable: String {
        let top = max(importance.first?.value ?? 0, 1e-9)
        let shown = importance.filter { $0.value >= top / 50 }.prefix(2 * ModelReport.mostShapes)
        let rows = shown.map { term in
            Bars.Row(
                name: term.label, share: term.value / top,
                figures: [points(of: term.value).text(places: 1), term.facet?.rawValue ?? ""])
        }
        let rest = importance.count - shown.count
        return Bars.table(["Feature", "", "Points", "Side"], rows)
            + Markup.paragraph(rest > 0 ? "\(rest) others hardly count." : "", "how")
    }

    /// The shapes of the most important features.
    var shapeFigures: String {
        shapes.indices.prefix(ModelReport.mostShapes).map { index in
            let shape = shapes[index]
            let caption = Markup.element("figcaption", [:], Markup.text(Markup.short(shape.label)))
            let says = finding(of: .shape(index)).conclusion
            return Markup.element("figure", [:], caption + Markup.paragraph(says, "says") + drawing(of: shape, says))
        }.joined()
    }

    private func drawing(of shape: Shape, _ says: String) -> String {
        guard shape.steps.isOfCategories else {
            let steps = shape.steps.folded(to: ModelReport.stepLimit)
            return plot(steps, shape.label, says).svg
                + Markup.numbers(
                    [shape.label, "Points", words.positive, "Records"],
                    steps.map {
                        [$0.label, points(of: $0.logOdds).signed, $0.rate?.percent ?? "", $0.count.grouped]
                    })
        }
        let steps = shape.steps.folded(to: ModelReport.stepLimit)
        let reach = max(steps.map { points(of: $0.logOdds).magnitude }.max() ?? 0, 1e-9)
        let rows = steps.map { step in
            let points = points(of: step.logOdds)
            return Bars.Row(
                name: step.label, share: points / reach,
                figures: [points.signed, step.rate?.percent ?? "", step.count.grouped],
                isFaint: step.count < ModelReport.fewest)
        }
        return Bars.table([shape.label, "", "Points", words.positive, "Records"], rows, isSplit: true)
    }

    /// What each step adds, in points of an average record.
    private func plot(_ steps: [Step], _ label: String, _ says: String) -> Plot {
        let values = steps.map { points(of: $0.logOdds) }
        let every = max(1, (steps.count + 3) / 4)
        let ticks = steps.indices.filter { $0.isMultiple(of: every) }.map { index in
            (at: Double(index) + 0.5, label: steps[index].tick)
        }
        var plot = Plot(
            label, says, x: Plot.Scale(range: 0...Double(max(steps.count, 1)), ticks: ticks, caption: ""),
            y: .spanning(min(values.min() ?? 0, 0), max(values.max() ?? 0, 0), "points"))
        for (index, step) in steps.enumerated() {
            let known = step.rate.map { ", \($0.percent) of \(step.count.grouped) \(words.positive)" } ?? ""
            plot.box(
                (Double(index), 0), (Double(index) + 1, values[index]), values[index] < 0 ? "below" : "above",
                tip: "\(step.label): \(values[index].signed) points\(known)")
        }
        return plot
    }

    /// How features move together: blue where one rises with the other, red where it falls.
    var correlationTable: String {
        let count = min(correlation.labels.count, ModelReport.mostShapes)
        let labels = correlation.labels.prefix(count).map { Markup.short($0) }
        let head = (1...max(count, 1)).map { Markup.element("th", ["scope": "col"], "\($0)") }.joined()
        let rows = labels.enumerated().map { row, label in
            let cells = correlation.values[row].prefix(count).enumerated().map { column, value in
                let style = value < 0 ? "below" : "above"
                let attributes: KeyValuePairs = [
                    "class": style, "style": "--strength:\((100 * value.magnitude).text(places: 0))%",
                    "title": "\(label) with \(labels[column]): \(value.text(places: 2))",
                ]
                return Markup.element(
                    "td", row == column ? [:] : attributes, row == column ? "" : value.text(places: 1))
            }
            return Markup.element(
                "tr", [:],
                Markup.element("th", ["scope": "row"], "\(row + 1) \(Markup.text(label))") + cells.joined())
        }
        let header = Markup.element("tr", [:], "<td></td>" + head)
        return Markup.element("table", ["class": "heat"], header + rows.joined())
    }

    /// How far today's records lie from those learned from.
    var driftTable: String {
        let moved = drift.filter { $0.verdict != .calm }
        let shown = drift.prefix(max(moved.count, 3))
        let rest = drift.count - shown.count
        return Markup.table(
            ["Feature", "Stability index", ""],
            shown.map { [$0.label, $0.index.text(places: 3), $0.verdict.rawValue] })
            + Markup.paragraph(rest > 0 ? "\(rest) others are calm." : "", "how")
    }
}

extension ModelReport.Step {
    /// The label where there is little room: of a long range where it begins.
    fileprivate var tick: String {
        guard label.count > 10, from != nil, let start = label.split(separator: " ").first else {
            return Markup.short(label, 12)
        }
        return "\(start) …"
    }
}
