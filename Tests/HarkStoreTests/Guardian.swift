import GRDBSQLite

@testable import HarkStore

/// A bare connection with the store's schema that compiles statements and runs none.
final class Guardian {
    private struct Failure: Error { var message: String }

    private var connection: OpaquePointer?
    /// The table the statement at hand writes; only that one may be read directly.
    private var written = ""

    init() throws {
        guard sqlite3_open(":memory:", &connection) == SQLITE_OK else { throw Failure(message: "cannot open") }
        for (name, count) in [("current_tenant", 0), ("fold", 1)] {
            let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
            sqlite3_create_function_v2(
                connection, name, Int32(count), flags, nil, { context, _, _ in sqlite3_result_null(context) }, nil, nil,
                nil)
        }
        for statement in Migration.all.flatMap(\.statements) {
            guard sqlite3_exec(connection, statement, nil, nil, nil) == SQLITE_OK else {
                throw Failure(message: String(cString: sqlite3_errmsg(connection)))
            }
        }
        sqlite3_set_authorizer(
            connection,
            { context, action, first, _, _, view in
                guard let context else { return SQLITE_DENY }
                let guardian = Unmanaged<Guardian>.fromOpaque(context).takeUnretainedValue()
                return guardian.allows(action, first.map { String(cString: $0) }, inside: view != nil)
                    ? SQLITE_OK : SQLITE_DENY
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit { sqlite3_close(connection) }

    private func allows(_ action: Int32, _ name: String?, inside view: Bool) -> Bool {
        switch action {
        case SQLITE_ATTACH, SQLITE_DETACH: false
        case SQLITE_READ: view || name == written || name?.hasPrefix("t_") != true
        default: true
        }
    }

    /// Why the statement does not compile; `nil` when it does.
    func complaint(about sql: String) -> String? {
        let words = sql.split(whereSeparator: \.isWhitespace).prefix(3)
        written = words.first { $0.hasPrefix("t_") }.map(String.init) ?? ""
        if words.first == "SELECT" { written = "" }
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
            return String(cString: sqlite3_errmsg(connection))
        }
        return nil
    }
}
