import Testing

@testable import HarkLearning

struct ModelTests {
    /// The sum a reader would make of an explanation, in the order the documentation names.
    private func sum(_ explanation: Explanation) -> Double {
        explanation.contributions.reduce(explanation.intercept) { $0 + $1.score } + explanation.calibration
    }

    @Test(arguments: 1...6)
    func explanationsSumToTheScoreBitForBit(_ seed: UInt64) throws {
        var settings = Samples.quick
        settings.leaves = 2 + Int(seed % 3)
        settings.smoothing = seed % 2 == 0 ? 20 : 0
        let dataset = try Samples.mixed(rows: 300 + 100 * Int(seed), seed: seed)
        let model = try Samples.model(dataset, seed: seed, settings: settings)
        let logOdds = try model.logOdds(of: dataset.table)
        let probabilities = try model.probabilities(of: dataset.table)
        for row in 0..<dataset.rowCount {
            let explanation = model.explanation(of: dataset.table.row(row))
            #expect(sum(explanation) == explanation.logOdds)
            #expect(explanation.logOdds == logOdds[row])
            #expect(explanation.probability == probabilities[row])
            #expect(model.probability(of: dataset.table.row(row)) == probabilities[row])
        }
    }

    @Test func strangeRowsSumAndStayBetween0And1() throws {
        let model = try Samples.model(Samples.mixed(rows: 500, seed: 3))
        let rows: [[String: Value]] = [
            [:], ["rising": .number(.infinity), "bent": .number(-.infinity)], ["rising": .number(.nan)],
            ["rising": .number(1e308), "place": .category("never seen")], ["rising": .category("text")],
        ]
        for row in rows {
            let explanation = model.explanation(of: row)
            #expect(sum(explanation) == explanation.logOdds)
            #expect(explanation.probability > 0 && explanation.probability < 1)
        }
    }

    @Test func unseenLevelsAreNeutral() throws {
        let model = try Samples.model(Samples.mixed(rows: 500, seed: 3))
        let contributions = model.explanation(of: ["place": .category("never seen")]).contributions
        let place = try #require(contributions.first { $0.term == "place" })
        #expect(place.score == 0)
        #expect(place.cell.meanings == [.unseenLevel])
        #expect(place.cell.rate == nil)
    }

    @Test func sameSeedSameModelOnOneOrManyThreads() throws {
        let dataset = try Samples.mixed(rows: 400, seed: 2)
        var alone = Samples.quick
        alone.parallel = false
        let first = try Samples.model(dataset, seed: 9)
        let second = try Samples.model(dataset, seed: 9, settings: alone)
        #expect(first.terms == second.terms)
        #expect(first.calibration == second.calibration)
        #expect(first.intercept == second.intercept)
        #expect(try Samples.model(dataset, seed: 10).terms != first.terms)
    }

    @Test func learnsWhatIsThere() throws {
        let dataset = try Samples.mixed(rows: 3_000, seed: 1, missing: 0)
        let model = try Samples.model(dataset)
        #expect(model.metrics.auc > 0.8)
        #expect(model.importances.map(\.term).filter { !$0.contains("×") }.last == "useless")
        let bent = try #require(model.shape(of: "bent"))
        func score(_ value: Double) -> Double { bent.cell(of: ["bent": .number(value)]).score }
        #expect(score(-1.8) > score(0) + 1)
        #expect(score(1.8) > score(0) + 1)
        let held = try Samples.mixed(rows: 3_000, seed: 77, missing: 0)
        #expect(try Metrics(model.probabilities(of: held.table), outcomes: held.outcomes).auc > 0.8)
    }

    @Test func cellsKnowRowsAndRates() throws {
        let dataset = try Dataset(
            Table([Column("a", categories: (0..<100).map { $0 < 40 ? "x" : "y" })]),
            outcomes: (0..<100).map { $0 < 30 || $0 >= 90 })
        let model = try Samples.model(dataset)
        let cell = try #require(model.shape(of: "a")?.cell(of: ["a": .category("x")]))
        #expect(cell.rows == 40 && cell.positives == 30 && cell.rate == 0.75)
        #expect(model.baseRate == 0.4)
        #expect(cell.score > 0)
    }

    @Test(arguments: [(Monotonicity.increasing, 1.0), (.decreasing, -1.0)])
    func monotoneShapesNeverTurn(_ direction: Monotonicity, _ sign: Double) throws {
        var settings = Samples.quick
        settings.monotone = ["bent": direction, "useless": direction]
        for smoothing in [0.0, 30] {
            settings.smoothing = smoothing
            let model = try Samples.model(Samples.mixed(rows: 800, seed: 8), settings: settings)
            for name in ["bent", "useless"] {
                let scores = try #require(model.shape(of: name)).scores.dropFirst().map { sign * $0 }
                #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
            }
        }
    }

    @Test func smoothingDrawsNeighboursTogether() throws {
        #expect(smoothed([0, 6, 0], rows: [1, 1, 1], by: 1e-9).map { ($0 * 1e6).rounded() } == [0, 6e6, 0])
        let even = smoothed([0, 6, 0], rows: [1, 1, 1], by: 1e9)
        #expect(even.allSatisfy { abs($0 - 2) < 1e-6 })
        // One row each, strength 1: (2, −1, 0; −1, 3, −1; 0, −1, 2) · x = (0, 6, 0) has x = (1.5, 3, 1.5).
        #expect(zip(smoothed([0, 6, 0], rows: [1, 1, 1], by: 1), [1.5, 3, 1.5]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func scoringNeedsTheColumnsItReadsAndNoOthers() throws {
        let dataset = try Samples.mixed(rows: 300, seed: 3)
        let model = try Samples.model(dataset)
        #expect(model.columns.map(\.name) == ["rising", "bent", "useless", "place"])
        #expect(throws: LearningError.missingColumn("bent")) {
            try model.probabilities(of: dataset.table.dropping(["bent"]))
        }
        var changed = try dataset.table.dropping(["place"])
        try changed.append(Column("place", numbers: Array(repeating: 1, count: 300)))
        #expect(throws: LearningError.wrongKind(column: "place")) { try model.probabilities(of: changed) }
        var wider = dataset.table
        try wider.append(Column("more", numbers: Array(repeating: 1, count: 300)))
        #expect(try model.probabilities(of: wider) == model.probabilities(of: dataset.table))
    }
}
