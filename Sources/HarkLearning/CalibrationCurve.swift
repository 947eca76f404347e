/// One bin of a calibration curve: what was foretold, what came true.
public struct CalibrationPoint: Codable, Equatable, Sendable {
    /// The mean probability in the bin.
    public let forecast: Double
    /// The share of positives in the bin.
    public let observed: Double
    /// The rows of the bin.
    public let rows: Int
}

/// Forecast against outcome in bins of about equal size, from the lowest probability to the highest.
///
/// Rows with equal probabilities stay in one bin, so the order of rows does not matter.
///
/// - Parameters:
///   - probabilities: Shape `[n]`.
///   - outcomes: Shape `[n]`.
///   - bins: The most bins; fewer when there are fewer distinct probabilities.
/// - Returns: At most `bins` points; none without rows, or when the lengths differ.
public func calibrationCurve(_ probabilities: [Double], outcomes: [Bool], bins: Int = 10) -> [CalibrationPoint] {
    guard probabilities.count == outcomes.count, bins > 0 else { return [] }
    let order = probabilities.indices.sorted { (probabilities[$0], $0) < (probabilities[$1], $1) }
    var points: [CalibrationPoint] = []
    var start = 0
    for bin in 1...bins {
        var end = max(start, bin * order.count / bins)
        while end > 0 && end < order.count && probabilities[order[end]] == probabilities[order[end - 1]] { end += 1 }
        guard end > start else { continue }
        let part = order[start..<end]
        let count = Double(part.count)
        points.append(
            CalibrationPoint(
                forecast: part.reduce(0) { $0 + probabilities[$1] } / count,
                observed: Double(part.count { outcomes[$0] }) / count, rows: part.count))
        start = end
    }
    return points
}
