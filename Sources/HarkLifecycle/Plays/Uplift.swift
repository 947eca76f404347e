/// What a play changed: the rate of its aim among those it was advised for, less the rate among those held back.
///
/// The interval is Newcombe's hybrid score interval for the difference of two independent proportions (Statistics in
/// Medicine 17, 1998, method 10), made of the two Wilson intervals; it holds for small groups and rates near 0 and 1.
public struct Uplift: Hashable, Sendable {
    /// `-1...1`.
    public let difference: Double
    /// The ends of the 95% interval.
    public let low: Double
    public let high: Double

    /// How many each group needs before a difference is worth stating.
    public static let fewest = 20

    /// Compares two groups; `nil` where one has fewer than ``fewest``.
    public init?(treated: Proportion, heldBack: Proportion) {
        guard min(treated.count, heldBack.count) >= Uplift.fewest else { return nil }
        let (first, second) = (treated.wilson, heldBack.wilson)
        func root(_ left: Double, _ right: Double) -> Double { (left * left + right * right).squareRoot() }
        difference = treated.rate - heldBack.rate
        low = difference - root(treated.rate - first.lowerBound, second.upperBound - heldBack.rate)
        high = difference + root(first.upperBound - treated.rate, heldBack.rate - second.lowerBound)
    }

    /// Whether the interval leaves out 0.
    public var isShown: Bool { low > 0 || high < 0 }
}

/// How many of a group reached something.
public struct Proportion: Hashable, Sendable {
    public var reached: Int
    public var count: Int

    /// Creates a proportion.
    public init(reached: Int = 0, of count: Int = 0) {
        self.reached = reached
        self.count = count
    }

    /// `0...1`; 0 for an empty group.
    public var rate: Double { count == 0 ? 0 : Double(reached) / Double(count) }

    /// Counts one more.
    public mutating func add(_ isReached: Bool) {
        count += 1
        if isReached { reached += 1 }
    }

    /// Wilson's 95% score interval; `0...1` for an empty group.
    public var wilson: ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let (z, n) = (1.959_963_984_540_054, Double(count))
        let middle = rate + z * z / (2 * n)
        let reach = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        return max(0, (middle - reach) / scale)...min(1, (middle + reach) / scale)
    }
}
