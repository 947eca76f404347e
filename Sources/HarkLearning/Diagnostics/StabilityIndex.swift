/// The population stability index: how far the rows of today have moved from those a model learned from.
///
/// Σ (today − then) · ln(today / then) over bins of about equal size then; each share is taken with half a row more in
/// every bin, so that an empty bin stays finite.
public struct StabilityIndex: Equatable, Sendable {
    /// What an index amounts to, by the usual thresholds of credit scoring.
    public enum Level: String, Codable, Sendable {
        /// Below 0.1.
        case stable
        /// From 0.1: worth watching.
        case shifting
        /// From 0.25: the model should be trained anew.
        case shifted
    }

    /// One bin.
    public struct Bin: Equatable, Sendable {
        /// What falls into it.
        public let meaning: BinMeaning
        /// The share of the earlier rows in it.
        public let expected: Double
        /// The share of the later rows in it.
        public let actual: Double
        /// What the bin adds to the index, 0 or more.
        public let part: Double
    }

    /// The column compared.
    public let column: String
    /// The bins, missing values first.
    public let bins: [Bin]

    /// The index, 0 or more.
    public var value: Double { bins.reduce(0) { $0 + $1.part } }

    /// What ``value`` amounts to.
    public var level: Level { value < 0.1 ? .stable : value < 0.25 ? .shifting : .shifted }

    /// Compares two sets of values of one column.
    ///
    /// - Parameters:
    ///   - expected: The earlier rows, which decide the bins.
    ///   - actual: The later rows.
    ///   - bins: The most bins for present values, 2 to 253; numbers fall into quantiles, categories into levels.
    /// - Throws: ``LearningError/noRows`` when either is empty, ``LearningError/wrongKind(column:)`` when one holds
    ///   numbers and the other categories, ``LearningError/invalidSetting(name:reason:)``.
    public init(of expected: Column, against actual: Column, bins: Int = 10) throws(LearningError) {
        guard expected.count > 0, actual.count > 0 else { throw .noRows }
        guard (2...Binning.mostBins - 3).contains(bins) else {
            throw .invalidSetting(name: "bins", reason: "must be 2 to \(Binning.mostBins - 3)")
        }
        let most = expected.kind == .number ? bins + 1 : bins + 3
        let binning = Binning(of: expected, most: max(4, most), rareBelow: 1)
        let before = StabilityIndex.counts(try binning.bins(of: expected), binning.count)
        let after = StabilityIndex.counts(try binning.bins(of: actual), binning.count)
        let used = before.indices.filter { before[$0] + after[$0] > 0 }
        func share(_ count: Int, _ rows: Int) -> Double {
            (Double(count) + 0.5) / (Double(rows) + 0.5 * Double(used.count))
        }
        column = expected.name
        self.bins = used.map { bin in
            let then = share(before[bin], expected.count)
            let today = share(after[bin], actual.count)
            return Bin(
                meaning: binning.meaning(of: bin), expected: Double(before[bin]) / Double(expected.count),
                actual: Double(after[bin]) / Double(actual.count), part: (today - then) * naturalLog(today / then))
        }
    }

    /// Compares two sets of scores.
    ///
    /// - Throws: As the initialiser by columns does.
    public init(ofScores expected: [Double], against actual: [Double], bins: Int = 10) throws(LearningError) {
        try self.init(
            of: Column("score", numbers: expected), against: Column("score", numbers: actual), bins: bins)
    }

    private static func counts(_ bins: [UInt16], _ count: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: count)
        for bin in bins { counts[Int(bin)] += 1 }
        return counts
    }
}
