extension ModelReport {
    var importanceFinding: Finding {
        let all = importance.reduce(0) { $0 + $1.value }
        let top = importance.prefix(3)
        let share = all > 0 ? top.reduce(0) { $0 + $1.value } / all : 0
        return Finding(
            conclusion: "\(listed(top.map(\.label))) count most: \(share.percent) of all that moves a score.",
            howToRead:
                "How many points each moves the score of an average record, up or down. Fit is who they are, engagement"
                + " what they do."
                + (importance.contains { $0.label.hasSuffix("in combination") }
                    ? " In combination: together with other features." : ""))
    }

    var correlationFinding: Finding {
        let howToRead =
            "From -1 (one falls as the other rises) over 0 (nothing in common) to 1 (they rise together), for the"
            + " features that count most."
        var strongest: (row: Int, column: Int, value: Double)?
        for (row, values) in correlation.values.enumerated() {
            for (column, value) in values.enumerated().prefix(row)
            where value.magnitude > strongest?.value.magnitude ?? 0 {
                strongest = (row, column, value)
            }
        }
        guard let strongest, strongest.value.magnitude >= 0.3 else {
            return Finding(
                conclusion: "No two features have much in common: each speaks for itself.", howToRead: howToRead)
        }
        return Finding(
            conclusion:
                "\(correlation.labels[strongest.column]) and \(correlation.labels[strongest.row]) have most in common"
                + " (\(strongest.value.text(places: 1))): what the one adds may partly be the other's.",
            howToRead: howToRead)
    }

    var driftFinding: Finding {
        let drifted = drift.filter { $0.verdict == .drifted }.map(\.label)
        return Finding(
            conclusion: drifted.isEmpty
                ? "Today's records look like those learned from."
                : "Today differs from the past in \(listed(drifted)): train again if scores seem off.",
            howToRead: "Stability index: below 0.1 calm, from 0.25 drifted.")
    }

    func finding(of shape: Shape) -> Finding {
        let howToRead =
            "Points an average record gains or loses by this alone; then the share that \(words.positive), and of how"
            + " many. Faint: fewer than \(ModelReport.fewest)."
        let known = shape.steps.folded(to: ModelReport.stepsTold).filter { $0.count >= ModelReport.fewest }
        guard let high = known.max(by: { $0.logOdds < $1.logOdds }),
            let low = known.min(by: { $0.logOdds < $1.logOdds }), high.logOdds > low.logOdds
        else { return Finding(conclusion: "Too few records to say more.", howToRead: howToRead) }
        let extremes = target == .conversion ? ("Best is", "worst") : ("Most at risk is", "least")
        func told(_ step: Step) -> String {
            "\(points(of: step.logOdds).signed) points"
                + (step.rate.map { " (\($0.percent) of \(step.count.grouped) \(words.positive))" } ?? "")
        }
        return Finding(
            conclusion: "\(extremes.0) \(high.label), \(told(high)); \(extremes.1) \(low.label), \(told(low)).",
            howToRead: howToRead)
    }

    func finding(of funnel: Funnel) -> Finding {
        guard funnel.isSequence else {
            let parts = funnel.steps.filter { $0.reached > 0 }.map { "\($0.reached.grouped) \($0.name)" }
            return Finding(
                conclusion: "Of \(funnel.total.grouped) \(funnel.subject), \(listed(parts)).",
                howToRead: "Where they stand today, by the rules of the stages.")
        }
        let howToRead =
            "Each bar counts those that came at least this far. 'Go on' leaves out those that still stand at a step."
        guard let last = funnel.steps.last, funnel.steps.count > 1 else {
            return Finding(conclusion: "There is one step only.", howToRead: howToRead)
        }
        let share = funnel.total > 0 ? Double(last.reached) / Double(funnel.total) : 0
        let narrowest = funnel.steps.indices.max { funnel.ended(at: $0) < funnel.ended(at: $1) }
        let loss = narrowest.flatMap { place in
            funnel.ended(at: place) > 0
                ? " Most end at '\(funnel.steps[place].name)': \(funnel.ended(at: place).grouped)"
                    + (funnel.goesOn(from: place).map { ", while \($0.percent) go on." } ?? ".") : nil
        }
        return Finding(
            conclusion:
                "Of \(funnel.total.grouped) \(funnel.subject), \(last.reached.grouped) came to '\(last.name)'"
                + " (\(share.percent)).\(loss ?? "")",
            howToRead: howToRead)
    }

    /// So many steps of a feature are compared.
    private static let stepsTold = 12
    /// A step of fewer records is drawn faintly and not called best or worst.
    public static let fewest = 20

    /// Longer lists of names are cut.
    private static let mostListed = 9

    private func listed(_ names: [String]) -> String {
        guard names.count <= ModelReport.mostListed else {
            let shown = names.prefix(ModelReport.mostListed - 1)
            return listed(Array(shown) + ["\(names.count - shown.count) others"])
        }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
