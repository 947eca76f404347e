/// What working from the highest score down finds: gain and lift by the share of rows worked.
public struct LiftCurve: Codable, Equatable, Sendable {
    /// How far one has come after a share of the rows.
    public struct Point: Codable, Equatable, Sendable {
        /// The share of rows taken, highest scores first, in `0...1`.
        public let share: Double
        /// The share of all positives among them, in `0...1`.
        public let gain: Double
        /// Their rate of positives over that of all rows; 1 is no better than chance.
        public let lift: Double
    }

    /// From the first step to all rows; the last point is always (1, 1, 1).
    public let points: [Point]

    /// Walks down the ranking in equal steps; a tie that straddles a step counts in proportion.
    ///
    /// - Parameters:
    ///   - probabilities: Shape `[n]`, each in `0...1`.
    ///   - outcomes: Shape `[n]`, of which at least one is `true`.
    ///   - steps: The number of points, 1 or more; 10 gives deciles.
    /// - Throws: ``LearningError/noRows``, ``LearningError/lengthMismatch(name:expected:found:)``,
    ///   ``LearningError/invalidProbability(row:)``, ``LearningError/oneClassOnly`` without a positive row,
    ///   ``LearningError/invalidSetting(name:reason:)`` for no steps.
    public init(_ probabilities: [Double], outcomes: [Bool], steps: Int = 20) throws(LearningError) {
        try checkForecasts(probabilities, outcomes)
        guard steps > 0 else { throw .invalidSetting(name: "steps", reason: "must be at least 1") }
        let ranking = Ranking(probabilities, outcomes: outcomes)
        guard ranking.positives > 0 else { throw .oneClassOnly }
        points = (1...steps).map { step in
            let share = Double(step) / Double(steps)
            let gain = ranking.positives(amongHighest: share * Double(outcomes.count)) / Double(ranking.positives)
            return Point(share: share, gain: gain, lift: gain / share)
        }
    }
}
