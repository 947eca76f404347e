import HarkCore
import HarkService
import Testing

/// The command × role table: who may do what.
struct PermissionTests {
    static let table: [(Role, Bool, Bool, Bool, Bool)] = [
        // role, creates leads, changes a colleague's lead, writes notes, deletes a colleague's lead
        (.admin, true, true, true, true), (.manager, true, true, true, true), (.rep, true, false, true, false),
        (.support, false, false, true, false), (.viewer, false, false, false, false),
    ]

    @Test(arguments: table)
    func rolesDoWhatTheyMay(_ role: Role, creates: Bool, changes: Bool, notes: Bool, deletes: Bool) throws {
        let office = try Office()
        let colleague = try office.colleague()
        let theirs = try office.lead("Bergen Fjordline", in: colleague)
        let session = try office.session(role)
        let attempts: [(Command, Bool)] = [
            (.createLead(NewLead(company: "Tind")), creates),
            (.update(theirs, FieldChange(.status, "contacted")), changes),
            (.addNote(NewNote(related: theirs, text: "hello")), notes), (.delete(theirs), deletes),
        ]
        for (command, allowed) in attempts {
            do {
                _ = try session.run(command)
                #expect(allowed, "\(role) ran \(command.type)")
            } catch ServiceError.refused, ServiceError.notOwned {
                #expect(!allowed, "\(role) was refused \(command.type)")
            }
        }
    }

    @Test func aRefusalNamesTheRightAndNotTheRecord() throws {
        let office = try Office()
        let theirs = try office.lead("Secret Company")
        let viewer = try office.session(.viewer)
        let error = #expect(throws: ServiceError.self) { try viewer.run(.delete(theirs)) }
        #expect(error?.message == "Your role does not include the right to write leads. Ask an admin of the tenant.")
    }

    @Test func tenantsAreStrangersToEachOther() throws {
        let office = try Office()
        let theirs = try office.lead("Secret Company")
        _ = try office.service.createTenant(
            slug: "other", name: "Other", admin: .init(name: "Otto", email: "otto@other.test"), at: Office.noon)
        let other = try office.service.session(
            tenant: "other", user: nil, channel: .commandLine, clock: .fixed(at: Office.noon))
        #expect(try other.search("Secret").isEmpty)
        #expect(throws: ServiceError.self) { try other.detail(of: theirs) }
        #expect(throws: ServiceError.self) { try other.run(.delete(theirs)) }
    }
}

extension Office {
    /// A rep of the team north who is not the one under test.
    fileprivate func colleague() throws -> Session {
        try admin.addUser(name: "Colin Colleague", email: "colin@acme.test", role: .rep, team: "north")
        return try service.session(
            tenant: "acme", user: "colin", channel: .commandLine, clock: .fixed(at: Office.noon))
    }
}
