import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Phrases that leave out what was made, shown or listed before them.
struct LeaningPhraseTests {
    /// A phrase said of a selected record, or of a list.
    struct Row: Sendable, CustomTestStringConvertible {
        var phrase: String
        var command: CommandType
        var status: Action.Status
        var entities: String
        var testDescription: String { phrase }

        init(_ phrase: String, _ command: CommandType, _ status: Action.Status, _ entities: String) {
            (self.phrase, self.command, self.status, self.entities) = (phrase, command, status, entities)
        }
    }

    private func check(_ row: Row, in context: ReadingContext) throws {
        let action = try Larkspur.reader().read(row.phrase, in: context)[0]
        #expect(action.commandType == row.command, "\(action.json.compact)")
        #expect(action.status == row.status, "\(action.json.compact)")
        #expect(action.entities.compact == row.entities)
    }

    // MARK: Fields of what is spoken of

    static let ofALead = [
        Row(
            "the value is 15000 euros", .updateLead, .confirm,
            #"{"lead":"Cobalt Robotics","field":"amount","value":15000}"#),
        Row(
            "phone 01134960221", .updateLead, .ready,
            #"{"lead":"Cobalt Robotics","field":"phone","value":"01134960221"}"#),
        Row(
            "email sally@brightwater.co.uk", .updateLead, .ready,
            #"{"lead":"Cobalt Robotics","field":"email","value":"sally@brightwater.co.uk"}"#),
        Row(
            "change the source to linkedin", .updateLead, .ready,
            #"{"lead":"Cobalt Robotics","field":"source","value":"linkedin"}"#),
        Row(
            "and the owner to Peter", .assignRecord, .confirm, #"{"records":["Cobalt Robotics"],"owner":"Peter Olsen"}"#
        ),
    ]

    @Test(arguments: ofALead) func aFieldIsThatOfTheSelectedLead(_ row: Row) throws {
        try check(row, in: Larkspur.context(selected: Larkspur.record(.lead, 3)))
    }

    static let ofATicket = [
        Row(
            "priority urgent", .updateTicket, .ready, #"{"ticket":"Slow reports","field":"priority","value":"urgent"}"#),
        Row(
            "set its priority to urgent", .updateTicket, .ready,
            #"{"ticket":"Slow reports","field":"priority","value":"urgent"}"#),
        Row("what priority is it", .showField, .ready, #"{"record":"Slow reports","field":"priority"}"#),
        Row("who raised it", .showField, .ready, #"{"record":"Slow reports","field":"company"}"#),
        Row(
            "reopen that ticket", .updateTicket, .ready, #"{"ticket":"Slow reports","field":"status","value":"open"}"#),
        Row(
            "close that one, solved by update", .closeTicket, .ready,
            #"{"ticket":"Slow reports","resolution":"solved by update"}"#),
    ]

    @Test(arguments: ofATicket) func aFieldIsThatOfTheSelectedTicket(_ row: Row) throws {
        try check(row, in: Larkspur.context(selected: Larkspur.tickets[2]))
    }

    static let ofADeal = [
        Row(
            "push its close date back two weeks", .setCloseDate, .ready,
            #"{"deal":"Initech rollout","date_delta":"P14D"}"#),
        Row(
            "bring the close date forward by a month", .setCloseDate, .ready,
            #"{"deal":"Initech rollout","date_delta":"-P1M"}"#),
        Row(
            "task: chase signature, next monday, about this deal", .createTask, .ready,
            #"{"subject":"Chase signature","due":"2026-03-09","related":"Initech rollout"}"#),
    ]

    @Test(arguments: ofADeal) func aDateIsMovedFromWhereItWas(_ row: Row) throws {
        try check(row, in: Larkspur.context(selected: Larkspur.record(.deal, 2)))
    }

    @Test func theSecondHalfOfASentenceIsAboutTheFirst() throws {
        // The deal that was changed before is not "it" where the sentence has named somebody else.
        var context = Larkspur.context(selected: Larkspur.record(.deal, 1))
        context.touched = [try #require(Larkspur.record(.deal, 1))]
        let actions = try Larkspur.reader().read("give Wayne Enterprises to Peter and set it to proposal", in: context)
        #expect(actions.allSatisfy { action in !action.links.contains { $0.record.name == "Acme renewal" } })
        #expect(!actions.contains { $0.commandType == .updateDeal && $0.command != nil })
    }

    // MARK: One of a list

    static let ofTheList = [
        Row(
            "the one from Havn Seafood: set it to high", .updateTicket, .ready,
            #"{"ticket":"Invoice missing","field":"priority","value":"high"}"#),
        Row(
            "close the one from Nordlys Energi, it was a network problem", .closeTicket, .ready,
            #"{"ticket":"Login broken","resolution":"it was a network problem"}"#),
        Row("close the Nordlys one", .closeTicket, .ready, #"{"ticket":"Login broken"}"#),
        Row(
            "the second one isn't needed, close it", .closeTicket, .ready, #"{"ticket":"Invoice missing"}"#),
    ]

    @Test(arguments: ofTheList) func oneOfTheListIsCalledByWhatItBelongsTo(_ row: Row) throws {
        try check(row, in: Larkspur.context(listed: Larkspur.tickets))
    }

    @Test func ofTwoThatAreCalledSoNoneIsTaken() throws {
        let action = try Larkspur.reader().read(
            "close the one from Fjell Telecom", in: Larkspur.context(listed: Larkspur.tickets))[0]
        #expect(action.status == .clarify && action.command == nil)
        #expect(action.choices.map(\.name) == ["Slow reports", "Export fails"])
    }

    @Test func bothAreWhatOneCommandChanged() throws {
        var context = Larkspur.context(listed: Larkspur.tickets)
        context.last = try Larkspur.reader().read("give Acme renewal and Initech rollout to Peter", in: context)[0]
        context.touched = [try #require(Larkspur.record(.deal, 1)), try #require(Larkspur.record(.deal, 2))]
        let actions = try Larkspur.reader().read("put a note on both: please revive", in: context)
        #expect(actions.map { $0.entities["record"] } == ["Acme renewal", "Initech rollout"])
        #expect(actions.allSatisfy { $0.commandType == .addNote && $0.entities["text"] == "please revive" })
    }

    // MARK: Another one, and several

    @Test func anotherOneIsOfTheSameKind() throws {
        var context = Larkspur.context()
        context.last = try Larkspur.reader().read("open a ticket for Nordlys Energi: login broken", in: context)[0]
        try check(
            Row(
                "and one for Fjell Telecom, the dashboard is empty", .createTicket, .ready,
                #"{"customer":"Fjell Telecom","subject":"The dashboard is empty"}"#), in: context)
    }

    @Test func countedTasksAreOneEach() throws {
        let phrase = "create three tasks: call Helen Marsh, email Tom Anderson and ask him, prepare slides for Globex"
        let actions = try Larkspur.reader().read(phrase, in: Larkspur.context())
        #expect(
            actions.map { $0.entities["subject"] }
                == ["Call Helen Marsh", "Email Tom Anderson and ask him", "Prepare slides for Globex"])
        // Four are announced and three said: that is no list.
        let four = try Larkspur.reader().read(
            "create four tasks: call Helen, email Tom, prepare slides", in: Larkspur.context())
        #expect(four.count == 1)
    }

    // MARK: Figures and many

    static let plain = [
        Row(
            "how many open tickets per priority", .countRecords, .ready,
            #"{"type":"ticket","filters":{"status":"open"},"by":"priority"}"#),
        Row(
            "compare Peter's revenue this month with last month", .comparePeriods, .ready,
            #"{"measure":"revenue","range_a":{"from":"2026-03-01T00:00","until":"2026-04-01T00:00"},"range_b":{"from":"2026-02-01T00:00","until":"2026-03-01T00:00"},"owner":"Peter Olsen"}"#
        ),
        Row(
            "snooze everything due today till monday", .bulkUpdate, .confirm,
            #"{"type":"task","filters":{"due":{"from":"2026-03-03T00:00","until":"2026-03-04T00:00"}},"field":"due","value":"2026-03-09"}"#
        ),
        Row(
            "all deals of Maria closing this month move to the end of next month", .bulkUpdate, .confirm,
            #"{"type":"deal","filters":{"owner":"Maria Lund","close":{"from":"2026-03-01T00:00","until":"2026-04-01T00:00"}},"field":"close_date","value":"2026-04-30"}"#
        ),
        Row(
            "close all low priority tickets older than a month", .bulkUpdate, .confirm,
            #"{"type":"ticket","filters":{"priority":"low","created":{"until":"2026-02-01T00:00"}},"field":"status","value":"closed"}"#
        ),
        Row(
            "show deals between 10 and 20 thousand", .listRecords, .ready,
            #"{"type":"deal","filters":{"amount_gt":10000,"amount_lt":20000}}"#),
        Row("forget the last thing", .undo, .ready, "{}"),
        Row("hmm that was too early, take it back", .undo, .ready, "{}"),
        Row(
            "cannot log in at Nordlys Energi, open a ticket, high priority", .createTicket, .ready,
            #"{"customer":"Nordlys Energi","subject":"Cannot log in","priority":"high"}"#),
    ]

    @Test(arguments: plain) func saidInOtherWords(_ row: Row) throws { try check(row, in: Larkspur.context()) }

    // MARK: The first of a list

    @Test(arguments: [
        ("what's the biggest in there", "amount", "desc"), ("the smallest one", "amount", "asc"),
        ("and which of them is the oldest?", "created", "asc"),
    ])
    func aSuperlativeIsTheFirstOfTheList(_ phrase: String, _ field: String, _ order: String) throws {
        let action = try Larkspur.reader().read(phrase, in: dealsListed())[0]
        #expect(action.commandType == .listRecords && action.entities["limit"] == 1, "\(action.json.compact)")
        #expect(action.entities["sort"]?.string == field && action.entities["order"]?.string == order)
        #expect(action.entities["filters"]?["stage"] == "negotiation", "\(action.json.compact)")
        #expect(action.command?.query?.page.limit == 1)
    }

    /// Whoever says more than a superlative means more.
    @Test(arguments: [
        "the biggest problem is the price", "who sold the biggest one last year", "the biggest and the oldest",
    ])
    func moreThanASuperlativeIsReadOtherwise(_ phrase: String) throws {
        let action = try Larkspur.reader().read(phrase, in: dealsListed())[0]
        #expect(action.entities["limit"] != 1 || action.entities["filters"]?["stage"] != "negotiation")
    }

    private func dealsListed() throws -> ReadingContext {
        var context = Larkspur.context(listed: (1...4).compactMap { Larkspur.record(.deal, $0) })
        let list = try Larkspur.reader().read("show my deals in negotiation", in: context)[0]
        (context.list, context.last) = (list, list)
        return context
    }

    @Test func whatIsOnlyAskedAfterIsNotDoneThereUnasked() throws {
        let reader = try Larkspur.reader()
        var context = Larkspur.context()
        context.last = reader.read("log a call with Helen Marsh, no answer", in: context)[0]
        let asked = reader.read("what about Ole Berg", in: context)[0]
        #expect(asked.status != .ready || asked.command?.writes != true, "\(asked.json.compact)")
        #expect(reader.read("same for Ole Berg", in: context)[0].status == .ready)
    }
}
