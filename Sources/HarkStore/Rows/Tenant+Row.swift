import GRDB
import HarkCore

extension Tenant {
    /// Reads `id, slug, name, settings`.
    init(row: Row) throws {
        var reader = RowReader(row, of: "tenant")
        self.init(id: reader.identifier(), slug: reader.text(), name: reader.text())
        settings = Settings(json: try reader.optionalJSON() ?? .null)
    }
}

extension Tenant.Settings {
    /// The settings as JSON, as the database keeps them.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("currency", .string(currency)), .init("high", .number(priorities.high)),
            .init("medium", .number(priorities.medium)), .init("churnCutoff", .number(churnCutoff)),
        ]
        for (name, features) in [("rising", rising), ("falling", falling)] where !features.isEmpty {
            members.append(.init(name, .array(features.map(JSONValue.string))))
        }
        if let timeZone { members.append(.init("timeZone", .string(timeZone))) }
        if let dateOrder { members.append(.init("dateOrder", .string(dateOrder.rawValue))) }
        if !stageCutoffs.isEmpty {
            let lines = stageCutoffs.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .number($0.value)) }
            members.append(.init("stageCutoffs", .object(lines)))
        }
        if let trial {
            members.append(
                .init(
                    "trial",
                    [
                        "holdBack": .number(trial.holdBack), "seed": .string(String(trial.seed)),
                        "since": .string(trial.since.descriptionWithSeconds),
                    ]))
        }
        return .object(members)
    }

    /// Reads settings; what is missing has its default.
    init(json: JSONValue) {
        self.init()
        currency = json["currency"]?.string ?? currency
        timeZone = json["timeZone"]?.string
        dateOrder = json["dateOrder"]?.string.flatMap(Tenant.DateOrder.init(rawValue:))
        priorities.high = json["high"]?.double ?? priorities.high
        priorities.medium = json["medium"]?.double ?? priorities.medium
        churnCutoff = json["churnCutoff"]?.double ?? churnCutoff
        rising = (json["rising"]?.elements ?? []).compactMap(\.string)
        falling = (json["falling"]?.elements ?? []).compactMap(\.string)
        for line in json["stageCutoffs"]?.members ?? [] { stageCutoffs[line.name] = line.value.double }
        if let kept = json["trial"], let share = kept["holdBack"]?.double,
            let seed = kept["seed"]?.string.flatMap({ Int64($0) }),
            let since = kept["since"]?.string.flatMap({ LocalDateTime($0) })
        {
            trial = PlayTrial(holdBack: share, seed: seed, since: since)
        }
    }
}
