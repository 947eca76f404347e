import GRDB
public import HarkCore

/// Work beyond any one tenant: the only type that sees more than one.
public struct Platform: Sendable {
    let store: Store

    /// All tenants, by number.
    public func tenants() throws(StoreError) -> [Tenant] {
        try attempt(path: store.path) {
            try store.writer.read { database in
                try Row.fetchAll(database, sql: "\(Platform.select) ORDER BY id").map(Tenant.init(row:))
            }
        }
    }

    /// The tenant of that short name. - Throws: ``StoreError/noTenant(_:)``.
    public func tenant(slug: String) throws(StoreError) -> Tenant {
        try attempt(path: store.path) {
            let row = try store.writer.read { database in
                try Row.fetchOne(database, sql: "\(Platform.select) WHERE slug = ?", arguments: [slug])
            }
            guard let row else { throw StoreError.noTenant(slug) }
            return try Tenant(row: row)
        }
    }

    /// Makes a tenant together with the user who administers it; the user's number and role are not looked at.
    ///
    /// - Throws: ``StoreError/alreadyExists(_:)`` when the short name is taken.
    public func createTenant(
        slug: String, name: String, settings: Tenant.Settings = Tenant.Settings(), admin: User, at time: LocalDateTime
    ) throws(StoreError) -> (Tenant, User) {
        try attempt(path: store.path) {
            try store.writer.writeWithoutTransaction { database in
                var made: (Tenant, User)?
                try database.inTransaction(.immediate) {
                    made = try create(slug: slug, name: name, settings: settings, admin: admin, at: time, database)
                    return .commit
                }
                guard let made else { throw StoreError.busy }
                return made
            }
        }
    }

    private func create(
        slug: String, name: String, settings: Tenant.Settings, admin: User, at time: LocalDateTime,
        _ database: Database
    ) throws -> (Tenant, User) {
        let taken = "SELECT 1 FROM platform_tenant WHERE slug = ?"
        guard try Int.fetchOne(database, sql: taken, arguments: [slug]) == nil else {
            throw StoreError.alreadyExists(slug)
        }
        let last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM platform_tenant") ?? 0
        let tenant = Tenant(id: Identifier(last + 1), slug: slug, name: name, settings: settings)
        try database.execute(
            sql: "INSERT INTO platform_tenant (id, slug, name, settings) VALUES (?, ?, ?, ?)",
            arguments: [tenant.id.rawValue, slug, name, settings.json.compact])
        return try TenantScope.within(tenant.id) {
            let request = WriteRequest(tenant: tenant.id, user: Identifier(1), channel: "platform", at: time)
            let session = WriteSession(database, request: request, audit: store.audit)
            session.remarks.append(AuditRemark(action: "CREATE_TENANT"))
            var user = admin
            user.role = .admin
            let id = try Writing(session).insert(user)
            try session.finish()
            return (tenant, User(id: id, name: user.name, email: user.email, role: .admin, team: user.team))
        }
    }

    /// Changes a tenant's name and settings; the short name stays.
    public func update(_ tenant: Tenant, by user: Identifier<User>, at time: LocalDateTime) throws(StoreError) {
        let request = WriteRequest(tenant: tenant.id, user: user, channel: "platform", at: time)
        try store.write(request) { writing in
            try writing.session.run(
                "UPDATE platform_tenant SET name = ?, settings = ? WHERE id = ?",
                [stored(tenant.name), stored(tenant.settings.json.compact), stored(tenant.id)])
            guard writing.session.database.changesCount == 1 else { throw StoreError.noTenant(tenant.slug) }
            writing.remark(AuditRemark(action: "UPDATE_TENANT"))
        }
    }

    private static let select = "SELECT id, slug, name, settings FROM platform_tenant"
}
