/// A trained additive model: an intercept, one term for each column that varies, terms for pairs of
/// columns that matter together, and a calibration.
public struct Model: Equatable, Sendable {
    /// How it was trained.
    public let settings: BoostingSettings
    /// ``Dataset/fingerprint`` of the training rows.
    public let dataFingerprint: String
    /// The training rows.
    public let rows: Int
    /// The training rows with outcome `true`.
    public let positives: Int
    /// How well held-out rows were told apart in training (see ``BoostingSettings/bags``).
    public let metrics: Metrics
    /// The log-odds of an average row, before calibration.
    public let intercept: Double
    /// The terms, in the order they are summed.
    public let terms: [Term]
    /// What columns say only in combination; `nil` where the terms say it all.
    public let combination: Combination?
    /// Columns that held one value only, and so have no term.
    public let constantColumns: [String]
    /// The last step from the raw sum to the score.
    public let calibration: Calibration

    /// The share of positives among the training rows.
    public var baseRate: Double { Double(positives) / Double(rows) }

    /// The columns the model reads, in the order of their first term.
    public var columns: [(name: String, kind: Column.Kind)] {
        var seen: Set<String> = []
        return terms.flatMap(\.axes).filter { seen.insert($0.column).inserted }.map { ($0.column, $0.binning.kind) }
    }

    /// The main effect of a column: its shape, with rows and rates by bin.
    public func shape(of column: String) -> Term? {
        terms.first { $0.axes.count == 1 && $0.axes[0].column == column }
    }

    /// The parts' importances, most important first; ties in the model's order.
    public var importances: [Importance] {
        var parts = terms.map { (name: $0.name, columns: $0.axes.map(\.column), value: $0.importance) }
        if let combination {
            for (column, value) in zip(combination.columns, combination.importances) {
                parts.append((Combination.name(of: column), [column], value))
            }
        }
        let total = parts.reduce(0) { $0 + $1.value }
        return parts.indices.sorted { (parts[$1].value, $0) < (parts[$0].value, $1) }.map { place in
            Importance(
                term: parts[place].name, columns: parts[place].columns, value: parts[place].value,
                share: total > 0 ? parts[place].value / total : 0)
        }
    }

    /// The largest log-odds a score may have either way: what one more row of the other class would still allow.
    private var bound: Double { naturalLog(2 * Double(rows) + 1) }

    /// What calibration adds to a raw sum. Scores are `raw + adjustment`, so that the parts add up bit for bit.
    func adjustment(of raw: Double) -> Double { Grain.nearest(max(-bound, min(bound, calibration(raw))) - raw) }
}
