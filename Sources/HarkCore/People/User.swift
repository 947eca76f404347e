/// A person who works with the CRM.
public struct User: Hashable, Sendable {
    /// The user's number in the tenant.
    public let id: Identifier<User>
    /// The name as written.
    public var name: String
    /// The e-mail address, the name for signing in; unique within the tenant.
    public var email: String
    /// What the user may do.
    public var role: Role
    /// The team the user belongs to; `nil` for none.
    public var team: String?

    /// Creates a user.
    public init(id: Identifier<User>, name: String, email: String, role: Role, team: String? = nil) {
        self.id = id
        self.name = name
        self.email = email
        self.role = role
        self.team = team
    }
}

/// The five roles, from most to fewest rights.
public enum Role: String, CaseIterable, Hashable, Sendable, Codable { case admin, manager, rep, support, viewer }
