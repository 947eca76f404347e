/// Forecast against outcome in bins of about equal size, from the lowest probability to the highest.
public struct CalibrationCurve: Codable, Equatable, Sendable {
    /// One bin: what was foretold, what came true.
    public struct Point: Codable, Equatable, Sendable {
        /// The mean probability in the bin.
        public let forecast: Double
        /// The share of positives in the bin.
        public let observed: Double
        /// The rows of the bin.
        public let rows: Int
    }

    /// At most as many points as bins were asked for; fewer when there are fewer distinct probabilities.
    public let points: [Point]

    /// The expected calibration error: the mean distance of forecast and observed share, over rows.
    public var error: Double {
        let rows = points.reduce(0) { $0 + $1.rows }
        return points.reduce(0) { $0 + abs($1.forecast - $1.observed) * Double($1.rows) } / Double(max(1, rows))
    }

    /// Bins forecasts. Rows with equal probabilities stay in one bin, so the order of rows does not matter.
    ///
    /// - Parameters:
    ///   - probabilities: Shape `[n]`, each in `0...1`.
    ///   - outcomes: Shape `[n]`.
    ///   - bins: The most bins, 1 or more.
    /// - Throws: ``LearningError/noRows``, ``LearningError/lengthMismatch(name:expected:found:)``,
    ///   ``LearningError/invalidProbability(row:)``, ``LearningError/invalidSetting(name:reason:)`` for no bins.
    public init(_ probabilities: [Double], outcomes: [Bool], bins: Int = 10) throws(LearningError) {
        try checkForecasts(probabilities, outcomes)
        guard bins > 0 else { throw .invalidSetting(name: "bins", reason: "must be at least 1") }
        let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
        var points: [Point] = []
        var start = 0
        for bin in 1...bins {
            var end = max(start, bin * order.count / bins)
            while end > 0 && end < order.count && probabilities[order[end]] == probabilities[order[end - 1]] {
                end += 1
            }
            guard end > start else { continue }
            let part = order[start..<end]
            let count = Double(part.count)
            points.append(
                Point(
                    forecast: part.reduce(0) { $0 + probabilities[$1] } / count,
                    observed: Double(part.count { outcomes[$0] }) / count, rows: part.count))
            start = end
        }
        self.points = points
    }
}
