import HarkCore
import Testing

@testable import HarkService

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

    /// Changes of records that only some roles may make; every one of them for a colleague's own records.
    @Test(arguments: [Role.support, .viewer])
    func whoOnlyReadsChangesNothing(_ role: Role) throws {
        let office = try Office()
        let lead = try office.lead("Bergen Fjordline")
        let other = try office.lead("Tind")
        let made = try office.admin.run(.createDeal(NewDeal(name: "Refit", lead: Identifier(lead.id))))
        let deal = Identifier<Deal>(try #require(made.focus).id)
        let session = try office.session(role)
        let id = Identifier<Lead>(lead.id)
        let query = RecordQuery(.lead)
        let commands: [Command] = [
            .createLead(NewLead(company: "New")), .update(lead, FieldChange(.status, "contacted")),
            .disqualifyLead(id, reason: nil), .convertLead(id, amount: nil), .createContact(NewContact(person: "Nora")),
            .createCompany(NewCompany(name: "New")), .updateDeal(deal, stage: .won),
            .changeDeal(deal, .probability(50)), .assign([lead], to: session.user.id, name: "me"),
            .tag([lead], "hot", isAdded: true), .merge([lead, other], keep: lead),
            .bulkUpdate(query, FieldChange(.status, "contacted")), .bulkDelete(query), .delete(lead),
            .restore(.lead, named: nil), .erase(lead), .export(query), .importFile(path: "/nowhere.csv"),
        ]
        for command in commands {
            let error = #expect(throws: ServiceError.self, "\(role) ran \(command.type)") { try session.run(command) }
            #expect(error?.isRefusal == true, "\(command.type): \(error?.message ?? "")")
        }
        #expect(try office.admin.leads(query).total == 2)
    }

    /// Meetings, tasks, calls and e-mails; support writes notes and tickets only.
    @Test(arguments: [Role.support, .viewer])
    func whoOnlyReadsPlansAndLogsNothing(_ role: Role) throws {
        let office = try Office()
        let lead = try office.lead("Bergen Fjordline")
        let admin = office.admin
        _ = try admin.run(.createTask(NewTask(subject: "Report", due: Office.noon)))
        func visit(_ days: Int) -> NewMeeting {
            let person = NamedRecord(lead, name: "Bergen Fjordline")
            return NewMeeting(attendees: [person], start: Office.noon.adding(days: days), subject: "Visit")
        }
        _ = try admin.run(.scheduleMeeting(visit(1)))
        let meeting = try #require(try admin.records(RecordQuery(.meeting)).rows.first).reference
        let id = Identifier<Activity>(try #require(try admin.records(RecordQuery(.task)).rows.first).reference.id)
        let session = try office.session(role)
        let commands: [Command] = [
            .scheduleMeeting(visit(2)),
            .reschedule(meeting, to: Office.noon.adding(days: 2)), .cancelActivity(meeting),
            .createTask(NewTask(subject: "Call", due: Office.noon)), .completeTask(id),
            .snoozeTask(id, until: Office.noon.adding(days: 1)),
            .log(WorkLog(isMeeting: false, related: lead, at: Office.noon)),
            .log(WorkLog(isMeeting: true, related: lead, at: Office.noon)),
            .draftEmail(EmailDraft(recipient: lead)),
        ]
        for command in commands {
            let error = #expect(throws: ServiceError.self, "\(role) ran \(command.type)") { try session.run(command) }
            #expect(error?.isRefusal == true, "\(command.type): \(error?.message ?? "")")
        }
        #expect(try admin.records(RecordQuery(.task)).total == 1)
    }

    @Test(arguments: [(Role.admin, true), (.manager, true), (.support, true), (.viewer, false)])
    func ticketsAreForThoseWhoHelpCustomers(_ role: Role, mayWrite: Bool) throws {
        let office = try Office()
        let customer = try office.customer("Nordlys Energi")
        _ = try office.admin.run(.createTicket(NewTicket(customer: customer, subject: "No login")))
        let ticket = try #require(try office.admin.records(RecordQuery(.ticket)).rows.first).reference
        let session = try office.session(role)
        let commands: [Command] = [
            .createTicket(NewTicket(customer: customer, subject: "Slow")),
            .update(ticket, FieldChange(.priority, "high")),
            .closeTicket(Identifier(ticket.id), resolution: nil), .delete(ticket),
        ]
        for command in commands {
            do {
                _ = try session.run(command)
                #expect(mayWrite, "\(role) ran \(command.type)")
            } catch ServiceError.refused, ServiceError.notOwned {
                #expect(!mayWrite, "\(role) was refused \(command.type)")
            }
        }
    }

    /// What is offered to a role is what the commands above let it do.
    @Test(arguments: Role.allCases)
    func onlyWhatMayBeDoneIsOffered(_ role: Role) throws {
        let session = try Office().session(role)
        let offered = Set(CommandType.allCases.filter { session.mayTry($0) })
        #expect(offered.isSuperset(of: [.listRecords, .showRecord, .help, .undo, .switchTenant]))
        #expect(offered.contains(.createLead) == [.admin, .manager, .rep].contains(role))
        #expect(offered.contains(.addNote) == (role != .viewer))
        #expect(offered.contains(.createTicket) == (role != .viewer))
        #expect(offered.contains(.importRecords) == [.admin, .manager, .rep].contains(role))
        #expect(offered.contains(.erasePerson) == (role == .admin))
    }

    @Test func aRepExportsOnlyLeadsOfTheirOwn() throws {
        let office = try Office()
        _ = try office.lead("Bergen Fjordline")
        let rep = try office.session(.rep)
        _ = try office.lead("=cmd", in: rep)
        let lines = try rep.exportLines(RecordQuery(.lead))
        #expect(lines.count == 2)
        #expect(lines[1].contains("\"'=cmd\""))
        #expect(try office.admin.exportLines(RecordQuery(.lead)).count == 3)
    }

    @Test func whatRecursIsEnteredOften() throws {
        let office = try Office()
        let later = (1...3).map { Office.noon.adding(minutes: $0 * 7 * 24 * 60) }
        _ = try office.admin.run(.createTask(NewTask(subject: "Report", due: Office.noon, repeats: later)))
        #expect(try office.admin.records(RecordQuery(.task)).total == 4)
        _ = try office.admin.run(.undo(count: 1))
        #expect(try office.admin.records(RecordQuery(.task)).total == 0)
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

extension ServiceError {
    /// Whether the role is what stands in the way, which is exit code 4.
    fileprivate var isRefusal: Bool {
        switch self {
        case .refused, .notOwned: true
        default: false
        }
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
