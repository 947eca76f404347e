import Testing

@testable import HarkLearning

struct BinningTests {
    static let values: [(cuts: [Double], value: Value, bin: Int)] = [
        ([], .number(7), 1), ([], .missing, 0), ([], .number(.nan), 0),
        ([1, 2], .number(0.9), 1), ([1, 2], .number(1), 2), ([1, 2], .number(1.9), 2), ([1, 2], .number(2), 3),
        ([1, 2], .number(.infinity), 3), ([1, 2], .number(-.infinity), 1), ([1, 2], .category("1"), 0),
    ]

    @Test(arguments: values)
    func numbersFallBetweenCuts(_ cuts: [Double], _ value: Value, _ bin: Int) {
        #expect(Binning.numbers(cuts: cuts).bin(of: value) == bin)
    }

    static let learned: [(numbers: [Double], most: Int, cuts: [Double])] = [
        ([3, 1, 1, .nan, 2], 256, [1.5, 2.5]),
        ([5, 5, 5], 256, []),
        ([.nan, .nan], 256, []),
        ([1, 2, 3, 4, 5, 6, 7, 8], 4, [2.5, 5.5]),
        ([1, .infinity], 256, [(1.0).nextUp]),
        ([-.infinity, 1], 256, [1]),
    ]

    @Test(arguments: learned)
    func cutsLieHalfway(_ numbers: [Double], _ most: Int, _ cuts: [Double]) {
        #expect(Binning(of: Column("a", numbers: numbers), most: most, rareBelow: 1) == .numbers(cuts: cuts))
    }

    @Test func neighbouringDoublesStayApart() throws {
        let low = 1.0
        let binning = Binning(of: Column("a", numbers: [low, low.nextUp]), most: 256, rareBelow: 1)
        #expect(binning.bin(of: .number(low)) == 1)
        #expect(binning.bin(of: .number(low.nextUp)) == 2)
    }

    @Test func quantileBinsHoldAboutEqualRows() {
        let numbers = (0..<10_000).map { Double($0 * $0) }
        let binning = Binning(of: Column("a", numbers: numbers), most: 256, rareBelow: 1)
        #expect(binning.count == 256)
        var sizes = [Int](repeating: 0, count: 256)
        for number in numbers { sizes[binning.bin(of: .number(number))] += 1 }
        #expect(sizes[0] == 0)
        #expect(sizes.dropFirst().allSatisfy { (38...41).contains($0) })
    }

    @Test func levelsAreKeptByFrequencyAndRareOnesPooled() {
        let column = Column("a", categories: ["b", "b", "a", "a", "c", "c", "c", "d", nil])
        let binning = Binning(of: column, most: 256, rareBelow: 2)
        #expect(binning == .categories(LevelBins(kept: ["c", "a", "b"], rare: ["d"])))
        let expected: [(Value, BinMeaning)] = [
            (.missing, .missing), (.category("c"), .level("c")), (.category("d"), .rareLevels(count: 1)),
            (.category("new"), .unseenLevel), (.number(1), .missing),
        ]
        for (value, meaning) in expected { #expect(binning.meaning(of: binning.bin(of: value)) == meaning) }
    }

    @Test func tenThousandLevelsFitInto256Bins() {
        let column = Column("a", categories: (0..<10_000).map { "level \($0 % 5_000)" } + ["often", "often", "often"])
        let binning = Binning(of: column, most: 256, rareBelow: 2)
        #expect(binning.count == 256)
        #expect(binning.bin(of: .category("often")) == 1)
    }

    @Test func meaningsReadWell() {
        let binning = Binning.numbers(cuts: [1, 2.5])
        #expect(
            (0...3).map { "\(binning.meaning(of: $0))" } == ["missing", "below 1.0", "1.0 to below 2.5", "from 2.5"])
    }

    @Test(arguments: [0, 1, 2, 3, 4, 7, 8, 100, 254])
    func columnsAreBinnedAsTheirCells(_ cutCount: Int) throws {
        let binning = Binning.numbers(cuts: (0..<cutCount).map { Double($0) })
        let numbers = [-.infinity, .nan, .infinity] + (-2..<520).map { Double($0) / 2 }
        let bins = try binning.bins(of: Column("a", numbers: numbers))
        #expect(bins.map(Int.init) == numbers.map { binning.bin(of: .number($0)) })
    }
}
