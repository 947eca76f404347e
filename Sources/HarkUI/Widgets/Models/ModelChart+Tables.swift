import HarkCore
import HarkScreen

extension ModelChart {
    /// How many came how far, or where they stand, step by step.
    func funnelLines(_ funnel: ModelReport.Funnel) -> [[Run]] {
        let top = max(funnel.steps.map(\.reached).max() ?? 0, 1)
        let width = min(max(funnel.steps.map(\.name.columns).max() ?? 0, 6), max(10, columns / 3))
        let heads = funnel.isSequence ? ["go on", "end", "here"] : ["share"]
        let room = max(3, columns - width - 9 - heads.count * 7)
        let head = [
            Run(String(repeating: " ", count: width) + "came".leftPadded(to: 7), .muted),
            Run(String(repeating: " ", count: room + 2) + heads.map { $0.leftPadded(to: 7) }.joined(), .muted),
        ]
        let lines = funnel.steps.enumerated().map { place, step in
            let isLast = place == funnel.steps.count - 1
            let share = Double(step.reached) / Double(max(funnel.total, 1))
            let figures =
                funnel.isSequence
                ? [
                    funnel.goesOn(from: place)?.percent ?? "", isLast ? "" : funnel.ended(at: place).grouped,
                    isLast ? "" : step.waiting.grouped,
                ] : [share.percent]
            return [
                Run(name(step.name, width)), Run(step.reached.grouped.leftPadded(to: 7)), Run(" "),
                Run(glyphs.bar(Double(step.reached) / Double(top), columns: room), .good), Run(" "),
                Run(figures.map { $0.leftPadded(to: 7) }.joined(), .muted),
            ]
        }
        return (funnel.isSequence ? [head] : []) + lines
    }

    /// Groups that are over- or underrated, then the records the score was surest and wrong of.
    func slipLines(_ slips: ModelReport.Slips) -> [[Run]] {
        let width = max(16, columns - 35)
        let head = [
            Run(
                "group".fitted(to: width) + "of".leftPadded(to: 7) + "foretold".leftPadded(to: 10)
                    + "came true".leftPadded(to: 11), .muted)
        ]
        let groups = slips.groups.map { slip in
            let range = ModelReport.interval(of: slip.observed, count: slip.count)
            let role: Role = slip.observed > slip.forecast ? .good : .warning
            return [
                Run(name("\(slip.label): \(slip.value)", width)), Run(slip.count.grouped.leftPadded(to: 7)),
                Run(slip.forecast.percent.leftPadded(to: 9)), Run(slip.observed.percent.leftPadded(to: 6), role),
                Run(" (\(range.percents))", .muted),
            ]
        }
        let misses = slips.misses.map { miss in
            let became = miss.cameTrue ? report.words.positive : report.words.negative
            return [
                Run(name(miss.name, max(16, columns - 24))),
                Run(" score \(miss.score.text(places: 0).leftPadded(to: 2)), but \(became)", .muted),
            ]
        }
        return (groups.isEmpty ? [] : [head] + groups + [[]])
            + (misses.isEmpty ? [] : [[Run("Surest and wrong", .title)]] + misses)
    }
}
