import HarkCore
import HarkStore
import Testing

@testable import HarkService

/// Erasing a person by phrase: who may, what is asked, what a yes does, and what is said afterwards.
struct ErasingTests {
    private let office: Office
    private let helen: RecordReference

    init() throws {
        office = try Office()
        let admin = office.admin
        helen = try #require(
            try admin.run(
                .createContact(
                    NewContact(person: "Helen Marsh", company: "Aldgate Optics", email: "helen@aldgate.test"))
            ).focus)
        _ = try admin.run(
            .createLead(NewLead(company: "Aldgate Optics", person: "Helen Marsh", email: "Helen@aldgate.test")))
        _ = try admin.run(.addNote(NewNote(related: helen, text: "likes falcons")))
        _ = try admin.run(.log(WorkLog(related: helen)))
        var conversation = try Conversation(admin)
        _ = try conversation.perform(conversation.read("tag Helen Marsh as vip")[0])
    }

    private let question =
        "Erase Helen Marsh for good: 1 contact, 1 lead with the same e-mail, 2 notes and calls, "
        + "1 spoken or typed phrase? This cannot be undone. Type Helen Marsh to go on."

    @Test func theNameHasToBeTyped() throws {
        var conversation = try Conversation(office.admin)
        let action = try conversation.read("erase all data of Helen Marsh")[0]
        #expect(action[0].status == .confirm && action[0].question == question)
        #expect(action[0].mustType == "Helen Marsh" && action[0].apiCall == "POST /api/erase")
        #expect(action[0].payload["record"]?["id"]?.compact == "\(helen.id)")
        #expect(throws: ServiceError.needsAnswer("A yes is not enough here: type Helen Marsh.")) {
            try conversation.perform(action, confirmed: true)
        }
        #expect(throws: ServiceError.self) { try conversation.perform(conversation.read("yes")[0]) }
        #expect(try office.admin.detail(of: helen).title == "Helen Marsh")
        let reply = try conversation.perform(conversation.read("helen marsh")[0])
        #expect(reply.text.hasPrefix("Erased Helen Marsh for good: 1 contact, 1 lead"))
        #expect(reply.changed)
        #expect(throws: ServiceError.self) { try office.admin.detail(of: helen) }
        #expect(try office.admin.search("Helen").isEmpty)
        let logs = try office.admin.read { try $0.voiceLogs() }
        #expect(logs.isEmpty, "the words it was said in are not kept")
        let titles = try office.admin.log().map(\.title)
        #expect(!titles.contains { $0.contains("Helen") })
    }

    @Test func othersOfTheNameAreLeftAndNotesOfOthersCounted() throws {
        let admin = office.admin
        let twin = try admin.run(.createContact(NewContact(person: "Helen Marsh", email: "helen@else.test"))).focus
        let lead = try office.lead("Tind")
        _ = try admin.run(.addNote(NewNote(related: lead, text: "Helen Marsh sent them")))
        let reply = try admin.run(.erase(helen))
        #expect(reply.text.contains("One other record carries the name and was left."))
        #expect(reply.text.contains("One note of somebody else still mentions the name."))
        #expect(try admin.detail(of: #require(twin)).title == "Helen Marsh")
    }

    @Test(arguments: [Role.manager, .rep, .support, .viewer])
    func onlyAdminsMay(_ role: Role) throws {
        let session = try office.session(role)
        let refusal = "Your role does not include the right to run administration. Ask an admin of the tenant."
        var conversation = try Conversation(session)
        let action = try conversation.read("erase all data of Helen Marsh")[0][0]
        #expect(action.status == .refused && action.question == refusal && action.command == nil)
        for record in [helen, RecordReference(.contact, 99)] {
            let error = #expect(throws: ServiceError.self) { try session.run(.erase(record)) }
            #expect(error?.message == refusal, "whether there is such a record is not told")
        }
        #expect(try office.admin.detail(of: helen).title == "Helen Marsh")
    }

    @Test(arguments: ["erase all data of Aldgate Optics", "erase Aldgate Optics for good", "gdpr erase aldgate optics"])
    func aCompanyIsNoPerson(_ phrase: String) throws {
        var conversation = try Conversation(office.admin)
        let action = try conversation.read(phrase)[0][0]
        #expect(action.commandType == .erasePerson && action.status == .clarify && action.command == nil)
        #expect(action.question?.hasPrefix("Only a person can be erased. Who is meant: 1 ") == true)
    }

    @Test func undoSaysThatItCannot() throws {
        let admin = office.admin
        _ = try admin.run(.erase(helen))
        for _ in 0..<2 {
            let error = #expect(throws: ServiceError.self) { try admin.run(.undo(count: 1)) }
            #expect(error?.message.contains("cannot be undone: somebody it is about was erased for good") == true)
        }
        #expect(try admin.search("Helen").isEmpty)
    }

    @Test func itStandsAlone() throws {
        let error = #expect(throws: ServiceError.self) {
            let actions = [Command.createLead(NewLead(company: "Tind")), .erase(helen)].map { command in
                Action(command.type, confidence: 1, rawText: "", status: .ready, command: command)
            }
            return try office.admin.run(actions, confirmed: true)
        }
        #expect(error?.message == "Erasing somebody stands alone: say it in a sentence of its own.")
        #expect(try office.admin.search("Tind").isEmpty)
        let company = try #require(try office.admin.search("Aldgate", kind: .company).first).reference
        #expect(throws: ServiceError.self) { try office.admin.run(.erase(company)) }
    }
}
