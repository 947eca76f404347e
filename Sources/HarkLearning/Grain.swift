/// Scores are whole multiples of 2⁻²⁴ log-odds. Sums of such numbers are exact in floating point (below 2²⁹), whatever
/// the order, so that parts always add up to the last digit.
enum Grain {
    private static let perLogOdds = 16_777_216.0

    /// The nearest multiple.
    static func nearest(_ logOdds: Double) -> Double { (logOdds * perLogOdds).rounded() / perLogOdds }
}
