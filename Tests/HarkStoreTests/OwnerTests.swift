import HarkCore
import Testing

@testable import HarkStore

struct OwnerTests {
    @Test func theJournalKnowsWhoOwnedARecordWhen() throws {
        let office = try Office()
        let jonas = try office.write {
            try $0.insert(User(id: Identifier(0), name: "Jonas Eide", email: "j@lark.example", role: .rep))
        }
        let id = try office.write(.createLead, "Added lead Acme") { try $0.insert(Lead("Acme")) }
        let reference = RecordReference(.lead, id.rawValue)
        for (days, owner) in [(1, jonas), (5, office.admin.id)] {
            var request = office.request(.assignRecord, "Assigned Acme")
            request.at = noon.adding(days: days)
            _ = try office.store.write(request) { writing in
                var lead = try writing.reading.lead(id)
                lead.owner = owner
                try writing.update(lead)
            }
        }
        try office.write(.updateLead, "Qualified Acme") { writing in
            var lead = try writing.reading.lead(id)
            lead.status = .qualified
            try writing.update(lead)
        }
        let detail = try office.read { try $0.detail(of: reference) }
        #expect(
            detail.ownerChanges == [
                .init(at: noon.adding(days: 1), from: nil, to: "Jonas Eide"),
                .init(at: noon.adding(days: 5), from: "Jonas Eide", to: "Maria Lund"),
            ])
        #expect(detail.owner(at: noon) == nil)
        #expect(detail.owner(at: noon.adding(days: 1)) == "Jonas Eide")
        #expect(detail.owner(at: noon.adding(days: 9)) == "Maria Lund")
        _ = try office.store.undo(office.request(), count: 2)
        #expect(try office.read { try $0.detail(of: reference) }.ownerChanges.map(\.to) == ["Jonas Eide"])
    }

    @Test func aRecordNobodyAssignedHadItsOwnerAllAlong() throws {
        let office = try Office()
        let id = try office.write { try $0.insert(Customer(name: "Tind")) }
        let detail = try office.read { try $0.detail(of: RecordReference(.customer, id.rawValue)) }
        #expect(detail.ownerChanges.isEmpty && detail.owner(at: noon) == nil)
    }
}
