import HarkCore
import HarkService
import Testing

/// What a conversation takes as spoken of after it has performed something.
struct SpokenOfTests {
    let office: Office

    init() throws {
        office = try Office()
        for name in ["Nordlys Energi", "Fjell Telecom"] { _ = try office.customer(name) }
        _ = try office.admin.run(.createContact(NewContact(person: "Helen Marsh", company: "Aldgate Optics")))
    }

    /// Performs phrases one after the other, as with `--yes`; the answer to the last.
    private func say(_ lines: [String], in conversation: inout Conversation) throws -> String {
        var text = ""
        for line in lines {
            text = try conversation.perform(try conversation.read(line)[0], confirmed: true).text
        }
        return text
    }

    @Test func aCloseDateIsMovedFromTheDayItWas() throws {
        var conversation = try Conversation(office.admin)
        _ = try say(["create a deal with Aldgate Optics closing 20 march"], in: &conversation)
        let action = try conversation.read("push its close date back two weeks")[0][0]
        #expect(action.entities["date"] == "2026-04-03" && action.payload["close_date"] == "2026-04-03")
        #expect(try say(["push its close date back two weeks"], in: &conversation).contains("2026-04-03"))
        #expect(
            try say(["bring the close date forward by a week"], in: &conversation).contains(
                "2026-03-27"))
    }

    /// What a correction stood in place of holds again when the correction is taken back.
    @Test func aCorrectionIsUndoneToWhatWasBefore() throws {
        var conversation = try Conversation(office.admin)
        let lines = ["remind me to call Helen Marsh tomorrow at 10", "no, at 11"]
        _ = try say(lines, in: &conversation)
        func due() throws -> [String] {
            try office.admin.records(RecordQuery(.task)).rows.compactMap { row in
                try office.admin.detail(of: row.reference).fields.first { $0.label == "Due" || $0.label == "When" }?
                    .value
            }
        }
        let corrected = try due()
        #expect(corrected.count == 1 && corrected[0].contains("11:00"), "\(corrected)")
        _ = try say(["undo that"], in: &conversation)
        let before = try due()
        #expect(before.count == 1 && before[0].contains("10:00"), "\(before)")
        _ = try say(["undo"], in: &conversation)
        #expect(try due().isEmpty)
    }

    @Test func aNewLeadTakesItsFieldsOneByOne() throws {
        var conversation = try Conversation(office.admin)
        _ = try say(
            [
                "add a new lead from Brightwater Instruments", "contact person is Sally Hopper", "phone 01134960221",
                "set her email to sally@brightwater.example", "the value is 15000", "change the source to linkedin",
            ], in: &conversation)
        let leads = try office.admin.records(RecordQuery(.lead))
        #expect(leads.total == 1)
        let fields = try office.admin.detail(of: try #require(leads.rows.first?.reference)).fields
        let shown = Dictionary(fields.map { ($0.label, $0.value) }) { first, _ in first }
        #expect(shown["Person"] == "Sally Hopper", "\(shown)")
        #expect(shown["Phone"] == "01134960221" && shown["E-mail"] == "sally@brightwater.example", "\(shown)")
        #expect(shown["Amount"]?.contains("15,000") == true && shown["Source"] == "linkedin", "\(shown)")
    }

    @Test func theOneAListWasAskedForIsSpokenOf() throws {
        var conversation = try Conversation(office.admin)
        let lines = ["open a ticket for Nordlys Energi: login broken", "and one for Fjell Telecom, the export hangs"]
        _ = try say(lines, in: &conversation)
        _ = try say(["which ticket is the oldest"], in: &conversation)
        #expect(try say(["close that one, fixed"], in: &conversation) == "Closed ticket #1: Login broken.")
        #expect(try say(["reopen that ticket"], in: &conversation).contains("open"))
        // Of a plain list nobody is meant.
        _ = try say(["show the tickets"], in: &conversation)
        #expect(try conversation.read("close it")[0].allSatisfy { $0.command == nil })
    }

    @Test func whomAPhraseNamesIsSpokenOfThoughNothingWasUnderstood() throws {
        var conversation = try Conversation(office.admin)
        _ = try office.admin.run(.createContact(NewContact(person: "Ole Berg", company: "Bergen Fjordline")))
        _ = try say(["show Ole Berg"], in: &conversation)
        _ = try? say(["Helen Marsh shrugged her shoulders in the rain"], in: &conversation)
        let titled = try conversation.read("her title is now CFO")[0][0]
        #expect(titled.entities["contact"] == "Helen Marsh", "\(titled.json.compact)")
        // Of two who are named nobody is taken.
        _ = try? say(["Helen Marsh and Ole Berg shrugged in the rain"], in: &conversation)
        #expect(try conversation.read("her title is now CFO")[0][0].status == .clarify)
    }

    @Test func bothAreThoseGivenAway() throws {
        var conversation = try Conversation(office.admin)
        let leads = try [office.lead("Brightwater"), office.lead("Cobalt Robotics")]
        _ = try say(
            ["give Brightwater and Cobalt Robotics to Ada", "put a note on both: please revive"], in: &conversation)
        for lead in leads {
            let texts = try office.admin.detail(of: lead).events.compactMap(\.note)
            #expect(texts.contains { $0.hasPrefix("Note on") }, "\(texts)")
        }
    }

    @Test func ofNamesakesTheOneSpokenOfIsMeant() throws {
        for company in ["Lynwood Sports", "Juniper Care"] {
            let person = company == "Juniper Care" ? "Harry Holt" : "Harry Bexley"
            _ = try office.admin.run(.createContact(NewContact(person: person, company: company, phone: "+44 555 1")))
        }
        var conversation = try Conversation(office.admin)
        #expect(try conversation.read("what is harry's phone")[0][0].status == .clarify)
        conversation.pending = []
        _ = try say(["show Harry Bexley", "show my tasks", "show Helen Marsh"], in: &conversation)
        let asked = try conversation.read("what is harry's phone")[0][0]
        #expect(asked.status == .ready && asked.entities["record"] == "Harry Bexley", "\(asked.json.compact)")
    }

    @Test func whatWasSpokenOfSomeTimeAgoIsAskedAbout() throws {
        var conversation = try Conversation(office.admin)
        _ = try say(
            ["create a deal with Aldgate Optics for 20k", "show Aldgate Optics", "show all customers"],
            in: &conversation)
        let raised = try conversation.read("set the deal to proposal")[0][0]
        #expect(raised.status == .confirm, "\(raised.json.compact)")
        #expect(raised.question?.hasPrefix("Is Aldgate Optics") == true, "\(raised.json.compact)")
    }

    /// The cursor of a screen that stays where it was does not take "it" from whom was spoken of since.
    @Test func aCursorThatStandsStillIsNotSpokenOf() throws {
        let lead = try office.lead("Brightwater")
        let row = NamedRecord(lead, name: "Brightwater")
        var conversation = try Conversation(office.admin)
        conversation.look(at: row, in: [row])
        _ = try say(["log a call with Helen Marsh, she is signing"], in: &conversation)
        conversation.look(at: row, in: [row])
        let titled = try conversation.read("her title is now CFO")[0][0]
        #expect(titled.entities["contact"] == "Helen Marsh", "\(titled.json.compact)")
        // Where it goes elsewhere, that is what is looked at.
        let other = try office.lead("Cobalt Robotics")
        conversation.look(at: NamedRecord(other, name: "Cobalt Robotics"), in: [row])
        #expect(try conversation.read("mark it as contacted")[0][0].links.first?.record.reference == other)
    }

    /// A list says of deals what they are worth, when they close and whose they are, in the order asked for.
    @Test func listsSayWhatTellsOneRowFromAnother() throws {
        var conversation = try Conversation(office.admin)
        _ = try say(
            [
                "create a deal with Aldgate Optics for 20k closing 20 march",
                "create a deal called Expansion with Aldgate Optics for 45k",
            ],
            in: &conversation)
        let listed = try conversation.perform(try conversation.read("show the open deals")[0])
        #expect(listed.records.count == 2 && listed.records.allSatisfy { $0.detail.contains("Ada") }, "\(listed)")
        #expect(listed.records.contains { $0.detail.contains("20,000") && $0.detail.contains("closes 2026-03-20") })
        let sorted = try conversation.perform(try conversation.read("sort them by amount, biggest first")[0])
        #expect(sorted.records.first?.detail.contains("45,000") == true, "\(sorted.records)")
    }
    /// Of several commands in one breath only the last is put right; the others stay done.
    @Test func aCorrectionLeavesWhatWasDoneWithIt() throws {
        var conversation = try Conversation(office.admin)
        _ = try say(
            ["log a call with Helen Marsh and create a deal with Aldgate Optics for 20k", "i meant 25k"],
            in: &conversation)
        let deals = try office.admin.records(RecordQuery(.deal))
        let fields = try office.admin.detail(of: try #require(deals.rows.first?.reference)).fields
        #expect(
            deals.total == 1 && fields.contains { $0.label == "Amount" && $0.value.contains("25,000") }, "\(fields)")
        let helen = try #require(try office.admin.search("Helen Marsh").first?.reference)
        #expect(try office.admin.detail(of: helen).events.contains { $0.kind == .call }, "the call is still logged")
    }

    /// What waits for a yes together stays together when the last of it is put right.
    @Test func whatWaitsTogetherIsPutRightTogether() throws {
        var conversation = try Conversation(office.admin)
        _ = try say(["create a deal with Aldgate Optics for 20k"], in: &conversation)
        let phrase = "log a call with Helen Marsh: all fine. set the Aldgate Optics deal to 85k"
        let actions = try conversation.read(phrase)[0]
        #expect(throws: ServiceError.self) { try conversation.perform(actions) }
        #expect(actions.map(\.commandType) == [.logCall, .setDealAmount], "\(actions.map(\.json.compact))")
        let again = try conversation.read("whoops 58k not 85k")[0]
        #expect(again.map(\.commandType) == [.logCall, .setDealAmount], "\(again.map(\.json.compact))")
        #expect(again.last?.entities["amount"] == 58_000)
    }
    /// The words of one task, such as "Call Helen", do not make another one about the same person.
    @Test func aTaskIsAboutWhomItNames() throws {
        var conversation = try Conversation(office.admin)
        _ = try office.admin.run(.createContact(NewContact(person: "Helen Brooks", company: "Titan Motors")))
        _ = try say(["add a task to call Helen Brooks"], in: &conversation)
        let action = try conversation.read("remind me tomorrow to call Helen Marsh")[0][0]
        #expect(action.entities["related"] == "Helen Marsh", "\(action.json.compact)")
    }
}
