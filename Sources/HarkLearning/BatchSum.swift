/// The sum of all terms for many rows: block by block, so that what is at hand stays in the processor's cache.
struct BatchSum {
    private static let blockSize = 2048

    private let rowCount: Int
    private let readers: [BinReader]
    private let summands: [Summand]
    private let trees: BatchTrees?

    /// - Throws: ``LearningError/missingColumn(_:)`` and ``LearningError/wrongKind(column:)``.
    init(_ terms: [Term], _ combination: Combination?, of table: Table) throws(LearningError) {
        var axes: [Term.Axis] = []
        var readers: [BinReader] = []
        func place(of axis: Term.Axis) throws(LearningError) -> Int {
            if let place = axes.firstIndex(of: axis) { return place }
            guard let column = table[axis.column] else { throw .missingColumn(axis.column) }
            axes.append(axis)
            readers.append(try BinReader(column, axis.binning))
            return axes.count - 1
        }
        summands = try terms.map { term throws(LearningError) in
            let places = try term.axes.map(place)
            return Summand(axes: places, binCounts: term.axes.map(\.binning.count), scores: term.scores)
        }
        trees = try combination.map { combination throws(LearningError) in
            BatchTrees(
                combination, places: try combination.axes.map { axis throws(LearningError) in try place(of: axis.axis) }
            )
        }
        self.readers = readers
        rowCount = table.rowCount
    }

    /// Shape `[rows]`: `start` plus the terms' scores, added in the terms' order.
    func added(to start: Double) -> [Double] {
        var sums = [Double](repeating: start, count: rowCount)
        var bins = [[UInt16]](repeating: Array(repeating: 0, count: BatchSum.blockSize), count: readers.count)
        for first in stride(from: 0, to: rowCount, by: BatchSum.blockSize) {
            let rows = first..<min(first + BatchSum.blockSize, rowCount)
            for (place, reader) in readers.enumerated() { reader.read(rows, into: &bins[place]) }
            for summand in summands { summand.add(to: &sums, rows, bins) }
            trees?.add(to: &sums, rows, bins)
        }
        return sums
    }
}

/// A term with its axes by their place among the readers.
private struct Summand {
    let axes: [Int]
    let binCounts: [Int]
    let scores: [Double]

    /// Adds the scores of `rows` to their sums; `bins` hold each reader's bins of these rows.
    func add(to sums: inout [Double], _ rows: Range<Int>, _ bins: [[UInt16]]) {
        let first = bins[axes[0]]
        guard axes.count > 1 else {
            for row in rows { sums[row] += scores[Int(first[row - rows.lowerBound])] }
            return
        }
        let second = bins[axes[1]]
        for row in rows {
            let place = row - rows.lowerBound
            sums[row] += scores[Int(first[place]) * binCounts[1] + Int(second[place])]
        }
    }
}
