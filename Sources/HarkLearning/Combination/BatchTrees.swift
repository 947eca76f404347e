/// Combination trees made ready for many rows: question by question over whole blocks, without a branch.
struct BatchTrees {
    private let combination: Combination
    /// The place of each axis among the readers.
    private let places: [Int]

    init(_ combination: Combination, places: [Int]) {
        self.combination = combination
        self.places = places
    }

    /// Adds the trees' leaves to the sums of `rows`; `bins` hold each reader's bins of these rows.
    func add(to sums: inout [Double], _ rows: Range<Int>, _ bins: [[UInt16]]) {
        let ranks = zip(combination.axes, places).map { axis, place in
            bins[place].prefix(rows.count).map { axis.ranks[Int($0)] }
        }
        var leaves = [UInt8](repeating: 0, count: rows.count)
        sums.withUnsafeMutableBufferPointer { sums in
            guard let start = sums.baseAddress?.advanced(by: rows.lowerBound) else { return }
            for tree in combination.trees {
                for row in leaves.indices { leaves[row] = 0 }
                for (level, question) in tree.questions.enumerated() {
                    RowLoops.answer(
                        ranks[question.axis], atLeast: question.rank, bit: UInt8(1 << level), rows.count, &leaves)
                }
                RowLoops.add(tree.leaves, at: leaves, rows: rows.count, to: start)
            }
        }
    }
}
