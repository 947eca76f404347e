/// What trees say of single columns; it belongs to these columns' own terms, so that only what takes several columns
/// stays in combination.
struct SingleParts {
    /// Log-odds by axis of the combination, then by bin.
    private(set) var scores: [[Double]]
    private let axes: [Combination.Axis]
    private let columnOfAxis: [Int]

    init(_ axes: [Combination.Axis]) {
        self.axes = axes
        scores = axes.map { Array(repeating: 0, count: $0.ranks.count) }
        columnOfAxis = Combination.columns(of: axes).columnOfAxis
    }

    /// Takes out of a centred tree, for each of its columns, the mean leaf by that column's answers alone; a row's sum
    /// of tree and parts stays the same to the last digit.
    mutating func take(from tree: inout ObliviousTree) {
        let worth = TreeWorth(tree, columnOfAxis: columnOfAxis)
        var leaves = tree.leaves
        for (place, column) in worth.columns.enumerated() {
            let means = worth.values(knowing: 1 << place).map(Grain.nearest)
            for leaf in leaves.indices { leaves[leaf] -= means[leaf] }
            guard let axis = tree.questions.first(where: { columnOfAxis[$0.axis] == column })?.axis else { continue }
            for (bin, rank) in axes[axis].ranks.enumerated() {
                // The other columns' answers make no difference to this mean.
                scores[axis][bin] += means[tree.leaf { columnOfAxis[$0] == column ? rank : 0 }]
            }
        }
        tree.leaves = leaves
    }
}
