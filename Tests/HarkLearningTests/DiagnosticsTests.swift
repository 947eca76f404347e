import Testing

@testable import HarkLearning

struct DiagnosticsTests {
    let four = (probabilities: [0.9, 0.6, 0.4, 0.2], outcomes: [true, false, true, false])

    @Test func calibrationCurveKeepsTiesTogether() throws {
        let curve = try CalibrationCurve([0.1, 0.1, 0.1, 0.8], outcomes: [true, false, false, true], bins: 2)
        #expect(curve.points.map(\.rows) == [3, 1])
        #expect(curve.points.map(\.observed) == [1.0 / 3, 1])
        #expect(curve.points.map { ($0.forecast * 10).rounded() } == [1, 8])
        #expect(abs(curve.error - (0.7 + 0.2) / 4) < 1e-12)
    }

    @Test func liftCurveByHand() throws {
        let curve = try LiftCurve(four.probabilities, outcomes: four.outcomes, steps: 4)
        #expect(curve.points.map(\.share) == [0.25, 0.5, 0.75, 1])
        #expect(curve.points.map(\.gain) == [0.5, 0.5, 1, 1])
        #expect(curve.points.map(\.lift) == [2, 1, 4.0 / 3, 1])
    }

    @Test func equalScoresLiftNothing() throws {
        let curve = try LiftCurve([0.5, 0.5, 0.5, 0.5], outcomes: four.outcomes, steps: 3)
        #expect(curve.points.allSatisfy { abs($0.lift - 1) < 1e-12 })
    }

    @Test func confusionMatrixByHand() throws {
        let matrix = try ConfusionMatrix(four.probabilities, outcomes: four.outcomes, cutOff: 0.3)
        #expect(
            [matrix.truePositives, matrix.falsePositives, matrix.trueNegatives, matrix.falseNegatives] == [2, 1, 1, 0])
        #expect(matrix.accuracy == 0.75)
        #expect(matrix.precision == 2.0 / 3)
        #expect(matrix.recall == 1)
        #expect(matrix.specificity == 0.5)
        #expect(matrix.f1 == 0.8)
        #expect(abs(matrix.macroF1 - (0.8 + 2.0 / 3) / 2) < 1e-12)
    }

    @Test func nothingCalledPositiveDividesByNothing() throws {
        let matrix = try ConfusionMatrix([0.1, 0.2], outcomes: [true, false])
        #expect(matrix.precision == 0 && matrix.f1 == 0 && matrix.accuracy == 0.5)
    }

    @Test func histogramHoldsEveryRow() throws {
        let histogram = try ScoreHistogram([0, 0.1, 0.5, 1], outcomes: four.outcomes, bins: 2)
        #expect(histogram.bins.map(\.positives) == [1, 1])
        #expect(histogram.bins.map(\.negatives) == [1, 1])
        #expect(histogram.bins.map(\.from) == [0, 0.5])
    }

    static let refusals: [(probabilities: [Double], outcomes: [Bool], error: LearningError)] = [
        ([], [], .noRows), ([0.5], [true, false], .lengthMismatch(name: "probabilities", expected: 2, found: 1)),
        ([0.5, .nan], [true, false], .invalidProbability(row: 1)),
    ]

    @Test(arguments: refusals)
    func everyCurveRefuses(_ probabilities: [Double], _ outcomes: [Bool], _ error: LearningError) {
        #expect(throws: error) { try CalibrationCurve(probabilities, outcomes: outcomes) }
        #expect(throws: error) { try LiftCurve(probabilities, outcomes: outcomes) }
        #expect(throws: error) { try ConfusionMatrix(probabilities, outcomes: outcomes) }
        #expect(throws: error) { try ScoreHistogram(probabilities, outcomes: outcomes) }
    }

    @Test func sameRowsAreStableAndMovedOnesAreNot() throws {
        let before = (0..<1_000).map { Double($0) }
        let same = try StabilityIndex(ofScores: before, against: before)
        #expect(same.value == 0 && same.level == .stable && same.bins.count == 10)
        #expect(try StabilityIndex(ofScores: before, against: before.map { $0 + 80 }).level == .shifting)
        let moved = try StabilityIndex(ofScores: before, against: before.map { $0 + 500 })
        #expect(moved.level == .shifted)
        #expect(moved.bins.allSatisfy { $0.part >= 0 && $0.part.isFinite })
    }

    @Test func levelsNeverSeenBeforeCountAsMoved() throws {
        let before = Column("place", categories: (0..<100).map { $0 < 50 ? "north" : "south" })
        let after = Column("place", categories: (0..<100).map { $0 < 50 ? "north" : "moon" })
        let index = try StabilityIndex(of: before, against: after)
        #expect(index.level == .shifted)
        #expect(index.bins.last?.meaning == .unseenLevel)
        #expect(throws: LearningError.wrongKind(column: "place")) {
            try StabilityIndex(of: before, against: Column("place", numbers: [1]))
        }
    }

    @Test func associationsOfEveryKind() throws {
        let rising = (0..<200).map { Double($0) }
        let matrix = AssociationMatrix(
            try Table([
                Column("rising", numbers: rising), Column("falling", numbers: rising.map { -$0 * $0 * $0 }),
                Column("half", categories: rising.map { $0 < 100 ? "low" : "high" }),
                Column("named", categories: rising.map { $0 < 100 ? "a" : "b" }),
                Column("turn", categories: rising.map { Int($0) % 2 == 0 ? "even" : "odd" }),
                Column("constant", numbers: rising.map { _ in 1 }),
            ]))
        #expect(matrix.values[0][1] == -1)
        #expect(matrix.measure(0, 1) == .spearman)
        // Two halves hold three quarters of the variance of ranks.
        #expect(abs((matrix.values[0][2] ?? 0) - 0.75.squareRoot()) < 0.01)
        #expect(matrix.measure(2, 0) == .correlationRatio)
        #expect(abs((matrix.values[2][3] ?? 0) - 1) < 0.01)
        #expect(matrix.values[2][4] == 0)
        #expect(matrix.values[0][5] == nil && matrix.values[5][5] == 1)
        #expect((0..<6).allSatisfy { row in (0..<6).allSatisfy { matrix.values[row][$0] == matrix.values[$0][row] } })
    }

    @Test func shapesAreTheTermsReadyToDraw() throws {
        let model = try Samples.model(Samples.mixed(rows: 600, seed: 1))
        let shapes = model.shapes
        #expect(shapes.count == model.terms.count)
        #expect(zip(shapes, shapes.dropFirst()).allSatisfy { $0.importance >= $1.importance })
        let place = try #require(shapes.first { $0.name == "place" })
        #expect(place.axes[0].bins.contains(.level("south")))
        #expect(place.scores.count == place.axes[0].bins.count && place.rates.count == place.scores.count)
        #expect(place.range.lowerBound < 0 && place.range.upperBound > 0)
        #expect(abs(model.importances.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }

    /// Of evens in bins of 100 rows the share that comes true is off by √(2 / π) standard deviations of 5% in the mean.
    @Test func honestForecastsHaveTheErrorOfChance() throws {
        var generator = SeededGenerator(seed: 4)
        // Near enough to one half, but no two the same, so that there are ten bins.
        let evens = (0..<1_000).map { 0.5 + Double($0) * 1e-9 }
        let byChance = CalibrationCurve.errorByChance(evens, using: &generator)
        #expect(abs(byChance - 0.05 * (2 / Double.pi).squareRoot()) < 0.001)
        let sure = CalibrationCurve.errorByChance([0, 0, 1], using: &generator)
        #expect(sure == 0 && CalibrationCurve.errorByChance([], using: &generator) == 0)
        let drawn = evens.map { Double.random(in: 0..<1, using: &generator) < $0 }
        #expect(abs(try CalibrationCurve(evens, outcomes: drawn).error - byChance) < 0.02)
    }
}
