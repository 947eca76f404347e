import HarkCore
import HarkLanguage
import HarkScreen
import Testing

@testable import HarkUI

/// What a phrase means, shown while it is being typed.
struct OutlineTests {
    private static let phrase = "call Ole tomorrow zzz 20k"

    /// The phrase with every sort of piece.
    private static let outline: PhraseOutline = {
        func piece(_ text: String, _ kind: PhraseOutline.Kind) -> PhraseOutline.Piece {
            let start = phrase.utf8.count - (phrase.rest(after: text)?.utf8.count ?? 0) - text.utf8.count
            return PhraseOutline.Piece(start..<(start + text.utf8.count), kind)
        }
        return PhraseOutline(
            phrase,
            pieces: [
                piece("call", .command), piece("Ole", .name), piece("tomorrow", .time), piece("zzz", .unknown),
                piece("20k", .value),
            ], actions: [Fixture.action(.clarify)])
    }()

    private func roles(_ visible: String, from start: Int, of text: String) -> String {
        TypedPhrase.runs(visible, from: start, of: text, OutlineTests.outline)
            .map { String(repeating: $0.role.letter, count: $0.text.count) }.joined()
    }

    @Test func everyWordHasTheRoleOfWhatItIs() {
        #expect(roles(OutlineTests.phrase, from: 0, of: OutlineTests.phrase) == "PPPPPnnnPddddddddP???Pvvv")
    }

    @Test func aScrolledPhraseKeepsItsRoles() {
        #expect(roles("tomorrow zzz", from: 9, of: OutlineTests.phrase) == "ddddddddP???")
    }

    @Test func whatWasTypedSinceHasNoRoleYet() {
        #expect(roles("call Olaf", from: 0, of: "call Olaf") == "PPPPPPPPP")
        let longer = OutlineTests.phrase + " more"
        #expect(roles(longer, from: 0, of: longer) == "PPPPPnnnPddddddddP???PvvvPPPPP")
    }

    @Test(arguments: [
        (Action.Status.ready, "ready 94%"), (.confirm, "asks first 94%"), (.clarify, "which one?"),
        (.refused, "refused"),
    ])
    func theNoteSaysHowFarItIs(_ status: Action.Status, _ note: String) {
        let outline = PhraseOutline("x", actions: [Fixture.action(status)])
        #expect(TypedPhrase.note(outline).text == note)
    }

    @Test(arguments: [(80, 24, Glyphs.unicode), (80, 24, .ascii), (120, 40, .unicode)])
    func looks(_ columns: Int, _ rows: Int, _ glyphs: Glyphs) throws {
        var world = World.loaded(Size(columns: columns, rows: rows), glyphs)
        world.outlines[OutlineTests.phrase] = OutlineTests.outline
        try world.press("j:\(OutlineTests.phrase)")
        try expectGolden(
            Dashboard.view(world.state), "typing-\(columns)x\(rows)-\(glyphs.isASCII ? "ascii" : "unicode")")
    }
}

extension String {
    /// What follows the first occurrence of a text.
    fileprivate func rest(after text: String) -> Substring? {
        firstRange(of: text).map { self[$0.upperBound...] }
    }
}
