import Testing

@testable import HarkLearning

/// What three columns say only together, and how it is shared out to them.
struct CombinationTests {
    /// Positive mostly where an odd number of three columns is high; no two of them say anything together.
    static func odd(rows: Int, seed: UInt64) throws -> Dataset {
        var generator = SeededGenerator(seed: seed)
        let numbers = (0..<4).map { _ in (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) } }
        let places = (0..<rows).map { _ in ["north", "east", "south", "west"].randomElement(using: &generator) }
        let outcomes = (0..<rows).map { row in
            let high = [numbers[0][row] > 0.2, numbers[1][row] > 0, places[row] == "north" || places[row] == "east"]
            let logOdds = (high.count { $0 } % 2 == 1 ? 1.6 : -1.6) + numbers[2][row]
            return Double.random(in: 0..<1, using: &generator) < sigmoid(logOdds)
        }
        return try Dataset(
            Table([
                Column("first", numbers: numbers[0]), Column("second", numbers: numbers[1]),
                Column("plain", numbers: numbers[2]), Column("useless", numbers: numbers[3]),
                Column("place", categories: places),
            ]), outcomes: outcomes)
    }

    static let trained: [Model] = {
        let samples = [(2_000, 1), (1_500, 2)] as [(Int, UInt64)]
        return samples.compactMap { rows, seed in try? Samples.model(odd(rows: rows, seed: seed), seed: seed) }
    }()

    private func model() throws -> Model { try #require(CombinationTests.trained.first) }

    @Test func whatThreeColumnsSayTogetherIsFound() throws {
        let dataset = try CombinationTests.odd(rows: 2_000, seed: 1)
        var plain = Samples.quick
        plain.combination.trees = 0
        let without = try Samples.model(dataset, settings: plain)
        let with = try model()
        #expect(without.combination == nil)
        #expect(with.metrics.auc > without.metrics.auc + 0.05)
        let held = try CombinationTests.odd(rows: 2_000, seed: 9)
        let foretold = try Metrics(with.probabilities(of: held.table), outcomes: held.outcomes)
        #expect(foretold.auc > 0.65)
        #expect(foretold.ece < 0.1)
        let strongest = with.importances.filter { $0.term.hasSuffix("in combination") }.prefix(3).flatMap(\.columns)
        #expect(Set(strongest) == ["first", "second", "place"])
    }

    /// Two standard errors let one sample in forty through by chance.
    @Test func columnsThatAddUpSeldomGetACombination() throws {
        let kept = try (1...6).count { seed in
            try Samples.model(Samples.mixed(rows: 1_500, seed: seed, missing: 0)).combination != nil
        }
        #expect(kept <= 1)
    }

    @Test func randomOutcomesNeedNoCombination() throws {
        #expect(try Samples.model(Samples.noise(rows: 1_500, seed: 3)).combination == nil)
    }

    /// Any row at all, values never seen and of the wrong kind included.
    private static func row(using generator: inout SeededGenerator) -> [String: Value] {
        func number() -> Value {
            let odd: [Value] = [.missing, .number(.nan), .number(.infinity), .number(-.infinity), .category("north")]
            return Int.random(in: 0..<4, using: &generator) == 0
                ? odd.randomElement(using: &generator) ?? .missing
                : .number(Double.random(in: -1.5...1.5, using: &generator))
        }
        let places: [Value] = [.category("north"), .category("west"), .category("moon"), .missing, .number(1)]
        return [
            "first": number(), "second": number(), "plain": number(), "useless": number(),
            "place": places.randomElement(using: &generator) ?? .missing,
        ]
    }

    @Test(arguments: trained.indices)
    func partsOfAnyRowAddUpToTheLastDigitInAnyOrder(_ index: Int) throws {
        let model = CombinationTests.trained[index]
        #expect(model.combination != nil)
        var generator = SeededGenerator(seed: 31)
        for _ in 0..<500 {
            let row = CombinationTests.row(using: &generator)
            let explanation = model.explanation(of: row)
            let parts = [explanation.intercept, explanation.calibration] + explanation.contributions.map(\.score)
            #expect(parts.reduce(0, +) == explanation.logOdds)
            #expect(parts.shuffled(using: &generator).reduce(0, +) == explanation.logOdds)
            #expect(model.probability(of: row) == explanation.probability)
        }
    }

    @Test func manyRowsAtOnceGiveTheSameBits() throws {
        let model = try model()
        let dataset = try CombinationTests.odd(rows: 3_000, seed: 5)
        let logOdds = try model.logOdds(of: dataset.table)
        for row in stride(from: 0, to: 3_000, by: 7) {
            #expect(model.explanation(of: dataset.table.row(row)).logOdds == logOdds[row])
        }
    }

    @Test func oneFieldMovesItsOwnTermAsItsShapeSays() throws {
        let model = try model()
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<200 {
            let before = CombinationTests.row(using: &generator)
            var after = before
            after["first"] = .number(Double.random(in: -1...1, using: &generator))
            let old = model.explanation(of: before)
            let new = model.explanation(of: after)
            let moves = zip(old.contributions, new.contributions).map { $1.score - $0.score }
            #expect(moves.reduce(new.calibration - old.calibration, +) == new.logOdds - old.logOdds)
            for (contribution, move) in zip(new.contributions, moves) where !contribution.isInCombination {
                guard contribution.columns.contains("first") else {
                    #expect(move == 0)
                    continue
                }
                let term = try #require(model.terms.first { $0.name == contribution.term })
                #expect(move == term.cell(of: after).score - term.cell(of: before).score)
            }
        }
    }

    @Test func aColumnNobodyAsksAboutHasNoShare() throws {
        let model = try model()
        let combination = try #require(model.combination)
        let row: [String: Value] = ["first": .number(0.5), "second": .number(0.5), "place": .category("north")]
        let shares = model.explanation(of: row).contributions.filter(\.isInCombination)
        #expect(shares.map(\.columns) == combination.columns.map { [$0] })
        #expect(shares.map(\.term) == combination.columns.map { "\($0) in combination" })
        let own = try #require(model.shape(of: "place")?.cell(of: row))
        let place = try #require(shares.first { $0.columns == ["place"] })
        #expect(place.cell.rate == own.rate && place.cell.meanings == own.meanings)
    }

    /// Mean scores a −1, b 0.5, c 0.8, so that a score of 0.8 is nearest to c's, whoever has it.
    @Test func aRowStandsWhereTheBagThatHeldItOutPutsItsLevel() throws {
        let column = Column("kind", categories: ["a", "b", "c", "a", "b", "c"])
        let outcomes = [true, false, true, false, true, false]
        var settings = BoostingSettings()
        settings.rareLevelRows = 1
        let tally = try Tally(column, Dataset(Table([column]), outcomes: outcomes), most: 256, settings)
        let scores = [["a": -1, "b": 0.2, "c": 1], ["a": -1, "b": 0.8, "c": 0.6]].map { said in
            var scores = [Double](repeating: 0, count: tally.axis.binning.count)
            for (level, score) in said { scores[tally.axis.binning.bin(of: .category(level))] = score }
            return scores
        }
        let coded = CodedColumn(outOfFold: tally, scores: scores, bagOfRow: [0, 0, 0, 1, 1, 1], most: 64)
        let own = ["a", "b", "c"].map { coded.ranked.codeOfBin[tally.axis.binning.bin(of: .category($0))] }
        #expect(own == own.sorted() && Set(own).count == 3)
        #expect(coded.codes == [own[0], own[1], own[2], own[0], own[2], own[1]])
    }

    @Test func everyOtherBagSeesAllRowsAndColumns() {
        let settings = CombinationSettings()
        #expect(settings.ofBag(1) == settings && settings.rowShare < 1 && settings.columnShare < 1)
        #expect(settings.ofBag(0).rowShare == 1 && settings.ofBag(2).columnShare == 1)
    }

    /// Two questions by hand: leaves −3, 1, −3 and 5, each reached by one row.
    @Test func sharesByHand() {
        let tree = ObliviousTree(
            questions: [.init(axis: 0, rank: 1), .init(axis: 1, rank: 1)], leaves: [-3, 1, -3, 5], rows: [1, 1, 1, 1])
        let shares = LeafShares(tree, columnOfAxis: [0, 1])
        // Knowing the first alone: −3 or 3; the second alone: −1 or 1. So in leaf 3 the first has (3 + 5 − 1) / 2 and the
        // second (1 + 5 − 3) / 2.
        #expect(shares.values[6...7] == [3.5, 1.5])
        #expect(shares.values[0...1] == [-2.5, -0.5])
    }

    @Test func unevenRowsWeighTheMeans() {
        let tree = ObliviousTree(
            questions: [.init(axis: 0, rank: 1), .init(axis: 0, rank: 2)], leaves: [-2, 0, -2, 4], rows: [2, 1, 0, 1])
        // One column asked twice holds the whole value.
        let shares = LeafShares(tree, columnOfAxis: [0])
        #expect(shares.columns == [0])
        #expect(shares.values == [-2, 0, -2, 4])
    }

    @Test func theSameOnOneCoreAndTwo() throws {
        let dataset = try CombinationTests.odd(rows: 1_200, seed: 3)
        var settings = Samples.quick
        settings.parallel = true
        let two = try Samples.model(dataset, settings: settings)
        settings.parallel = false
        let one = try Samples.model(dataset, settings: settings)
        #expect(two.combination != nil)
        #expect(one.terms == two.terms && one.combination == two.combination && one.intercept == two.intercept)
    }

    @Test func monotoneColumnsHaveNoPartAndKeepTheirShape() throws {
        var settings = Samples.quick
        settings.monotone = ["plain": .increasing]
        let model = try Samples.model(CombinationTests.odd(rows: 2_000, seed: 1), settings: settings)
        let combination = try #require(model.combination)
        #expect(!combination.columns.contains("plain"))
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<100 {
            var row = CombinationTests.row(using: &generator)
            let scores = stride(from: -1.0, through: 1, by: 0.1).map { value in
                row["plain"] = .number(value)
                return model.explanation(of: row).logOdds
            }
            #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 <= $1 })
        }
    }

    @Test func comesBackFromItsFileBitForBit() throws {
        let model = try model()
        let bytes = try model.json()
        #expect(try Model(json: bytes) == model)
        #expect(try Model(json: bytes).json() == bytes)
    }

    /// A part of the file, and what to put in its place.
    static let damages: [(part: String, replacement: String)] = [
        ("\"axes\" : [\n          0", "\"axes\" : [\n          99"),
        ("\"axes\" : [\n          0", "\"axes\" : [\n          -1"),
        ("\"trees\" : [\n      {", "\"trees\" : [\n      {\n \"scores\" : [1],"),
        ("\"importances\" : [", "\"importances\" : [ -1,"),
        ("\"ranks\" : [", "\"ranks\" : [ 0,"), ("\"ranks\" : [", "\"ranks\" : [ 999,"),
        ("\"column\" : \"first\"", "\"column\" : \"third\""),
    ]

    @Test(arguments: damages)
    func damageIsATypedError(_ part: String, _ replacement: String) throws {
        let text = String(decoding: try model().json(), as: UTF8.self)
        let combination = try #require(text.firstRange(of: "\"combination\" : {\n    \"axes\""))
        let found = text[combination.lowerBound...].firstRange(of: part)
        let range = try #require(found, "the file has no \(part)")
        let damaged = text[..<range.lowerBound] + replacement + text[range.upperBound...]
        let error = #expect(throws: LearningError.self) { try Model(json: Array(damaged.utf8)) }
        guard case .damagedModel? = error else {
            Issue.record("not named as damage")
            return
        }
    }
}
