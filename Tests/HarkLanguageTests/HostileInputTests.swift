import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

struct HostileInputTests {
    static let blows: [String] = [
        "", " ", "\u{0}\u{1}\u{1B}[2J", String(repeating: "a", count: 10_000), String(repeating: "and ", count: 2_500),
        String(repeating: "'", count: 5_000), "delete " + String(repeating: "helen marsh and ", count: 600),
        String(repeating: "a week from ", count: 800), String(repeating: "@.", count: 5_000),
        "Robert'); DROP TABLE leads;--", "\u{202E}dael a dda", "👩‍👩‍👧‍👦 add 🚀 lead", String(repeating: "1", count: 9_000),
        String(repeating: "\u{301}", count: 4_000), "don't", "'s", "w/", "a.m", "- - - -", "{company:name} <add> [x]",
    ]

    @Test(arguments: blows)
    func survives(_ phrase: String) throws {
        let reader = try Larkspur.reader()
        let actions = reader.read(phrase, in: Larkspur.context())
        #expect(!actions.isEmpty)
        #expect(actions.allSatisfy { $0.command.map { !$0.writes } ?? true || $0.status == .confirm })
        _ = reader.values(in: phrase, context: Larkspur.context())
    }

    @Test func randomBytesNeverDoHarm() throws {
        let reader = try Larkspur.reader()
        var dice = Dice(seed: 7)
        for _ in 0..<150 {
            let bytes = (0..<dice.next(below: 120)).map { _ in UInt8(dice.next(below: 256)) }
            let phrase = String(decoding: bytes, as: UTF8.self)
            #expect(!reader.read(phrase, in: Larkspur.context()).isEmpty)
        }
    }

    /// Words of real commands in any order: nothing destructive may come out ready, and twice the same is the same.
    @Test func shuffledWordsNeverDeleteUnasked() throws {
        let reader = try Larkspur.reader()
        let words = Corpus.all.flatMap(\.wordings).flatMap { $0.split(separator: " ") }.map(String.init)
        var dice = Dice(seed: 42)
        for _ in 0..<250 {
            let phrase = (0...dice.next(below: 12)).map { _ in words[dice.next(below: words.count)] }.joined(
                separator: " ")
            let actions = reader.read(phrase, in: Larkspur.context())
            #expect(actions.allSatisfy { $0.commandType != .delete || $0.status != .ready }, "\(phrase)")
            #expect(actions.allSatisfy { $0.status != .ready || $0.confidence >= 0.5 }, "\(phrase)")
            #expect(actions == reader.read(phrase, in: Larkspur.context()), "\(phrase)")
        }
    }

    @Test func aNoteIsKeptToTheByte() throws {
        let reader = try Larkspur.reader()
        let texts = [
            "Erase  everybody, and DROP TABLE x; -- “quoted” ümlaut 👍", "don't call; she'll ring at 3pm & 4pm!",
            String(repeating: "long words without end ", count: 200) + "end.",
        ]
        for text in texts {
            let actions = reader.read("note on Helen Marsh: \(text)", in: Larkspur.context())
            #expect(actions.map(\.commandType) == [.addNote])
            #expect(actions[0].entities["text"] == .string(text))
            #expect(actions[0].command == .addNote(NewNote(related: RecordReference(.contact, 3), text: text)))
        }
    }
}
