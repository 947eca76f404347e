/// A non-decreasing map from a model's raw log-odds to honest ones, learned from rows the model did not see.
public enum Calibration: Equatable, Sendable {
    /// The raw log-odds are kept.
    case none
    /// `slope · x + offset` (Platt), `slope` ≥ 0.
    case logistic(slope: Double, offset: Double)
    /// `a · log p − b · log(1 − p) + offset`, `a` and `b` ≥ 0 (Kull, Silva Filho and Flach, AISTATS 2017).
    case beta(a: Double, b: Double, offset: Double)
    /// Straight lines between knots that isotonic regression found; slope 1 beyond the outermost.
    case isotonic(raw: [Double], calibrated: [Double])

    /// The calibrated log-odds.
    public func callAsFunction(_ raw: Double) -> Double {
        switch self {
        case .none: raw
        case .logistic(let slope, let offset): slope * raw + offset
        // log p = −softplus(−x) and log(1 − p) = −softplus(x).
        case .beta(let a, let b, let offset): b * softplus(raw) - a * softplus(-raw) + offset
        case .isotonic(let knots, let values): Calibration.interpolated(raw, knots: knots, values: values)
        }
    }

    private static func interpolated(_ raw: Double, knots: [Double], values: [Double]) -> Double {
        guard let first = knots.first, let last = knots.last else { return raw }
        if raw <= first { return values[0] + raw - first }
        if raw >= last { return values[values.count - 1] + raw - last }
        let above = Binning.bin(of: raw, cuts: knots) - 1
        let share = (raw - knots[above - 1]) / (knots[above] - knots[above - 1])
        return values[above - 1] + share * (values[above] - values[above - 1])
    }
}
