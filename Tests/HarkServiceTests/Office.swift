import HarkCore
import HarkStore
import Testing

@testable import HarkService

/// A tenant of four people for tests, in memory, at a fixed moment.
struct Office {
    static let noon = LocalDateTime(secondsSinceEpoch: 1_772_530_200)  // 2026-03-03T09:30, a Tuesday

    let service: Service
    let admin: Session

    init() throws {
        service = try Service.inMemory()
        _ = try service.createTenant(
            slug: "acme", name: "Acme", admin: .init(name: "Ada Admin", email: "ada@acme.test"), at: Office.noon)
        admin = try service.session(
            tenant: "acme", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon))
    }

    /// A session of a user made for a role.
    func session(_ role: Role, team: String? = "north") throws -> Session {
        try admin.addUser(name: "\(role.rawValue) person", email: "\(role.rawValue)@acme.test", role: role, team: team)
        return try service.session(
            tenant: "acme", user: role.rawValue, channel: .commandLine, clock: .fixed(at: Office.noon))
    }

    /// Adds a lead and gives its reference.
    func lead(_ company: String, in session: Session? = nil) throws -> RecordReference {
        let reply = try (session ?? admin).run(.createLead(NewLead(company: company)))
        return try #require(reply.focus)
    }

    /// Adds a customer, as an import would.
    func customer(_ name: String) throws -> Identifier<Customer> {
        try admin.write(admin.request(nil, title: "Added customer", journalled: false)) {
            try $0.insert(Customer(name: name))
        }
    }
}
