import HarkCore

/// A score and its reasons as lines of text.
enum ScorePage {
    /// The lines, the strongest reason first; every contribution is there, so that the sum can be checked by hand.
    static func lines(_ score: Score, pinned: PinnedScore? = nil, move: Move? = nil) -> [String] {
        var lines = [head(score)]
        if let pinned { lines.append(self.line(pinned)) }
        if let sides = sides(score) { lines.append(sides) }
        let overall = score.baseRate.map { "; \(percent($0)) of all known ones \(verb(score))" } ?? ""
        lines.append("  \(signed(score.intercept))  where every record starts\(overall)")
        let telling = score.contributions.filter { !isNothing($0) }
        for contribution in telling.sorted(by: { $0.logOdds.magnitude > $1.logOdds.magnitude }) {
            lines.append("  \(signed(contribution.logOdds))  \(contribution.reason)\(cohort(contribution, of: score))")
            if !contribution.words.isEmpty { lines.append("           \(words(contribution.words))") }
        }
        let silent = score.contributions.filter(isNothing)
        if !silent.isEmpty {
            lines.append("  \(signed(0))  what says nothing here: \(silent.map(\.reason).joined(separator: ", "))")
        }
        lines.append("  \(signed(score.logOdds))  sum: the log-odds of \(percent(score.probability))")
        if let move { lines.append(line(move, of: score)) }
        return lines
    }

    /// What became of a score, or would become of it.
    static func lines(_ change: ScoreChange, isWhatIf: Bool) -> [String] {
        let (before, after) = (change.before, change.after)
        let when = isWhatIf ? ("now", "then") : (before.at.description, after.at.description)
        var lines = [
            "  \(whole(before.value)) \(before.priority.title)  \(when.0), by \(before.model)",
            "  \(whole(after.value)) \(after.priority.title)  \(when.1), by \(after.model)",
        ]
        if before.model != after.model { lines.append("  The model is another one, so every part may have moved.") }
        if before.intercept != after.intercept {
            lines.append("  \(signed(after.intercept - before.intercept))  where every record starts")
        }
        for part in change.parts {
            let reasons = [part.reasonBefore, part.reasonAfter].compactMap(\.self)
            let words = reasons.first == reasons.last ? reasons.first ?? "" : reasons.joined(separator: " → ")
            lines.append("  \(signed(part.logOdds))  \(words)")
        }
        if change.parts.isEmpty { lines.append("  Nothing moved.") }
        lines.append(
            "  \(signed(after.logOdds - before.logOdds))  sum: from \(percent(before.probability)) to \(percent(after.probability))"
        )
        if isWhatIf { lines.append("  What such records did, not a promise.") }
        return lines
    }

    private static func head(_ score: Score) -> String {
        "  \(whole(score.value)) \(score.priority.title)  probability \(percent(score.probability))"
            + "  by \(score.model), \(score.at)"
    }

    private static func line(_ pin: PinnedScore) -> String {
        let end = pin.until.map { ", until \($0)" } ?? ""
        return "  Pinned at \(whole(pin.value)) by \(pin.owner), \(pin.at.date)\(end): \(pin.reason)"
    }

    private static func sides(_ score: Score) -> String? {
        let parts = [score.fit.map { "fit \(whole($0))" }, score.engagement.map { "engagement \(whole($0))" }]
            .compactMap(\.self)
        return parts.isEmpty ? nil : "  " + parts.joined(separator: ", ") + "  (50 says nothing either way)"
    }

    private static func cohort(_ contribution: Contribution, of score: Score) -> String {
        guard let rate = contribution.cohortRate else { return "" }
        return "  (\(points(contribution.points)); \(percent(rate)) of such \(verb(score)))"
    }

    private static func verb(_ score: Score) -> String { score.target == .conversion ? "converted" : "left" }

    /// Whether a contribution is 0 to the digits shown.
    private static func isNothing(_ contribution: Contribution) -> Bool { contribution.logOdds.magnitude < 0.00005 }

    private static func words(_ spans: [WordSpan]) -> String {
        var sums: [(word: String, points: Double)] = []
        for span in spans {
            let word = span.word.lowercased()
            if let index = sums.firstIndex(where: { $0.word == word }) {
                sums[index].points += span.points
            } else {
                sums.append((word, span.points))
            }
        }
        return sums.filter { $0.points.magnitude >= 0.05 }.sorted { $0.points.magnitude > $1.points.magnitude }
            .prefix(8).map { "\"\($0.word)\" \(points($0.points))" }.joined(separator: ", ")
    }

    private static func line(_ move: Move, of score: Score) -> String {
        let steps = move.steps.joined(separator: " and ")
        let end =
            move.crosses
            ? "to \(whole(move.after)) \(move.priority.title)" : "to \(whole(move.after)), still \(move.priority.title)"
        return "  What would move it: \(steps), \(end) (\(points(move.gain))). What such records did, not a promise."
    }

    private static func whole(_ number: Double) -> String { "\(Int(number.rounded()))" }

    private static func points(_ number: Double) -> String {
        let tenths = (number * 10).rounded() / 10
        return (tenths < 0 ? "" : "+") + JSONValue.number(tenths).compact
    }

    private static func percent(_ share: Double) -> String { "\((share * 1_000).rounded() / 10)%" }

    private static func signed(_ number: Double) -> String {
        let scaled = (number * 10_000).rounded() / 10_000
        let text = "\(scaled.magnitude)"
        let point = text.firstIndex(of: ".") ?? text.endIndex
        let decimals = text[point...].dropFirst().prefix(4)
        let padded = decimals + String(repeating: "0", count: 4 - decimals.count)
        return (scaled < 0 ? "-" : "+") + text[..<point] + "." + padded
    }
}
