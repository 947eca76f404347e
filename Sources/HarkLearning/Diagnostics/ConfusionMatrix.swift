/// Forecasts cut at a probability, counted against what came true.
///
/// Shares with nothing to divide by are 0, as is usual.
public struct ConfusionMatrix: Codable, Equatable, Sendable {
    /// Rows at or above this probability are called positive.
    public let cutOff: Double
    /// Called positive, and positive.
    public let truePositives: Int
    /// Called positive, but negative.
    public let falsePositives: Int
    /// Called negative, and negative.
    public let trueNegatives: Int
    /// Called negative, but positive.
    public let falseNegatives: Int

    /// Counts forecasts.
    ///
    /// - Parameters:
    ///   - probabilities: Shape `[n]`, each in `0...1`.
    ///   - outcomes: Shape `[n]`.
    ///   - cutOff: The least probability that is called positive.
    /// - Throws: ``LearningError/noRows``, ``LearningError/lengthMismatch(name:expected:found:)``,
    ///   ``LearningError/invalidProbability(row:)``.
    public init(_ probabilities: [Double], outcomes: [Bool], cutOff: Double = 0.5) throws(LearningError) {
        try checkForecasts(probabilities, outcomes)
        self.cutOff = cutOff
        let called = probabilities.map { $0 >= cutOff }
        truePositives = zip(called, outcomes).count { $0 && $1 }
        falsePositives = zip(called, outcomes).count { $0 && !$1 }
        falseNegatives = zip(called, outcomes).count { !$0 && $1 }
        trueNegatives = zip(called, outcomes).count { !$0 && !$1 }
    }

    /// The rows counted.
    public var rows: Int { truePositives + falsePositives + trueNegatives + falseNegatives }
    /// The share of rows called right.
    public var accuracy: Double { share(truePositives + trueNegatives, of: rows) }
    /// The share of rows called positive that are.
    public var precision: Double { share(truePositives, of: truePositives + falsePositives) }
    /// The share of positive rows called positive.
    public var recall: Double { share(truePositives, of: truePositives + falseNegatives) }
    /// The share of negative rows called negative.
    public var specificity: Double { share(trueNegatives, of: trueNegatives + falsePositives) }
    /// The harmonic mean of precision and recall.
    public var f1: Double { share(2 * truePositives, of: 2 * truePositives + falsePositives + falseNegatives) }
    /// The mean of ``f1`` and the same for the negative class.
    public var macroF1: Double {
        (f1 + share(2 * trueNegatives, of: 2 * trueNegatives + falsePositives + falseNegatives)) / 2
    }

    private func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}
