import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// The bar on phrases written from the list of commands alone and on what is not about the CRM, with and without noise.
struct UnseenTests {
    struct Bar: Sendable, CustomTestStringConvertible {
        var noise: Noise
        /// The least share of right commands and of wholly right actions.
        var command: Double
        var exact: Double
        var testDescription: String { noise.rawValue }
    }

    /// Floors, to be raised with what is held.
    static let bars = [
        Bar(noise: .clean, command: 0.85, exact: 0.75), Bar(noise: .lower, command: 0.8, exact: 0.7),
        Bar(noise: .fillers, command: 0.8, exact: 0.7), Bar(noise: .lowerFillers, command: 0.8, exact: 0.7),
        Bar(noise: .deletion, command: 0.78, exact: 0.66), Bar(noise: .typo, command: 0.78, exact: 0.66),
        Bar(noise: .homophones, command: 0.7, exact: 0.6), Bar(noise: .numbers, command: 0.7, exact: 0.6),
    ]

    @Test(arguments: bars)
    func holdsTheBar(_ bar: Bar) throws {
        let reader = try Larkspur.reader()
        var dice = Dice(seed: 20_260_303)
        let rows = PhraseRow.unseen.compactMap { $0.with(bar.noise, names: Larkspur.records, dice: &dice) }
        let verdicts = rows.map { Verdict($0, reader.read($0.phrase, in: Larkspur.context())) }
        let count = Double(verdicts.count)
        #expect(count > 60)
        #expect(Double(verdicts.filter(\.isCommand).count) >= bar.command * count)
        #expect(Double(verdicts.filter(\.isExact).count) >= bar.exact * count)
        let exact = Double(verdicts.filter(\.isExact).count) / count
        let commands = Double(verdicts.filter(\.isCommand).count) / count
        print("\(bar.noise.rawValue): command \(commands), whole action \(exact), \(rows.count) phrases")
        if bar.noise == .clean { #expect(Double(verdicts.filter(\.isWrongWrite).count) <= 0.03 * count) }
    }

    /// Of the readings shown with 0.9, nine in ten are right, whatever befell the phrase.
    @Test func claimsWhatItKeeps() throws {
        let reader = try Larkspur.reader()
        var claims: [Calibration.Sample] = []
        for noise in [Noise.clean, .lowerFillers, .deletion, .homophones] {
            var dice = Dice(seed: 7)
            for row in PhraseRow.unseen where row.command != nil {
                guard let noisy = row.with(noise, names: Larkspur.records, dice: &dice) else { continue }
                let actions = reader.read(noisy.phrase, in: Larkspur.context())
                guard actions[0].commandType != .unknown else { continue }
                let verdict = Verdict(noisy, actions)
                claims.append((actions[0].confidence, verdict.isCommand && verdict.hasEntities))
            }
        }
        for bin in Calibration.bins(of: claims) {
            print("claimed \(bin.claimed), right \(bin.right), \(bin.count) readings")
        }
        #expect(claims.count > 800)
        #expect(Calibration.error(of: claims) <= 0.1)
    }
}
