import HarkScreen
import Testing

struct TextTests {
    static let widths: [(String, Int)] = [
        ("", 0), ("abc", 3), ("æøå", 3), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
        ("👍", 2), ("👍🏽", 2), ("👨‍👩‍👧", 2), ("❤", 1), ("❤️", 2), ("🇳🇴", 2), ("1️⃣", 2), ("─▇…", 3), ("\u{200D}", 0),
        ("ＡＢ", 4), ("ｱ", 1), ("½", 1), ("\u{1FAE8}", 2),
    ]

    @Test(arguments: widths)
    func countsColumns(_ text: String, _ columns: Int) { #expect(text.columns == columns) }

    static let cuts: [(String, Int, Cut, String)] = [
        ("Bergen Fjordline", 10, .end, "Bergen Fj…"), ("Bergen Fjordline", 10, .start, "…Fjordline"),
        ("Bergen Fjordline", 10, .middle, "Berge…line"), ("short", 10, .middle, "short"), ("日本語", 5, .end, "日本…"),
        ("日本語", 4, .end, "日…"), ("x", 0, .end, ""), ("xy", 1, .middle, "…"),
    ]

    @Test(arguments: cuts)
    func cutsText(_ text: String, _ columns: Int, _ cut: Cut, _ result: String) {
        #expect(text.truncated(to: columns, cut: cut) == result)
    }

    @Test func fillsFields() {
        #expect("7".fitted(to: 3, align: .trailing) == "  7")
        #expect("ab".fitted(to: 5, align: .center) == " ab  ")
        #expect("日本語".fitted(to: 4) == "日… ")
    }

    static let wraps: [(String, Int, [String])] = [
        ("", 5, [""]), ("one two three", 7, ["one two", "three"]), ("a\n\nb", 5, ["a", "", "b"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]), ("日本語です", 4, ["日本", "語で", "す"]), ("a  b", 9, ["a b"]),
        ("xx abcdefgh", 4, ["xx", "abcd", "efgh"]),
    ]

    @Test(arguments: wraps)
    func wrapsWords(_ text: String, _ columns: Int, _ lines: [String]) { #expect(text.wrapped(to: columns) == lines) }

    static let safe: [(String, SafeText.Form, Bool, String)] = [
        ("plain", .line, false, "plain"), ("Bjørn", .line, false, "Bjørn"),
        ("\u{1B}]0;x\u{7}", .line, false, "␛]0;x␇"), ("\u{1B}]0;x\u{7}", .line, true, "^[]0;x^G"),
        ("\u{7F}\u{9B}2J", .line, false, "␡␦2J"), ("\u{9B}2J", .line, true, "<9B>2J"),
        ("a\u{202E}b\u{2066}c", .line, false, "a␦b␦c"), ("\u{FEFF}x\u{200E}", .line, false, "␦x␦"),
        ("a\nb", .line, false, "a␊b"), ("a\r\nb", .paragraph, false, "a\nb"), ("a\u{2028}b", .paragraph, false, "a␤b"),
        ("a\tb", .line, false, "a b"), ("👩‍💻", .line, false, "👩‍💻"), ("👩‍💻", .list, false, "👩"),
        ("👍🏽", .list, false, "👍"), ("❤️", .list, false, "❤"), ("🇳🇴", .list, false, "🇳🇴"),
        ("\u{301}x", .line, false, "◌\u{301}x"), ("x\u{E0041}", .line, false, "x␦"),
    ]

    @Test(arguments: safe)
    func makesTextSafe(_ raw: String, _ form: SafeText.Form, _ asciiMarks: Bool, _ result: String) {
        #expect(SafeText(raw, form, asciiMarks: asciiMarks).string.unicodeScalars.elementsEqual(result.unicodeScalars))
    }

    @Test func clampsPiledMarks() {
        let zalgo = "a" + String(repeating: "\u{301}", count: 40)
        #expect(SafeText(zalgo, .list).string.unicodeScalars.count == 3)
    }

    @Test func nothingATerminalObeysIsLeft() {
        let raw = String(String.UnicodeScalarView((0...0x2FFF).compactMap(Unicode.Scalar.init)))
        for form in [SafeText.Form.line, .list] {
            let left = SafeText(raw, form).string.unicodeScalars.filter {
                $0.properties.generalCategory == .control || (0x202A...0x202E).contains($0.value)
                    || (0x2066...0x2069).contains($0.value)
            }
            #expect(left.isEmpty)
        }
    }
}
