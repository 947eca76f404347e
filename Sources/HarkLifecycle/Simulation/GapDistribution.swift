internal import Foundation

/// How long it takes until something happens again, in days of the ``Rhythm``.
public enum GapDistribution: Hashable, Sendable {
    /// The logarithm is normal with this spread around the median's.
    case logNormal(median: Double, sigma: Double)
    /// Shape below 1 clusters, above 1 spaces out.
    case weibull(scale: Double, shape: Double)

    /// One gap in days.
    public func draw(_ generator: inout SplitMix64) -> Double {
        switch self {
        case .logNormal(let median, let sigma): median * PlainMath.exponential(sigma * generator.normal())
        case .weibull(let scale, let shape):
            scale * PlainMath.power(-PlainMath.logarithm(1 - generator.uniform()), 1 / shape)
        }
    }

    /// The probability of a gap of at most `days`; nothing is drawn from it, so it may use the C library.
    public func cumulative(_ days: Double) -> Double {
        guard days > 0 else { return 0 }
        switch self {
        case .logNormal(let median, let sigma):
            return 0.5 * erfc(-log(days / median) / (sigma * 2.0.squareRoot()))
        case .weibull(let scale, let shape): return 1 - exp(-pow(days / scale, shape))
        }
    }
}

/// The probability that belongs to log-odds.
func probability(logOdds: Double) -> Double { 1 / (1 + PlainMath.exponential(-logOdds)) }
