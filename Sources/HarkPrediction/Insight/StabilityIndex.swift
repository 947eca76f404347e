internal import HarkLearning

/// The population stability index between two counts of the same bins: Σ (now − then) · ln(now / then) over groups of
/// bins, each share taken with half a record more, so that an empty group stays finite.
///
/// Two samples of one population differ by chance: the index is then distributed as χ² with one degree fewer than
/// groups, times 1/then + 1/now (B. Yurdakul, Statistical Properties of Population Stability Index, 2018).
struct StabilityIndex {
    /// The index as it is.
    let value: Double
    /// What 19 in 20 pairs of samples of one population stay below.
    let chance: Double

    /// What is left once chance is taken off, never below 0.
    var beyondChance: Double { max(0, value - chance) }

    /// - Parameters:
    ///   - then: Records by bin, missing values first.
    ///   - now: As many bins.
    init(from then: [Int], to now: [Int]) {
        let group = StabilityIndex.groups(of: then)
        let count = 1 + (group.max() ?? 0)
        var (before, after) = ([Double](repeating: 0.5, count: count), [Double](repeating: 0.5, count: count))
        for (bin, rows) in then.enumerated() { before[group[bin]] += Double(rows) }
        for (bin, rows) in now.enumerated() { after[group[bin]] += Double(rows) }
        let (past, present) = (before.reduce(0, +), after.reduce(0, +))
        value = zip(before, after).reduce(0) { sum, pair in
            let (expected, actual) = (pair.0 / past, pair.1 / present)
            return sum + (actual - expected) * (StabilityIndex.logarithm(actual) - StabilityIndex.logarithm(expected))
        }
        let filled = zip(before, after).count { $0 + $1 > 1 }
        chance = StabilityIndex.quantile(degrees: filled - 1) * (1 / past + 1 / present)
    }

    /// The group of each bin: missing values by themselves, the others in order until each group holds a tenth.
    private static func groups(of rows: [Int]) -> [Int] {
        let enough = max(1, rows.dropFirst().reduce(0, +) / 10)
        var groups = [0]
        var (group, held) = (1, 0)
        for count in rows.dropFirst() {
            if held >= enough {
                group += 1
                held = 0
            }
            groups.append(group)
            held += count
        }
        return groups
    }

    /// The 95% quantile of χ² by Wilson and Hilferty's approximation (1931).
    private static func quantile(degrees: Int) -> Double {
        guard degrees > 0 else { return 0 }
        let k = Double(degrees)
        let root = 1 - 2 / (9 * k) + 1.645 * (2 / (9 * k)).squareRoot()
        return k * root * root * root
    }

    /// The natural logarithm of a share: log(p / (1 − p)) with p = x / (1 + x) is log(x).
    private static func logarithm(_ share: Double) -> Double { logit(share / (1 + share)) }
}
