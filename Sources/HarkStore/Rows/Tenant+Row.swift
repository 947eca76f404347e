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
    }
}
