import HarkCore
import Testing

@testable import HarkStore

struct RecordTests {
    @Test func aLeadComesBackAsItWasGiven() throws {
        let office = try Office()
        var lead = Lead("Nordwind GmbH", person: "Änne Vogt", email: "a@nordwind.example")
        lead.amount = Money(minorUnits: 9_007_199_254_740_993, currency: "EUR")
        lead.engagementScore = 0.1 + 0.2
        lead.converted = false
        lead.closedAt = noon.adding(days: 3)
        lead.owner = office.admin.id
        lead.attributes = ["employees": .number(12.5), "vip": .flag(true), "note": .text("a \"quote\"")]
        let id = try office.write { try $0.insert(lead) }
        lead.id = id
        let found = try office.read { try $0.lead(id) }
        #expect(found == lead)
        #expect(id.rawValue == 1)
    }
}
