import HarkScreen
import HarkService
import Testing

@testable import HarkConsole

struct DemoScriptTests {
    static let readable: [(String, [DemoScript.Step])] = [
        ("show hot leads", [.phrase("show hot leads")]),
        ("  show   hot\tleads  \r\n", [.phrase("show hot leads")]),
        ("# first\n\nundo\n  # last", [.phrase("undo")]),
        ("keys are lost\npauses are long", [.phrase("keys are lost"), .phrase("pauses are long")]),
        ("key Tab", [.keys([.tab])]),
        ("key j  C-l Space", [.keys([.character("j"), .control("l"), .space])]),
        ("pause 2s", [.pause(.seconds(2))]),
        ("pause 0.5", [.pause(.milliseconds(500))]),
        ("pause 1.25 s", [.pause(.milliseconds(1250))]),
        ("1", [.phrase("1")]),
    ]

    static let unreadable: [(String, DemoScript.Mistake)] = [
        ("", .init(line: 0, reason: .noSteps)),
        ("# nothing\n\n", .init(line: 0, reason: .noSteps)),
        ("undo\nkey", .init(line: 2, reason: .noKeys)),
        ("undo\n\nkey j Enter Retrun", .init(line: 3, reason: .unknownKey("Retrun"))),
        ("pause", .init(line: 1, reason: .noDuration(""))),
        ("pause for a while", .init(line: 1, reason: .noDuration("for a while"))),
        ("pause 61s", .init(line: 1, reason: .noDuration("61s"))),
        ("pause -1", .init(line: 1, reason: .noDuration("-1"))),
        ("pause nan", .init(line: 1, reason: .noDuration("nan"))),
    ]

    @Test(arguments: readable)
    func reads(_ text: String, _ steps: [DemoScript.Step]) throws {
        #expect(try DemoScript(text).steps == steps)
    }

    @Test(arguments: unreadable)
    func refuses(_ text: String, _ mistake: DemoScript.Mistake) {
        #expect(throws: mistake) { try DemoScript(text) }
    }

    @Test func whatIsMissingOrWrongSaysWhere() throws {
        let missing = ServiceError.notFound(
            "There is no script /nowhere/x.script, or it cannot be read: sample-data/demo.script is one.")
        #expect(throws: missing) { try Console.Playing(path: "/nowhere/x.script", folder: nil, pace: 1) }
    }
}
