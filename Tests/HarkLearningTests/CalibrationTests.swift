import Testing

@testable import HarkLearning

struct CalibrationTests {
    static let pooled: [(values: [Double], weights: [Double], result: [Double])] = [
        ([1, 2, 3], [1, 1, 1], [1, 2, 3]),
        ([3, 1], [1, 1], [2, 2]),
        ([3, 1], [3, 1], [2.5, 2.5]),
        ([1, 4, 3, 2, 5], [1, 1, 1, 1, 1], [1, 3, 3, 3, 5]),
        ([], [], []),
    ]

    @Test(arguments: pooled)
    func violatorsArePooled(_ values: [Double], _ weights: [Double], _ result: [Double]) {
        #expect(nonDecreasing(values, weights: weights) == result)
    }

    static let maps: [(calibration: Calibration, raw: Double, calibrated: Double)] = [
        (.none, 0.3, 0.3),
        (.logistic(slope: 2, offset: -1), 0.5, 0),
        (.beta(a: 1, b: 1, offset: 0), 1.7, 1.7),
        (.beta(a: 0, b: 0, offset: 0.25), 5, 0.25),
        (.isotonic(raw: [0, 1], calibrated: [0, 3]), 0.5, 1.5),
        (.isotonic(raw: [0, 1], calibrated: [0, 3]), 2, 4),
        (.isotonic(raw: [0, 1], calibrated: [0, 3]), -1, -1),
        (.isotonic(raw: [], calibrated: []), 0.7, 0.7),
    ]

    @Test(arguments: maps)
    func mapsByFormula(_ calibration: Calibration, _ raw: Double, _ calibrated: Double) {
        #expect(abs(calibration(raw) - calibrated) < 1e-12)
    }

    /// Outcomes drawn from `truth(raw)`, and the fitted map compared with it.
    private func worstError(
        of fit: ([Double], [Bool]) -> Calibration, truth: (Double) -> Double
    ) -> Double {
        var generator = SeededGenerator(seed: 4)
        let raw = (0..<20_000).map { _ in Double.random(in: -3...3, using: &generator) }
        let outcomes = raw.map { Double.random(in: 0..<1, using: &generator) < sigmoid(truth($0)) }
        let calibration = fit(raw, outcomes)
        let errors = [-2, -1, 0, 1, 2].map { abs(sigmoid(calibration($0)) - sigmoid(truth($0))) }
        return errors.max() ?? .infinity
    }

    @Test func logisticFindsSlopeAndOffset() {
        #expect(worstError(of: Calibration.fittedLogistic, truth: { 0.6 * $0 + 0.4 }) < 0.015)
    }

    @Test func betaFindsALopsidedMap() {
        let truth = Calibration.beta(a: 0.5, b: 1.5, offset: 0.2)
        #expect(worstError(of: Calibration.fittedBeta, truth: { truth($0) }) < 0.02)
    }

    @Test func isotonicFollowsAStep() {
        #expect(worstError(of: Calibration.fittedIsotonic, truth: { $0 < 0.5 ? -1 : 1 }) < 0.06)
    }

    @Test func honestScoresAreLeftAlone() {
        var generator = SeededGenerator(seed: 5)
        let raw = (0..<4_000).map { _ in Double.random(in: -3...3, using: &generator) }
        let outcomes = raw.map { Double.random(in: 0..<1, using: &generator) < sigmoid($0) }
        let chosen = Calibration.chosen(raw: raw, outcomes: outcomes, folds: raw.indices.map { $0 % 5 }, foldCount: 5)
        #expect(chosen.calibration == .none)
    }

    @Test func boastfulScoresAreCorrected() {
        var generator = SeededGenerator(seed: 6)
        let truth = (0..<4_000).map { _ in Double.random(in: -2...2, using: &generator) }
        let outcomes = truth.map { Double.random(in: 0..<1, using: &generator) < sigmoid($0) }
        let raw = truth.map { 3 * $0 + 1 }
        let chosen = Calibration.chosen(raw: raw, outcomes: outcomes, folds: raw.indices.map { $0 % 5 }, foldCount: 5)
        #expect(chosen.calibration != .none)
        #expect(abs(sigmoid(chosen.calibration(4)) - sigmoid(1)) < 0.04)
    }

    @Test func separableRowsGiveFiniteMaps() {
        let raw = [-2.0, -1, -0.5, 0.5, 1, 2]
        let outcomes = raw.map { $0 > 0 }
        for fit in [Calibration.fittedLogistic, Calibration.fittedBeta, Calibration.fittedIsotonic] {
            #expect(fit(raw, outcomes)(1.5).isFinite)
        }
    }
}
