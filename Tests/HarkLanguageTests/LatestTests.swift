import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Phrases nobody tuned to; the floors follow what was measured, and rise with it.
struct LatestTests {
    struct Bar: Sendable, CustomTestStringConvertible {
        let name: String
        let rows: [PhraseRow]
        /// The least share of right commands and of wholly right actions, and the most wrong writes.
        let command: Double
        let exact: Double
        let wrong: Double
        var testDescription: String { name }
    }

    static let bars = [
        Bar(name: "latest", rows: PhraseRow.latest, command: 0.97, exact: 0.94, wrong: 0.005),
        Bar(name: "strange", rows: PhraseRow.strange, command: 0.95, exact: 0.88, wrong: 0.006),
    ]

    @Test(arguments: bars)
    func strangersAreUnderstood(_ bar: Bar) throws {
        let reader = try Larkspur.reader()
        let verdicts = bar.rows.map { Verdict($0, reader.read($0.phrase, in: Larkspur.context())) }
        func share(_ isRight: (Verdict) -> Bool) -> Double {
            Double(verdicts.count(where: isRight)) / Double(verdicts.count)
        }
        let wrong = verdicts.count(where: \.isWrongWrite)
        print(
            "\(bar.name) \(verdicts.count): command \(share(\.isCommand)), exact \(share(\.isExact)), wrong writes \(wrong)"
        )
        for (row, verdict) in zip(bar.rows, verdicts) where verdict.isWrongWrite { print("  wrote: \(row.phrase)") }
        #expect(verdicts.count >= 480)
        #expect(share(\.isCommand) >= bar.command)
        #expect(share(\.isExact) >= bar.exact)
        #expect(share(\.isWrongWrite) <= bar.wrong)
    }
}
