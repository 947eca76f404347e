import HarkCore
import HarkService
import Testing

/// Several phrases in a row, read or performed, and what is known from before.
struct ConversationTests {
    let office: Office

    init() throws {
        office = try Office()
        _ = try office.lead("Brightwater")
        _ = try office.lead("Cobalt Robotics")
        for person in ["Helen Marsh", "Ellen March"] {
            _ = try office.admin.run(.createContact(NewContact(person: person)))
        }
    }

    private func count(_ kind: RecordKind) throws -> Int { try office.admin.records(RecordQuery(kind)).total }

    /// The last action of phrases that are read one after the other.
    private func read(_ lines: [String], in conversation: inout Conversation) throws -> Action {
        var actions: [Action] = []
        for line in lines {
            actions = try conversation.read(line)[0]
            try conversation.follow(actions)
        }
        return try #require(actions.last)
    }

    @Test func readingKeepsTheConversationAndChangesNothing() throws {
        var conversation = try Conversation(office.admin)
        let lead = try read(["add a lead", "Foo Ltd"], in: &conversation)
        #expect(lead.commandType == .createLead && lead.entities["company"] == "Foo Ltd")
        let call = try read(["call her tomorrow"], in: &conversation)
        #expect(call.entities["subject"] == "Call Foo Ltd" && call.entities["due"] == "2026-03-04")
        let friday = try read(["no, Friday"], in: &conversation)
        #expect(friday.commandType == .createTask && friday.entities["due"] == "2026-03-06", "\(friday.json.compact)")
        #expect(friday.entities["subject"] == "Call Foo Ltd", "\(friday.json.compact)")
        #expect(try count(.lead) == 2 && count(.task) == 0)
    }

    @Test func readingAListFillsTheList() throws {
        var conversation = try Conversation(office.admin)
        let second = try read(["show leads sorted by name", "open the second one"], in: &conversation)
        #expect(second.entities["record"] == "Cobalt Robotics", "\(second.json.compact)")
        let its = try read(["score of it"], in: &conversation)
        #expect(its.entities["record"] == "Cobalt Robotics")
    }

    @Test func aCorrectionTakesThePlaceOfWhatWasDone() throws {
        var conversation = try Conversation(office.admin)
        _ = try conversation.perform(try conversation.read("add a new lead from Foo Ltd")[0])
        let corrected = try conversation.read("no, Bar Ltd")[0]
        #expect(corrected[0].corrects)
        _ = try conversation.perform(corrected)
        let names = try office.admin.records(RecordQuery(.lead, sort: [SortKey(.name)])).rows.map(\.name)
        #expect(names == ["Bar Ltd", "Brightwater", "Cobalt Robotics"])
    }

    /// What was done stays where what is to take its place asks for more, or cannot be done.
    @Test func aCorrectionThatCannotBeDoneUndoesNothing() throws {
        var conversation = try Conversation(office.admin)
        _ = try conversation.perform(try conversation.read("add a new lead from Foo Ltd")[0])
        let corrected = try conversation.read("no, Bar Ltd")[0]
        var asking = corrected
        (asking[0].status, asking[0].command) = (.clarify, nil)
        #expect(throws: ServiceError.self) { try conversation.perform(asking, confirmed: true) }
        #expect(try leads().contains("Foo Ltd"))
        _ = try conversation.perform(try conversation.read("add a new lead from Baz Ltd")[0])
        var failing = corrected
        failing[0].command = .updateDeal(Identifier(4_711), stage: .won)
        #expect(throws: ServiceError.self) { try conversation.perform(failing, confirmed: true) }
        #expect(try leads().contains("Baz Ltd"))
    }

    /// Deleting many wants their number typed, in place of something else too, and then takes its place.
    @Test func aCorrectionWantsItsNumberTyped() throws {
        var conversation = try Conversation(office.admin)
        _ = try conversation.perform(try conversation.read("add a new lead from Foo Ltd")[0])
        var sweeping = try conversation.read("no, Bar Ltd")[0]
        (sweeping[0].status, sweeping[0].command) = (.confirm, .bulkDelete(RecordQuery(.lead)))
        #expect(throws: ServiceError.self) { try conversation.perform(sweeping, confirmed: true) }
        #expect(try leads() == ["Brightwater", "Cobalt Robotics", "Foo Ltd"])
        let typed = try conversation.read("3")[0]
        #expect(typed[0].commandType == .confirm)
        _ = try conversation.perform(typed)
        #expect(try leads().isEmpty)
    }

    /// What is added after a meeting was planned need not be a guest.
    @Test func aNoteIsNoGuest() throws {
        var conversation = try Conversation(office.admin)
        _ = try conversation.perform(try conversation.read("schedule a meeting with Helen Marsh tomorrow at 10")[0])
        for (phrase, type) in [("add a note", CommandType.addNote), ("add a task", .createTask)] {
            #expect(try conversation.read(phrase)[0].first?.commandType == type, "\(phrase)")
        }
        let invited = try conversation.read("and invite Ellen March too")[0]
        #expect(invited[0].entities["attendees"]?.elements.count == 2, "\(invited[0].json.compact)")
    }

    private func leads() throws -> [String] {
        try office.admin.records(RecordQuery(.lead, sort: [SortKey(.name)])).rows.map(\.name)
    }

    @Test func whatIsEmptyCanBeListed() throws {
        _ = try office.admin.run(.createContact(NewContact(person: "Ole Berg", email: "ole@berg.example")))
        var conversation = try Conversation(office.admin)
        let without = try conversation.perform(try conversation.read("contacts without an email")[0])
        #expect(without.records.map(\.name) == ["Helen Marsh", "Ellen March"])
        let with = try office.admin.records(
            RecordQuery(.contact, conditions: [Condition(.email, .notEquals, .nothing)]))
        #expect(with.rows.map(\.name) == ["Ole Berg"])
    }

    /// A list picks nobody: what is said of "it" next asks which.
    @Test func aListPicksNobody() throws {
        var conversation = try Conversation(office.admin)
        _ = try conversation.perform(try conversation.read("show all leads")[0])
        #expect(conversation.selected == nil)
        let tagged = try conversation.read("tag it as hot")[0]
        #expect(tagged[0].status == .clarify, "\(tagged[0].json.compact)")
        let all = try conversation.read("assign them all to Ada Admin")[0]
        #expect(all[0].commandType == .assignRecord && all[0].status == .confirm, "\(all[0].json.compact)")
        let first = try conversation.read("tag the first two as hot")[0]
        #expect(first[0].entities["records"]?.elements.count == 2, "\(first[0].json.compact)")
    }

    @Test func courtesyIsAnsweredAndNothingIsDone() throws {
        var conversation = try Conversation(office.admin)
        for phrase in ["hi", "thanks", "Thank you!", "good morning", "wait"] {
            let action = try #require(try conversation.read(phrase)[0].first)
            #expect(action.status == .unknown && action.question != nil, "\(phrase)")
        }
    }

    /// What nobody understood, and a question to the program, leave what waits as it is.
    @Test func onlyAnAnswerAnswers() throws {
        var conversation = try Conversation(office.admin)
        for line in ["delete lead Brightwater", "are you sure", "why is that"] {
            let actions = try conversation.read(line)[0]
            #expect(throws: ServiceError.self) { try conversation.perform(actions) }
        }
        #expect(try count(.lead) == 2)
        _ = try conversation.perform(try conversation.read("yes")[0])
        #expect(try count(.lead) == 1)
    }

    /// The first deletion is undone when the second is confirmed.
    @Test func aCorrectionThatAsksTakesThePlaceOfWhatWasDone() throws {
        var conversation = try Conversation(office.admin)
        for line in ["delete lead Brightwater", "no, Cobalt Robotics"] {
            let actions = try conversation.read(line)[0]
            #expect(throws: ServiceError.self) { try conversation.perform(actions) }
            _ = try conversation.perform(try conversation.read("yes")[0])
        }
        let names = try office.admin.records(RecordQuery(.lead)).rows.map(\.name)
        #expect(names == ["Brightwater"])
    }

    static let contexts: [(json: String, phrase: String, command: CommandType, entities: String)] = [
        (#"{"contact":"Helen Marsh"}"#, "delete her", .delete, #"{"type":"contact","record":"Helen Marsh"}"#),
        (
            #"{"last":"SHOW_PIPELINE"}"#, "and for Ada?", .showPipeline, #"{"owner":"Ada Admin"}"#
        ),
        (#"{"last":"SHOW_RISK"}"#, "and in Oslo?", .showRisk, #"{"filters":{"city":"Oslo"}}"#),
        (
            #"{"last":"SHOW_SCORE","lead":"Brightwater"}"#, "and Cobalt Robotics", .showScore,
            #"{"record":"Cobalt Robotics"}"#
        ),
        (
            #"{"choices":["Helen Marsh","Ellen March"]}"#, "open the second one", .showRecord,
            #"{"record":"Ellen March"}"#
        ),
        (
            #"{"choices":["Helen Marsh","Ellen March"],"pending":"DELETE"}"#, "the second one", .delete,
            #"{"type":"contact","record":"Ellen March"}"#
        ),
        (
            #"{"choices":["Helen Marsh","Ellen March"],"pending":"DELETE"}"#, "Ellen", .delete,
            #"{"type":"contact","record":"Ellen March"}"#
        ),
        (#"{"contact":"Helen Marsh","pending":"DELETE"}"#, "yes", .confirm, "{}"),
        (#"{"contact":"Helen Marsh","pending":"DELETE"}"#, "do it", .confirm, "{}"),
        (#"{"contact":"Helen Marsh","pending":"DELETE"}"#, "cancel that", .cancel, "{}"),
        (#"{"pending":"CREATE_LEAD"}"#, "Foo Ltd", .createLead, #"{"company":"Foo Ltd"}"#),
    ]

    @Test(arguments: contexts)
    func everyKeyOfTheContextCounts(_ json: String, _ phrase: String, _ command: CommandType, _ entities: String) throws
    {
        var conversation = try Conversation(office.admin)
        try conversation.adopt(contextJSON: json)
        let action = try conversation.read(phrase)[0][0]
        #expect(action.commandType == command, "\(action.json.compact)")
        #expect(action.entities.compact == entities, "\(action.json.compact)")
    }

    @Test func aYesPerformsWhatTheContextSaysWaits() throws {
        var conversation = try Conversation(office.admin)
        try conversation.adopt(contextJSON: #"{"contact":"Helen Marsh","pending":"DELETE"}"#)
        let reply = try conversation.perform(try conversation.read("yes")[0])
        #expect(reply.text == "Deleted contact Helen Marsh.")
        #expect(try count(.contact) == 1)
    }

    @Test(arguments: [#"{"last":"DANCE"}"#, #"{"mood":"good"}"#, #"{"contact":"Nobody Here"}"#, "[", #"{"pending":7}"#])
    func anythingElseInTheContextIsAnError(_ json: String) throws {
        var conversation = try Conversation(office.admin)
        #expect(throws: ServiceError.self) { try conversation.adopt(contextJSON: json) }
    }
}
