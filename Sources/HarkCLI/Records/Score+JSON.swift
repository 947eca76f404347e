import HarkCore

extension Score {
    /// The score as JSON, with every contribution to full precision.
    func json(pinned: PinnedScore? = nil, move: Move? = nil) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("type", .string(subject.kind.rawValue)), .init("id", .integer(subject.id)),
            .init("target", .string(target.rawValue)), .init("score", value.tenths),
            .init("priority", .string(priority.title)), .init("probability", .number(probability)),
            .init("fit", fit?.tenths ?? .null), .init("engagement", engagement?.tenths ?? .null),
            .init("base_rate", baseRate.map(JSONValue.number) ?? .null), .init("model", .string(model)),
            .init("at", .string(at.description)), .init("intercept", .number(intercept)),
            .init("log_odds", .number(logOdds)), .init("contributions", .array(contributions.map(\.json))),
        ]
        if let pinned { members.append(.init("pinned", pinned.json)) }
        if let move { members.append(.init("move", move.json)) }
        return .object(members)
    }
}

extension ScoreChange {
    /// The change as JSON.
    var json: JSONValue {
        [
            "before": before.json(), "after": after.json(), "log_odds": .number(after.logOdds - before.logOdds),
            "moved": .array(
                parts.map {
                    [
                        "feature": .string($0.feature), "before": $0.reasonBefore.map(JSONValue.string) ?? .null,
                        "after": $0.reasonAfter.map(JSONValue.string) ?? .null, "log_odds": .number($0.logOdds),
                    ]
                }),
        ]
    }
}

extension Contribution {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("feature", .string(feature)), .init("reason", .string(reason)), .init("log_odds", .number(logOdds)),
            .init("points", points.tenths), .init("cohort_rate", cohortRate.map(JSONValue.number) ?? .null),
            .init("facet", facet.map { .string($0.rawValue) } ?? .null),
        ]
        if !words.isEmpty {
            let spans: [JSONValue] = words.map {
                [
                    "word": .string($0.word), "in": .string($0.source.description), "start": .integer($0.start),
                    "length": .integer($0.length), "points": .number(($0.points * 100).rounded() / 100),
                ]
            }
            members.append(.init("words", .array(spans)))
        }
        return .object(members)
    }
}

extension PinnedScore {
    /// The pin as JSON.
    var json: JSONValue {
        [
            "score": .number(value), "reason": .string(reason), "by": .string(owner), "at": .string(at.description),
            "until": until.map { .string($0.description) } ?? .null,
        ]
    }
}

extension Move {
    fileprivate var json: JSONValue {
        [
            "steps": .array(steps.map(JSONValue.string)), "before": before.tenths, "after": after.tenths,
            "gain": gain.tenths, "priority": .string(priority.title), "crosses": .bool(crosses),
            "note": "An association, not a promise.",
        ]
    }
}

extension Double {
    /// The number to one decimal.
    fileprivate var tenths: JSONValue { .number((self * 10).rounded() / 10) }
}
