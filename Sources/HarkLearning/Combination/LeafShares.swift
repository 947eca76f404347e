/// What each column has to do with each leaf of a tree: Shapley values, exact because a leaf fixes all answers.
///
/// The worth of some columns is the mean leaf a row may end in when only their answers are known, the other questions
/// being answered as the training rows at that point of the tree did (path-dependent TreeSHAP; Lundberg and others,
/// Nature Machine Intelligence 2020). A leaf's shares add up to its value to the last digit.
struct LeafShares: Equatable, Sendable {
    /// The columns asked, each once.
    let columns: [Int]
    /// Shape `[leaves][columns]`.
    let values: [Double]

    /// - Parameter columnOfAxis: The column that each axis of the tree's questions belongs to.
    init(_ tree: ObliviousTree, columnOfAxis: [Int]) {
        let asked = tree.questions.map { columnOfAxis[$0.axis] }
        var columns: [Int] = []
        for column in asked where !columns.contains(column) { columns.append(column) }
        let places = asked.map { columns.firstIndex(of: $0) ?? 0 }
        let reached = LeafShares.rowsByPrefix(tree)
        let worths = (0..<(1 << columns.count)).map { LeafShares.worth(of: $0, tree, places: places, reached) }
        var values = [Double](repeating: 0, count: tree.leaves.count * columns.count)
        for leaf in tree.leaves.indices {
            var rest = tree.leaves[leaf]
            var largest = leaf * columns.count
            for column in columns.indices {
                let slot = leaf * columns.count + column
                values[slot] = Grain.nearest(LeafShares.share(of: column, among: columns.count, worths, leaf: leaf))
                rest -= values[slot]
                if abs(values[slot]) > abs(values[largest]) { largest = slot }
            }
            if !columns.isEmpty { values[largest] += rest }
        }
        self.columns = columns
        self.values = values
    }

    /// The training rows by the answers to the first questions: shape `[questions + 1][2^answers]`.
    private static func rowsByPrefix(_ tree: ObliviousTree) -> [[Double]] {
        var levels = [tree.rows.map(Double.init)]
        for level in tree.questions.indices.reversed() {
            let last = levels[0]
            levels.insert((0..<(1 << level)).map { last[$0] + last[$0 | 1 << level] }, at: 0)
        }
        return levels
    }

    /// The mean leaf by leaf number, when only the columns in `known` (a set of bits) answer as the leaf says.
    private static func worth(of known: Int, _ tree: ObliviousTree, places: [Int], _ reached: [[Double]]) -> [Double] {
        var values = tree.leaves
        // From the last question to the first: a number's lower bits are the way taken, its higher ones the leaf's.
        for level in tree.questions.indices.reversed() where known >> places[level] & 1 == 0 {
            let bit = 1 << level
            for number in values.indices where number & bit == 0 {
                let way = number & (bit - 1)
                let (no, yes) = (reached[level + 1][way], reached[level + 1][way | bit])
                let mean =
                    no + yes > 0
                    ? (no * values[number] + yes * values[number | bit]) / (no + yes)
                    : (values[number] + values[number | bit]) / 2
                values[number] = mean
                values[number | bit] = mean
            }
        }
        return values
    }

    /// The mean over all orders of what a column adds to those before it.
    private static func share(of column: Int, among count: Int, _ worths: [[Double]], leaf: Int) -> Double {
        var sum = 0.0
        for others in worths.indices where others >> column & 1 == 0 {
            let weight = 1 / (Double(count) * binomial(count - 1, others.nonzeroBitCount))
            sum += weight * (worths[others | 1 << column][leaf] - worths[others][leaf])
        }
        return sum
    }

    private static func binomial(_ count: Int, _ chosen: Int) -> Double {
        (0..<chosen).reduce(1) { $0 * Double(count - $1) / Double($1 + 1) }
    }
}
