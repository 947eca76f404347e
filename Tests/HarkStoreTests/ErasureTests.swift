import Foundation
import HarkCore
import Testing

@testable import HarkStore

/// Erasing a person: what goes, what stays as a number, and that no byte of it is left in the files.
struct ErasureTests {
    private static let email = "zebulonia.quill@xylograph.example"
    private static let name = "Zebulonia Quill"

    /// An office with one person in every table, and somebody else of the same name.
    private struct Scene {
        var office: Office
        var contact, namesake: RecordReference
        var lead: Identifier<Lead>
        var deal: Identifier<Deal>
        var company: Identifier<Company>
        var meeting: Identifier<Activity>

        init(_ location: Store.Location = .memory) throws { try self.init(Office(location)) }

        init(_ office: Office) throws {
            self.office = office
            let (name, email) = (ErasureTests.name, ErasureTests.email)
            let firm = try office.write { try $0.insert(Company(name: "Xylograph")) }
            company = firm
            let person = try office.write(.createContact, "Added contact \(name)") {
                try $0.insert(Contact(name: name, company: firm, email: "old.\(email)", phone: "+49 151 2345678"))
            }
            let one = RecordReference(.contact, person.rawValue)
            contact = one
            try office.write(.updateContact, "Changed e-mail of \(name)") { writing in
                var contact = try writing.reading.contact(person)
                contact.email = email
                try writing.update(contact)
            }
            let found = try office.write(.createLead, "Added lead Xylograph") { writing in
                var lead = Lead("Xylograph", person: name, email: email.uppercased())
                lead.message = "Write to \(email)"
                lead.attributes = ["hobby": .text("falconry")]
                lead.amount = Money(minorUnits: 500_00, currency: "EUR")
                return try writing.insert(lead)
            }
            lead = found
            let about = RecordReference(.lead, found.rawValue)
            try office.write(.addNote, "Added note to \(name)") { writing in
                for subject in [one, about] {
                    _ = try writing.insert(
                        Activity(
                            kind: .note, subject: "Note", body: "falconer", related: subject, createdAt: noon))
                    _ = try writing.insert(Message(subject: subject, channel: "email", body: "Dear falconer", at: noon))
                    _ = try writing.tag(subject, "falconer")
                }
                _ = try writing.insert(Event(subject: about, kind: .call, at: noon, note: "about falconry"))
                _ = try writing.learn("zebra quill", for: one)
                try writing.pin(about, at: 90, reason: "keeps falcons", until: nil)
                try writing.save([Score(lead: found, 0.7)])
            }
            let (held, sold) = try office.write(.scheduleMeeting, "Scheduled: Meeting with \(name)") { writing in
                let meeting = try writing.insert(
                    Activity(
                        kind: .meeting, subject: "Meeting with \(name)",
                        related: RecordReference(.company, firm.rawValue),
                        attendees: [person], createdAt: noon))
                let deal = try writing.insert(
                    Deal(name: "\(name) deal", contact: person, lead: found, createdAt: noon))
                return (meeting, deal)
            }
            (meeting, deal) = (held, sold)
            try office.write { writing in
                for words in ["call \(name.lowercased()) at nine", "mail \(email)", "show leads"] {
                    _ = try writing.insert(
                        VoiceLog(
                            user: office.admin.id, at: noon, source: .voice, transcript: words, commandType: "SEARCH",
                            performed: true))
                }
                try writing.keep(SavedView(name: "Hers", kind: .deal, filter: "\"\(name)\"", sort: []))
            }
            let other = try office.write(.createContact, "Added a namesake") {
                try $0.insert(Contact(name: name, email: "another@else.example"))
            }
            namesake = RecordReference(.contact, other.rawValue)
            try office.write {
                let note = "\(name) recommended us"
                _ = try $0.insert(
                    Activity(
                        kind: .note, subject: "Note", body: note,
                        related: RecordReference(.company, firm.rawValue), createdAt: noon))
            }
        }

        func erase() throws -> ErasedPerson { try office.store.erase(contact, office.request()) }
    }

    @Test func whatThereIsIsCountedBefore() throws {
        let scene = try Scene()
        let traces = try scene.office.read { try $0.traces(of: scene.contact) }
        #expect(traces.name == Self.name)
        #expect(traces.records == [scene.contact, RecordReference(.lead, scene.lead.rawValue)])
        #expect(traces.activities == 2 && traces.messages == 2 && traces.phrases == 2 && traces.namesakes == 1)
        let erased = try scene.erase()
        #expect(erased.traces == traces)
        #expect(erased.mentions == 1 && erased.isOverwritten)
    }

    @Test func aContactGoesAndALeadStaysAsANumber() throws {
        let scene = try Scene()
        _ = try scene.erase()
        try scene.office.read { reading in
            #expect(throws: StoreError.notFound(scene.contact)) { try reading.named(scene.contact) }
            #expect(try reading.named(scene.namesake).name == Self.name)
            let lead = try reading.lead(scene.lead)
            #expect(lead.person == "Erased lead 1" && lead.companyName == "Xylograph")
            #expect(lead.email == nil && lead.phone == nil && lead.message == nil && lead.attributes.isEmpty)
            #expect(lead.amount?.minorUnits == 500_00 && lead.createdAt == noon)
            #expect(try reading.score(of: RecordReference(.lead, scene.lead.rawValue), at: noon)?.probability == 0.7)
            let deal = try reading.deal(scene.deal)
            #expect(deal.name == "Deal 1" && deal.contact == nil && deal.lead == scene.lead)
            let meeting = try reading.activity(scene.meeting)
            #expect(meeting.subject == "Meeting" && meeting.attendees.isEmpty)
            #expect(try reading.search("Zebulonia").map(\.reference) == [scene.namesake])
            #expect(try reading.search("Erased lead").count == 1)
            #expect(try reading.voiceLogs().map(\.transcript) == ["show leads"])
            #expect(try reading.heardNames().isEmpty && reading.pins(of: .lead).isEmpty)
            #expect(try reading.savedViews(of: scene.office.admin.id).isEmpty)
            #expect(try reading.leads(matching: RecordQuery(.lead), me: scene.office.admin.id).rows.count == 1)
        }
    }

    @Test func deletedRecordsOfThePersonGoToo() throws {
        let scene = try Scene()
        try scene.office.write(.delete, "Deleted lead") { try $0.delete(RecordReference(.lead, scene.lead.rawValue)) }
        #expect(try scene.erase().traces.records.count == 2)
        try scene.office.write { try $0.restore(RecordReference(.lead, scene.lead.rawValue)) }
        #expect(try scene.office.read { try $0.lead(scene.lead) }.email == nil)
    }

    @Test func nothingAboutThePersonCanBeUndone() throws {
        let scene = try Scene()
        let office = scene.office
        _ = try office.store.undo(office.request())
        _ = try scene.erase()
        #expect(throws: StoreError.nothingToRedo) { try office.store.redo(office.request()) }
        let titles = try office.read { try $0.journal() }.map(\.title)
        #expect(titles.first == "Erased contact 1 for good")
        #expect(!titles.contains { $0.contains("Zebulonia") })
        for title in titles.filter({ $0 != "Added a namesake" }) {
            #expect(throws: StoreError.erased(title: title)) { try office.store.undo(office.request()) }
        }
        #expect(throws: StoreError.nothingToUndo) { try office.store.undo(office.request()) }
        #expect(try office.read { try $0.lead(scene.lead) }.email == nil)
    }

    @Test func whatOthersDidCanStillBeUndone() throws {
        let scene = try Scene()
        let office = scene.office
        _ = try scene.erase()
        try office.write(.createCompany, "Added company Tind") { _ = try $0.insert(Company(name: "Tind")) }
        #expect(try office.store.undo(office.request()).map(\.title) == ["Added company Tind"])
        #expect(throws: StoreError.erased(title: "Erased contact 1 for good")) {
            try office.store.undo(office.request())
        }
        #expect(try office.store.undo(office.request()).map(\.title) == ["Added a namesake"])
    }

    @Test func theAuditTrailTellsOfItWithoutTellingWho() throws {
        let scene = try Scene()
        _ = try scene.erase()
        let all = try scene.office.read { try $0.auditRows() }
        let rows = all.filter { $0.action == "ERASE_PERSON" }
        #expect(rows.compactMap(\.object) == ["contact 1", "lead 1"])
        #expect(rows.allSatisfy { $0.outcome == "done" && !$0.fields.contains("ebulonia") })
        #expect(try scene.office.read { try $0.verifyAudit() } == .intact(rows: all.count))
    }

    @Test func noByteIsLeftInTheFiles() throws {
        let folder = try Folder()
        let scene = try Scene(.file(folder.database))
        let secrets = [Self.email, "falcon", "2345678", "zebra"]
        #expect(Self.bytes(folder).contains(Data(Self.email.utf8)), "the search would find it")
        #expect(try scene.erase().isOverwritten)
        let left = Self.bytes(folder)
        for secret in secrets { #expect(left.range(of: Data(secret.utf8)) == nil, "\(secret) is left") }
        #expect(left.range(of: Data(Self.email.uppercased().utf8)) == nil)
    }

    /// The bytes of the database, its write-ahead log and its journal.
    private static func bytes(_ folder: Folder) -> Data {
        ["", "-wal", "-journal"].reduce(into: Data()) { bytes, suffix in
            if let file = FileManager.default.contents(atPath: folder.database + suffix) { bytes.append(file) }
        }
    }

    @Test func anotherTenantsPersonStays() throws {
        let here = try Scene()
        let there = try Scene(Office(here.office.store, slug: "globex"))
        _ = try here.erase()
        try there.office.read { reading in
            let contact = try reading.contact(Identifier(there.contact.id))
            #expect(contact.email == Self.email)
            #expect(try reading.lead(there.lead).person == Self.name)
            #expect(try reading.voiceLogs().count == 3)
            #expect(try reading.search("Zebulonia").count > 1)
            #expect(try reading.journal().contains { $0.title.contains(Self.name) })
        }
        #expect(try there.office.store.undo(there.office.request()).map(\.title) == ["Added a namesake"])
        // A number of that other tenant means nobody here.
        #expect(throws: StoreError.self) {
            try here.office.store.erase(RecordReference(.contact, 99), here.office.request())
        }
    }

    @Test func aCustomerLosesNameTicketsAndReasons() throws {
        let office = try Office()
        let customer = try office.write { writing in
            let id = try writing.insert(
                Customer(name: "Zebulonia Quill", plan: "Pro", attributes: ["hobby": .text("falconry")]))
            _ = try writing.insert(Ticket(customer: id, subject: "My falcon", openedAt: noon))
            return id
        }
        let erased = try office.store.erase(RecordReference(.customer, customer.rawValue), office.request())
        #expect(erased.traces.name == Self.name)
        try office.read { reading in
            let left = try reading.customer(customer)
            #expect(left.name == "Erased customer 1" && left.plan == "Pro" && left.attributes.isEmpty)
            #expect(try reading.ticket(Identifier(1)).subject == "Ticket 1")
        }
    }
}

extension Data {
    fileprivate func contains(_ other: Data) -> Bool { range(of: other) != nil }
}
