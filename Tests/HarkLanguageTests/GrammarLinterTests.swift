import HarkLanguage
import Testing

struct GrammarLinterTests {
    /// A tenant's file, and what is said of it.
    static let files: [(String, [String])] = [
        ("intent SHOW_TASKS\n  say [my] morning round", []),
        (
            "values stage\n  qualified = discovery\n  won = signed up | discovery",
            ["x.intents:3:21: error: “discovery” is won and qualified of stage (x.intents:2:15)"]
        ),
        (
            "intent SHOW_RECORD\n  say undo the last change",
            ["x.intents:2:7: warning: “undo the last change” is SHOW_RECORD and UNDO alike (talk.intents:28:7)"]
        ),
        (
            "intent SHOW_TASKS\n  say show my pipeline   weight=2",
            [
                "x.intents:2:7: warning: never understood as SHOW_TASKS: “show my pipeline” is LIST_RECORDS "
                    + "(lists.intents:"
            ]
        ),
        (
            "intent SHOW_TASKS\n  set colour = red\n  say red round",
            ["x.intents:2:7: error: the command has no slot called colour"]
        ),
        (
            "intent SHOW_TASKS\n  set range = purple\n  say red round",
            ["x.intents:2:7: error: when cannot be “purple”"]
        ),
        (
            "intent SHOW_TASKS\n  say <x> y\nfly\n  say red {topic:poem}",
            [
                "x.intents:2:10: error: no rule is called <x>", "x.intents:3:1: error: expected group",
                "x.intents:4:23: error: no slot type is called poem",
            ]
        ),
    ]

    @Test(arguments: files)
    func saysWhatIsWrongAndWhere(_ text: String, _ wanted: [String]) {
        let found = GrammarLinter(words: text, file: "x.intents").findings().map(\.description)
        #expect(found.count == wanted.count && zip(found, wanted).allSatisfy { $0.hasPrefix($1) }, "\(found)")
    }

    @Test func valuesCalledLikeCommandsAreNamed() throws {
        let found = GrammarLinter(words: "values stage\n  lost = delete", file: "x.intents").findings()
        #expect(found.map(\.severity) == [.warning])
        let first = try #require(found.first)
        #expect(first.description.hasPrefix("x.intents:2:10: warning: “delete” of stage is a word commands begin with"))
        #expect(first.other != nil)
    }

    @Test func theBuiltInTemplatesAreClean() {
        #expect(GrammarLinter().findings().isEmpty)
    }
}
