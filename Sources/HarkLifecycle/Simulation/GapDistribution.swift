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
        case .logNormal(let median, let sigma): median * exp(sigma * generator.normal())
        case .weibull(let scale, let shape): scale * pow(-log(1 - generator.uniform()), 1 / shape)
        }
    }

    /// The probability of a gap of at most `days`.
    public func cumulative(_ days: Double) -> Double {
        guard days > 0 else { return 0 }
        switch self {
        case .logNormal(let median, let sigma):
            return 0.5 * erfc(-log(days / median) / (sigma * 2.0.squareRoot()))
        case .weibull(let scale, let shape): return 1 - exp(-pow(days / scale, shape))
        }
    }
}

/// e to the power of `value`; here so that few files need the C library.
func exponential(_ value: Double) -> Double { exp(value) }

/// The natural logarithm.
func naturalLogarithm(_ value: Double) -> Double { log(value) }

/// The probability that belongs to log-odds.
func probability(logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }
