import GRDB
public import HarkCore

extension Reading {
    /// What phrases may name: companies, contacts, leads, customers, open and closed deals, and open tasks; by kind,
    /// then number.
    public func names() throws -> [NamedRecord] {
        let kinds: [(RecordKind, String)] = [
            (.company, "1"), (.contact, "1"), (.lead, "1"), (.customer, "1"), (.deal, "1"),
            (.task, "kind = 'task' AND done = 0"),
        ]
        return try kinds.flatMap { try named($0, where: $1, order: "id", []) }
    }

    /// The record's name. - Throws: ``StoreError/notFound(_:)``.
    public func named(_ reference: RecordReference) throws -> NamedRecord {
        try requireRow(reference.kind.schema, reference)
        guard let record = try named(reference.kind, where: "id = ?", order: "id", [stored(reference.id)]).first
        else { throw StoreError.notFound(reference) }
        return record
    }

    /// Records with words in their name that start as the given ones do.
    ///
    /// The best match of each kind first, of the thousand lowest numbers found; kinds in the order company, contact,
    /// lead, customer, deal, task, ticket.
    public func search(_ text: String, kind: RecordKind? = nil, limit: Int = 50) throws -> [NamedRecord] {
        let kinds = kind.map { [$0] } ?? [.company, .contact, .lead, .customer, .deal, .task, .ticket]
        return Array(try kinds.flatMap { try search(text, in: $0, limit: limit) }.prefix(max(0, limit)))
    }

    private func search(_ text: String, in kind: RecordKind, limit: Int) throws -> [NamedRecord] {
        guard let entry = NameIndex.entry(of: kind.schema.name), entry.kinds.contains(kind),
            let match = NameIndex.match(text, tenant: tenant, [entry])
        else { return [] }
        let sql = """
            SELECT id, \(NameShape.of(kind).columns), \(NameShape.of(kind).parent) FROM \(kind.schema.name)
            JOIN (SELECT rowid & \(NameIndex.idMask) AS found, rank AS standing FROM name_index
                WHERE name_index MATCH ? ORDER BY rowid LIMIT 1000)
            ON id = found WHERE \(ListShape.of(kind).condition) ORDER BY standing, id LIMIT ?
            """
        return try namedRows(kind, sql, [stored(match), stored(max(0, limit))])
    }

    /// The tags that any record has, in lower case.
    public func tagNames() throws -> Set<String> {
        try Set(String.fetchAll(database, sql: "SELECT DISTINCT lower(name) FROM tag"))
    }

    /// The sources leads have, as they are kept.
    public func leadSources() throws -> [String] {
        try String.fetchAll(database, sql: "SELECT DISTINCT source FROM lead WHERE source <> '' ORDER BY source")
    }

    /// The towns and countries of companies and contacts, in lower case.
    public func placeNames() throws -> Set<String> {
        let sql = """
            SELECT lower(city) FROM company WHERE city IS NOT NULL UNION SELECT lower(country) FROM company
            WHERE country IS NOT NULL UNION SELECT lower(city) FROM contact WHERE city IS NOT NULL
            """
        return try Set(String.fetchAll(database, sql: sql))
    }

    func named(
        _ kind: RecordKind, where condition: String, order: String, _ values: [DatabaseValue]
    ) throws -> [NamedRecord] {
        let shape = NameShape.of(kind)
        let sql = """
            SELECT id, \(shape.columns), \(shape.parent) FROM \(kind.schema.name)
            WHERE \(condition) ORDER BY \(order)
            """
        return try namedRows(kind, sql, values)
    }

    private func namedRows(_ kind: RecordKind, _ sql: String, _ values: [DatabaseValue]) throws -> [NamedRecord] {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values))
        var records: [NamedRecord] = []
        while let row = try cursor.next() {
            var reader = RowReader(row, of: kind.schema.name)
            records.append(
                NamedRecord(
                    RecordReference(kind, reader.integer()), name: reader.text(),
                    detail: reader.optionalText() ?? "", parent: reader.optionalText() ?? ""))
        }
        return records
    }
}
