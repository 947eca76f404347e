import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Phrases nobody tuned to; the floors follow what was measured, and rise with it.
struct LatestTests {
    @Test func strangersAreMostlyUnderstood() throws {
        let reader = try Larkspur.reader()
        let verdicts = PhraseRow.latest.map { Verdict($0, reader.read($0.phrase, in: Larkspur.context())) }
        func share(_ isRight: (Verdict) -> Bool) -> Double {
            Double(verdicts.count(where: isRight)) / Double(verdicts.count)
        }
        print("strangers' phrases \(verdicts.count): command \(share(\.isCommand)), exact \(share(\.isExact))")
        #expect(verdicts.count >= 500)
        #expect(share(\.isCommand) >= 0.85)
        #expect(share(\.isExact) >= 0.78)
        #expect(share(\.isWrongWrite) <= 0.025)
    }
}
