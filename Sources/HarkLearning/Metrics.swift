/// How well probabilities foretell outcomes.
public struct Metrics: Codable, Equatable, Sendable {
    /// The rows measured.
    public let rows: Int
    /// Those with outcome `true`.
    public let positives: Int
    /// The chance that a positive row is placed above a negative one; ties count half.
    public let auc: Double
    /// The 95% interval of ``auc`` (DeLong), within `0...1`.
    public let aucLow: Double
    /// The upper end of the interval that ``aucLow`` begins.
    public let aucHigh: Double
    /// Average precision: the area under the precision-recall curve, in steps.
    public let prAUC: Double
    /// Mean negative log-likelihood in nats.
    public let logLoss: Double
    /// Mean squared difference between probability and outcome.
    public let brier: Double
    /// Expected calibration error over 10 bins of equal size.
    public let ece: Double
    /// The rate of positives among the highest-placed tenth, as a multiple of the rate of all.
    public let lift: Double
    /// The share of rows on the right side of one half.
    public let accuracy: Double
    /// The mean F1 of both classes, rows cut at one half.
    public let macroF1: Double
    /// The Kolmogorov-Smirnov distance between the scores of positives and negatives, in `0...1`.
    public let ks: Double

    /// Measures forecasts against outcomes.
    ///
    /// - Parameters:
    ///   - probabilities: Shape `[n]`, each in `0...1`.
    ///   - outcomes: Shape `[n]`.
    /// - Throws: ``LearningError/noRows``, ``LearningError/lengthMismatch(name:expected:found:)``,
    ///   ``LearningError/invalidProbability(row:)``, and ``LearningError/oneClassOnly``, for which ranks mean nothing.
    /// - Complexity: O(n log n).
    public init(_ probabilities: [Double], outcomes: [Bool]) throws(LearningError) {
        try checkForecasts(probabilities, outcomes)
        let ranking = Ranking(probabilities, outcomes: outcomes)
        guard ranking.positives > 0, ranking.positives < outcomes.count else { throw .oneClassOnly }
        rows = outcomes.count
        positives = ranking.positives
        auc = ranking.auc
        let margin = 1.959_963_984_540_054 * ranking.aucVariance.squareRoot()
        aucLow = max(0, auc - margin)
        aucHigh = min(1, auc + margin)
        prAUC = ranking.averagePrecision
        lift = ranking.lift(atShare: 0.1)
        logLoss = Metrics.logLoss(probabilities, outcomes)
        let count = Double(rows)
        brier =
            zip(probabilities, outcomes).reduce(0) { $0 + ($1.0 - ($1.1 ? 1 : 0)) * ($1.0 - ($1.1 ? 1 : 0)) } / count
        let cut = try ConfusionMatrix(probabilities, outcomes: outcomes)
        accuracy = cut.accuracy
        macroF1 = cut.macroF1
        ks = ranking.distance
        ece = try CalibrationCurve(probabilities, outcomes: outcomes).error
    }

    /// The mean of several measurements of disjoint rows, each counting the same.
    ///
    /// The interval of the mean AUC treats the measurements as independent. `nil` for an empty list.
    public init?(meanOf parts: [Metrics]) {
        guard !parts.isEmpty else { return nil }
        let count = Double(parts.count)
        func mean(_ value: KeyPath<Metrics, Double>) -> Double { parts.reduce(0) { $0 + $1[keyPath: value] } / count }
        rows = parts.reduce(0) { $0 + $1.rows }
        positives = parts.reduce(0) { $0 + $1.positives }
        auc = mean(\.auc)
        func margin(_ half: (Metrics) -> Double) -> Double {
            parts.reduce(0) { $0 + half($1) * half($1) }.squareRoot() / count
        }
        aucLow = max(0, auc - margin { $0.auc - $0.aucLow })
        aucHigh = min(1, auc + margin { $0.aucHigh - $0.auc })
        prAUC = mean(\.prAUC)
        logLoss = mean(\.logLoss)
        brier = mean(\.brier)
        ece = mean(\.ece)
        lift = mean(\.lift)
        accuracy = mean(\.accuracy)
        macroF1 = mean(\.macroF1)
        ks = mean(\.ks)
    }

    /// Probabilities nearer than 1e-15 to an end are moved there, so that one wrong certainty stays finite.
    private static func logLoss(_ probabilities: [Double], _ outcomes: [Bool]) -> Double {
        let sum = zip(probabilities, outcomes).reduce(0) { sum, pair in
            sum - naturalLog(max(1e-15, pair.1 ? pair.0 : 1 - pair.0))
        }
        return sum / Double(outcomes.count)
    }
}
