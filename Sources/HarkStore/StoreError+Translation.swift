import GRDB

/// Runs a body that may throw anything and throws the module's own error instead; every public call goes through here.
func attempt<Value>(path: String = "The database", _ body: () throws -> Value) throws(StoreError) -> Value {
    do { return try body() } catch { throw StoreError(error, path: path) }
}

extension StoreError {
    /// Translates an error of the layers below.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(sqlite: error, path: path)
        default: self = .stopped(error)
        }
    }

    private init(sqlite error: DatabaseError, path: String) {
        let reason = error.message ?? "code \(error.extendedResultCode.rawValue)"
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_FOREIGNKEY: self = .brokenLink
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY: self = .alreadyExists("A record like this")
        case .SQLITE_CONSTRAINT_TRIGGER: self = .fenced
        default:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_FULL: self = .full
            case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
            case .SQLITE_NOTADB: self = .foreignFile(path: path)
            case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_PERM:
                self = .unusable(path: path, reason: reason)
            default: self = reason == TenantScope.refusal ? .fenced : .failed(reason)
            }
        }
    }
}
