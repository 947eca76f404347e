import GRDB
import HarkCore

/// One running change: gives out numbers, remembers what rows were before, and writes the trail at the end.
final class WriteSession {
    let database: Database
    let request: WriteRequest
    let audit: AuditChain
    var title: String
    /// What the caller wants in the audit trail beside the changes themselves.
    var remarks: [AuditRemark] = []
    private(set) var images: [RowImage] = []
    private var imageIndex: [RowKey: Int] = [:]
    private var changeCounts: [String: Int] = [:]
    private var lastNumbers: [String: Int64] = [:]
    private var statements: [String: Statement] = [:]

    init(_ database: Database, request: WriteRequest, audit: AuditChain) {
        self.database = database
        self.request = request
        self.audit = audit
        title = request.title
    }

    var tenant: DatabaseValue { stored(request.tenant) }

    /// Runs a statement made once per change and kind.
    func run(_ kind: String, _ schema: TableSchema, _ sql: (TableSchema) -> String, _ values: [DatabaseValue]) throws {
        let key = kind + schema.name
        if let statement = statements[key] {
            try statement.execute(arguments: StatementArguments(values))
        } else {
            let statement = try database.cachedStatement(sql: sql(schema))
            statements[key] = statement
            try statement.execute(arguments: StatementArguments(values))
        }
    }

    /// Runs a statement with a fixed text.
    func run(_ sql: String, _ values: [DatabaseValue]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// The next free number of a table; never one that was given out before.
    func nextNumber(in schema: TableSchema) throws -> Int64 {
        let last =
            try lastNumbers[schema.name]
            ?? Int64.fetchOne(database, sql: "SELECT last FROM counter WHERE name = ?", arguments: [schema.name]) ?? 0
        lastNumbers[schema.name] = last + 1
        return last + 1
    }

    /// Makes a row and gives its number.
    func insert(
        _ schema: TableSchema, _ values: [DatabaseValue], derived: [DatabaseValue] = []
    ) throws -> Int64 {
        let id = try nextNumber(in: schema)
        var all = [tenant, id.databaseValue] + values
        if schema.traits.contains(.versioned) { all.append(1.databaseValue) }
        if schema.traits.contains(.imported) { all.append(stored(request.importRun)) }
        if schema.traits.contains(.deletable) { all.append(.null) }
        all += derived
        all += repeatElement(.null, count: schema.derived.count - derived.count)
        try run("insert", schema, { $0.insert }, all)
        note(schema, id, before: nil)
        return id
    }

    /// Changes a row's own columns.
    func update(_ schema: TableSchema, _ id: Int64, _ values: [DatabaseValue]) throws {
        try remember(schema, id)
        try run("update", schema, { $0.update }, values + [tenant, id.databaseValue])
    }

    /// Takes a row out of its view.
    func retire(_ schema: TableSchema, _ id: Int64) throws {
        try remember(schema, id)
        try run("retire", schema, { $0.retire }, [stored(request.at), tenant, id.databaseValue])
    }

    /// Puts a row back into its view.
    func revive(_ schema: TableSchema, _ id: Int64) throws {
        try remember(schema, id)
        try run("revive", schema, { $0.revive }, [tenant, id.databaseValue])
    }

    /// Removes a row for good.
    func remove(_ schema: TableSchema, _ id: Int64) throws {
        try remember(schema, id)
        try run("remove", schema, { $0.remove }, [tenant, id.databaseValue])
    }

    /// Counts changes that leave no row images, for the audit trail.
    func count(_ name: String, _ number: Int = 1) { changeCounts[name, default: 0] += number }

    private func isRecorded(_ schema: TableSchema) -> Bool {
        request.journalled && !schema.traits.contains(.unrecorded)
    }

    /// Keeps what a row is before its first change.
    private func remember(_ schema: TableSchema, _ id: Int64) throws {
        guard isRecorded(schema), imageIndex[RowKey(schema.name, id)] == nil else {
            return count(schema.name)
        }
        note(schema, id, before: try RowImage.values(of: id, in: schema, database))
    }

    private func note(_ schema: TableSchema, _ id: Int64, before: [DatabaseValue]?) {
        count(schema.name)
        guard isRecorded(schema) else { return }
        let key = RowKey(schema.name, id)
        guard imageIndex[key] == nil else { return }
        imageIndex[key] = images.count
        images.append(RowImage(schema: schema, id: id, before: before))
    }

    /// Writes the undo rows, the audit rows and the numbers given out.
    func finish() throws {
        for index in images.indices {
            images[index].after = try RowImage.values(of: images[index].id, in: images[index].schema, database)
        }
        let trail = try audit.entries(for: self, changeCounts: changeCounts)
        if request.journalled, !images.isEmpty { try Journal.record(self) }
        try audit.append(trail, in: self)
        try saveNumbers()
    }

    /// Writes down the highest numbers given out.
    private func saveNumbers() throws {
        for (name, last) in lastNumbers {
            try run(
                """
                INSERT INTO t_counter (tenant_id, id, name, last)
                VALUES (?, (SELECT coalesce(max(id), 0) + 1 FROM counter), ?, ?)
                ON CONFLICT (tenant_id, name) DO UPDATE SET last = excluded.last
                """, [tenant, name.databaseValue, last.databaseValue])
        }
    }
}

/// Which row is meant.
struct RowKey: Hashable {
    var table: String
    var id: Int64

    init(_ table: String, _ id: Int64) {
        self.table = table
        self.id = id
    }
}
