import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Sentences that look like commands and must never simply run.
struct SafeguardTests {
    static let doubtful = [
        "have we lost the Fabrikam deal?", "who lost the Fabrikam deal", "have I called Helen Marsh?",
        "who called Helen Marsh", "do I need to call Helen Marsh tomorrow?",
        "am I meeting Helen Marsh tomorrow at 3pm?",
        "disqualify Brightwater?", "I think we lost the Fabrikam deal", "call the third one tomorrow",
        "add a lead from Marks and Spencer",
        "disqualify Brightwater, Aldgate Optics and Northwind Traders", "delete Helen Marsh and Ole Berg",
        "note on Brightwater and Aldgate Optics: both want a demo",
        "add contact Jim Beam and Johnny Walker at Foo",
    ]

    @Test(arguments: doubtful)
    func asksBeforeItWrites(_ phrase: String) throws {
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(
            actions.allSatisfy { $0.status != .ready || $0.command?.writes != true },
            "\(actions.map(\.json.compact))")
    }

    static let plain = [
        "had a call with Helen Marsh for 20 minutes", "can you add a lead from Tind Sports?",
        "add a lead from Tind Sports and remind me to call them tomorrow", "note on Brightwater: did she call?",
    ]

    @Test(arguments: plain)
    func doesNotAskWithoutNeed(_ phrase: String) throws {
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(actions.allSatisfy { $0.status == .ready }, "\(actions.map(\.json.compact))")
    }

    @Test func aLeadIsFoundByItsPerson() throws {
        let lead = RecordReference(.lead, 77)
        var names = NameIndex([NamedRecord(lead, name: "Fjord Foods")])
        names.insert(alias: NamedRecord(lead, name: "Ingrid Solheim", detail: "Fjord Foods", parent: "Fjord Foods"))
        var context = Larkspur.context()
        context.names = names
        let action = try Larkspur.reader().read("log a call with Ingrid Solheim", in: context)[0]
        #expect(action.status == .ready)
        #expect(action.links.first?.record.reference == lead)
    }

    @Test func aNameAnswersWhichOneIsMeant() throws {
        let reader = try Larkspur.reader()
        let pending = reader.read("move the deal to won", in: Larkspur.context())[0]
        #expect(pending.status == .clarify)
        let action = reader.read("Fabrikam fleet", in: Larkspur.context(pending: pending))[0]
        #expect(action.commandType == .updateDeal && action.status == .ready, "\(action.json.compact)")
        #expect(action.entities["deal"] == "Fabrikam fleet", "\(action.json.compact)")
    }
}
