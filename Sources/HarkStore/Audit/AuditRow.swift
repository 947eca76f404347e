public import HarkCore

/// One row of a tenant's audit trail. It holds no personal data: fields are named, their values only hashed.
public struct AuditRow: Hashable, Sendable {
    /// The row's place in the tenant's chain, from 1.
    public var sequence: Int64
    public var at: LocalDateTime
    public var user: Identifier<User>?
    /// How the user came in, such as `tui`.
    public var channel: String
    /// What was done, such as `CREATE_LEAD`.
    public var action: String
    /// What it was done to, such as `lead 12`.
    public var object: String?
    /// The names of the changed fields with a keyed hash of each new value; or tables with counts, for bulk work.
    public var fields: String
    /// `done`, `refused` or what else came of it.
    public var outcome: String
}

/// Something for the audit trail that is no change of a record, such as a sign-in, a refusal or an export.
public struct AuditRemark: Hashable, Sendable {
    public var action: String
    public var object: RecordReference?
    public var outcome: String

    /// Creates a remark.
    public init(action: String, object: RecordReference? = nil, outcome: String = "done") {
        self.action = action
        self.object = object
        self.outcome = outcome
    }
}

/// What came of checking an audit chain.
public enum AuditVerdict: Hashable, Sendable {
    /// Every row is as it was written, and none is missing between or after them; so many there are.
    case intact(rows: Int)
    /// The row of that number is missing, out of order or not as it was written.
    case broken(at: Int64)
}
