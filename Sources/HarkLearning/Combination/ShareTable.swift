/// The leaf shares of all trees in a few long lists, so that a row's shares are looked up without a detour.
struct ShareTable: Equatable, Sendable {
    /// The questions of all trees, one tree after the other.
    private let axes: [Int]
    private let ranks: [UInt8]
    /// The number of questions of each tree.
    private let questionCounts: [Int]
    /// The columns of all trees, one tree after the other.
    private let columns: [Int]
    /// The number of columns of each tree.
    private let columnCounts: [Int]
    /// The shares of all trees by leaf and column.
    private let values: [Double]
    private let columnCount: Int

    /// - Parameters:
    ///   - columnOfAxis: The column that each axis belongs to.
    ///   - columnCount: The number of all columns.
    init(_ trees: [ObliviousTree], columnOfAxis: [Int], columnCount: Int) {
        let shares = trees.map { LeafShares($0, columnOfAxis: columnOfAxis) }
        axes = trees.flatMap { $0.questions.map(\.axis) }
        ranks = trees.flatMap { $0.questions.map(\.rank) }
        questionCounts = trees.map(\.questions.count)
        columns = shares.flatMap(\.columns)
        columnCounts = shares.map(\.columns.count)
        values = shares.flatMap(\.values)
        self.columnCount = columnCount
    }

    /// The shares of a row by column, from its rank on each axis.
    func sums(_ row: [UInt8]) -> [Double] {
        var sums = [Double](repeating: 0, count: columnCount)
        var (question, column, value) = (0, 0, 0)
        for tree in questionCounts.indices {
            var leaf = 0
            for bit in 0..<questionCounts[tree] where row[axes[question + bit]] >= ranks[question + bit] {
                leaf |= 1 << bit
            }
            let count = columnCounts[tree]
            for place in 0..<count { sums[columns[column + place]] += values[value + leaf * count + place] }
            value += count << questionCounts[tree]
            question += questionCounts[tree]
            column += count
        }
        return sums
    }
}
