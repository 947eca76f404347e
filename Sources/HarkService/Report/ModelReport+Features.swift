import HarkCore

extension ModelReport {
    /// How many features a report draws one by one.
    private static let featureLimit = 12

    /// The terms by what they add on average, each a bar.
    var importanceTable: String {
        let top = importance.first?.value ?? 1
        let rows = importance.prefix(ModelReport.featureLimit).map { term in
            let width = top > 0 ? 100 * term.value / top : 0
            let bar = Markup.element("span", ["class": "bar", "style": "width:\(width.text(places: 1))%"])
            return Markup.element(
                "tr", [:],
                Markup.element("th", ["scope": "row"], Markup.text(term.label))
                    + Markup.element("td", [:], Markup.text(term.facet?.rawValue ?? ""))
                    + Markup.element("td", ["class": "wide"], bar)
                    + Markup.element("td", ["class": "number"], term.value.text(places: 3)))
        }
        return Markup.element("table", ["class": "bars"], Markup.element("tbody", [:], rows.joined()))
    }

    /// The shapes of the most important features.
    var shapeFigures: String {
        shapes.prefix(ModelReport.featureLimit).map { shape in
            Markup.element(
                "figure", [:],
                Markup.element("figcaption", [:], Markup.text(shape.label)) + shape.plot(rate: percent).svg)
        }.joined()
    }

    /// How features move together: blue where one rises with the other, red where it falls.
    var correlationTable: String {
        let count = min(correlation.labels.count, ModelReport.featureLimit)
        let labels = correlation.labels.prefix(count)
        let head = (1...max(count, 1)).map { Markup.element("th", ["scope": "col"], "\($0)") }.joined()
        let rows = labels.enumerated().map { row, label in
            let cells = correlation.values[row].prefix(count).enumerated().map { column, value in
                let style = value < 0 ? "below" : "above"
                let attributes: KeyValuePairs = [
                    "class": style, "style": "--strength:\((100 * value.magnitude).text(places: 0))%",
                    "title": "\(label) with \(labels[column]): \(value.text(places: 2))",
                ]
                return Markup.element("td", attributes, row == column ? "" : value.text(places: 1))
            }
            return Markup.element(
                "tr", [:],
                Markup.element("th", ["scope": "row"], "\(row + 1) \(Markup.text(label))") + cells.joined())
        }
        let header = Markup.element("tr", [:], "<th></th>" + head)
        return Markup.element("table", ["class": "heat"], header + rows.joined())
    }

    /// Forecast against outcome at the cut-off in force.
    func confusionTable(_ matrix: ConfusionMatrix) -> String {
        let yes = "score ≥ \(matrix.cutoff.text(places: 0))"
        let table = Markup.table(
            ["", words.positive, words.negative],
            [
                [yes, "\(matrix.truePositives)", "\(matrix.falsePositives)"],
                ["below", "\(matrix.falseNegatives)", "\(matrix.trueNegatives)"],
            ])
        let right = matrix.precision.map { "\(percent($0)) of those at or above it \(words.positive)" }
        let found = matrix.recall.map { "it finds \(percent($0)) of all that \(words.positive)" }
        return table
            + Markup.element("p", [:], Markup.text([right, found].compactMap(\.self).joined(separator: "; ") + "."))
    }

    /// How far today's records lie from those learned from.
    var driftTable: String {
        Markup.table(
            ["Feature", "Stability index", ""],
            drift.prefix(ModelReport.featureLimit).map {
                [$0.label, $0.index.text(places: 3), $0.verdict.rawValue]
            })
    }
}

extension ModelReport.Shape {
    /// What each step adds, with as many ticks as are readable.
    func plot(rate: (Double) -> String) -> Plot {
        let every = max(1, (steps.count + 3) / 4)
        let ticks = steps.indices.filter { $0.isMultiple(of: every) }.map { index in
            (at: Double(index) + 0.5, label: steps[index].tick)
        }
        let (low, high) = (steps.map(\.logOdds).min() ?? 0, steps.map(\.logOdds).max() ?? 0)
        var plot = Plot(
            label, x: Plot.Scale(range: 0...Double(max(steps.count, 1)), ticks: ticks, caption: ""),
            y: .spanning(min(low, 0), max(high, 0), "adds"))
        for (index, step) in steps.enumerated() {
            let known = step.rate.map { ", \(rate($0)) of \(step.count)" } ?? ""
            plot.box(
                (Double(index), 0), (Double(index) + 1, step.logOdds), step.logOdds < 0 ? "below" : "above",
                tip: "\(step.label): \(step.logOdds.text(places: 2))\(known)")
        }
        return plot
    }
}

extension ModelReport.Step {
    /// The label of a step where there is little room.
    fileprivate var tick: String {
        let words = from.map { $0.text(places: $0.magnitude < 10 && $0 != $0.rounded() ? 1 : 0) } ?? label
        return words.count <= 14 ? words : "\(words.prefix(13))…"
    }
}
