/// The curve of one column, or the surface of two: what a model adds to the log-odds by value, ready to draw.
public struct Shape: Equatable, Sendable {
    /// One side of the drawing.
    public struct Axis: Equatable, Sendable {
        /// The column.
        public let column: String
        /// Whether its bins have an order.
        public let kind: Column.Kind
        /// What falls into each bin; the first is always "missing".
        public let bins: [BinMeaning]
    }

    /// One axis for a curve, two for a surface.
    public let axes: [Axis]
    /// Shape `[bins]` for a curve, `[bins of the first][bins of the second]` row-major for a surface; in log-odds.
    public let scores: [Double]
    /// The training rows by bin or cell, in the order of ``scores``.
    public let rows: [Int]
    /// The share of positives among them; `nil` without rows.
    public let rates: [Double?]
    /// The mean absolute score over the training rows.
    public let importance: Double

    /// The column's name, or both joined by `×`.
    public var name: String { axes.map(\.column).joined(separator: " × ") }

    /// The lowest and the highest score that a training row has.
    public var range: ClosedRange<Double> {
        let seen = zip(scores, rows).filter { $0.1 > 0 }.map(\.0)
        return (seen.min() ?? 0)...(seen.max() ?? 0)
    }

    /// The drawing of a term.
    public init(_ term: Term) {
        axes = term.axes.map { axis in
            Axis(
                column: axis.column, kind: axis.binning.kind,
                bins: (0..<axis.binning.count).map { axis.binning.meaning(of: $0) })
        }
        scores = term.scores
        rows = term.rows
        rates = zip(term.rows, term.positives).map { $0 > 0 ? Double($1) / Double($0) : nil }
        importance = term.importance
    }
}

extension Model {
    /// Every term as a drawing, most important first; ties in the model's order.
    public var shapes: [Shape] {
        let shapes = terms.map(Shape.init)
        return shapes.indices.sorted { (shapes[$1].importance, $0) < (shapes[$0].importance, $1) }.map { shapes[$0] }
    }
}
