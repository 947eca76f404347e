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
        points = CalibrationCurve.bins(of: probabilities, most: bins).map { part in
            let count = Double(part.count)
            return Point(
                forecast: part.reduce(0) { $0 + probabilities[$1] } / count,
                observed: Double(part.count { outcomes[$0] }) / count, rows: part.count)
        }
    }

    /// The rows of each bin, from the lowest probability to the highest.
    private static func bins(of probabilities: [Double], most: Int) -> [[Int]] {
        let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
        var bins: [[Int]] = []
        var start = 0
        for bin in 1...most {
            var end = max(start, bin * order.count / most)
            while end > 0 && end < order.count && probabilities[order[end]] == probabilities[order[end - 1]] {
                end += 1
            }
            guard end > start else { continue }
            bins.append(Array(order[start..<end]))
            start = end
        }
        return bins
    }
}

extension CalibrationCurve {
    /// The mean ``error`` that forecasts would have if every one of them were exactly the chance of its row.
    ///
    /// The share of positives among `n / bins` rows is never quite as foretold, so even such forecasts have an error. A
    /// model's error speaks against it only as far as it lies above this one, which is found by drawing outcomes from the
    /// forecasts.
    ///
    /// - Parameters:
    ///   - probabilities: Shape `[n]`, each in `0...1`.
    ///   - bins: The most bins, 1 or more.
    ///   - draws: How many sets of outcomes are drawn, 1 or more.
    /// - Returns: 0 for no forecasts.
    /// - Complexity: O(n log n + n · draws).
    public static func errorByChance(
        _ probabilities: [Double], bins most: Int = 10, draws: Int = 200,
        using generator: inout some RandomNumberGenerator
    ) -> Double {
        guard !probabilities.isEmpty else { return 0 }
        let bins = bins(of: probabilities, most: max(1, most)).map { rows in rows.map { probabilities[$0] } }
        var sum = 0.0
        for _ in 0..<max(1, draws) {
            for chances in bins {
                sum += abs(
                    chances.reduce(0) { rest, chance in
                        rest + chance - (Double.random(in: 0..<1, using: &generator) < chance ? 1 : 0)
                    })
            }
        }
        return sum / Double(max(1, draws) * probabilities.count)
    }
}
