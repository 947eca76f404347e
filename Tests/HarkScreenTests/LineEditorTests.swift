import HarkScreen
import Testing

struct LineEditorTests {
    /// Text before, keys, text after with `|` at the cursor.
    static let edits: [(String, String, String)] = [
        ("", "abc", "abc|"), ("call ole", "<Left><Left>X", "call oX|le"),
        ("call ole", "<Home>x<Del>", "x|all ole"), ("call ole", "<C-w>", "call |"),
        ("call ole", "<C-w><C-y><C-y>", "call oleole|"),
        ("call ole now", "<C-Left><C-Left><C-k>", "call |"), ("abc", "<C-u>", "|"),
        ("abc", "<Home><Backspace>", "|abc"),
        ("abc", "<Del><C-d>", "abc|"), ("e\u{301}a", "<Backspace><Backspace>", "|"), ("a b", "<M-b><M-d>", "a |"),
        ("ab", "<Left><Paste:1\n2>", "a1 2|b"), ("🇳🇴x", "<Home><Right>y", "🇳🇴y|x"), ("ab cd", "<Home><M-f>-", "ab-| cd"),
    ]

    @Test(arguments: edits)
    func obeysKeys(_ before: String, _ keys: String, _ after: String) throws {
        var editor = LineEditor(before)
        let handled = try KeyScript(keys).keys.map { editor.handle($0) }
        #expect(!handled.contains(false))
        #expect(editor.head + "|" + editor.text.dropFirst(editor.cursor) == after)
    }

    @Test func recallsLinesAndTheDraft() throws {
        var editor = LineEditor(history: ["one", "two"])
        for key in try KeyScript("dra<Up><Up><Up>").keys { _ = editor.handle(key) }
        #expect(editor.text == "one")
        for key in try KeyScript("<Down><Down><Down>").keys { _ = editor.handle(key) }
        #expect(editor.text == "dra")
        #expect(editor.take() == "dra")
        #expect(editor.history == ["one", "two", "dra"])
        let found = editor.recall(containing: "ON")
        #expect(found)
        #expect(editor.text == "one")
        let foundOlder = editor.recall(containing: "ON")
        #expect(!foundOlder)
    }

    @Test func forgetsLinesWithAName() throws {
        var editor = LineEditor(history: ["call Ole", "show leads", "erase OLE berg"], shelved: "mail ole")
        editor.forgetLines(with: "ole")
        #expect(editor.history == ["show leads"] && editor.shelved.isEmpty && !editor.isRecalling)
        for key in try KeyScript("<Up><Up>").keys { _ = editor.handle(key) }
        #expect(editor.text == "show leads")
    }

    @Test func whatIsShelvedIsRecalledFirst() throws {
        var editor = LineEditor(history: ["one"])
        for key in try KeyScript("half a phr").keys { _ = editor.handle(key) }
        editor.shelve()
        #expect(editor.isEmpty)
        #expect(editor.history == ["one"], "nobody entered it")
        editor.recallPrevious()
        #expect(editor.text == "half a phr")
        editor.recallPrevious()
        #expect(editor.text == "one")
        editor.recallNext()
        #expect(editor.take() == "half a phr")
        #expect(editor.history == ["one", "half a phr"])
        #expect(editor.shelved.isEmpty)
    }

    @Test func enteringAnotherLineKeepsWhatWasShelved() {
        var editor = LineEditor("half", shelved: "older")
        editor.shelve()
        editor.replace(with: "two")
        #expect(editor.take() == "two")
        #expect(editor.history == ["half", "two"])
    }

    @Test func leavesOtherKeysAlone() {
        var editor = LineEditor("x")
        let handled = [Key.enter, .tab, .escape, .control("r"), .named(.f9), .focus(true)].map { editor.handle($0) }
        #expect(!handled.contains(true))
        #expect(editor.text == "x")
    }

    @Test func scrollsToTheCursor() {
        var editor = LineEditor("abcdefgh")
        #expect(editor.view(columns: 20) == ("abcdefgh", 8, 0))
        #expect(editor.view(columns: 5) == ("efgh", 4, 4))
        _ = editor.handle(.named(.home))
        #expect(editor.view(columns: 5) == ("abcde", 0, 0))
    }
}
