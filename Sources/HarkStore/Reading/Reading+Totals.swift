import GRDB
public import HarkCore

/// How many records share a value, and what their amounts come to.
public struct GroupTotal: Hashable, Sendable {
    /// The value they share; empty for none, or where nothing was split.
    public var label: String
    public var count: Int
    /// The sums, one a currency, the largest first.
    public var amounts: [Money]
}

extension Reading {
    /// Counts records and adds up their amounts, split by a field.
    ///
    /// - Parameter field: What to split by; `nil` for one total.
    /// - Returns: The groups in the order of their labels; none where no record fits.
    /// - Throws: ``StoreError/unknownField(_:_:)`` for a field the kind does not have.
    public func totals(
        matching query: RecordQuery, by field: Field?, me: Identifier<User>
    ) throws -> [GroupTotal] {
        let shape = ListShape.of(query.kind)
        let condition = try condition(query, me: me, kind: query.kind)
        let label = try field.map { try shape.label(of: $0) } ?? "''"
        var (minor, currency) = ("0", "NULL")
        if case .money(let units, let code)? = shape.fields[.amount] { (minor, currency) = (units, code) }
        let sql = """
            SELECT coalesce(\(label), ''), \(currency), coalesce(sum(\(minor)), 0), count(*) FROM \(shape.view)
            WHERE \(condition.sql) GROUP BY 1, 2 ORDER BY 1, 3 DESC
            """
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(condition.values))
        var groups: [GroupTotal] = []
        while let row = try cursor.next() {
            var reader = RowReader(row, of: shape.view)
            let name = reader.text()
            let code = reader.optionalText()
            let amount = reader.integer()
            let count = Int(reader.integer())
            if groups.last?.label != name { groups.append(GroupTotal(label: name, count: 0, amounts: [])) }
            groups[groups.count - 1].count += count
            if let code { groups[groups.count - 1].amounts.append(Money(minorUnits: amount, currency: code)) }
        }
        return groups
    }

    /// Every record a query finds, with no page.
    public func everyRecord(matching query: RecordQuery, me: Identifier<User>) throws -> [NamedRecord] {
        let condition = try condition(query, me: me, kind: query.kind)
        return try named(query.kind, where: condition.sql, order: "id", condition.values)
    }

    /// The deals a query finds, by number.
    public func deals(matching query: RecordQuery, me: Identifier<User>) throws -> [Deal] {
        let condition = try condition(query, me: me, kind: .deal)
        return try rows(where: condition.sql, condition.values)
    }
}
