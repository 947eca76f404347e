import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Several phrases in a row: the first as it stands, each later one leaning on the one before.
struct DialogueTests {
    struct Dialogue: Sendable, CustomTestStringConvertible {
        var lines: [String]
        var command: CommandType
        var status: Action.Status
        var entities: String
        var testDescription: String { lines.joined(separator: " / ") }

        init(_ lines: [String], _ command: CommandType, _ status: Action.Status, _ entities: String) {
            (self.lines, self.command, self.status, self.entities) = (lines, command, status, entities)
        }
    }

    /// What the last line comes to.
    private func end(of lines: [String]) throws -> Action {
        var context = Larkspur.context()
        var action = Action(.unknown, confidence: 0, rawText: "", status: .unknown)
        for line in lines {
            action = try Larkspur.reader().read(line, in: context)[0]
            context.pending = action.status == .clarify || action.status == .confirm ? action : nil
            if action.commandType != .unknown { context.last = action }
            if let link = action.links.first { context.selected = link.record }
        }
        return action
    }

    /// What is put right after it was said, with the record that was named before in mind.
    static let putRight = [
        Dialogue(
            ["schedule a meeting with Helen Marsh next tuesday at 15:00", "not tuesday, wednesday"], .scheduleMeeting,
            .ready, #"{"attendees":["Helen Marsh"],"start":"2026-03-11T15:00","duration_min":30}"#),
        Dialogue(
            [
                "schedule a meeting with Helen Marsh next tuesday at 15:00", "not tuesday, wednesday",
                "make it eleven", "thursday I mean",
            ], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-12T11:00","duration_min":30}"#),
        Dialogue(
            ["we lost the Initech rollout", "won actually"], .winDeal, .ready, #"{"deal":"Initech rollout"}"#),
        Dialogue(
            ["add a deal with Contoso for 18000", "wait no sixteen thousand"], .createDeal, .ready,
            #"{"company":"Contoso","amount":16000}"#),
        Dialogue(
            ["how many tickets came in today", "and yesterday?"], .countRecords, .ready,
            #"{"type":"ticket","filters":{"created":{"from":"2026-03-02T00:00","until":"2026-03-03T00:00"}}}"#),
        Dialogue(
            ["compare revenue this month with last month for Peter", "same for Maria"], .comparePeriods, .ready,
            #"{"measure":"revenue","range_a":{"from":"2026-03-01T00:00","until":"2026-04-01T00:00"},"range_b":{"from":"2026-02-01T00:00","until":"2026-03-01T00:00"},"owner":"Maria Lund"}"#
        ),
        Dialogue(
            ["give Cobalt Robotics to Peter", "no I meant Maria"], .assignRecord, .confirm,
            #"{"records":["Cobalt Robotics"],"owner":"Maria Lund"}"#),
        Dialogue(
            ["give Cobalt Robotics to Peter", "to Maria instead"], .assignRecord, .confirm,
            #"{"records":["Cobalt Robotics"],"owner":"Maria Lund"}"#),
        Dialogue(
            ["set the Acme renewal to 20k", "no 21"], .setDealAmount, .confirm,
            #"{"deal":"Acme renewal","amount":21000}"#),
        Dialogue(
            ["log a call with Helen Marsh", "no it was 45 minutes"], .logCall, .ready,
            #"{"contact":"Helen Marsh","duration_min":45}"#),
        Dialogue(
            [
                "add a task to send the price list to Helen Marsh", "make it urgent",
                "make it thursday instead of friday",
            ], .createTask, .ready,
            """
            {"subject":"Send the price list to Helen Marsh","due":"2026-03-05","priority":"high",\
            "related":"Helen Marsh"}
            """),
        Dialogue(
            ["add a task", "make it thursday instead of friday"], .createTask, .clarify, #"{"due":"2026-03-05"}"#),
        Dialogue(
            ["show Sarah Johnson", "move her deal to negotiation"], .updateDeal, .ready,
            #"{"deal":"Acme renewal","stage":"negotiation"}"#),
        Dialogue(
            ["show Sarah Johnson", "push the close date out to the end of march"], .setCloseDate, .confirm,
            #"{"deal":"Acme renewal","date":"2026-03-31"}"#),
        Dialogue(
            ["show Sarah Johnson", "note: she wants the price"], .addNote, .ready,
            #"{"record":"Sarah Johnson","text":"she wants the price"}"#),
    ]

    @Test(arguments: putRight)
    func isPutRight(_ dialogue: Dialogue) throws {
        let action = try end(of: dialogue.lines)
        #expect(action.commandType == dialogue.command && action.status == dialogue.status, "\(action.json.compact)")
        #expect(action.entities.compact == dialogue.entities)
    }

    /// Only a yes is a yes: a question to the program leaves what waits as it is.
    @Test(arguments: ["are you sure", "is that right", "sure?", "would you do it", "okay thats all", "why"])
    func aQuestionIsNoYes(_ line: String) throws {
        let action = try end(of: ["delete lead Brightwater", line])
        #expect(action.commandType != .confirm, "\(action.json.compact)")
    }

    /// A command said where a record was asked for is no name.
    @Test(arguments: ["knock 10% off", "merge Helen Marsh and Ellen March", "set its priority to high please"])
    func aQuestionSwallowsNoCommand(_ line: String) throws {
        let action = try end(of: ["reopen the deal", line])
        #expect(action.commandType != .reopenDeal, "\(action.json.compact)")
    }

    static let answers = [
        Dialogue(["add a lead", "Foo Ltd"], .createLead, .ready, #"{"company":"Foo Ltd"}"#),
        Dialogue(["add a lead", "it's from foo ltd"], .createLead, .ready, #"{"company":"Foo LTD"}"#),
        Dialogue(["new contact", "Jane Doe"], .createContact, .ready, #"{"person":"Jane Doe"}"#),
        Dialogue(
            ["schedule a meeting with Helen Marsh", "tomorrow at 3"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-04T15:00","duration_min":30}"#),
        Dialogue(
            ["schedule a meeting", "Helen Marsh", "tomorrow at 3"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-04T15:00","duration_min":30}"#),
        Dialogue(
            ["schedule a meeting tomorrow at 3", "with Helen Marsh and Ole Berg"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh","Ole Berg"],"start":"2026-03-04T15:00","duration_min":30}"#),
        Dialogue(
            ["schedule a meeting with Helen Marsh tomorrow", "3"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-04T15:00","duration_min":30}"#),
        Dialogue(
            ["schedule a meeting with Helen Marsh next week", "Thursday at 11"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-12T11:00","duration_min":30}"#),
        Dialogue(
            ["book a meeting with Helen tomorrow at 3", "the second one"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Brooks"],"start":"2026-03-04T15:00","duration_min":30}"#),
        Dialogue(
            ["book a meeting with Helen", "Marsh", "tomorrow at 3"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-04T15:00","duration_min":30}"#),
        Dialogue(["create a deal", "Contoso"], .createDeal, .ready, #"{"company":"Contoso"}"#),
        Dialogue(
            ["move the deal to won", "the Fabrikam one"], .updateDeal, .ready,
            #"{"deal":"Fabrikam fleet","stage":"won"}"#),
        Dialogue(["move the deal to won", "5"], .updateDeal, .ready, #"{"deal":"Fabrikam fleet","stage":"won"}"#),
        Dialogue(["log a call", "Helen Marsh"], .logCall, .ready, #"{"contact":"Helen Marsh"}"#),
        Dialogue(["add a task", "send the offer"], .createTask, .ready, #"{"subject":"Send the offer"}"#),
        Dialogue(
            ["add a note to Helen Marsh", "delete all leads, she joked"], .addNote, .ready,
            #"{"record":"Helen Marsh","text":"delete all leads, she joked"}"#),
        Dialogue(
            ["add a note to Helen Marsh", "show leads"], .addNote, .ready,
            #"{"record":"Helen Marsh","text":"show leads"}"#),
        Dialogue(["add a lead", "show leads"], .listRecords, .ready, #"{"type":"lead","filters":{}}"#),
        Dialogue(
            ["schedule a meeting with Helen Marsh", "show hot leads"], .listRecords, .ready,
            #"{"type":"lead","filters":{"priority":"high"}}"#),
        Dialogue(["add a lead", "cancel"], .cancel, .ready, "{}"),
        Dialogue(["add a note to Helen Marsh", "never mind"], .cancel, .ready, "{}"),
        Dialogue(["add a lead", "what is the weather?"], .unknown, .unknown, "{}"),
    ]

    @Test(arguments: answers)
    func answersFillWhatWasAsked(_ dialogue: Dialogue) throws { try check(dialogue) }

    static let followUps = [
        Dialogue(
            ["show my pipeline", "and for Peter?"], .showPipeline, .ready, #"{"owner":"Peter Olsen"}"#),
        Dialogue(
            ["show leads", "only the hot ones"], .listRecords, .ready, #"{"type":"lead","filters":{"priority":"high"}}"#
        ),
        Dialogue(
            ["show deals", "only the open ones", "over 50k"], .listRecords, .ready,
            #"{"type":"deal","filters":{"stage":"open","amount_gt":50000}}"#),
        Dialogue(
            ["show deals", "only the open ones", "and over 50k"], .listRecords, .ready,
            #"{"type":"deal","filters":{"stage":"open","amount_gt":50000}}"#),
        Dialogue(
            ["show leads from linkedin", "what about the website"], .listRecords, .ready,
            #"{"type":"lead","filters":{"source":"website"}}"#),
        Dialogue(
            ["deals closing this month", "what about last month"], .listRecords, .ready,
            #"{"type":"deal","filters":{"close":{"from":"2026-02-01T00:00","until":"2026-03-01T00:00"}}}"#),
        Dialogue(
            ["contacts at Globex", "same for Initech"], .listRecords, .ready,
            #"{"type":"contact","filters":{"company":"Initech"}}"#),
        Dialogue(
            ["score of Brightwater", "and Cobalt Robotics?"], .showScore, .ready, #"{"record":"Cobalt Robotics"}"#),
        Dialogue(["show hot leads", "again"], .listRecords, .ready, #"{"type":"lead","filters":{"priority":"high"}}"#),
        Dialogue(["log a call with Helen Marsh", "same for Ole Berg"], .logCall, .ready, #"{"contact":"Ole Berg"}"#),
        Dialogue(["log a call with Helen Marsh", "again"], .logCall, .confirm, #"{"contact":"Helen Marsh"}"#),
    ]

    @Test(arguments: followUps)
    func followUpsLeanOnTheLastCommand(_ dialogue: Dialogue) throws { try check(dialogue) }

    static let corrections = [
        Dialogue(
            ["call Helen Marsh tomorrow", "no, Friday"], .createTask, .ready,
            #"{"subject":"Call Helen Marsh","due":"2026-03-06","related":"Helen Marsh"}"#),
        Dialogue(
            ["call Helen Marsh tomorrow at 3", "no, Friday"], .createTask, .ready,
            #"{"subject":"Call Helen Marsh","due":"2026-03-06T15:00","related":"Helen Marsh"}"#),
        Dialogue(
            ["meeting with Helen Marsh tomorrow at 3", "make it 4pm"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-04T16:00","duration_min":30}"#),
        Dialogue(
            ["meeting with Helen Marsh on Thursday at 3", "not Thursday, Friday"], .scheduleMeeting, .ready,
            #"{"attendees":["Helen Marsh"],"start":"2026-03-06T15:00","duration_min":30}"#),
        Dialogue(
            ["meeting with Helen Marsh tomorrow at 3", "no, I meant Ole Berg"], .scheduleMeeting, .ready,
            #"{"attendees":["Ole Berg"],"start":"2026-03-04T15:00","duration_min":30}"#),
        Dialogue(
            ["add lead Foo Ltd worth 20k", "sorry, 30k"], .createLead, .ready, #"{"company":"Foo Ltd","amount":30000}"#),
        Dialogue(
            ["move Acme renewal to won", "no, negotiation"], .updateDeal, .ready,
            #"{"deal":"Acme renewal","stage":"negotiation"}"#),
        Dialogue(["add lead Foo Ltd", "no"], .reject, .ready, "{}"),
    ]

    @Test(arguments: corrections)
    func correctionsReplaceOneValue(_ dialogue: Dialogue) throws {
        try check(dialogue)
        let action = try end(of: dialogue.lines)
        #expect(action.corrects == (dialogue.command != .reject))
    }

    @Test(arguments: ["hello", "lock the front door", "buy milk"])
    func whatIsForeignStaysForeignAfterAList(_ phrase: String) throws {
        #expect(try end(of: ["show leads", phrase]).commandType == .unknown)
    }

    @Test func aNewNameIsCarriedOn() throws {
        var context = Larkspur.context()
        context.newcomer = "Foo Ltd"
        let action = try Larkspur.reader().read("call them tomorrow", in: context)[0]
        #expect(action.status == .ready)
        #expect(action.entities["subject"] == "Call Foo Ltd")
    }

    private func check(_ dialogue: Dialogue) throws {
        let action = try end(of: dialogue.lines)
        #expect(action.commandType == dialogue.command, "\(action.json.compact)")
        #expect(action.status == dialogue.status, "\(action.json.compact)")
        #expect(action.entities.compact == dialogue.entities)
    }
}
