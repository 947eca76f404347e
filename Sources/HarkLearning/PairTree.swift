/// Finds the step of one boosting round for two features together: a tree of up to four leaves that splits by one of
/// them first, then each side by the other.
struct PairTree: Sendable {
    /// One of the two features.
    struct Axis: Sendable {
        let binCount: Int
        /// Whether neighbouring bins belong together; missing, bin 0, is then the lowest.
        let isOrdered: Bool
    }

    let first: Axis
    let second: Axis

    /// The best tree for a histogram over cells, row-major: the first feature's bins are the rows.
    func best(for histogram: SmallTree.Histogram, _ settings: BoostingSettings) -> Tree? {
        let upright = Grid(histogram, self, isTurned: false, settings).bestTree()
        let turned = Grid(histogram, self, isTurned: true, settings).bestTree()
        guard let upright, let turned else { return upright ?? turned }
        return upright.gain >= turned.gain ? upright : turned
    }

    /// Writes the step for each cell to `steps`.
    func grow(from histogram: SmallTree.Histogram, _ settings: BoostingSettings, steps: UnsafeMutablePointer<Float>) {
        let tree = best(for: histogram, settings)
        for row in 0..<first.binCount {
            for column in 0..<second.binCount {
                let value = tree.map { $0.isTurned ? $0.value(column, row) : $0.value(row, column) } ?? 0
                steps[row * second.binCount + column] = Float(settings.learningRate * value)
            }
        }
    }

    /// One side of the first split, split in turn by the other feature.
    struct Side {
        /// The bins in the order they were lined up; `nil` for their own order.
        var order: [Int]?
        /// The bins before this position form the left leaf; 0 when the side is one leaf.
        var cut = 0
        var left = 0.0
        var right = 0.0
        var score = 0.0

        /// The leaf value of a bin.
        func value(_ bin: Int) -> Double { (order?.firstIndex(of: bin) ?? bin) < cut ? left : right }
    }

    /// A tree found.
    struct Tree {
        let isTurned: Bool
        /// The loss that the tree's full step removes, to second order, times two.
        let gain: Double
        let isOrdered: Bool
        /// The bin split at: those up to it are inside, or it alone is when bins have no order.
        let bin: Int
        let inside: Side
        let outside: Side

        /// The leaf value of a bin of the feature split first and a bin of the other.
        func value(_ row: Int, _ column: Int) -> Double {
            (isOrdered ? row <= bin : row == bin) ? inside.value(column) : outside.value(column)
        }
    }
}

/// A histogram over two features, seen with either of them as the rows.
private struct Grid {
    private let histogram: SmallTree.Histogram
    private let rows: PairTree.Axis
    private let columns: PairTree.Axis
    private let isTurned: Bool
    private let shrinkage: Double
    private let leafWeight: Double

    init(_ histogram: SmallTree.Histogram, _ pair: PairTree, isTurned: Bool, _ settings: BoostingSettings) {
        self.histogram = histogram
        self.isTurned = isTurned
        rows = isTurned ? pair.second : pair.first
        columns = isTurned ? pair.first : pair.second
        shrinkage = rows.isOrdered && columns.isOrdered ? settings.shrinkage : settings.categoryShrinkage
        leafWeight = max(settings.leafWeight, 1e-9)
    }

    /// Tries every split of the rows, and for each side its best split of the columns.
    func bestTree() -> PairTree.Tree? {
        var all = Sums(count: columns.binCount)
        for row in 0..<rows.binCount { add(row, to: &all) }
        let whole = all.gradient * all.gradient / (all.weight + shrinkage)
        var best: PairTree.Tree?
        var inside = Sums(count: columns.binCount)
        for row in 0..<rows.binCount {
            if !rows.isOrdered { inside = Sums(count: columns.binCount) }
            add(row, to: &inside)
            guard inside.weight >= leafWeight, all.weight - inside.weight >= leafWeight else { continue }
            let upper = side(of: inside)
            let lower = side(of: all.less(inside))
            let gain = upper.score + lower.score - whole
            if gain > best?.gain ?? 0 {
                best = PairTree.Tree(
                    isTurned: isTurned, gain: gain, isOrdered: rows.isOrdered, bin: row, inside: upper, outside: lower)
            }
        }
        return best
    }

    /// Sums by column over some rows.
    private struct Sums {
        var gradients: [Double]
        var weights: [Double]
        var gradient = 0.0
        var weight = 0.0

        init(count: Int) {
            gradients = Array(repeating: 0, count: count)
            weights = gradients
        }

        func less(_ other: Sums) -> Sums {
            var rest = self
            for column in gradients.indices {
                rest.gradients[column] -= other.gradients[column]
                rest.weights[column] -= other.weights[column]
            }
            rest.gradient -= other.gradient
            rest.weight -= other.weight
            return rest
        }
    }

    private func add(_ row: Int, to sums: inout Sums) {
        for column in 0..<columns.binCount {
            let cell = isTurned ? column * rows.binCount + row : row * columns.binCount + column
            sums.gradients[column] += histogram[2 * cell]
            sums.weights[column] += histogram[2 * cell + 1]
            sums.gradient += histogram[2 * cell]
            sums.weight += histogram[2 * cell + 1]
        }
    }

    /// The best split of the columns into two leaves, or one leaf where none gains.
    private func side(of sums: Sums) -> PairTree.Side {
        var side = PairTree.Side()
        if !columns.isOrdered {
            let wanted = zip(sums.gradients, sums.weights).map { $0 / (max($1, 0) + shrinkage + 1e-9) }
            side.order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        }
        side.right = sums.gradient / (sums.weight + shrinkage)
        side.score = sums.gradient * side.right
        var gradient = 0.0
        var weight = 0.0
        for position in 0..<(columns.binCount - 1) {
            let column = side.order?[position] ?? position
            gradient += sums.gradients[column]
            weight += sums.weights[column]
            guard weight >= leafWeight else { continue }
            guard sums.weight - weight >= leafWeight else { break }
            let left = gradient / (weight + shrinkage)
            let right = (sums.gradient - gradient) / (sums.weight - weight + shrinkage)
            let score = gradient * left + (sums.gradient - gradient) * right
            if score > side.score {
                (side.cut, side.left, side.right, side.score) = (position + 1, left, right, score)
            }
        }
        return side
    }
}
