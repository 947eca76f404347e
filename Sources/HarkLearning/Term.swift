/// One summand of a model: a table of scores over the bins of one column, or over the cells of two.
public struct Term: Equatable, Sendable {
    /// A column the term reads, and how its values fall into bins.
    public struct Axis: Equatable, Sendable {
        /// The column's name.
        public let column: String
        /// The column's bins.
        public let binning: Binning
    }

    /// What is known about one cell of the table.
    public struct Cell: Equatable, Sendable {
        /// What falls into the cell, one meaning for each axis.
        public let meanings: [BinMeaning]
        /// What the cell adds to the log-odds.
        public let score: Double
        /// The training rows that fell into the cell.
        public let rows: Int
        /// Those among them with outcome `true`.
        public let positives: Int

        /// The share of positives in the cell; `nil` without rows.
        public var rate: Double? { rows > 0 ? Double(positives) / Double(rows) : nil }
    }

    /// The columns read: one for a main effect, two for a pair.
    public let axes: [Axis]
    /// Log-odds by cell, row-major over the axes.
    public let scores: [Double]
    /// Training rows by cell.
    public let rows: [Int]
    /// Training rows with outcome `true` by cell.
    public let positives: [Int]

    /// The names of the columns, joined by `×`.
    public var name: String { axes.count == 1 ? axes[0].column : axes.map(\.column).joined(separator: " × ") }

    /// Every cell, in the order of ``scores``: the shape of the term, ready to draw.
    public var cells: [Cell] { scores.indices.map(cell(at:)) }

    /// The mean absolute score over the training rows: how much the term matters.
    public var importance: Double {
        let total = rows.reduce(0, +)
        let sum = zip(scores, rows).reduce(0) { $0 + abs($1.0) * Double($1.1) }
        return total > 0 ? sum / Double(total) : 0
    }

    /// The cell a row falls into, whose values are looked up by column name; an absent one is missing.
    public func cell(of row: [String: Value]) -> Cell { cell(at: index(of: row)) }

    func index(of row: [String: Value]) -> Int {
        axes.reduce(0) { $0 * $1.binning.count + $1.binning.bin(of: row[$1.column] ?? .missing) }
    }

    func cell(at index: Int) -> Cell {
        var rest = index
        var meanings: [BinMeaning] = []
        for axis in axes.reversed() {
            meanings.insert(axis.binning.meaning(of: rest % axis.binning.count), at: 0)
            rest /= axis.binning.count
        }
        return Cell(meanings: meanings, score: scores[index], rows: rows[index], positives: positives[index])
    }
}
