import GRDB
public import HarkCore

extension Reading {
    /// What the newest records of a kind are worth: amounts of leads, monthly values of customers.
    ///
    /// - Parameter limit: So many are looked at, which bounds the time whatever the number of records.
    public func newestValues(of kind: RecordKind, limit: Int = 1_000) throws -> [Money] {
        guard case .money(let units, let code)? = ListShape.of(kind).fields[.amount]
        else { return [] }
        let statement = try database.cachedStatement(
            sql: """
                SELECT \(units), \(code) FROM \(ListShape.of(kind).view)
                WHERE \(units) IS NOT NULL ORDER BY id DESC LIMIT ?
                """)
        return try Row.fetchAll(statement, arguments: [limit]).map { row in
            var reader = RowReader(row, of: ListShape.of(kind).view)
            return Money(minorUnits: reader.integer(), currency: reader.text())
        }
    }
}
