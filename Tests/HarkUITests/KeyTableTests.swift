import HarkScreen
import Testing

@testable import HarkUI

struct KeyTableTests {
    @Test func noTwoEntriesClaimAKeyAtOnePlace() {
        for place in Dashboard.Place.allCases {
            let keys = Dashboard.KeyTable.standard.entries(at: place).flatMap(\.keys)
            #expect(Set(keys).count == keys.count, "\(place)")
        }
    }

    @Test func everyKeyIsWrittenAsTheTerminalReportsIt() throws {
        for entry in Dashboard.KeyTable.standard.entries {
            for notation in entry.keys {
                let key = try #require(Key(notation: notation), "\(notation)")
                #expect(key.notation == notation)
                for place in entry.places { #expect(Dashboard.KeyTable.standard.entry(for: key, at: place) == entry) }
            }
        }
    }

    @Test func everyIntentHasAKey() {
        let bound = Set(Dashboard.KeyTable.standard.entries.map(\.intent))
        #expect(bound == Set(Dashboard.Intent.allCases))
    }

    /// Terminals and shells have other uses for these.
    @Test func reservedControlKeysAreFreeOutsideLines() {
        let reserved = ["C-a", "C-b", "C-s", "C-q", "C-h", "C-i", "C-j", "C-m"]
        for place in Dashboard.Place.allCases where !place.isTyping {
            let keys = Dashboard.KeyTable.standard.entries(at: place).flatMap(\.keys)
            #expect(Set(keys).isDisjoint(with: reserved), "\(place)")
        }
    }

    @Test func wordsFitTheHelpInTwoColumns() {
        for entry in Dashboard.KeyTable.standard.entries {
            #expect(entry.words.count <= 27, "\(entry.words)")
            #expect(entry.keys.joined(separator: " ").count <= 8, "\(entry.keys)")
        }
    }

    @Test func theManualHasEveryEntry() {
        let rows = Dashboard.KeyTable.standard.markdown.split(separator: "\n").dropFirst(2)
        #expect(rows.count == Dashboard.KeyTable.standard.entries.count)
        #expect(rows.contains("| `C-l` | paint the screen again | everywhere |"))
        #expect(rows.contains("| `z` | undo the last action | not while typing |"))
        #expect(rows.contains("| `h` `Left` | the event before | record's fields, reasons, timeline |"))
    }

    /// The help shows each entry once, and finds every one by its words and by each of its keys.
    @Test func helpHasEveryEntry() throws {
        var world = World.loaded()
        try world.press("?")
        func text() -> String {
            HelpScreen.lines(world.state, columns: 78).map { $0.map(\.text).joined() }.joined(separator: "\n")
        }
        let whole = text()
        for entry in Dashboard.KeyTable.standard.entries {
            #expect(whole.contains(entry.words))
            for words in entry.keys + [entry.words] {
                world.state.help.words = words
                #expect(text().contains(entry.words), "\(words)")
            }
        }
    }
}
