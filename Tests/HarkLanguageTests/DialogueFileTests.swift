import HarkCore
import LanguageCorpora
import Testing

/// Files of conversations: what can be written in them, and how actions compare with it.
struct DialogueFileTests {
    static let mistakes: [(text: String, line: Int, reason: String)] = [
        ("as maria", 1, "a title ('# …') comes first"),
        ("# a\n> hi | UNKNOWN", 2, "'as NAME' comes before the first phrase"),
        ("# a\nas maria, saying no", 2, "only ', saying yes' may follow"),
        ("# a\nas maria\n\n> hi", 4, "no ' | ' and claim after the phrase"),
        ("# a\nas maria\n> hi | DANCE", 3, "there is no command 'DANCE'"),
        ("# a\nas maria\n> hi | UNKNOWN or", 3, "a claim is missing"),
        ("# a\nas maria\n> hi | SHOW_RECORD record", 3, "'record' is no 'entity=value'"),
        ("# a\nas maria\n> hi | SHOW_RECORD record=\"a", 3, "a quote is not closed"),
        ("# a\nas maria\n= no lead \"Foo\"", 3, "a fact follows a phrase"),
        ("# a\nas maria\n> hi | SAFE\n= no dog \"Rex\"", 4, "before the name stands the kind of record"),
        ("# a\nhello", 2, "a line starts with '#', '--', 'as', '>' or '='"),
    ]

    @Test(arguments: mistakes)
    func aMistakeIsNamedWithItsLine(_ text: String, _ line: Int, _ reason: String) {
        let mistake = #expect(throws: DialogueFile.Mistake.self) {
            try DialogueFile.dialogues(text, file: "test")
        }
        #expect(mistake?.description == "line \(line): \(reason)")
    }

    @Test func everyFileIsRead() throws {
        let dialogues = try DialogueFile.all()
        #expect(!dialogues.isEmpty && dialogues.allSatisfy { !$0.turns.isEmpty })
    }

    /// No line counts twice, and a title finds one conversation of a file.
    @Test func aConversationStandsInOnePlace() throws {
        let dialogues = try DialogueFile.all()
        #expect(Set(dialogues.map { $0.turns.map(\.phrase) }).count == dialogues.count)
        #expect(Set(dialogues.map { "\($0.file): \($0.title)" }).count == dialogues.count)
    }

    private static func action(_ type: CommandType, _ status: Action.Status, _ entities: String) throws -> Action {
        Action(type, entities: try JSONValue(parsing: entities), confidence: 1, rawText: "", status: status)
    }

    static let grades: [(claim: String, type: CommandType, entities: String, grade: Claim.Grade)] = [
        ("SHOW_RECORD", .showRecord, #"{"record":"Foo"}"#, .right),
        (#"SHOW_RECORD record="foo ltd"|Bar"#, .showRecord, #"{"record":"Bar"}"#, .right),
        ("SHOW_RECORD record=Foo", .showRecord, #"{"record":"Bar"}"#, .wrong),
        ("SHOW_RECORD !record", .showRecord, #"{"record":"Bar"}"#, .wrong),
        (
            "CREATE_TASK subject~quote due=2026-11-25", .createTask,
            #"{"subject":"The quote","due":"2026-11-25T09:00"}"#, .right
        ),
        ("SET_DEAL_AMOUNT percent_delta=-8", .setDealAmount, #"{"percent_delta":-8}"#, .right),
        ("TAG_RECORD records=a,b", .tagRecord, #"{"records":["B","A"]}"#, .right),
        ("TAG_RECORD records=a,b", .tagRecord, #"{"records":["A"]}"#, .wrong),
        ("SHOW_TASKS range=2026-11-24..", .showTasks, #"{"range":{"from":"2026-11-24T00:00"}}"#, .right),
        ("LIST_RECORDS .stage=won", .listRecords, #"{"filters":{"stage":"won"}}"#, .right),
        ("LIST_RECORDS .stage=won", .listRecords, #"{"filters":{"stage":"won","city":"Second"}}"#, .wrong),
        ("LIST_RECORDS .stage=won .*", .listRecords, #"{"filters":{"stage":"won","city":"Second"}}"#, .right),
        ("LIST_RECORDS or asks", .showRecord, "{}", .wrong),
        ("UNKNOWN or SHOW_RECORD", .showRecord, "{}", .right),
    ]

    @Test(arguments: grades)
    func actionsAreCompared(_ claim: String, _ type: CommandType, _ entities: String, _ grade: Claim.Grade) throws {
        let dialogue = try DialogueFile.dialogues("# a\nas maria\n> hi | \(claim)", file: "test")[0]
        #expect(dialogue.turns[0].claim.grade([try Self.action(type, .ready, entities)]) == grade)
    }

    /// A question is good where it is about the command that was meant and names what it lacks.
    @Test func aQuestionIsGradedApart() throws {
        let claim = try DialogueFile.dialogues("# a\nas maria\n> hi | SET_CLOSE_DATE or asks deal", file: "test")[0]
            .turns[0].claim
        var action = try Self.action(.setCloseDate, .clarify, "{}")
        #expect(claim.grade([action]) == .wrong)
        action.missing = ["deal"]
        #expect(claim.grade([action]) == .askedWell)
        action.commandType = .delete
        #expect(claim.grade([action]) == .wrong)
    }

    /// Where it must offer somebody's choice, another list of names is no good question.
    @Test func aQuestionOffersWhatIsMeant() throws {
        let claim = try DialogueFile.dialogues(
            "# a\nas maria\n> hi | LOSE_DEAL deal=Foo or asks deal~\"Bar Ltd\"", file: "test")[0]
            .turns[0].claim
        var action = try Self.action(.loseDeal, .clarify, "{}")
        action.missing = ["deal"]
        #expect(claim.grade([action]) == .wrong)
        action.choices = [NamedRecord(RecordReference(.deal, 1), name: "Foo roll-out", detail: "Bar Ltd")]
        #expect(claim.grade([action]) == .askedWell)
    }

    /// A number tells records of one name apart.
    @Test func aRecordIsMetByItsNumber() throws {
        let claim = try DialogueFile.dialogues("# a\nas maria\n> hi | SHOW_RECORD record=\"ticket #7\"", file: "test")[
            0
        ]
        .turns[0].claim
        var action = try Self.action(.showRecord, .ready, #"{"record":"Outage"}"#)
        #expect(claim.grade([action]) == .wrong)
        let ticket = NamedRecord(RecordReference(.ticket, 7), name: "Outage")
        action.links = [Action.Link(entity: "record", record: ticket, match: 1)]
        #expect(claim.grade([action]) == .right)
    }
}
