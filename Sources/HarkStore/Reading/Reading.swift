import GRDB
import HarkCore

/// One tenant's records as they stand at one moment; valid only inside the closure it was given to.
public struct Reading {
    let database: Database
    let tenant: Identifier<Tenant>
    let audit: AuditChain

    init(_ database: Database, tenant: Identifier<Tenant>, audit: AuditChain) {
        self.database = database
        self.tenant = tenant
        self.audit = audit
    }

    /// Rows of a table that meet a condition, in the order given.
    func rows<Record: StoredRecord>(
        _ type: Record.Type = Record.self, where condition: String, order: String = "id",
        _ arguments: [DatabaseValue] = []
    ) throws -> [Record] {
        let schema = Record.schema
        let sql = "\(schema.select) WHERE \(condition) ORDER BY \(order)"
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: StatementArguments(arguments)).map { row in
            var reader = RowReader(row, of: schema.name)
            return try Record(&reader)
        }
    }

    /// Hands each row that meets a condition to the body, in the order given, one at a time.
    func forEach<Record: StoredRecord>(
        _ type: Record.Type = Record.self, where condition: String, order: String = "id",
        _ arguments: [DatabaseValue] = [], do body: (Record) throws -> Void
    ) throws {
        let schema = Record.schema
        let sql = "\(schema.select) WHERE \(condition) ORDER BY \(order)"
        // Not a cached statement: the body may come here again while this one is still at work.
        let statement = try database.makeStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(arguments))
        while let row = try cursor.next() {
            var reader = RowReader(row, of: schema.name)
            try body(try Record(&reader))
        }
    }

    /// The first row that meets a condition.
    func first<Record: StoredRecord>(
        _ type: Record.Type = Record.self, where condition: String, _ arguments: [DatabaseValue]
    ) throws -> Record? {
        try rows(Record.self, where: condition, order: "id LIMIT 1", arguments).first
    }

    /// Throws unless the tenant has the record.
    func requireRow(_ schema: TableSchema, _ reference: RecordReference) throws {
        var sql = "SELECT 1 FROM \(schema.name) WHERE id = ?"
        var arguments = [stored(reference.id)]
        if let activity = reference.kind.activity {
            sql += " AND kind = ?"
            arguments.append(stored(activity))
        }
        let statement = try database.cachedStatement(sql: sql)
        guard try Bool.fetchOne(statement, arguments: StatementArguments(arguments)) != nil else {
            throw StoreError.notFound(reference)
        }
    }
}
