/// Exponential, logarithm and cosine from additions, multiplications and square roots alone.
///
/// C libraries differ in the last bit between versions and processors; these give the same bits everywhere, and with them
/// the same seed the same journeys. Polynomials and constants are those of FreeBSD's msun (Sun Microsystems, 1993); the
/// error is below one unit in the last place.
enum PlainMath {
    /// e to the power of `x`; `0` below -745, infinite above 709.
    static func exponential(_ x: Double) -> Double {
        guard x > -745 else { return x.isNaN ? x : 0 }
        guard x < 709.7 else { return x.isNaN ? x : .infinity }
        let power = (x * 1.442_695_040_888_963_387_00).rounded(.toNearestOrAwayFromZero)
        let high = x - power * log2High
        let low = power * log2Low
        let rest = high - low
        let square = rest * rest
        let series = polynomial(square, exponentialSeries)
        let correction = rest - square * series
        let value = 1 - ((low - (rest * correction) / (2 - correction)) - high)
        return Double(sign: .plus, exponent: Int(power), significand: value)
    }

    /// The natural logarithm; minus infinity at 0 and below.
    static func logarithm(_ x: Double) -> Double {
        guard x > 0 else { return x.isNaN ? x : -.infinity }
        guard x.isFinite else { return x }
        var power = Double(x.exponent)
        var significand = x.significand
        if significand > 1.414_213_562_373_095_1 {
            significand /= 2
            power += 1
        }
        let f = significand - 1
        let s = f / (2 + f)
        let z = s * s
        let series = z * polynomial(z, logarithmSeries)
        let half = 0.5 * f * f
        return power * log2High - ((half - (s * (half + series) + power * log2Low)) - f)
    }

    /// `base` to the power of `exponent`; for `base` of at least 0.
    static func power(_ base: Double, _ exponent: Double) -> Double { exponential(exponent * logarithm(base)) }

    /// The cosine of a share of a full turn, `0...1`.
    static func cosine(ofTurn turn: Double) -> Double {
        let quarters = turn * 4
        let nearest = quarters.rounded(.toNearestOrAwayFromZero)
        let angle = (quarters - nearest) * 1.570_796_326_794_896_6
        let square = angle * angle
        switch Int(nearest) % 4 {
        case 0: return cosineNearZero(square)
        case 1: return -sineNearZero(angle, square)
        case 2: return -cosineNearZero(square)
        default: return sineNearZero(angle, square)
        }
    }

    private static func cosineNearZero(_ square: Double) -> Double {
        let series = polynomial(square, cosineSeries)
        return 1 - (0.5 * square - square * square * series)
    }

    private static func sineNearZero(_ angle: Double, _ square: Double) -> Double {
        let series = polynomial(square, sineSeries)
        return angle + angle * square * series
    }

    /// The first coefficient is that of the power 0.
    private static func polynomial(_ x: Double, _ coefficients: [Double]) -> Double {
        var sum = 0.0
        for coefficient in coefficients.reversed() { sum = sum * x + coefficient }
        return sum
    }

    private static let exponentialSeries = [
        1.666_666_666_666_660_190_37e-01, -2.777_777_777_701_559_338_42e-03, 6.613_756_321_437_934_361_17e-05,
        -1.653_390_220_546_525_153_90e-06, 4.138_136_797_057_238_460_39e-08,
    ]
    private static let logarithmSeries = [
        6.666_666_666_666_735_130e-01, 3.999_999_999_940_941_908e-01, 2.857_142_874_366_239_149e-01,
        2.222_219_843_214_978_396e-01, 1.818_357_216_161_805_012e-01, 1.531_383_769_920_937_332e-01,
        1.479_819_860_511_658_591e-01,
    ]
    private static let cosineSeries = [
        4.166_666_666_666_660_190_37e-02, -1.388_888_888_887_410_957_49e-03, 2.480_158_728_947_672_941_78e-05,
        -2.755_731_435_139_066_330_35e-07, 2.087_572_321_298_174_827_90e-09, -1.135_964_755_778_819_482_65e-11,
    ]
    private static let sineSeries = [
        -1.666_666_666_666_663_243_48e-01, 8.333_333_333_322_489_461_24e-03,
        -1.984_126_982_985_794_931_34e-04, 2.755_731_370_707_006_767_89e-06,
        -2.505_076_025_340_686_341_95e-08, 1.589_690_995_211_550_102_21e-10,
    ]

    /// The logarithm of 2, its upper bits, so that whole multiples are exact; and the rest.
    private static let log2High = 6.931_471_803_691_238_164_90e-01
    private static let log2Low = 1.908_214_929_270_587_700_02e-10
}
