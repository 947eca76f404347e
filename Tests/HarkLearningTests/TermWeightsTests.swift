import Testing

@testable import HarkLearning

struct TermWeightsTests {
    /// What is learned of levels that mean nothing is fitted to chance; held-out rows give it away.
    @Test func whatForetellsNothingIsDropped() throws {
        var generator = SeededGenerator(seed: 4)
        let rows = 2_000
        let real = (0..<rows).map { _ in Double.random(in: -1.5...1.5, using: &generator) }
        let chance = (0..<rows).map { _ in Double.random(in: -0.6...0.6, using: &generator) }
        let outcomes = real.map { Double.random(in: 0..<1, using: &generator) < sigmoid($0) }
        let weights = TermWeights([real, chance], start: 0, outcomes: outcomes).values
        #expect(weights[0] > 0.85 && weights[0] <= 1)
        #expect(weights[1] < 0.3 && weights[1] >= 0)
    }

    @Test("A term that says nothing keeps its weight; too strong a one is halved", arguments: [(0.0, 1.0), (2.0, 0.5)])
    func weighs(_ factor: Double, _ expected: Double) {
        var generator = SeededGenerator(seed: 9)
        let truth = (0..<4_000).map { _ in Double.random(in: -1.5...1.5, using: &generator) }
        let outcomes = truth.map { Double.random(in: 0..<1, using: &generator) < sigmoid($0) }
        let weights = TermWeights([truth.map { factor * $0 }], start: 0, outcomes: outcomes).values
        #expect(abs(weights[0] - expected) < 0.06)
    }

    /// Four columns of many levels that mean nothing beside two that do: the shapes of the four stay small, and no pair
    /// of them is believed.
    @Test func chanceLevelsHardlyCount() throws {
        var generator = SeededGenerator(seed: 21)
        let rows = 900
        let numbers = (0..<2).map { _ in (0..<rows).map { _ in Double.random(in: -2...2, using: &generator) } }
        let levels = [40, 25, 12, 60].map { count in
            (0..<rows).map { _ in "level \(Int.random(in: 0..<count, using: &generator))" }
        }
        let outcomes = (0..<rows).map { row in
            Double.random(in: 0..<1, using: &generator) < sigmoid(numbers[0][row] - 0.7 * numbers[1][row] - 0.6)
        }
        let columns =
            numbers.enumerated().map { Column("number \($0)", numbers: $1) }
            + levels.enumerated().map { Column("chance \($0)", texts: $1, as: .category) }
        let dataset = try Dataset(Table(columns), outcomes: outcomes)
        let model = try Model(trainedOn: dataset, using: &generator)
        #expect(!model.terms.contains { $0.axes.count == 2 })
        let importance = Dictionary(uniqueKeysWithValues: model.importances.map { ($0.term, $0.value) })
        for (name, value) in importance where name.hasPrefix("chance") {
            #expect(value < 0.25 * (importance["number 0"] ?? 0), "\(name) \(value)")
        }
    }
}
