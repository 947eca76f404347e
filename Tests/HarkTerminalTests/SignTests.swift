import CNcurses
import HarkScreen
import Testing

@testable import HarkTerminal

struct SignTests {
    init() { _ = hark_use_locale() }

    /// A grapheme, the scalars at each place, and whether the cursor's place is sure after it.
    static let signs: [(String, [[UInt32]], Bool)] = [
        ("a", [[0x61]], true), ("é", [[0xE9]], true), ("─", [[0x2500]], true), ("日", [[0x65E5]], true),
        ("👍", [[0x1F44D]], false), ("🇳🇴", [[0x1F1F3], [0x1F1F4]], false), ("e\u{301}", [[0x65, 0x301]], false),
        ("\u{1FAFF}", [[0xFFFD], [0x20]], true),
    ]

    @Test(arguments: signs)
    func aCellIsWhatNcursesTakes(_ text: String, _ scalars: [[UInt32]], _ isReliable: Bool) {
        var buffer = Buffer(Size(columns: 2, rows: 1))
        buffer.write(text, at: .zero)
        let sign = Sign(buffer[.zero], isUnicode: true)
        #expect(sign.parts == scalars.map { $0.map { wchar_t(bitPattern: $0) } + [0] })
        #expect(sign.isReliable == isReliable)
    }

    static let letters: [(Character, Character)] = [
        ("x", "x"), ("Ø", "O"), ("å", "a"), ("æ", "a"), ("ß", "s"), ("ž", "z"), ("日", "?"), ("’", "'"), ("…", "~"),
    ]

    @Test(arguments: letters)
    func lettersHaveAnASCIIForm(_ character: Character, _ letter: Character) {
        #expect(Character(Unicode.Scalar(ASCIIForm.letter(for: character))) == letter)
    }
}
