/// What each column has to do with each leaf of a tree: Shapley values, exact because a leaf fixes all answers.
///
/// A leaf's shares add up to its value to the last digit.
struct LeafShares: Equatable, Sendable {
    /// The columns asked, each once.
    let columns: [Int]
    /// Shape `[leaves][columns]`.
    let values: [Double]

    /// - Parameter columnOfAxis: The column that each axis of the tree's questions belongs to.
    init(_ tree: ObliviousTree, columnOfAxis: [Int]) {
        let worth = TreeWorth(tree, columnOfAxis: columnOfAxis)
        let count = worth.columns.count
        let worths = (0..<(1 << count)).map(worth.values(knowing:))
        // An order puts so many columns before one with this chance.
        let weights = (0..<count).map { 1 / (Double(count) * LeafShares.binomial(count - 1, $0)) }
        var values = [Double](repeating: 0, count: tree.leaves.count * count)
        for leaf in tree.leaves.indices {
            var rest = tree.leaves[leaf]
            var largest = leaf * count
            for column in 0..<count {
                var share = 0.0
                for others in worths.indices where others >> column & 1 == 0 {
                    let gain = worths[others | 1 << column][leaf] - worths[others][leaf]
                    share += weights[others.nonzeroBitCount] * gain
                }
                let slot = leaf * count + column
                values[slot] = Grain.nearest(share)
                rest -= values[slot]
                if abs(values[slot]) > abs(values[largest]) { largest = slot }
            }
            // What rounding left over goes to the largest share, where it shows least.
            if count > 0 { values[largest] += rest }
        }
        columns = worth.columns
        self.values = values
    }

    private static func binomial(_ count: Int, _ chosen: Int) -> Double {
        (0..<chosen).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
    }
}
