import GRDB
import HarkCore

/// A value of the trade that is kept as one row of a table.
protocol StoredRecord {
    static var schema: TableSchema { get }
    /// Reads a row selected with ``TableSchema/select``.
    init(_ row: inout RowReader) throws
    /// The values of the table's own columns, in their order.
    var values: [DatabaseValue] { get }
    /// The derived columns of a new row, in their order; those left out are empty.
    var derivedValues: [DatabaseValue] { get }
}

extension StoredRecord {
    var derivedValues: [DatabaseValue] { [] }
}

/// Reads a row's columns from left to right.
struct RowReader {
    private let row: Row
    private let table: String
    private var index = 0

    init(_ row: Row, of table: String) {
        self.row = row
        self.table = table
    }

    private mutating func step() -> Int {
        defer { index += 1 }
        return index
    }

    mutating func optionalInteger() -> Int64? { row[step()] }
    mutating func optionalReal() -> Double? { row[step()] }
    mutating func optionalText() -> String? { row[step()] }
    mutating func integer() -> Int64 { row[step()] }
    mutating func real() -> Double { row[step()] }
    mutating func text() -> String { row[step()] }
    mutating func flag() -> Bool { integer() != 0 }
    mutating func optionalFlag() -> Bool? { optionalInteger().map { $0 != 0 } }
    mutating func skip() { _ = step() }

    mutating func identifier<Subject>() -> Identifier<Subject> { Identifier(integer()) }
    mutating func optionalIdentifier<Subject>() -> Identifier<Subject>? { optionalInteger().map { Identifier($0) } }
    mutating func time() -> LocalDateTime { LocalDateTime(secondsSinceEpoch: integer()) }
    mutating func optionalTime() -> LocalDateTime? {
        optionalInteger().map(LocalDateTime.init(secondsSinceEpoch:))
    }
    mutating func optionalDay() -> LocalDate? { optionalInteger().map { LocalDate(daysSinceEpoch: Int($0)) } }

    mutating func optionalMoney() -> Money? {
        let minorUnits = optionalInteger()
        let currency = optionalText()
        guard let minorUnits, let currency else { return nil }
        return Money(minorUnits: minorUnits, currency: currency)
    }

    mutating func choice<Choice: RawRepresentable<String>>() throws -> Choice {
        guard let choice: Choice = try optionalChoice() else { throw unreadable }
        return choice
    }

    mutating func optionalChoice<Choice: RawRepresentable<String>>() throws -> Choice? {
        guard let text = optionalText() else { return nil }
        guard let choice = Choice(rawValue: text) else { throw unreadable }
        return choice
    }

    mutating func reference() throws -> RecordReference {
        RecordReference(try choice(), integer())
    }

    mutating func optionalReference() throws -> RecordReference? {
        let kind: RecordKind? = try optionalChoice()
        let id = optionalInteger()
        guard let kind, let id else { return nil }
        return RecordReference(kind, id)
    }

    mutating func optionalJSON() throws -> JSONValue? {
        guard let text = optionalText() else { return nil }
        guard let value = try? JSONValue(parsing: text) else { throw unreadable }
        return value
    }

    mutating func attributes() throws -> Attributes {
        guard let members = try optionalJSON()?.members else { return [:] }
        return Attributes(
            members.compactMap { member in AttributeValue(member.value).map { (member.name, $0) } },
            uniquingKeysWith: { first, _ in first })
    }

    private var unreadable: StoreError {
        .unreadable(table: table, column: Array(row.columnNames)[max(0, index - 1)])
    }
}

/// A column's value; `NULL` for none.
func stored(_ value: (some DatabaseValueConvertible)?) -> DatabaseValue { value?.databaseValue ?? .null }
func stored<Subject>(_ id: Identifier<Subject>?) -> DatabaseValue { stored(id?.rawValue) }
func stored(_ time: LocalDateTime?) -> DatabaseValue { stored(time?.secondsSinceEpoch) }
func stored(_ day: LocalDate?) -> DatabaseValue { stored(day?.daysSinceEpoch) }
func stored(_ choice: (some RawRepresentable<String>)?) -> DatabaseValue { stored(choice?.rawValue) }

/// Extra columns as a JSON object with sorted names; `NULL` for none.
func stored(_ attributes: Attributes) -> DatabaseValue {
    guard !attributes.isEmpty else { return .null }
    let members = attributes.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, $0.value.json) }
    return JSONValue.object(members).compact.databaseValue
}

/// How names are compared: without case.
func nameKey(_ name: String) -> String { name.lowercased() }
