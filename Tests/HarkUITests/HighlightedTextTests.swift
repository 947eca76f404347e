import HarkScreen
import Testing

@testable import HarkUI

struct HighlightedTextTests {
    struct Row: Sendable, CustomTestStringConvertible {
        var text: String
        var bytes: [Range<Int>]
        var lines: [String]

        var testDescription: String { text }
    }

    /// What stands out is in brackets.
    static let rows = [
        Row(text: "we need a quote now", bytes: [10..<15], lines: ["we need a", "[quote] now"]),
        Row(text: "quote", bytes: [0..<5], lines: ["[quote]"]),
        Row(text: "déjà quote", bytes: [7..<12], lines: ["déjà [quote]"]),
        Row(text: "need a quote", bytes: [5..<12, 0..<4], lines: ["[need] [a]", "[quote]"]),
        Row(text: "over lap", bytes: [0..<6, 4..<8], lines: ["[over l]ap"]),
        Row(text: "dé cut", bytes: [0..<2, 90..<99], lines: ["dé cut"]),
    ]

    @Test(arguments: rows)
    func standsOut(_ row: Row) {
        let text = HighlightedText(row.text, row.bytes.map { ($0, .matched) }, asciiMarks: false)
        let lines = text.wrapped(to: 11).map { runs in
            runs.map { $0.role == .matched ? "[\($0.text)]" : $0.text }.joined()
        }
        #expect(lines == row.lines)
    }

    @Test func hostileTextIsSafe() {
        let text = HighlightedText("a\u{1B}[31m quote \u{202E}b", [(7..<12, .matched)], asciiMarks: false)
        let runs = text.wrapped(to: 40).joined()
        #expect(runs.contains { $0.text == "quote" && $0.role == .matched })
        #expect(
            !runs.contains { $0.text.unicodeScalars.contains("\u{1B}") || $0.text.unicodeScalars.contains("\u{202E}") })
    }
}
