/// Two columns that may matter together.
struct PairCandidate: Sendable {
    let first: Tally
    let second: Tally

    /// The pair's cells as one feature to boost.
    var feature: BinnedRows.Feature {
        let width = UInt16(second.axis.binning.count)
        return BinnedRows.Feature(
            shape: .pair(tree), binCount: first.axis.binning.count * second.axis.binning.count,
            bins: zip(first.bins, second.bins).map { $0 * width + $1 })
    }

    private var tree: PairTree {
        func axis(_ tally: Tally) -> PairTree.Axis {
            PairTree.Axis(binCount: tally.axis.binning.count, isOrdered: tally.axis.binning.kind == .number)
        }
        return PairTree(first: axis(first), second: axis(second))
    }

    /// The pairs whose first tree would gain most on what the single columns leave unexplained, best first (after the
    /// FAST ranking of Lou, Caruana, Gehrke and Hooker, KDD 2013).
    ///
    /// - Parameters:
    ///   - tallies: The columns, coarsely binned.
    ///   - scores: Shape `[rows]`: log-odds by models that did not learn from the row.
    ///   - isAsked: Shape `[rows]`: the rows to go by.
    static func strongest(
        _ most: Int, of tallies: [Tally], scores: [Double], outcomes: [Bool], isAsked: [Bool],
        settings: BoostingSettings
    ) -> [PairCandidate] {
        let gradients = scores.indices.map { isAsked[$0] ? Float((outcomes[$0] ? 1 : 0) - sigmoid(scores[$0])) : 0 }
        let weights = zip(scores, isAsked).map { $1 ? Float(sigmoid($0) * (1 - sigmoid($0))) : 0 }
        let pairs = tallies.indices.flatMap { first in
            tallies.indices.dropFirst(first + 1).map { PairCandidate(first: tallies[first], second: tallies[$0]) }
        }
        let gains = concurrentMap(pairs.count, parallel: settings.parallel) { index in
            let feature = pairs[index].feature
            var histogram = [Double](repeating: 0, count: 2 * feature.binCount)
            RowLoops.sum(feature.bins, gradients, weights, rows: scores.count, into: &histogram)
            return pairs[index].tree.best(for: histogram, settings)?.gain ?? 0
        }
        // Equal gains go by position, so that two runs cannot differ.
        return pairs.indices.filter { gains[$0] > 0 }.sorted { (gains[$1], $0) < (gains[$0], $1) }
            .prefix(most).map { pairs[$0] }
    }
}
