import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// What people who had never seen the program said and did not get, put right in general.
struct StrangersPhraseTests {
    /// What is said, the command it comes to, an entity and its value.
    static let phrases: [(String, CommandType, String, JSONValue)] = [
        ("how many customers did we lose this year", .countRecords, "type", "customer"),
        ("which deals have a close date in the past", .listRecords, "type", "deal"),
        (
            "note on ticket 12: probably sso, happens since friday", .addNote, "text",
            "probably sso, happens since friday"
        ),
        ("note on #7 linnea called", .addNote, "record", "Slow reports"),
        ("set 12 to urgent", .updateTicket, "ticket", "Export fails"),
        ("forget the filter", .filterView, "filters", .object([])),
        ("what did i do today", .navigate, "view", "log"),
        ("undo that, wrong one", .undo, "count", .null),
        ("too many, take that back", .undo, "count", .null),
        ("fix the city of Globex, its seattle not tacoma", .updateCompany, "value", "Seattle"),
        ("set a reminder for Peter to call Helen Marsh tomorrow", .createTask, "assignee", "Peter Olsen"),
        (
            "book the demo with Helen Marsh for next tuesday 10 o'clock, an hour, over teams", .scheduleMeeting,
            "place", "Teams"
        ),
        ("who is our contact at Globex", .listRecords, "type", "contact"),
        ("Good morning, um, could you please show me the pipeline", .showPipeline, "owner", .null),
        ("remind Peter to call Helen Marsh today, she is furious", .createTask, "due", "2026-03-03"),
        (
            "remind me friday to check with Helen Marsh that all is ok", .setReminder, "subject",
            "Check with Helen Marsh that all is ok"
        ),
        ("forecast for everything that is open", .showForecast, "owner", .null),
        ("which customers have more than one open ticket", .countRecords, "type", "ticket"),
        ("why might Havn Seafood leave", .showScore, "record", "Havn Seafood"),
        ("what's the nps of Havn Seafood", .showField, "field", "nps"),
        ("does Havn Seafood have any late invoices", .showField, "field", "late_invoices"),
        ("how many seats does Havn Seafood have", .showField, "field", "seats"),
        ("what's in the queue this morning", .listRecords, "type", "ticket"),
        ("who is the person to talk to at Globex", .listRecords, "type", "contact"),
        ("set up a call with Helen Marsh wed 2pm about the training", .scheduleMeeting, "start", "2026-03-04T14:00"),
        ("set 12 to high, it's not urgent any more", .updateTicket, "value", "high"),
        ("leads nobody owns", .listRecords, "filters", .object([.init("owner", "none")])),
        ("unassigned leads", .listRecords, "filters", .object([.init("owner", "none")])),
        ("which deals have not moved in the longest time", .showStale, "type", "deal"),
        ("show me the stalest deals", .showStale, "type", "deal"),
        ("what slipped", .listRecords, "type", "deal"),
        ("who has the most overdue tasks", .countRecords, "by", "owner"),
        (
            "I met Petra Kowalski from Nordlicht Solar at the trade fair, head of procurement, wants a demo",
            .createLead, "person", "Petra Kowalski"
        ),
        ("remind me to call Helen Marsh tomorrow after lunch", .setReminder, "at", "2026-03-04T13:00"),
        ("call Helen Marsh tomorrow at 3, not at 1", .createTask, "due", "2026-03-04T15:00"),
    ]

    @Test func severalLeadsAreToldInOneGo() throws {
        let reader = try Larkspur.reader()
        let phrase = "two more from the fair: Ingo Brandt at Brandt Logistik and Sophie Laurent from Hexacare"
        let leads = reader.read(phrase, in: Larkspur.context())
        #expect(leads.map { $0.entities["person"] } == ["Ingo Brandt", "Sophie Laurent"])
        #expect(leads.map { $0.entities["company"] } == ["Brandt Logistik", "Hexacare"])
        #expect(leads.allSatisfy { $0.commandType == .createLead && $0.entities["amount"] == nil })
    }

    @Test func severalTicketsAreClosedByTheirNumbers() throws {
        let reader = try Larkspur.reader()
        for phrase in ["close tickets 2 and 7", "close 2 and 7, both are solved", "set tickets 2, 7 and 12 to urgent"] {
            let actions = reader.read(phrase, in: Larkspur.context())
            let tickets = actions.flatMap { $0.links.map(\.record.reference.id) }
            #expect(tickets == (phrase.contains("12") ? [2, 7, 12] : [2, 7]), "\(phrase)")
            #expect(actions.allSatisfy { $0.status == .ready }, "\(phrase)")
        }
        // A range is no list, and neither are amounts.
        #expect(reader.read("show deals between 2 and 7", in: Larkspur.context()).count == 1)
    }

    @Test(arguments: phrases)
    func isRead(_ phrase: String, _ command: CommandType, _ entity: String, _ value: JSONValue) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.commandType == command && action.status == .ready, "\(action.json.compact)")
        #expect(action.entities[entity] ?? .null == value, "\(action.json.compact)")
    }

    /// A slip is undone where nothing else makes sense of the phrase, and what writes is asked about.
    @Test(arguments: [
        ("show me my pieline", CommandType.showPipeline, Action.Status.ready),
        ("um can i see peter olsen's pipelie", .showPipeline, .ready),
    ])
    func slipsAreUndone(_ phrase: String, _ command: CommandType, _ status: Action.Status) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(action.commandType == command && action.status == status, "\(action.json.compact)")
        #expect(action.rawText == phrase)
    }

    /// A word that lacks a letter is no part of a new name.
    @Test(arguments: ["add Amara Okafor fom Quillon Labs as a new lead", "add contat Lucy Tran, CTO at Globex"])
    func aSlipIsNoName(_ phrase: String) throws {
        let action = try Larkspur.reader().read(phrase, in: Larkspur.context())[0]
        #expect(["Amara Okafor", "Lucy Tran"].contains(action.entities["person"]?.string), "\(action.json.compact)")
    }

    /// Words people use are neither slips of template words nor names typed wrong.
    @Test func commonWordsAreNoNamesAndNoSlips() throws {
        let reader = try Larkspur.reader()
        let lot = reader.read("hmm that's a lot", in: Larkspur.context())[0]
        #expect(lot.entities["filters"]?["stage"] == nil, "\(lot.json.compact)")
        #expect(reader.read("forget the past", in: Larkspur.context())[0].links.isEmpty)
    }

    /// A question proposes no change, and a figure says what of the question it leaves out.
    @Test func whatAQuestionLeavesOutIsSaid() throws {
        let action = try Larkspur.reader().read("what is our churn rate this year", in: Larkspur.context())[0]
        #expect(action.status != .ready, "\(action.json.compact)")
        #expect(action.question?.contains("churn") ?? true, "\(action.json.compact)")
    }

    @Test func theSameIsDoneForAnother() throws {
        let phrase = "tag Globex as exec attention and the same for Initech"
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(actions.map(\.commandType) == [.tagRecord, .tagRecord], "\(actions.map(\.json.compact))")
        #expect(actions.map { $0.entities["tag"] } == ["exec attention", "exec attention"])
        #expect(actions.map { $0.links.first?.record.name } == ["Globex", "Initech"])
    }

    /// What is to be done, said at the end of a report, is done too.
    @Test func aDutyInAReportIsATask() throws {
        let phrase = "just spoke to Helen Marsh, she wants ten percent off, need to call her back thursday at 2"
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(actions.map(\.commandType) == [.logCall, .createTask], "\(actions.map(\.json.compact))")
        #expect(actions.last?.entities["due"] == "2026-03-05T14:00")
    }

    /// A tenant's own word for a source is the one that is looked for.
    @Test func sourcesAreAsTheTenantKeepsThem() throws {
        var context = Larkspur.context()
        context.sources = ["trade fair": "Trade fair"]
        for phrase in ["leads from the trade fair", "leads from the trade show"] {
            let action = try Larkspur.reader().read(phrase, in: context)[0]
            #expect(action.entities["filters"]?["source"] == "Trade fair", "\(action.json.compact)")
        }
    }

    /// Of a tag of several words none is taken for a stage.
    @Test func tagsHaveSeveralWords() throws {
        var context = Larkspur.context()
        context.tags = ["must win"]
        let action = try Larkspur.reader().read("list the deals with the tag must win", in: context)[0]
        #expect(action.entities["filters"] == ["tag": "must win"], "\(action.json.compact)")
    }

    /// Parts of another year are counted from this one, whether or not this year's part is over: it is March 2026.
    @Test(arguments: [
        ("first quarter of next year", "2027-01-01T00:00", "2027-04-01T00:00"),
        ("first quarter of last year", "2025-01-01T00:00", "2025-04-01T00:00"),
        ("q4 last year", "2025-10-01T00:00", "2026-01-01T00:00"),
        ("first half of next year", "2027-01-01T00:00", "2027-07-01T00:00"),
        ("second half of last year", "2025-07-01T00:00", "2026-01-01T00:00"),
    ])
    func partsOfAnotherYear(_ phrase: String, _ from: String, _ until: String) throws {
        let action = try Larkspur.reader().read("customers renewing in the \(phrase)", in: Larkspur.context())[0]
        #expect(action.entities["filters"]?["renewal"]?["from"]?.string == from, "\(action.json.compact)")
        #expect(action.entities["filters"]?["renewal"]?["until"]?.string == until, "\(action.json.compact)")
    }

    /// Who has left is left out, and not the other way round.
    @Test func withoutThoseWhoLeft() throws {
        var context = Larkspur.context()
        let reader = try Larkspur.reader()
        context.last = reader.read("show all customers", in: context)[0]
        context.list = context.last
        let action = reader.read("without the churned ones", in: context)[0]
        let conditions = action.command?.query?.conditions ?? []
        #expect(conditions.contains(Condition(.churned, .equals, .nothing)), "\(action.json.compact)")
    }
}
