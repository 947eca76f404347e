import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Sentences that tell something and want something of it, put as people put them.
struct ReportTests {
    /// What is said, and the commands it comes to, in order, with an entity of each.
    static let reports: [(String, [(CommandType, String, JSONValue)])] = [
        (
            "i called Helen Marsh, she is happy with it, create a task to send her the contract friday",
            [(.logCall, "note", "she is happy with it"), (.createTask, "due", "2026-03-06")]
        ),
        (
            "log a call with Tom Anderson, he loved the demo and set his deal to negotiation",
            [(.logCall, "note", "he loved the demo"), (.updateDeal, "deal", "Fabrikam fleet")]
        ),
        (
            "log a call with Tom Anderson and set his deal to negotiation",
            [(.logCall, "contact", "Tom Anderson"), (.updateDeal, "deal", "Fabrikam fleet")]
        ),
        (
            "had a 15 min call with Tom Anderson, the cfo needs to sign, chase him friday and move the deal to negotiation",
            [
                (.logCall, "note", "the cfo needs to sign"), (.createTask, "due", "2026-03-06"),
                (.updateDeal, "deal", "Fabrikam fleet"),
            ]
        ),
        (
            "just tried Helen Marsh, voicemail, will try again tomorrow at 9",
            [(.logCall, "outcome", "voicemail"), (.createTask, "due", "2026-03-04T09:00")]
        ),
        (
            "new lead from a call: petra vogt, head of ops at kiesler metallbau, wants a quote, call her tomorrow at 10",
            [(.createLead, "message", "head of ops, wants a quote"), (.createTask, "due", "2026-03-04T10:00")]
        ),
    ]

    @Test(arguments: reports)
    func aCommandInAReportIsDoneToo(_ phrase: String, _ meant: [(CommandType, String, JSONValue)]) throws {
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(actions.map(\.commandType) == meant.map(\.0), "\(actions.map(\.json.compact))")
        for (action, (_, entity, value)) in zip(actions, meant) {
            #expect(action.status == .ready && action.entities[entity] == value, "\(action.json.compact)")
        }
    }

    /// What is dictated is kept word for word.
    @Test func aNoteKeepsItsCommands() throws {
        let phrase = "log a call with Tom Anderson: agreed 4k, close friday"
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(actions.count == 1 && actions[0].entities["note"] == "agreed 4k, close friday")
    }

    /// Whatever is made of them, nothing of them is dropped unasked.
    @Test(arguments: [
        "met Helen Marsh for lunch, great chat, put her deal at 80 percent and book a demo for thursday 3pm",
        "they signed, mark the Acme renewal as won, and create a task to send the invoice tomorrow",
        "not sure about Priya Patel, how is she scoring",
        "his lead has no source by the way, came from the trade fair",
    ])
    func whatIsLeftOutIsAskedAbout(_ phrase: String) throws {
        let context = Larkspur.context(selected: Larkspur.record(.lead, 3))
        let actions = try Larkspur.reader().read(phrase, in: context)
        let isWhole = actions.count > 1
        #expect(
            isWhole || actions.allSatisfy { $0.status != .ready || $0.command?.writes != true },
            "\(actions.map(\.json.compact))")
    }

    @Test func whatStandsBetweenCommasHasItsPlaceInATask() throws {
        let phrase = "Peter should call Helen Marsh today, top priority, write that down for him"
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.commandType == .createTask, "\(action.json.compact)")
        #expect(action.entities["subject"] == "Call Helen Marsh" && action.entities["priority"] == "high")
        #expect(action.entities["due"]?.string?.hasPrefix("2026-03-03") == true, "\(action.json.compact)")
    }

    /// "Him" is the colleague something was given to, and not the one who speaks.
    @Test func himMayBeAColleague() throws {
        let reader = try Larkspur.reader()
        var context = Larkspur.context()
        context.last = reader.read("assign Cobalt Robotics to Peter Olsen", in: context)[0]
        context.colleague = Larkspur.users.first { $0.name == "Peter Olsen" }
        let action = reader.read("set him a task to call them tomorrow morning", in: context)[0]
        #expect(action.commandType == .createTask, "\(action.json.compact)")
        #expect(action.entities["assignee"] == "Peter Olsen", "\(action.json.compact)")
    }

    @Test(arguments: [
        ("lunch with Peter Olsen friday at 12", ["Peter Olsen"]),
        ("book me and Helen Marsh thursday at 9am", ["Helen Marsh"]),
        ("call with Peter and Helen Marsh tomorrow at 10", ["Helen Marsh", "Peter Olsen"]),
    ])
    func colleaguesAreMetToo(_ phrase: String, _ attendees: [String]) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.commandType == .scheduleMeeting && action.status == .ready, "\(action.json.compact)")
        #expect(action.entities["attendees"]?.elements.compactMap(\.string) == attendees, "\(action.json.compact)")
    }

    @Test(arguments: [
        ("german customers", "Germany"), ("leads from the uk", "United Kingdom"), ("deals in norway", "Norway"),
    ])
    func countriesAreFoundByTheirNames(_ phrase: String, _ country: String) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.entities["filters"]?["city"]?.string == country, "\(action.json.compact)")
        #expect(action.command?.query?.conditions == [Condition(.country, .equals, .text(country))])
    }

    /// What is likely after what was said before is proposed with all that the phrase has.
    @Test func aLeaningRemarkIsProposed() throws {
        let reader = try Larkspur.reader()
        var context = Larkspur.context(selected: Larkspur.record(.lead, 3))
        context.last = reader.read("show lead Cobalt Robotics", in: context)[0]
        let action = reader.read("reckon it's worth about thirty grand", in: context)[0]
        #expect(action.commandType == .updateLead && action.status == .confirm, "\(action.json.compact)")
        #expect(action.entities["value"] == 30_000 && action.entities["lead"] == "Cobalt Robotics")
    }

    @Test(arguments: [("helen.marsh", Action.Status.ready), ("h.marsh", .ready), ("lars.holmgren", .confirm)])
    func anAddressOfSomebodyElseIsAskedAbout(_ name: String, _ status: Action.Status) throws {
        let context = Larkspur.context(selected: Larkspur.record(.contact, 3))
        let action = try Larkspur.reader().read("her email is \(name)@aldgate.example", in: context)[0]
        #expect(action.commandType == .updateContact && action.status == status, "\(action.json.compact)")
    }

    @Test func aQuestionIsNoName() throws {
        let reader = try Larkspur.reader()
        var context = Larkspur.context()
        let asked = reader.read("add a new contact", in: context)[0]
        #expect(asked.status == .clarify)
        context.pending = asked
        for phrase in ["is the pilot over seventy five thousand now", "and Ole Berg, what's his number again"] {
            let action = reader.read(phrase, in: context)[0]
            #expect(action.commandType != .createContact || action.status != .ready, "\(action.json.compact)")
        }
        #expect(reader.read("Frida Moen", in: context)[0].entities["person"] == "Frida Moen")
    }

    @Test func theTalkIsReadWhole() {
        #expect(TalkLine.mistakes.isEmpty)
        #expect(TalkLine.all.count > 8_000)
        #expect(Set(TalkLine.all.flatMap(\.commands)).count > 70)
    }
}
