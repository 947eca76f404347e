/// A generator of random numbers whose sequence depends on the seed alone.
///
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014). Not for secrets.
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
    private var state: UInt64

    /// Starts the sequence of a seed.
    public init(seed: UInt64) { state = seed }

    /// The next 64 bits.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The same sequence from that many numbers on.
    func skipping(_ count: Int) -> SplitMix64 {
        SplitMix64(seed: state &+ UInt64(bitPattern: Int64(count)) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A generator of its own for one part of the whole, so that a draw more in one part changes no other.
    public func stream(_ number: Int) -> SplitMix64 {
        var mixer = SplitMix64(seed: state ^ (UInt64(bitPattern: Int64(number)) &* 0xD134_2543_DE82_EF95))
        return SplitMix64(seed: mixer.next())
    }
}

extension SplitMix64 {
    /// A number in `0..<1` with 53 random bits.
    public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// A number in `low..<high`.
    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * uniform() }

    /// A whole number in the range; its bias of less than 2⁻³² does not matter here.
    mutating func integer(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(uniform() * Double(range.count))
    }

    /// `true` with the given probability.
    mutating func chance(_ probability: Double) -> Bool { uniform() < probability }

    /// A draw from the standard normal distribution (Box and Muller, 1958).
    public mutating func normal() -> Double {
        let radius = (-2 * PlainMath.logarithm(1 - uniform())).squareRoot()
        return radius * PlainMath.cosine(ofTurn: uniform())
    }

    /// A draw from the Poisson distribution, by Knuth's product method; meant for small means.
    mutating func poisson(_ mean: Double) -> Int {
        let limit = PlainMath.exponential(-mean)
        var product = uniform()
        var count = 0
        while product > limit {
            count += 1
            product *= uniform()
        }
        return count
    }

    /// One element; every one is as likely as another. The list must not be empty.
    mutating func pick<Element>(_ elements: [Element]) -> Element {
        precondition(!elements.isEmpty, "nothing to pick from")
        return elements[Int(uniform() * Double(elements.count))]
    }

    /// One element, as likely as its weight says. The list must not be empty.
    mutating func pick<Element>(_ elements: [Element], by weight: (Element) -> Double) -> Element {
        precondition(!elements.isEmpty, "nothing to pick from")
        var rest = uniform() * elements.reduce(0) { $0 + weight($1) }
        for element in elements {
            rest -= weight(element)
            if rest < 0 { return element }
        }
        return elements[elements.count - 1]
    }

    /// One element, as likely as the number beside it says. The list must not be empty.
    mutating func pick<Element>(_ weighted: [(Element, Double)]) -> Element { pick(weighted) { $0.1 }.0 }
}
