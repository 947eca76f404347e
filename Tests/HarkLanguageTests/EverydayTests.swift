import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Everyday wordings of every command; see `LanguageCorpora/Phrases`.
struct EverydayTests {
    @Test func areReadAsMeant() throws {
        let reader = try Larkspur.reader()
        var wrong: [String] = []
        for row in PhraseRow.everyday {
            let actions = reader.read(row.phrase, in: Larkspur.context())
            let verdict = Verdict(row, actions)
            #expect(!verdict.isWrongWrite, "\(row.phrase): \(actions[0].json.compact)")
            if !verdict.isExact { wrong.append("\(row.phrase): \(actions[0].json.compact)") }
        }
        #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
    }
}
