import HarkCore

/// A score and its reasons as lines of text.
enum ScorePage {
    /// The lines; every contribution is there, so that the sum can be checked by hand.
    static func lines(_ score: Score) -> [String] {
        let value = "\(Int(score.value.rounded()))"
        var lines = [
            "  \(value) \(score.priority.title)  probability \(percent(score.probability))  by \(score.model), \(score.at)"
        ]
        lines.append("  \(signed(score.intercept))  where every record starts")
        for contribution in score.contributions {
            let cohort = contribution.cohortRate.map { "  (\(percent($0)) of such records)" } ?? ""
            lines.append("  \(signed(contribution.logOdds))  \(contribution.reason)\(cohort)")
        }
        lines.append("  \(signed(score.logOdds))  sum: the log-odds of \(percent(score.probability))")
        return lines
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

extension Score {
    /// The score as JSON, with every contribution to full precision.
    var json: JSONValue {
        [
            "type": .string(subject.kind.rawValue), "id": .integer(subject.id), "target": .string(target.rawValue),
            "score": .number((value * 10).rounded() / 10), "priority": .string(priority.title),
            "probability": .number(probability), "model": .string(model), "at": .string(at.description),
            "intercept": .number(intercept), "log_odds": .number(logOdds),
            "contributions": .array(
                contributions.map {
                    [
                        "feature": .string($0.feature), "reason": .string($0.reason),
                        "log_odds": .number($0.logOdds), "points": .number(($0.points * 10).rounded() / 10),
                        "cohort_rate": $0.cohortRate.map(JSONValue.number) ?? .null,
                    ]
                }),
        ]
    }
}
