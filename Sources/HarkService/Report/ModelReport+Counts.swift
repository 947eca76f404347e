import HarkCore

extension ModelReport {
    /// Forecast against outcome at the cut-off in force.
    func confusionTable(_ matrix: ConfusionMatrix) -> String {
        Markup.table(
            ["", words.positive, words.negative],
            [
                [
                    "score \(matrix.cutoff.text(places: 0)) or more", matrix.truePositives.grouped,
                    matrix.falsePositives.grouped,
                ],
                ["below", matrix.falseNegatives.grouped, matrix.trueNegatives.grouped],
            ])
    }

    /// Groups that are over- or underrated, and the records that were furthest off, by number only: the page holds no
    /// name.
    func slipTables(_ slips: Slips) -> String {
        let groups = Markup.table(
            ["Group", "Records", "Foretold", "Came true", "95% interval"],
            slips.groups.map { slip in
                [
                    "\(slip.label): \(slip.value)", slip.count.grouped, slip.forecast.percent, slip.observed.percent,
                    ModelReport.interval(of: slip.observed, count: slip.count).percents,
                ]
            })
        let misses = Markup.table(
            ["Surest and wrong", "Score", "Became"],
            slips.misses.map { miss in
                [
                    "\(miss.record.kind.rawValue) \(miss.record.id)", miss.score.text(places: 0),
                    miss.cameTrue ? words.positive : words.negative,
                ]
            })
        let names = slips.misses.first.map {
            "'hark explain \($0.record.kind.rawValue):\($0.record.id)' says who it is, and why."
        }
        return Markup.element(
            "div", ["class": "pair"], (slips.groups.isEmpty ? "" : groups) + (slips.misses.isEmpty ? "" : misses))
            + Markup.paragraph(names ?? "", "how")
    }

    /// How far records came, or where they stand, each step a bar.
    func funnelTable(_ funnel: Funnel) -> String {
        let top = Double(max(funnel.steps.map(\.reached).max() ?? 0, 1))
        let rows = funnel.steps.enumerated().map { place, step in
            let isLast = place == funnel.steps.count - 1
            let share = Double(step.reached) / Double(max(funnel.total, 1))
            let further = [
                funnel.goesOn(from: place)?.percent ?? "", isLast ? "" : funnel.ended(at: place).grouped,
                isLast ? "" : step.waiting.grouped,
            ]
            return Bars.Row(
                name: step.name, share: Double(step.reached) / top,
                figures: [step.reached.grouped, share.percent] + (funnel.isSequence ? further : []))
        }
        let head =
            funnel.isSequence ? ["Came so far", "Of all", "Go on", "Ended", "Still here"] : ["Stand here", "Of all"]
        return Bars.table(["Step", ""] + head, rows)
    }
}
