import HarkScreen
import Testing

@testable import HarkTerminal

struct PenFilterTests {
    /// What ncurses writes, and what is left of it, with `^` for Escape.
    static let frames: [(String, String)] = [
        ("^[mab", "^[mab"), ("^[31m^[44mx^(B^[m^[31m^[44my", "^[0;31;44mxy"),
        ("^[31m^[44mx^[32m^[44my", "^[0;31;44mx^[32my"), ("^[1;31mx^[m^[31my", "^[0;1;31mx^[22my"),
        ("^[31mx^[32m ^[31my", "^[0;31mx y"), ("^[31mx^[44m y", "^[0;31mx^[44m y"),
        ("^[mx^[4m y", "^[mx^[4m y"), ("^[mx^[44m^[K", "^[mx^[44m^[K"), ("^[mx^[31m^[5;6H^[39my", "^[mx^[5;6Hy"),
        ("^[7mx^[27my", "^[0;7mx^[my"), ("^[38;5;16mx", "^[0;38;2;1;2;3mx"), ("^[48;5;99mx", "^[0;48;5;99mx"),
        ("^[mé\r\n^[1K", "^[mé\r\n^[1K"), ("^[1mx^[m\u{F}y", "^[0;1mx^[my"),
    ]

    @Test(arguments: frames)
    func keepsOnlyWhatShows(_ frame: String, _ rest: String) {
        var filter = PenFilter()
        filter.colors = [16: "2;1;2;3"]
        let result = filter.filtered(Array(frame.replacing("^", with: "\u{1B}").utf8))
        #expect(String(decoding: result, as: UTF8.self).replacing("\u{1B}", with: "^") == rest)
    }

    @Test func remembersThePenBetweenFrames() {
        var filter = PenFilter()
        _ = filter.filtered(Array("\u{1B}[31mx\u{1B}[m".utf8))
        #expect(filter.filtered(Array("\u{1B}[31my".utf8)) == Array("y".utf8))
        filter.invalidate()
        #expect(filter.filtered(Array("\u{1B}[31my".utf8)) == Array("\u{1B}[0;31my".utf8))
    }
}
