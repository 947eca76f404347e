/// How forecasts are spread over `0...1`, and what came of them.
public struct ScoreHistogram: Codable, Equatable, Sendable {
    /// One of the equally wide bins.
    public struct Bin: Codable, Equatable, Sendable {
        /// The lowest probability of the bin.
        public let from: Double
        /// The lowest probability of the next bin; the last bin also holds 1 itself.
        public let below: Double
        /// The positive rows in it.
        public let positives: Int
        /// The negative rows in it.
        public let negatives: Int

        /// All rows in it.
        public var rows: Int { positives + negatives }
    }

    /// From the lowest probability to the highest.
    public let bins: [Bin]

    /// Counts forecasts.
    ///
    /// - Parameters:
    ///   - probabilities: Shape `[n]`, each in `0...1`.
    ///   - outcomes: Shape `[n]`.
    ///   - count: The number of bins, 1 or more.
    /// - Throws: ``LearningError/noRows``, ``LearningError/lengthMismatch(name:expected:found:)``,
    ///   ``LearningError/invalidProbability(row:)``, ``LearningError/invalidSetting(name:reason:)`` for no bins.
    public init(_ probabilities: [Double], outcomes: [Bool], bins count: Int = 20) throws(LearningError) {
        try checkForecasts(probabilities, outcomes)
        guard count > 0 else { throw .invalidSetting(name: "bins", reason: "must be at least 1") }
        var positives = [Int](repeating: 0, count: count)
        var negatives = positives
        for (probability, outcome) in zip(probabilities, outcomes) {
            let bin = min(count - 1, Int(probability * Double(count)))
            if outcome { positives[bin] += 1 } else { negatives[bin] += 1 }
        }
        bins = (0..<count).map { bin in
            Bin(
                from: Double(bin) / Double(count), below: Double(bin + 1) / Double(count), positives: positives[bin],
                negatives: negatives[bin])
        }
    }
}
