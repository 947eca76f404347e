extension Binning {
    /// Learns the bins of a column: quantiles of its numbers, or its levels by frequency.
    ///
    /// - Parameters:
    ///   - column: The training rows.
    ///   - most: The most bins to make, at least 4, those for missing, rare and unseen values included.
    ///   - rareBelow: Levels with fewer rows than this share one bin.
    init(of column: Column, most: Int, rareBelow: Int) {
        switch column.values {
        case .numbers(let numbers):
            self = .numbers(cuts: Binning.cuts(numbers, most: most - 2))
        case .categories(let codes, let levels):
            self = .categories(LevelBins(codes: codes, levels: levels, most: most - 3, rareBelow: rareBelow))
        }
    }

    /// At most `most` cuts, halfway between neighbouring values; every value its own bin where there is room for it,
    /// otherwise bins of about the same number of rows.
    private static func cuts(_ numbers: [Double], most: Int) -> [Double] {
        let sorted = numbers.filter { $0.isFinite }.sorted()
        var starts = sorted.indices.dropFirst().filter { sorted[$0] > sorted[$0 - 1] }
        if starts.count > most { starts = thinned(starts, rows: sorted.count, most: most) }
        var cuts = starts.map { halfway(sorted[$0 - 1], sorted[$0]) }
        // Infinities are apart from all finite numbers.
        if let last = sorted.last, last < .greatestFiniteMagnitude, numbers.contains(.infinity), cuts.count < most {
            cuts.append(last.nextUp)
        }
        if let first = sorted.first, numbers.contains(-.infinity), cuts.count < most { cuts.insert(first, at: 0) }
        return cuts
    }

    /// Picks the starts of runs of equal values that come nearest after each quantile.
    private static func thinned(_ starts: [Int], rows: Int, most: Int) -> [Int] {
        var picked: [Int] = []
        var next = 0
        for quantile in 1...most {
            let position = quantile * rows / (most + 1)
            while next < starts.count && starts[next] < position { next += 1 }
            guard next < starts.count else { break }
            if picked.last != starts[next] { picked.append(starts[next]) }
        }
        return picked
    }

    /// A number in `(low, high]`, in the middle where floating point has one.
    private static func halfway(_ low: Double, _ high: Double) -> Double {
        let middle = low / 2 + high / 2
        return middle > low ? middle : high
    }
}

extension LevelBins {
    /// Keeps the `most` most frequent levels that have `rareBelow` rows or more; ties go by name.
    fileprivate init(codes: [Int32], levels: [String], most: Int, rareBelow: Int) {
        var counts: [String: Int] = [:]
        for code in codes where code >= 0 { counts[levels[Int(code)], default: 0] += 1 }
        let ranked = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let keptCount = min(most, ranked.prefix { $0.value >= rareBelow }.count)
        self.init(kept: ranked.prefix(keptCount).map(\.key), rare: ranked.dropFirst(keptCount).map(\.key).sorted())
    }
}
