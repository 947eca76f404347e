import HarkCore
import Testing

@testable import HarkUI

struct FormatTests {
    static let ages: [(Int64, String, String)] = [
        (0, "now", "now"), (59, "now", "now"), (60, "1m", "1 minute"), (3_599, "59m", "59 minutes"),
        (3_600, "1h", "1 hour"), (172_799, "47h", "47 hours"), (172_800, "2d", "2 days"), (1_209_599, "13d", "13 days"),
        (1_209_600, "2w", "2 weeks"), (5_184_000, "1mo", "1 month"), (31_536_000, "12mo", "12 months"),
        (63_072_000, "2y", "2 years"), (9_999_999_999, "ages", "ages"),
    ]

    @Test(arguments: ages)
    func agesAreShort(_ seconds: Int64, _ short: String, _ words: String) {
        let then = Fixture.now.adding(seconds: -seconds)
        #expect(then.age(at: Fixture.now) == short)
        #expect(then.ageInWords(at: Fixture.now) == words)
        #expect(short.count <= 4)
        if seconds >= 60 { #expect(Fixture.now.age(at: then) == "+" + short) }
    }

    static let numbers: [(String, String)] = [
        (1_284.grouped, "1,284"), (0.grouped, "0"), ((-1_000_000).grouped, "-1,000,000"),
        (Int.min.grouped.suffix(3) + "", "808"),
        (0.915.percent, "92%"), (Double.nan.percent, "?"), (7.0.percent, "100%"), ((-0.5).score, "0"),
        (21.4.signed, "+21"), ((-6.3).signed, "-6"), (0.0.signed, "+0"), (0.42.signed, "+0.4"), ((-0.96).signed, "-1"),
        ((-0.02).signed, "+0"),
        (0.02.signed, "+0"), (99.8.leadScore, "99"), (Double.infinity.signed, "?"),
        ((-0.424).signedHundredths, "-0.42"), (1.999.signedHundredths, "+2.00"), (0.05.signedHundredths, "+0.05"),
    ]

    @Test(arguments: numbers)
    func numbersReadWell(_ text: String, _ expected: String) { #expect(text == expected) }
}
