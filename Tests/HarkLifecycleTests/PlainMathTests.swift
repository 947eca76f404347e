import Foundation
import Testing

@testable import HarkLifecycle

struct PlainMathTests {
    /// The C library is right to a unit in the last place or two, so that is how near ours must be.
    private func isNear(_ value: Double, _ other: Double, units: Double = 2) -> Bool {
        abs(value - other) <= units * max(other.ulp, .leastNormalMagnitude)
    }

    @Test func exponentialsAreThoseOfTheLibrary() {
        for step in -7_400...7_090 {
            let x = Double(step) / 10 + Double(step % 7) * 0.013
            #expect(isNear(PlainMath.exponential(x), exp(x)), "\(x)")
        }
        #expect(PlainMath.exponential(0) == 1 && PlainMath.exponential(-.infinity) == 0)
        #expect(PlainMath.exponential(.infinity) == .infinity && PlainMath.exponential(.nan).isNaN)
    }

    @Test func logarithmsAreThoseOfTheLibrary() {
        for step in 1...20_000 {
            for x in [Double(step) * 0.000_37, Double(step) * 1e12, 1 / Double(step), 1 - Double(step) * 4e-5]
            where x > 0 {
                #expect(abs(PlainMath.logarithm(x) - log(x)) <= 2 * max(abs(log(x)).ulp, 1e-17), "\(x)")
            }
        }
        #expect(PlainMath.logarithm(1) == 0 && PlainMath.logarithm(0) == -.infinity)
        #expect(isNear(PlainMath.logarithm(.leastNonzeroMagnitude), log(.leastNonzeroMagnitude)))
    }

    @Test func cosinesAreThoseOfTheLibrary() {
        for step in 0...20_000 {
            let turn = Double(step) / 20_000
            #expect(abs(PlainMath.cosine(ofTurn: turn) - cos(2 * Double.pi * turn)) < 1e-15, "\(turn)")
        }
        #expect(PlainMath.cosine(ofTurn: 0.25) == 0 && PlainMath.cosine(ofTurn: 0.5) == -1)
    }

    /// Pinned, so that a compiler that contracts or reorders would be found out.
    @Test func theBitsAreAlwaysTheSame() {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var generator = SplitMix64(seed: 9)
        for _ in 0..<10_000 {
            for value in [
                generator.normal(), PlainMath.power(generator.uniform(), 0.7),
                PlainMath.exponential(generator.normal()),
            ] { hash = (hash ^ value.bitPattern) &* 0x0000_0100_0000_01B3 }
        }
        #expect(hash == 12_323_187_141_082_484_544, "\(hash)")
    }
}
