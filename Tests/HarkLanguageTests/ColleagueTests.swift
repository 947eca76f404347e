import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Colleagues are spoken of too: "she" may be one, a task may be for another, and one may join a meeting.
struct ColleagueTests {
    private func read(_ phrase: String, after: String = "", _ change: (inout ReadingContext) -> Void = { _ in }) throws
        -> Action
    {
        var context = Larkspur.context()
        if !after.isEmpty { context.last = try Larkspur.reader().read(after, in: context)[0] }
        change(&context)
        return try Larkspur.reader().read(phrase, in: context)[0]
    }

    @Test(arguments: [
        "how many open deals does he have", "show me his overdue tasks", "which of his customers are at risk",
        "what does she have tomorrow", "remind him to send the offer on friday",
    ])
    func aPronounMeansTheColleagueSpokenOf(_ phrase: String) throws {
        let action = try read(phrase) { $0.colleague = Larkspur.users[1] }
        let said = [action.entities["owner"], action.entities["assignee"], action.entities["filters"]?["owner"]]
        #expect(said.contains { $0?.string == "Peter Olsen" }, "\(action.json.compact)")
    }

    /// Whoever is named in the same phrase is whom it means.
    @Test func whoIsNamedComesFirst() throws {
        let action = try read("call Helen Marsh and ask her about the offer") { $0.colleague = Larkspur.users[1] }
        #expect(!action.json.compact.contains("Peter Olsen"), "\(action.json.compact)")
    }

    @Test(arguments: [
        "it should rather be Peter", "no sorry, that should be Peter rather than me", "Peter should do that instead",
        "no wait, that is for Peter, not for me",
    ])
    func aTaskIsForSomebodyElse(_ phrase: String) throws {
        let action = try read(phrase, after: "task for me: check the offer")
        let owner = action.entities["assignee"] ?? action.entities["owner"]
        #expect(owner?.string == "Peter Olsen" && action.command?.writes == true, "\(action.json.compact)")
    }

    /// When it is due may stand anywhere in what a colleague is to do.
    @Test(arguments: [
        (
            "remind Peter to call Helen Marsh tomorrow at ten about the demo", "Call Helen Marsh about the demo",
            "2026-03-04T10:00"
        ),
        (
            "tell Peter to send Helen Marsh the offer by friday noon and copy me",
            "Send Helen Marsh the offer and copy me", "2026-03-06T12:00"
        ),
        ("task for Peter check the invoice tomorrow it is late", "Check the invoice it is late", "2026-03-04"),
    ])
    func workForAColleagueKeepsWhoAndWhen(_ phrase: String, _ subject: String, _ due: String) throws {
        let action = try read(phrase)
        #expect(action.entities["assignee"] == "Peter Olsen", "\(action.json.compact)")
        #expect(action.entities["subject"]?.string == subject && action.entities["due"]?.string == due)
        #expect(action.status == .ready, "\(action.json.compact)")
    }

    @Test(arguments: ["Peter should join as well", "add Peter to it", "with Peter too", "and invite Peter"])
    func aColleagueJoins(_ phrase: String) throws {
        let action = try read(phrase, after: "schedule a meeting with Helen Marsh on friday at ten")
        let guests = action.entities["attendees"]?.elements.compactMap(\.string) ?? []
        #expect(Set(guests) == ["Helen Marsh", "Peter Olsen"], "\(action.json.compact)")
    }

    @Test(arguments: [
        "thanks, thats it for now", "great, cheers", "send him a whatsapp",
        "could you send me all this as a powerpoint",
    ])
    func politenessAndWhatHarkCannotDoAreAnswered(_ phrase: String) throws {
        let action = try read(phrase)
        #expect(action.commandType == .unknown && action.question != nil, "\(action.json.compact)")
    }
}
