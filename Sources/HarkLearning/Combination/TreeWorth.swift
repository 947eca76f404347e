/// What a tree comes to when only some of its columns are known.
///
/// The questions of the others are answered as the training rows at that point of the tree did (path-dependent
/// TreeSHAP; Lundberg and others, Nature Machine Intelligence 2020).
struct TreeWorth {
    /// The columns asked, each once.
    let columns: [Int]
    private let tree: ObliviousTree
    /// For each question the place of its column among ``columns``.
    private let places: [Int]
    /// The training rows by the answers to the first questions: shape `[questions + 1][2^answers]`.
    private let reached: [[Double]]

    /// - Parameter columnOfAxis: The column that each axis of the tree's questions belongs to.
    init(_ tree: ObliviousTree, columnOfAxis: [Int]) {
        let asked = tree.questions.map { columnOfAxis[$0.axis] }
        var columns: [Int] = []
        for column in asked where !columns.contains(column) { columns.append(column) }
        var levels = [tree.rows.map(Double.init)]
        for level in tree.questions.indices.reversed() {
            let last = levels[0]
            levels.insert((0..<(1 << level)).map { last[$0] + last[$0 | 1 << level] }, at: 0)
        }
        self.tree = tree
        self.columns = columns
        places = asked.map { columns.firstIndex(of: $0) ?? 0 }
        reached = levels
    }

    /// The mean leaf by leaf number, when only the columns in `known`, a set of bits by place among ``columns``, answer
    /// as the leaf says.
    func values(knowing known: Int) -> [Double] {
        var values = tree.leaves
        // From the last question to the first: a number's lower bits are the way taken, its higher ones the leaf's.
        for level in tree.questions.indices.reversed() where known >> places[level] & 1 == 0 {
            let bit = 1 << level
            for number in values.indices where number & bit == 0 {
                let way = number & (bit - 1)
                let (no, yes) = (reached[level + 1][way], reached[level + 1][way | bit])
                let (low, high) = (values[number], values[number | bit])
                let mean = no + yes > 0 ? (no * low + yes * high) / (no + yes) : (low + high) / 2
                values[number] = mean
                values[number | bit] = mean
            }
        }
        return values
    }
}
