import GRDB
public import HarkCore

/// The database of the CRM: every tenant's records, their names, scores, history and audit trail.
///
/// One call is one transaction, for one tenant: the room behind ``read(_:_:)`` and ``write(_:_:)`` shows that tenant's
/// rows and nobody else's, which SQLite itself enforces with views and triggers. The module knows no roles, no
/// phrases and no models' insides, and nobody outside it sees SQL.
public struct Store: Sendable {
    let writer: any DatabaseWriter
    let path: String
    let audit: AuditChain
    private let lock: StoreLock?

    init(writer: any DatabaseWriter, path: String, auditKey: [UInt8], lock: StoreLock?) {
        self.writer = writer
        self.path = path
        self.lock = lock
        audit = AuditChain(key: auditKey)
    }

    /// The tenants themselves, beyond any one of them.
    public var platform: Platform { Platform(store: self) }

    /// Reads one tenant's records as they stand at one moment.
    ///
    /// - Throws: What the body throws as it is where it is a ``StoreError``, else as ``StoreError/stopped(_:)``.
    public func read<Value>(
        _ tenant: Identifier<Tenant>, _ body: (Reading) throws -> Value
    ) throws(StoreError) -> Value {
        try attempt(path: path) {
            try writer.read { database in
                try TenantScope.within(tenant) { try body(Reading(database, tenant: tenant, audit: audit)) }
            }
        }
    }

    /// Changes one tenant's records: all of the body's changes, their undo rows and their audit rows, or none.
    ///
    /// - Throws: As ``read(_:_:)``; then nothing was changed.
    public func write<Value>(
        _ request: WriteRequest, _ body: (Writing) throws -> Value
    ) throws(StoreError) -> Value {
        try change(request.tenant) { database in
            let session = WriteSession(database, request: request, audit: audit)
            let value = try body(Writing(session))
            try session.finish()
            return value
        }
    }

    /// Runs a body in one immediate transaction in the scope of a tenant.
    func change<Value>(
        _ tenant: Identifier<Tenant>, _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        try attempt(path: path) {
            try writer.writeWithoutTransaction { database in
                try TenantScope.within(tenant) {
                    var result: Result<Value, any Error> = .failure(StoreError.busy)
                    try database.inTransaction(.immediate) {
                        result = .success(try body(database))
                        return .commit
                    }
                    return try result.get()
                }
            }
        }
    }

    /// A number that changes whenever another process changed the database; for noticing that lists are old.
    ///
    /// Changes made through this store do not count. A database that cannot be read counts as unchanged: the next
    /// real call says what is wrong.
    public var changeCount: Int {
        let count = try? writer.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") }
        return count.flatMap { $0 } ?? 0
    }

    /// Writes a checked copy of the whole database to a file, replacing what is there.
    public func backUp(to path: String) throws(StoreError) {
        try attempt(path: path) {
            let target = StoreFile(path: path)
            try target.createFolder()
            try StoreFile(path: self.path).backUp(writer, to: target)
        }
    }
}
