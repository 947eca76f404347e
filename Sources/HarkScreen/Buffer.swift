/// A picture of the screen: a grid of cells, drawn on as a value and painted by a ``Terminal``.
///
/// Drawing outside the grid is cut off silently. All text is made safe on its way in, so no cell ever holds a
/// control character.
public struct Buffer: Hashable, Sendable {
    /// The extent of the grid.
    public let size: Size
    /// The signs lines and cut texts are drawn with.
    public let glyphs: Glyphs
    /// All cells, row by row: shape `[rows × columns]`.
    public internal(set) var cells: [Cell]
    /// Where the terminal's cursor shows; hidden if `nil`.
    public var cursor: Point?

    /// Makes an empty picture.
    public init(_ size: Size, glyphs: Glyphs = .unicode) {
        self.size = size
        self.glyphs = glyphs
        cells = Array(repeating: .blank, count: size.area)
    }

    /// The whole area.
    public var bounds: Rect { Rect(size) }

    /// The cell at `point`, or a blank one outside the grid.
    public subscript(point: Point) -> Cell {
        bounds.contains(point) ? cells[point.row * size.columns + point.column] : .blank
    }

    /// The cells of one row, left to right.
    ///
    /// - Precondition: `row` is on the grid.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// Puts `character` at `point` if it fits whole; the other half of a wide grapheme it covers turns blank.
    ///
    /// - Returns: The columns the grapheme takes, drawn or not.
    @discardableResult
    mutating func put(_ character: Character, at point: Point, role: Role) -> Int {
        let width = character.columns
        let last = point.offset(columns: width - 1)
        guard width > 0, bounds.contains(point), bounds.contains(last) else { return width }
        let index = point.row * size.columns + point.column
        if cells[index].width == 0 { cells[index - 1] = Cell(" ", role: cells[index - 1].role) }
        let after = index + width
        if cells[after - 1].width == 2 { cells[after] = Cell(" ", role: cells[after].role) }
        cells[index] = Cell(character, role: role, width: UInt8(width))
        if width == 2 { cells[index + 1] = Cell(" ", role: role, width: 0) }
        return width
    }
}
