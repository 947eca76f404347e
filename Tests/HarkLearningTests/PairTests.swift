import Testing

@testable import HarkLearning

struct PairTests {
    /// Positive where exactly one of two columns is high: neither says anything alone.
    private func exclusive(rows: Int, seed: UInt64) throws -> Dataset {
        var generator = SeededGenerator(seed: seed)
        let left = (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) }
        let right = (0..<rows).map { _ in Bool.random(using: &generator) }
        let other = (0..<rows).map { _ in Double.random(in: -1...1, using: &generator) }
        let outcomes = zip(left, right).map { left, right in
            Double.random(in: 0..<1, using: &generator) < ((left > 0) == right ? 0.1 : 0.9)
        }
        return try Dataset(
            Table([
                Column("left", numbers: left), Column("right", booleans: right), Column("other", numbers: other),
            ]), outcomes: outcomes)
    }

    @Test func whatOnlyTwoColumnsSayTogetherIsFound() throws {
        let dataset = try exclusive(rows: 800, seed: 1)
        var alone = Samples.quick
        alone.pairs = 0
        alone.combination.trees = 0
        #expect(try Samples.model(dataset, settings: alone).metrics.auc < 0.6)
        let model = try Samples.model(dataset)
        #expect(model.metrics.auc > 0.85)
        #expect(model.importances[0].term == "left × right")
        #expect(model.columns.map(\.name) == ["left", "right", "other"])
        let high = model.explanation(of: ["left": .number(0.8), "right": .category("no"), "other": .number(0)])
        let reason = try #require(high.strongest.first)
        #expect(reason.columns == ["left", "right"])
        #expect(reason.values == [.number(0.8), .category("no")])
        #expect(reason.score > 1)
        #expect(reason.cell.meanings.last == .level("no"))
        #expect(reason.cell.rate ?? 0 > 0.7)
    }

    @Test func scoresOfPairsSumBitForBit() throws {
        let dataset = try exclusive(rows: 400, seed: 2)
        let model = try Samples.model(dataset)
        #expect(model.terms.contains { $0.axes.count == 2 })
        let logOdds = try model.logOdds(of: dataset.table)
        for row in 0..<dataset.rowCount {
            let explanation = model.explanation(of: dataset.table.row(row))
            let sum = explanation.contributions.reduce(explanation.intercept) { $0 + $1.score }
            #expect(sum + explanation.calibration == logOdds[row])
        }
        #expect(try Model(json: model.json()) == model)
    }

    @Test func columnsThatAddUpNeedNoPair() throws {
        var generator = SeededGenerator(seed: 3)
        let left = (0..<1_000).map { _ in Double.random(in: -1...1, using: &generator) }
        let right = (0..<1_000).map { _ in Double.random(in: -1...1, using: &generator) }
        let outcomes = zip(left, right).map { Double.random(in: 0..<1, using: &generator) < sigmoid(2 * $0 + $1) }
        let dataset = try Dataset(
            Table([Column("left", numbers: left), Column("right", numbers: right)]), outcomes: outcomes)
        #expect(try Samples.model(dataset).terms.map(\.name) == ["left", "right"])
    }

    @Test func monotoneColumnsHaveNoPartInPairs() throws {
        var settings = Samples.quick
        settings.monotone = ["left": .increasing]
        let model = try Samples.model(exclusive(rows: 400, seed: 2), settings: settings)
        #expect(model.terms.allSatisfy { $0.axes.count == 1 || !$0.axes.contains { $0.column == "left" } })
    }
}
