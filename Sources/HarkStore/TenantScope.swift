import GRDB
import HarkCore

/// The tenant whose rows the running transaction may see and touch.
///
/// The number is set only inside a transaction's closure and gone after it. SQLite calls `current_tenant()` on the
/// thread that runs the statement, so a task-local value reaches it without any shared state.
enum TenantScope {
    @TaskLocal private static var current: Int64?

    /// What `current_tenant()` fails with outside of a scope.
    static let refusal = "no tenant set"

    /// Runs the body with the tenant set.
    static func within<Value>(_ tenant: Identifier<Tenant>, _ body: () throws -> Value) rethrows -> Value {
        try $current.withValue(tenant.rawValue, operation: body)
    }

    /// `current_tenant()`; pure, so that SQLite calls it once a statement and not once a row.
    static let function = DatabaseFunction("current_tenant", argumentCount: 0, pure: true) { _ in
        guard let current else { throw DatabaseError(resultCode: .SQLITE_AUTH, message: refusal) }
        return current
    }
}
