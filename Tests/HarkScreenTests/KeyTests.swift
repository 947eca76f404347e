import HarkScreen
import Testing

struct KeyTests {
    static let notations: [(String, Key)] = [
        ("j", .character("j")), ("G", .character("G")), ("-", .character("-")), ("C-l", .control("l")),
        ("M-x", .character("x", .alt)), ("C-M-a", .character("a", [.control, .alt])), ("Space", .space),
        ("Esc", .escape), ("PgDn", .named(.pageDown)), ("F9", .named(.f9)), ("S-Tab", .named(.tab, .shift)),
        ("C-Right", .named(.right, .control)),
        ("Click:10,5", .mouse(.init(.left, .press, at: Point(column: 10, row: 5)))),
        ("C-RightClickRelease:0,1", .mouse(.init(.right, .release, at: Point(column: 0, row: 1), modifiers: .control))),
        ("WheelDown:3,4", .mouse(.init(.wheelDown, .press, at: Point(column: 3, row: 4)))),
        ("Paste:a b", .paste("a b")), ("FocusOut", .focus(false)), ("Hangup", .hangup), ("C--", .control("-")),
        ("Resize:80x24", .resize(Size(columns: 80, rows: 24))), ("ø", .character("ø")), (":", .character(":")),
    ]

    @Test(arguments: notations)
    func readsAndWritesNotation(_ notation: String, _ key: Key) {
        #expect(Key(notation: notation) == key)
        #expect(key.notation == notation)
    }

    @Test(arguments: ["", "Foo", "S-j", "C-", "Click:1", "Resize:ax3", "jj"])
    func refusesWhatIsNoKey(_ notation: String) { #expect(Key(notation: notation) == nil) }

    @Test func scriptsBecomeKeys() throws {
        let script = try KeyScript("j/a<Enter>\n<lt><C-l>")
        #expect(
            script.keys == [.character("j"), .character("/"), .character("a"), .enter, .character("<"), .control("l")])
    }

    @Test func scriptsSayWhereTheyAreWrong() {
        #expect(throws: KeyScript.Failure.unclosed(at: 1)) { try KeyScript("j<Enter") }
        #expect(throws: KeyScript.Failure.unknownKey("Entr", at: 2)) { try KeyScript("jj<Entr>") }
    }
}
