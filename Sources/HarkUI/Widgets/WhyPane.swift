import HarkCore
import HarkScreen

/// Why a record is scored as it is: the reasons with their points, the sum they make, the score's past, what to do.
enum WhyPane {
    /// The text of the pane, one element a line.
    static func lines(_ state: Dashboard.State, columns: Int) -> [[Run]] {
        guard state.record.subject != nil else { return [[Run("Select a record to see why.", .muted)]] }
        if let failure = state.record.failure {
            return [[Run(failure, .error)], [Run("\(state.key(.reload)) tries again", .muted)]]
        }
        guard let detail = state.record.detail else { return [[Run("Reading", .muted)]] }
        var lines = state.view == .desk ? StandingLines.lines(state) : []
        if let score = detail.score {
            lines += head(score, detail, state)
            // What was asked for comes before the reasons, which may be many.
            lines += move(state, columns: columns)
            lines += reasons(score, state, columns: columns)
            lines += sum(score, columns: columns)
        } else {
            let isScored = [.lead, .customer].contains(detail.reference.kind)
            let text = isScored ? "Not scored yet. hark score fills this in." : "Only leads and customers are scored."
            lines.append([Run(text, .muted)])
        }
        lines += nextAction(detail, state, columns: columns)
        lines += notes(detail, state, columns: columns)
        return lines
    }

    /// What is best done next, why, and the phrase the key puts into the prompt.
    private static func nextAction(_ detail: RecordDetail, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        guard let action = detail.actions.first else { return [] }
        let because = SafeText("\(action.title), because \(action.reason)", .line).string
        let phrase = SafeText(action.phrase, .line).string
        return [[], [Run(state.key(.suggestion), .key), Run(" \(phrase)", .text)]]
            + because.wrapped(to: max(columns - 2, 8)).map { [Run("  \($0)", .muted)] }
    }

    /// What a reason is drawn as: good news or bad.
    static func role(of contribution: Contribution, _ target: Score.Target) -> Role {
        let raises = contribution.logOdds > 0
        return raises == (target == .conversion) ? .good : .warning
    }

    private static func head(_ score: Score, _ detail: RecordDetail, _ state: Dashboard.State) -> [[Run]] {
        let isRisk = score.target == .churn
        let number = isRisk ? score.probability.percent : score.value.leadScore
        let word = isRisk ? "risk of leaving" : score.priority.title
        var runs = [Run("\(number) \(word)", isRisk ? .danger : score.priority.role)]
        if let ending = detail.ending {
            // What it scored is history; that it ended is the news.
            runs = [
                Run("\(ending.word)\(ending.day.map { " \($0.inFull)" } ?? "")", .title),
                Run("  scored \(number)", .muted),
            ]
        }
        let history = detail.scoreHistory.map(\.value)
        if history.count > 1 {
            runs.append(Run("  " + state.glyphs.sparkline(Array(history.suffix(16)), in: 0...100), .muted))
        }
        runs.append(Run("  \(score.model)", .muted))
        return [runs] + [sides(score), detail.pinned.map(pin)].compactMap(\.self).map { [Run($0, .muted)] }
    }

    /// Who they are and what they do, apart; 50 says nothing either way.
    private static func sides(_ score: Score) -> String? {
        let parts = [score.fit.map { "fit \($0.leadScore)" }, score.engagement.map { "engagement \($0.leadScore)" }]
        let known = parts.compactMap(\.self)
        return known.isEmpty ? nil : known.joined(separator: ", ")
    }

    /// The score somebody set by hand.
    private static func pin(_ pin: PinnedScore) -> String {
        let end = pin.until.map { " until \($0.dayAndMonth)" } ?? ""
        return SafeText("pinned at \(pin.value.leadScore) by \(pin.owner)\(end): \(pin.reason)", .line).string
    }

    /// What would take the record to the next priority, once asked for.
    private static func move(_ state: Dashboard.State, columns: Int) -> [[Run]] {
        switch state.record.move {
        case .unasked: return []
        case .asked: return [[Run("Working out what would move it", .muted)], []]
        case .known(nil): return [[Run(Move.absence, .muted)], []]
        case .known(let move?):
            return [[Run("What would move it", .title)]]
                + SafeText(move.words, .line).string.wrapped(to: columns).map { [Run($0)] }
                + [[Run("What such records did, not a promise.", .muted)], []]
        }
    }

    /// `+21  pricing page 3 visits   62%`, strongest first; the rate is that of past records like this one.
    private static func reasons(_ score: Score, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        let word = score.target == .churn ? "left" : "won"
        return score.contributions.byWeight.map { contribution in
            let rate = contribution.cohortRate.map { "\($0.percent.leftPadded(to: 4)) \(word)" } ?? ""
            let room = max(0, columns - 6 - rate.columns - 1)
            let reason = SafeText(contribution.reason, .list, asciiMarks: state.glyphs.isASCII).string
            return [
                Run(contribution.points.signed.leftPadded(to: 4) + "  ", role(of: contribution, score.target)),
                Run(reason.fitted(to: room, ellipsis: state.glyphs.ellipsis)),
                Run(" " + rate, .muted),
            ]
        }
    }

    /// The sum in log-odds, which is exact, and the probability it makes.
    private static func sum(_ score: Score, columns: Int) -> [[Run]] {
        let added = score.contributions.byWeight.reduce(0) { $0 + $1.logOdds }
        let rest = score.contributions.filter(\.isCalibration).reduce(0) { $0 + $1.logOdds }
        let text =
            "start \(score.intercept.signedHundredths), reasons \(added.signedHundredths)"
            + (rest == 0 ? "" : ", calibration \(rest.signedHundredths)")
            + ": log-odds \(score.logOdds.signedHundredths) = \(score.probability.percent)"
        return text.wrapped(to: columns).map { [Run($0, .muted)] }
    }

    /// The last notes and messages.
    private static func notes(_ detail: RecordDetail, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        guard state.view == .desk else { return [] }
        let notes = detail.events.reversed().filter { $0.note?.isEmpty == false && $0.at <= state.now }.prefix(3)
        guard !notes.isEmpty else { return [] }
        return [[]]
            + notes.map { [Run("\($0.at.age(at: state.now).leftPadded(to: 4))  ", .muted), Run($0.note ?? "")] }
    }
}

extension Contribution {
    /// Whether it only brings the sum onto the scale of observed rates, and is no reason.
    fileprivate var isCalibration: Bool { feature == Contribution.calibrationFeature }
}

extension [Contribution] {
    /// The reasons, heaviest first.
    var byWeight: [Contribution] { filter { !$0.isCalibration }.sorted { abs($0.points) > abs($1.points) } }
}

extension Move {
    /// What is said where there is none.
    static let absence = "Nothing you can do would move it to the next priority."

    /// `a demo and a reply to an e-mail, to 48 Medium (+35.8).`
    var words: String {
        let end = "\(crosses ? "to" : "only to") \(after.leadScore) \(priority.title)"
        return "\(steps.joined(separator: " and ")), \(end) (\(gain.signed))."
    }
}
