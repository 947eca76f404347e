import HarkCore
import HarkStore

extension Session {
    /// A session of the same person in another tenant.
    ///
    /// - Parameter name: The tenant's short name or its name.
    /// - Throws: ``ServiceError/notFound(_:)`` where there is no such tenant or the person is no member of it; the two
    ///   are not told apart.
    public func switched(to name: String) throws(ServiceError) -> Session {
        let homes = try memberships()
        let wanted = name.lowercased()
        let found = homes.first { $0.slug == wanted } ?? homes.first { $0.name.lowercased() == wanted }
        guard let found else {
            let known = homes.map(\.slug).joined(separator: ", ")
            throw .notFound("You are no member of a tenant '\(name)'. You are a member of: \(known).")
        }
        return try Service(store: store).session(
            tenant: found.slug, user: user.email, channel: channel, clock: clock.isFixed ? clock : nil)
    }

    /// The tenants that have a user of the same address.
    private func memberships() throws(ServiceError) -> [Tenant] {
        var homes: [Tenant] = []
        for tenant in try Service(store: store).tenants() {
            let users = try translated { try store.read(tenant.id) { try $0.users() } }
            if users.contains(where: { $0.email.lowercased() == user.email.lowercased() }) { homes.append(tenant) }
        }
        return homes
    }
}
