import HarkCore
import Testing

@testable import HarkService

/// A lead that was won and the customer it became have one name.
struct NamesakeTests {
    /// What keys and suggestions put into the prompt, where `it` stands for the name.
    static let phrases = [
        "log a call with it", "call it tomorrow", "schedule a meeting with it on friday at 10",
        "add a note to it: asked for a quote", "follow up with it on friday",
    ]

    @Test(arguments: phrases) func theSelectedOneIsMeant(_ phrase: String) throws {
        let office = try Office()
        let lead = try office.lead("Fjordline")
        let customer = RecordReference(.customer, try office.customer("Fjordline").rawValue)
        for selected in [lead, customer] {
            var conversation = try Conversation(office.admin)
            conversation.selected = NamedRecord(selected, name: "Fjordline")
            let actions = try #require(try conversation.read(phrase.replacing(" it", with: " Fjordline")).first)
            #expect(actions.flatMap(\.links).map(\.record.reference) == [selected], "\(actions)")
        }
    }
}
