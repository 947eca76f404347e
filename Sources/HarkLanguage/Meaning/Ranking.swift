/// How sure a reading is, from what it costs and how near the next one is.
///
/// Both parts are logistic in the cost: `absolute` falls from .97 at no cost to .5 at ``evenCost``; `margin` is a
/// soft maximum over readings that mean another command. The constants are set by hand on the test corpus and are to
/// be fitted once phrases from real use exist.
enum Ranking {
    /// The cost at which a reading is as likely wrong as right.
    static let evenCost = 3.2
    private static let slope = 1.1
    private static let sharpness = 4.0

    /// - Parameters:
    ///   - cost: What the reading costs.
    ///   - rivals: The costs of the readings that mean something else.
    static func confidence(cost: Float, rivals: [Float]) -> Double {
        let absolute = 1 / (1 + exponential(slope * (Double(cost) - evenCost)))
        let others = rivals.reduce(0) { $0 + exponential(-sharpness * max(-2, Double($1 - cost))) }
        return absolute / (1 + others)
    }

    /// e to the power of `x` for moderate `x`, by halving the argument and a short series.
    static func exponential(_ x: Double) -> Double {
        var power = min(max(x, -40), 40) / 1_024
        power = 1 + power * (1 + power / 2 * (1 + power / 3))
        for _ in 0..<10 { power *= power }
        return power
    }
}
