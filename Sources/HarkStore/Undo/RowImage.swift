import GRDB
import HarkCore

/// What a row was before a change and is after it; `nil` where there was or is none.
struct RowImage {
    var schema: TableSchema
    var id: Int64
    /// The stated and derived values, in the order of the schema.
    var before: [DatabaseValue]?
    var after: [DatabaseValue]?

    /// Reads a row's stated and derived values, deleted or not; `nil` for none.
    static func values(of id: Int64, in schema: TableSchema, _ database: Database) throws -> [DatabaseValue]? {
        let statement = try database.cachedStatement(sql: schema.image)
        return try Row.fetchOne(statement, arguments: [id]).map { Array($0.databaseValues) }
    }

    /// The row's values as a JSON object by column name.
    static func json(of values: [DatabaseValue]?, in schema: TableSchema) -> String? {
        guard let values else { return nil }
        let names = schema.allColumns.dropFirst(2)
        return JSONValue.object(zip(names, values).map { JSONValue.Member($0, json(of: $1)) }).compact
    }

    /// Reads what ``json(of:in:)-(_,_)`` wrote; columns added since are empty.
    static func values(fromJSON text: String?, in schema: TableSchema) throws -> [DatabaseValue]? {
        guard let text else { return nil }
        guard let object = try? JSONValue(parsing: text) else {
            throw StoreError.unreadable(table: "journal_row", column: schema.name)
        }
        return schema.allColumns.dropFirst(2).map { value(of: object[$0] ?? .null) }
    }

    /// Integers travel as text in an array of one, as JSON numbers are not exact beyond 2^53 and do not tell `1` from
    /// `1.0`.
    private static func json(of value: DatabaseValue) -> JSONValue {
        switch value.storage {
        case .null, .blob: .null
        case .int64(let number): .array([.string(String(number))])
        case .double(let number): .number(number)
        case .string(let text): .string(text)
        }
    }

    private static func value(of json: JSONValue) -> DatabaseValue {
        switch json {
        case .number(let number): number.databaseValue
        case .string(let text): text.databaseValue
        case .array(let elements): stored(elements.first?.string.flatMap { Int64($0) })
        case .null, .bool, .object: .null
        }
    }
}
