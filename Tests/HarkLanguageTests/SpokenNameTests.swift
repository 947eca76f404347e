import HarkCore
import HarkLanguage
import LanguageCorpora
import Testing

/// Names as speech recognition hears them, among 2,000.
struct SpokenNameTests {
    struct Bar: Sendable, CustomTestStringConvertible {
        var name: String
        var isHeldOut: Bool?
        /// The least shares of names that are found first, among three, and shown or offered when the whole sentence
        /// is read.
        var first: Double
        var amongThree: Double
        var met: Double
        var testDescription: String { name }
    }

    static let bars = [
        Bar(name: "held out", isHeldOut: true, first: 0.87, amongThree: 0.92, met: 0.58),
        Bar(name: "all", isHeldOut: nil, first: 0.82, amongThree: 0.895, met: 0.56),
    ]
    private static let index = NameIndex(HeardName.records)

    @Test(arguments: bars)
    func areFound(_ bar: Bar) throws {
        let names = HeardName.all.filter { bar.isHeldOut == nil || $0.isHeldOut == bar.isHeldOut }
        let tally = HeardTally(names, in: SpokenNameTests.index, try Larkspur.reader())
        print(
            "heard names, \(bar.name) \(tally.count): exact \(tally.exact), first \(tally.first), among three",
            "\(tally.amongThree); shown \(tally.shown), offered \(tally.offered), mistaken \(tally.mistaken)")
        func share(_ part: Int) -> Double { Double(part) / Double(max(1, tally.count)) }
        #expect(HeardName.records.count == 2_000 && tally.count >= 170)
        #expect(share(tally.first) >= bar.first)
        #expect(share(tally.amongThree) >= bar.amongThree)
        #expect(share(tally.shown + tally.offered) >= bar.met)
        #expect(share(tally.mistaken) <= 0.02)
    }
}
