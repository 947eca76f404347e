extension Combination {
    /// The mean of the bags' trees, and what it means for the terms beside it.
    struct Average {
        let combination: Combination
        /// What the trees say of single columns: log-odds by bin, by column.
        let singles: [String: [Double]]
        /// The trees' mean over the training rows, which belongs to the intercept.
        let shift: Double

        /// Centres each tree over all `rows` training rows and takes out what it says of single columns.
        init(of bags: [BaggedTrees], rows: Int) {
            var axes = AxisList()
            var trees = bags.flatMap { bag in bag.trees.map { axes.replaced($0, bag.columns) } }
            var parts = SingleParts(axes.axes)
            var shift = 0.0
            for index in trees.indices {
                trees[index].count(axes.ranksOfRow, rows: rows)
                for leaf in trees[index].leaves.indices { trees[index].leaves[leaf] /= Double(bags.count) }
                let mean = trees[index].mean
                shift += mean
                for leaf in trees[index].leaves.indices {
                    trees[index].leaves[leaf] = Grain.nearest(trees[index].leaves[leaf] - mean)
                }
                parts.take(from: &trees[index])
            }
            var singles: [String: [Double]] = [:]
            for (axis, scores) in zip(axes.axes, parts.scores) {
                let sum = singles[axis.axis.column] ?? Array(repeating: 0, count: scores.count)
                singles[axis.axis.column] = zip(sum, scores).map { $0 + $1 }
            }
            let plain = Combination(axes: axes.axes, trees: trees, importances: [])
            let importances = plain.meanShares(ranks: axes.ranksOfRow, rows: rows)
            combination = Combination(axes: axes.axes, trees: trees, importances: importances)
            self.singles = singles
            self.shift = shift
        }
    }

    /// The mean absolute share of each column.
    ///
    /// - Parameter ranks: Shape `[axes][rows]`.
    private func meanShares(ranks: [[UInt8]], rows: Int) -> [Double] {
        var sums = [Double](repeating: 0, count: columns.count)
        var row = [UInt8](repeating: 0, count: ranks.count)
        for index in 0..<rows {
            for axis in row.indices { row[axis] = ranks[axis][index] }
            for (column, share) in shares(ranks: row).enumerated() { sums[column] += abs(share) }
        }
        return sums.map { $0 / Double(rows) }
    }
}

/// The axes that the trees of all bags ask about; bags that order a column's bins alike share one.
private struct AxisList {
    private(set) var axes: [Combination.Axis] = []
    /// Shape `[axes][rows]`.
    private(set) var ranksOfRow: [[UInt8]] = []

    /// A bag's tree, with its questions put to the axes of the list.
    mutating func replaced(_ grown: ObliviousTree, _ columns: [CodedColumn]) -> ObliviousTree {
        var tree = grown
        for index in tree.questions.indices {
            tree.questions[index].axis = place(of: columns[tree.questions[index].axis].ranked)
        }
        return tree
    }

    private mutating func place(of column: RankedColumn) -> Int {
        let known = axes.firstIndex { $0.axis.column == column.tally.axis.column && $0.ranks == column.ranks }
        if let known { return known }
        axes.append(Combination.Axis(axis: column.tally.axis, ranks: column.ranks))
        ranksOfRow.append(column.tally.bins.map { column.ranks[Int($0)] })
        return axes.count - 1
    }
}

extension ObliviousTree {
    /// Counts the training rows of each leaf; `ranks` has shape `[axes][rows]`.
    fileprivate mutating func count(_ ranks: [[UInt8]], rows count: Int) {
        rows = Array(repeating: 0, count: leaves.count)
        var leafOfRow = [UInt8](repeating: 0, count: count)
        for (level, question) in questions.enumerated() {
            RowLoops.answer(ranks[question.axis], atLeast: question.rank, bit: UInt8(1 << level), count, &leafOfRow)
        }
        for leaf in leafOfRow { rows[Int(leaf)] += 1 }
    }
}
