import HarkCore
import HarkLanguage
import HarkService
import Testing

/// What may be meant is listed, and a number chooses.
struct OfferingTests {
    /// Phrases no sentence of the templates reads, which may mean several things.
    private static let unclear = [
        "umber strategy wants to go forward on monday",
        "lindenau alpine homeware, sophie, the outage, what about it then",
        "kindly consider slate baltic timber for a quick thing on friday",
    ]

    @Test func whatMayBeMeantIsOffered() throws {
        let office = try SampleOffice()
        defer { office.close() }
        let offering = try Self.unclear.filter { phrase in
            try office.withSession(of: "maria") { try aNumberChooses(phrase, in: Conversation($0)) }
        }
        #expect(offering.count >= 2)
        try office.withSession(of: "maria") { try whatIsForeignIsNoChoice(in: Conversation($0)) }
        try office.withSession(of: "samir") { try rightsAreToldAtOnce(in: Conversation($0)) }
    }

    /// - Returns: Whether anything was offered.
    private func aNumberChooses(_ phrase: String, in begun: Conversation) throws -> Bool {
        var conversation = begun
        let action = try conversation.read(phrase)[0][0]
        guard let last = action.offers.last else { return false }
        #expect(action.status == .clarify && action.command == nil || action.isGuess, "\(phrase)")
        #expect(action.offers.allSatisfy { $0.command != nil && $0.commandType != .delete }, "\(phrase)")
        #expect(action.json["offers"]?.elements.count == action.offers.count)
        _ = try? conversation.perform([action])
        let chosen = try conversation.read("\(action.offers.count)")[0]
        #expect(chosen.map(\.commandType) == [last.commandType] && chosen[0].entities == last.entities, "\(phrase)")
        #expect(chosen[0].command != nil)
        return true
    }

    private func whatIsForeignIsNoChoice(in begun: Conversation) throws {
        var conversation = begun
        for phrase in ["buy 100 shares of apple", "what is the capital of france", "play something by mozart"] {
            let action = try conversation.read(phrase)[0][0]
            #expect(action.status == .unknown && action.offers.isEmpty, "\(phrase)")
        }
    }

    /// Whoever has no right to something hears so before Enter.
    private func rightsAreToldAtOnce(in begun: Conversation) throws {
        var conversation = begun
        let action = try conversation.read("log a call with Sophie Lemoine, 5 minutes")[0][0]
        #expect(action.status == .refused && action.command == nil)
        #expect(action.question?.contains("right") == true)
    }
}
