import GRDB
import HarkCore

extension Score {
    /// The ledger's columns in the order ``init(ledger:)`` reads them.
    static let columns = """
        subject_kind, subject_id, target, model, probability, priority, log_odds, intercept, contributions, at,
        base_rate, fit, engagement
        """

    init(ledger row: Row) throws {
        var reader = RowReader(row, of: "score")
        let subject = try reader.reference()
        let target: Target = try reader.choice()
        let model = reader.text()
        let probability = reader.real()
        let priority: Priority = try reader.choice()
        let logOdds = reader.real()
        let intercept = reader.real()
        let contributions = try reader.optionalJSON()?.elements.compactMap(Contribution.init(json:)) ?? []
        self.init(
            subject: subject, target: target, probability: probability, priority: priority, intercept: intercept,
            contributions: contributions, logOdds: logOdds, model: model, at: reader.time(),
            baseRate: reader.optionalReal(), fit: reader.optionalReal(), engagement: reader.optionalReal())
    }
}

extension Contribution {
    /// The contribution as the ledger keeps it; numbers survive to the last bit.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("feature", .string(feature)), .init("reason", .string(reason)), .init("log_odds", .number(logOdds)),
            .init("points", .number(points)),
        ]
        if let cohortRate { members.append(.init("cohort_rate", .number(cohortRate))) }
        if let facet { members.append(.init("facet", .string(facet.rawValue))) }
        if !words.isEmpty { members.append(.init("words", .array(words.map(\.json)))) }
        return .object(members)
    }

    init?(json: JSONValue) {
        guard let feature = json["feature"]?.string, let reason = json["reason"]?.string,
            let logOdds = json["log_odds"]?.double, let points = json["points"]?.double
        else { return nil }
        self.init(
            feature: feature, reason: reason, logOdds: logOdds, points: points,
            cohortRate: json["cohort_rate"]?.double,
            facet: json["facet"]?.string.flatMap(Facet.init(rawValue:)),
            words: json["words"]?.elements.compactMap(WordSpan.init(json:)) ?? [])
    }
}

extension WordSpan {
    /// The span as the ledger keeps it.
    fileprivate var json: JSONValue {
        [
            "in": .string(source.description), "start": .integer(start), "length": .integer(length),
            "word": .string(word), "points": .number(points),
        ]
    }

    fileprivate init?(json: JSONValue) {
        guard let source = json["in"]?.string.flatMap(TextSource.init), let start = json["start"]?.double,
            let length = json["length"]?.double, let word = json["word"]?.string, let points = json["points"]?.double
        else { return nil }
        self.init(source: source, start: Int(start), length: Int(length), word: word, points: points)
    }
}
