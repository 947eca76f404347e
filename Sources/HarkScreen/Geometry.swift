/// A width and a height in terminal cells.
public struct Size: Hashable, Sendable {
    /// Cells from left to right, never negative.
    public var columns: Int
    /// Cells from top to bottom, never negative.
    public var rows: Int

    /// Makes a size; negative extents become 0.
    public init(columns: Int, rows: Int) {
        self.columns = max(0, columns)
        self.rows = max(0, rows)
    }

    /// How many cells there are.
    public var area: Int { columns * rows }
}

/// A cell's position, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
    /// Cells from the left edge; negative is off screen.
    public var column: Int
    /// Cells from the top edge; negative is off screen.
    public var row: Int

    /// Makes a position.
    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// The top left cell.
    public static let zero = Point(column: 0, row: 0)

    /// The point moved right by `columns` and down by `rows`.
    public func offset(columns: Int = 0, rows: Int = 0) -> Point {
        Point(column: column + columns, row: row + rows)
    }
}

/// An upright area of cells; `right` and `bottom` are exclusive.
public struct Rect: Hashable, Sendable {
    /// The top left cell.
    public var origin: Point
    /// The extent, possibly empty.
    public var size: Size

    /// Makes an area from its corner and extent.
    public init(origin: Point, size: Size) {
        self.origin = origin
        self.size = size
    }

    /// Makes an area from four numbers; negative extents become 0.
    public init(column: Int, row: Int, columns: Int, rows: Int) {
        self.init(origin: Point(column: column, row: row), size: Size(columns: columns, rows: rows))
    }

    /// The area of a whole screen of `size`.
    public init(_ size: Size) { self.init(origin: .zero, size: size) }

    /// The first column inside.
    public var left: Int { origin.column }
    /// The first row inside.
    public var top: Int { origin.row }
    /// The first column beyond the right edge.
    public var right: Int { origin.column + size.columns }
    /// The first row beyond the bottom edge.
    public var bottom: Int { origin.row + size.rows }
    /// The width in cells.
    public var columns: Int { size.columns }
    /// The height in cells.
    public var rows: Int { size.rows }
    /// Whether no cell lies inside.
    public var isEmpty: Bool { columns == 0 || rows == 0 }

    /// Whether `point` lies inside.
    public func contains(_ point: Point) -> Bool {
        point.column >= left && point.column < right && point.row >= top && point.row < bottom
    }

    /// The cells of both areas; empty, at this area's corner, where they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let column = max(left, other.left)
        let row = max(top, other.top)
        let shared = Rect(
            column: column, row: row, columns: min(right, other.right) - column, rows: min(bottom, other.bottom) - row)
        return shared.isEmpty ? Rect(origin: origin, size: Size(columns: 0, rows: 0)) : shared
    }
}
