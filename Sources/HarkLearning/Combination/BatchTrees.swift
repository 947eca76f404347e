/// Combination trees made ready for many rows: four trees at a time over whole blocks, without a branch.
struct BatchTrees {
    /// Trees whose leaves are added in one go, which reads and writes each sum once for all of them.
    private static let atOnce = 4
    private static let leafCount = 1 << ObliviousTree.mostQuestions

    private let combination: Combination
    /// The place of each axis among the readers.
    private let places: [Int]
    /// The trees' leaves, ``leafCount`` places for each, made up to a multiple of ``atOnce`` trees that add nothing.
    private let leaves: [Double]

    init(_ combination: Combination, places: [Int]) {
        self.combination = combination
        self.places = places
        var leaves: [Double] = []
        for tree in combination.trees {
            leaves += tree.leaves + Array(repeating: 0, count: BatchTrees.leafCount - tree.leaves.count)
        }
        while !leaves.count.isMultiple(of: BatchTrees.atOnce * BatchTrees.leafCount) { leaves.append(0) }
        self.leaves = leaves
    }

    /// Adds the trees' leaves to the sums of `rows`; `bins` hold each reader's bins of these rows.
    func add(to sums: inout [Double], _ rows: Range<Int>, _ bins: [[UInt16]]) {
        let width = rows.count
        var ranks = [UInt8](repeating: 0, count: places.count * width)
        for (index, place) in places.enumerated() {
            let ranksOfBins = combination.axes[index].ranks
            for row in 0..<width { ranks[index * width + row] = ranksOfBins[Int(bins[place][row])] }
        }
        var leafOfRow = [UInt8](repeating: 0, count: BatchTrees.atOnce * width)
        for first in stride(from: 0, to: combination.trees.count, by: BatchTrees.atOnce) {
            for (index, tree) in combination.trees[first...].prefix(BatchTrees.atOnce).enumerated() {
                leafOfRow.withUnsafeMutableBufferPointer { leafOfRow in
                    guard let start = leafOfRow.baseAddress?.advanced(by: index * width) else { return }
                    RowLoops.leaves(of: tree, ranks, rows: width, into: start)
                }
            }
            sums.withUnsafeMutableBufferPointer { sums in
                leaves.withUnsafeBufferPointer { leaves in
                    guard let start = sums.baseAddress?.advanced(by: rows.lowerBound),
                        let values = leaves.baseAddress?.advanced(by: first * BatchTrees.leafCount)
                    else { return }
                    RowLoops.addFour(values, at: leafOfRow, rows: width, to: start)
                }
            }
        }
    }
}
