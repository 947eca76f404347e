public import HarkCore
import HarkStore

/// Every use case of Hark, once: permission check, transaction, audit, inverse.
///
/// The dashboard, the command line and the server call this and nothing below it. A service is an open database; a
/// ``Session`` is one user of one tenant working with it.
public struct Service: Sendable {
    let store: Store

    /// Opens the database at a path, creating or migrating it as needed.
    ///
    /// - Throws: ``ServiceError/storage(_:)`` when the file is unreadable, damaged, open to others, or newer.
    public static func open(path: String) throws(ServiceError) -> Service {
        Service(store: try translated { try Store.open(.file(path)) })
    }

    /// A database that lives in memory and ends with the process.
    public static func inMemory() throws(ServiceError) -> Service {
        Service(store: try translated { try Store.open(.memory) })
    }

    /// Every tenant of the database, by name.
    public func tenants() throws(ServiceError) -> [Tenant] { try translated { try store.platform.tenants() } }

    /// Creates a tenant and its first admin.
    ///
    /// - Parameter slug: The short name: lower-case letters, digits and `-`, starting with a letter, at most 40.
    /// - Throws: ``ServiceError/badInput(_:)`` when the slug is malformed or taken.
    public func createTenant(slug: String, name: String, admin: AdminDetails, at now: LocalDateTime)
        throws(ServiceError) -> Tenant
    {
        let letters = slug.utf8
        guard let first = letters.first, (0x61...0x7A).contains(first), letters.count <= 40,
            letters.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else {
            throw .badInput(
                "'\(slug)' cannot name a tenant: use lower-case letters, digits and '-', starting with a letter.")
        }
        guard try tenants().allSatisfy({ $0.slug != slug }) else {
            throw .badInput("There is a tenant '\(slug)' already: choose another name.")
        }
        return try translated {
            let user = User(id: Identifier(0), name: admin.name, email: admin.email, role: .admin)
            return try store.platform.createTenant(slug: slug, name: name, admin: user, at: now).0
        }
    }

    /// Who administers a new tenant.
    public struct AdminDetails: Sendable {
        public var name: String
        public var email: String

        /// Creates the details.
        public init(name: String, email: String) {
            self.name = name
            self.email = email
        }
    }

    /// Starts working as a user of a tenant.
    ///
    /// - Parameters:
    ///   - slug: The tenant; `nil` takes the only one there is.
    ///   - userName: The user's e-mail, its part before `@`, or name; `nil` takes the tenant's first admin.
    ///   - clock: `nil` takes the system's clock in the tenant's zone.
    public func session(
        tenant slug: String?, user userName: String?, channel: Channel, clock: WallClock? = nil
    ) throws(ServiceError) -> Session {
        let tenant = try tenant(named: slug)
        let users = try translated { try store.read(tenant.id) { try $0.users() } }
        guard let user = Service.user(named: userName, among: users) else {
            let known = users.prefix(8).map(\.email).joined(separator: ", ")
            throw .notFound("No user '\(userName ?? "admin")' in \(tenant.slug). There are: \(known).")
        }
        let chosen = clock ?? .system(zoneName: tenant.settings.timeZone)
        return Session(store: store, tenant: tenant, user: user, channel: channel, clock: chosen)
    }

    private func tenant(named slug: String?) throws(ServiceError) -> Tenant {
        let tenants = try tenants()
        let known = tenants.map(\.slug).joined(separator: ", ")
        guard let slug else {
            switch tenants.count {
            case 0:
                throw .notFound("There is no tenant yet: run 'hark init' to create one, or 'hark demo' to look around.")
            case 1: return tenants[0]
            default: throw .badInput("Which tenant? Say --tenant with one of: \(known).")
            }
        }
        guard let tenant = tenants.first(where: { $0.slug == slug.lowercased() }) else {
            throw .notFound("No tenant '\(slug)' here. There are: \(known.isEmpty ? "none" : known).")
        }
        return tenant
    }

    private static func user(named name: String?, among users: [User]) -> User? {
        guard let name = name?.lowercased() else { return users.first { $0.role == .admin } }
        return users.first { $0.email.lowercased() == name }
            ?? users.first { $0.email.lowercased().hasPrefix(name + "@") }
            ?? users.first { $0.name.lowercased() == name }
    }
}

/// The way a user came in; part of every audit row.
public enum Channel: String, Hashable, Sendable { case dashboard, commandLine = "cli", api }

/// Runs store calls and turns their errors into the service's own, once.
func translated<Value>(_ body: () throws -> Value) throws(ServiceError) -> Value {
    do { return try body() } catch let error as ServiceError { throw error } catch let error as StoreError {
        throw ServiceError(error)
    } catch { throw .storage("The database call failed: \(error).") }
}
