import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// What is held of other people's sentences, most of which have been mended from since they were written.
struct GateTests {
    struct Bar: Sendable, CustomTestStringConvertible {
        var name: String
        /// The least share rejected or asked back, and the most that would be written.
        var left: Double
        var writes: Int
        var testDescription: String { name }
    }

    static let bars = [
        Bar(name: "foreign", left: 0.98, writes: 1), Bar(name: "foreign, latest", left: 0.985, writes: 1),
        Bar(name: "foreign, newest", left: 0.975, writes: 1), Bar(name: "elsewhere", left: 0.97, writes: 1),
    ]

    @Test(arguments: bars)
    func whatIsNotAboutTheCRMIsLeftAlone(_ bar: Bar) throws {
        let sentences = try #require(ForeignTally.sets.first { $0.0 == bar.name }?.1)
        let tally = ForeignTally(sentences, try Larkspur.reader())
        print(
            "\(bar.name): \(tally.unknown) unknown and \(tally.asked) asked of \(tally.count), \(tally.writes) written")
        #expect(tally.count >= 150)
        #expect(tally.left >= bar.left)
        #expect(tally.writes <= bar.writes)
    }

    /// A reading's confidence is the probability that it is what was meant.
    @Test func confidenceIsProbability() throws {
        let claims = Calibration.unseen(by: try Larkspur.reader())
        let (width, count) = (Calibration.bins(of: claims), Calibration.equalBins(of: claims))
        print("calibration of \(claims.count): \(Calibration.error(width)), \(Calibration.error(count)) in equal bins")
        #expect(claims.count >= 3_000)
        #expect(Calibration.error(width) <= 0.035)
        #expect(Calibration.error(count) <= 0.035)
    }
}
