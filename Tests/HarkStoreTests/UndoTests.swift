import HarkCore
import Testing

@testable import HarkStore

struct UndoTests {
    @Test func undoAndRedoWalkThroughTheUsersCommands() throws {
        let office = try Office()
        let id = try office.write(.createLead, "Added lead Acme") { try $0.insert(Lead("Acme")) }
        try office.write(.updateLead, "Qualified Acme") { writing in
            var lead = try writing.reading.lead(id)
            lead.status = .qualified
            try writing.update(lead)
        }
        try office.write(.delete, "Deleted Acme") { try $0.delete(RecordReference(.lead, id.rawValue)) }
        #expect(try office.leads() == [])
        let undone = try office.store.undo(office.request())
        #expect(undone.map(\.title) == ["Deleted Acme"])
        #expect(try office.leads("stage:qualified") == ["Acme"])
        #expect(try office.leads("acm") == ["Acme"])
        #expect(try office.store.undo(office.request(), count: 5).count == 2)
        #expect(try office.leads() == [])
        #expect(try office.leads("acm") == [])
        #expect(throws: StoreError.nothingToUndo) { try office.store.undo(office.request()) }
        #expect(
            try office.store.redo(office.request(), count: 2).map(\.title) == ["Added lead Acme", "Qualified Acme"])
        #expect(try office.leads("stage:qualified") == ["Acme"])
        #expect(try office.read { try $0.journal() }.map(\.undone) == [true, false, false])
    }

    @Test func aNewCommandEndsRedo() throws {
        let office = try Office()
        try office.write(.createLead, "Added Acme") { _ = try $0.insert(Lead("Acme")) }
        _ = try office.store.undo(office.request())
        try office.write(.createLead, "Added Globex") { _ = try $0.insert(Lead("Globex")) }
        #expect(throws: StoreError.nothingToRedo) { try office.store.redo(office.request()) }
        #expect(try office.leads() == ["Globex"])
        // The number of the lead that is gone is not given out again.
        #expect(try office.read { try $0.leads(named: "Globex") }.first?.id.rawValue == 2)
    }

    @Test func undoSurvivesAScoreButNotAnEdit() throws {
        let office = try Office()
        let id = try office.write(.createLead, "Added Acme") { try $0.insert(Lead("Acme")) }
        try office.write { try $0.save([Score(lead: id, 0.9)]) }
        _ = try office.store.undo(office.request())
        _ = try office.store.redo(office.request())
        #expect(try office.leads("score>80") == ["Acme"])
        try office.write { writing in
            var lead = try writing.reading.lead(id)
            lead.phone = "+49 30 1"
            try writing.update(lead)
        }
        let conflict = StoreError.changedSince(RecordReference(.lead, id.rawValue), name: "Acme")
        #expect(throws: conflict) { try office.store.undo(office.request()) }
        #expect(try office.read { try $0.lead(id) }.phone == "+49 30 1")
    }

    @Test func oneConflictKeepsAllStepsFromHappening() throws {
        let office = try Office()
        let first = try office.write(.createLead, "Added Acme") { try $0.insert(Lead("Acme")) }
        try office.write(.createLead, "Added Globex") { _ = try $0.insert(Lead("Globex")) }
        try office.write { writing in
            var lead = try writing.reading.lead(first)
            lead.source = "web"
            try writing.update(lead)
        }
        #expect(throws: StoreError.self) { try office.store.undo(office.request(), count: 2) }
        #expect(try office.leads() == ["Acme", "Globex"])
    }

    @Test func aRecordOthersReferToStays() throws {
        let office = try Office()
        let id = try office.write(.createLead, "Added Acme") { try $0.insert(Lead("Acme")) }
        try office.write { _ = try $0.insert(Deal(name: "Big", lead: id, createdAt: noon)) }
        #expect(throws: StoreError.inUse(RecordReference(.lead, id.rawValue), name: "Acme")) {
            try office.store.undo(office.request())
        }
    }

    @Test func aMeetingWithItsGuestsGoesAndComesAsOne() throws {
        let office = try Office()
        let guests = try office.write { [try $0.insert(Contact(name: "Liv")), try $0.insert(Contact(name: "Sam"))] }
        let id = try office.write(.scheduleMeeting, "Met") { writing in
            try writing.insert(
                Activity(kind: .meeting, subject: "Demo", attendees: guests, at: noon, createdAt: noon))
        }
        _ = try office.store.undo(office.request())
        #expect(throws: StoreError.self) { try office.read { try $0.activity(id) } }
        _ = try office.store.redo(office.request())
        #expect(try office.read { try $0.activity(id) }.attendees == guests)
        try office.write(.updateDeal, "One less") { writing in
            var meeting = try writing.reading.activity(id)
            meeting.attendees = [guests[1]]
            try writing.update(meeting)
        }
        #expect(try office.read { try $0.activity(id) }.attendees == [guests[1]])
        _ = try office.store.undo(office.request())
        #expect(try office.read { try $0.activity(id) }.attendees == guests)
    }

    @Test func stagesAndTouchesFollow() throws {
        let office = try Office()
        let lead = try office.write { try $0.insert(Lead("Acme")) }
        let deal = try office.write(.createDeal, "Deal") { writing in
            try writing.insert(Deal(name: "Big", lead: lead, stage: .proposal, createdAt: noon))
        }
        #expect(try office.leads("stage:proposal") == ["Acme"])
        try office.write(.updateDeal, "Won") { writing in
            var won = try writing.reading.deal(deal)
            won.stage = .won
            try writing.update(won)
        }
        #expect(try office.leads("stage:new") == ["Acme"])
        let events = try office.read { try $0.detail(of: RecordReference(.lead, lead.rawValue)) }.events
        #expect(events.map(\.kind) == [.leadCreated, .stageChanged, .won])
        _ = try office.store.undo(office.request())
        #expect(try office.leads("stage:proposal") == ["Acme"])
        _ = try office.store.undo(office.request())
        #expect(try office.leads("stage:new") == ["Acme"])
        try office.write(.logCall, "Called") { writing in
            _ = try writing.insert(
                Activity(
                    kind: .call, subject: "Call", related: RecordReference(.lead, lead.rawValue), at: noon,
                    createdAt: noon))
        }
        #expect(try office.leads("touched:2026-03-03") == ["Acme"])
        _ = try office.store.undo(office.request())
        #expect(try office.leads("touched:2026-03-03") == [])
    }

    @Test func undoOutlivesTheProgram() throws {
        let folder = try Folder()
        var id = Identifier<Lead>(0)
        var request: WriteRequest?
        do {
            let office = try Office(.file(folder.database))
            id = try office.write(.createLead, "Added Acme") { try $0.insert(Lead("Acme")) }
            try office.write(.updateLead, "Named") { writing in
                var lead = try writing.reading.lead(id)
                lead.amount = Money(minorUnits: 9_007_199_254_740_993, currency: "EUR")
                lead.timeSpent = 0.1 + 0.2
                try writing.update(lead)
            }
            request = office.request()
        }
        let store = try Store.open(.file(folder.database))
        let office = try #require(request)
        _ = try store.undo(office)
        #expect(try store.read(office.tenant) { try $0.lead(id) }.amount == nil)
        _ = try store.redo(office)
        let lead = try store.read(office.tenant) { try $0.lead(id) }
        #expect(lead.amount?.minorUnits == 9_007_199_254_740_993)
        #expect(lead.timeSpent == 0.1 + 0.2)
    }

    @Test func eachUserUndoesOnlyOwnCommands() throws {
        let office = try Office()
        let tom = try office.write { writing in
            try writing.insert(User(id: Identifier(0), name: "Tom", email: "tom@x.example", role: .rep))
        }
        try office.write(.createLead, "Added Acme") { _ = try $0.insert(Lead("Acme")) }
        var request = office.request()
        request.user = tom
        #expect(throws: StoreError.nothingToUndo) { try office.store.undo(request) }
    }

    @Test func aFailedChangeLeavesNothing() throws {
        struct Stop: Error {}
        let office = try Office()
        #expect(throws: StoreError.self) {
            try office.write(.createLead, "Added Acme") { writing in
                _ = try writing.insert(Lead("Acme"))
                throw Stop()
            }
        }
        #expect(try office.leads() == [])
        #expect(try office.read { try $0.journal() } == [])
    }
}
