import HarkScreen
import Testing

@testable import HarkUI

struct RebindingTests {
    typealias Table = Dashboard.KeyTable

    private func rebound(_ wishes: Table.Rebinding...) -> (table: Table, refusals: [Table.Refusal]) {
        Table.standard.rebound(wishes)
    }

    private func intent(_ table: Table, _ key: Character, _ place: Dashboard.Place = .leads) -> Dashboard.Intent? {
        table.entry(for: .character(key), at: place)?.intent
    }

    @Test func anActionMovesToItsNewKeysEverywhere() {
        let (table, refusals) = rebound(.init("undo", ["u", "F5"], line: 1))
        #expect(refusals.isEmpty)
        #expect(intent(table, "u") == .undo && intent(table, "u", .help) == .undo && intent(table, "z") == nil)
        #expect(table.markdown.contains("| `u` `F5` | undo the last action |"))
    }

    @Test func twoActionsMayChangePlaces() {
        let (table, refusals) = rebound(.init("task", ["a"], line: 1), .init("note", ["t"], line: 2))
        #expect(refusals.isEmpty)
        #expect(intent(table, "a") == .task && intent(table, "t") == .note)
    }

    static let refused: [(Table.Rebinding, String)] = [
        (.init("fly", ["x"], line: 3), "there is no action 'fly'"),
        (.init("undo", ["q"], line: 4), "'q' is the key of back already"),
        (.init("undo", ["Ctrl+Z"], line: 5), "'Ctrl+Z' is no key: write j, G, C-l, F5, PgDn, Space"),
        (.init("undo", [], line: 6), "undo needs at least one key"),
        (.init("run-phrase", ["g"], line: 7), "'g' is text where run-phrase works"),
    ]

    @Test(arguments: refused) func aWishThatCannotBeLeavesTheDefault(_ wish: Table.Rebinding, _ reason: String) {
        let (table, refusals) = rebound(wish)
        #expect(refusals == [Table.Refusal(line: wish.line, reason: reason)])
        #expect(table == .standard)
    }

    @Test func footerAndHelpShowTheBoundKeys() throws {
        var options = Fixture.options(Size(columns: 80, rows: 24))
        options.keys = rebound(.init("help", ["F1"], line: 1)).table
        var state = Dashboard.State(options: options)
        #expect(Dashboard.view(state).text().contains("F1 help"))
        _ = Dashboard.update(&state, .key(.named(.f1)))
        #expect(state.view == .help)
        let text = HelpScreen.lines(state, columns: 78).map { $0.map(\.text).joined() }.joined(separator: "\n")
        #expect(text.contains("F1 ") && text.contains("keys and phrases"))
    }

    /// A sentence that names a key names the one the user has.
    @Test func sentencesNameTheBoundKeys() throws {
        var options = Fixture.options(Size(columns: 80, rows: 24))
        options.keys =
            rebound(
                .init("undo", ["F2"], line: 1), .init("prompt", ["F3"], line: 2), .init("back", ["F4"], line: 3),
                .init("run-phrase", ["F5"], line: 4), .init("reload", ["F6"], line: 5),
                .init("go-on", ["F7"], line: 6), .init("help", ["F8"], line: 7)
            ).table
        var state = Dashboard.State(options: options)
        #expect(Dashboard.view(state).text().contains("press F3 and type"))
        #expect(Dashboard.greeting(state).contains("F8 lists the keys, F3 takes a phrase, F4 quits."))
        _ = Dashboard.update(&state, .key(.character("4", [])))
        #expect(Dashboard.view(state).text().contains("F2 undoes the last, Z does it again."))
        _ = Dashboard.update(&state, .resized(Size(columns: 40, rows: 10)))
        #expect(Dashboard.view(state).text().contains("F7 go on   F4 quit"))
    }
}
