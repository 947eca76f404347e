public import HarkCore
import HarkStore

/// One user of one tenant at work. Everything asked through it stays within that tenant and that user's rights.
public struct Session: Sendable {
    let store: Store
    /// The tenant, with its settings as of the start of the session.
    public internal(set) var tenant: Tenant
    /// The user.
    public let user: User
    /// The way the user came in.
    public let channel: Channel
    let clock: WallClock

    /// The time on the tenant's wall.
    public var now: LocalDateTime { clock.now }

    /// Refuses unless the user's role includes the right at all.
    func require(_ action: Permission.Action, _ subject: Permission.Subject) throws(ServiceError) {
        let permission = Permission(action, subject)
        guard user.role.scope(of: permission) > .none else { throw .refused(permission) }
    }

    /// Refuses whoever has no right to administer the tenant.
    ///
    /// - Throws: ``ServiceError/refused(_:)``.
    public func requireAdministration() throws(ServiceError) { try require(.run, .administration) }

    /// Refuses unless the right reaches records of that owner.
    ///
    /// A record nobody owns may be taken up by anybody with the right.
    func require(_ action: Permission.Action, _ subject: Permission.Subject, ownedBy owner: Identifier<User>?)
        throws(ServiceError)
    {
        let permission = Permission(action, subject)
        let scope = user.role.scope(of: permission)
        guard scope > .none else { throw .refused(permission) }
        guard let owner, owner != user.id, scope < .tenant else { return }
        guard scope == .team, try shareATeam(with: owner) else { throw .notOwned(permission, scope: scope) }
    }

    private func shareATeam(with owner: Identifier<User>) throws(ServiceError) -> Bool {
        guard let team = user.team else { return true }
        return try read { try $0.user(owner).team } == team
    }

    func read<Value>(_ body: (Reading) throws -> Value) throws(ServiceError) -> Value {
        try translated { try store.read(tenant.id, body) }
    }

    func write<Value>(_ request: WriteRequest, _ body: (Writing) throws -> Value) throws(ServiceError) -> Value {
        try translated { try store.write(request, body) }
    }

    /// A write request of this user, now.
    func request(_ type: CommandType?, title: String, journalled: Bool = true) -> WriteRequest {
        WriteRequest(
            tenant: tenant.id, user: user.id, channel: channel.rawValue, at: now, commandType: type, title: title,
            journalled: journalled)
    }
}
