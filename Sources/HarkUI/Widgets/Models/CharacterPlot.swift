import HarkCore
import HarkScreen

/// A square of shares, `0...1` both ways, drawn with one sign a cell: axes at the left and below, marks inside.
struct CharacterPlot {
    private let columns: Int
    private let rows: Int
    private var cells: [[Run]]

    /// What stands left of the drawing: the share in percent, and a line.
    private static let gutter = 6

    /// An empty plot that fills `columns` times `rows` cells, with room for its axes.
    init(columns: Int, rows: Int) {
        self.columns = max(columns - CharacterPlot.gutter, 8)
        // Odd, so that the line in the middle is one half.
        let room = max(rows - 1, 3)
        self.rows = room.isMultiple(of: 2) ? room - 1 : room
        cells = Array(repeating: Array(repeating: Run(" "), count: self.columns), count: self.rows)
    }

    /// Marks the cell of a point.
    mutating func mark(_ x: Double, _ y: Double, _ sign: Character, _ role: Role) {
        guard x.isFinite, y.isFinite else { return }
        let column = Int((min(max(x, 0), 1) * Double(columns - 1)).rounded())
        let row = rows - 1 - Int((min(max(y, 0), 1) * Double(rows - 1)).rounded())
        cells[row][column] = Run(String(sign), role)
    }

    /// Marks a point in every column between the points, which are in order of x.
    mutating func line(_ points: [(x: Double, y: Double)], _ sign: Character, _ role: Role) {
        for (start, end) in zip(points, points.dropFirst()) where end.x > start.x {
            let first = Int((start.x * Double(columns - 1)).rounded(.up))
            let last = Int((end.x * Double(columns - 1)).rounded(.down))
            guard first <= last else { continue }
            for column in first...last {
                let x = Double(column) / Double(columns - 1)
                mark(x, start.y + (end.y - start.y) * (x - start.x) / (end.x - start.x), sign, role)
            }
        }
    }

    /// The drawing, a line each, with what the axes are.
    func lines(across: String, glyphs: Glyphs) -> [[Run]] {
        let body = cells.enumerated().map { row, cells -> [Run] in
            let share = Double(rows - 1 - row) / Double(rows - 1)
            let isLabelled = row == 0 || row == rows - 1 || row == (rows - 1) / 2
            let label = isLabelled ? share.percent.leftPadded(to: 4) : "    "
            return [Run("\(label) \(glyphs.now)", .muted)] + cells
        }
        let middle = String(repeating: " ", count: max(0, columns - 8 - across.columns))
        return body + [[Run("      0%\(middle) \(across) 100%", .muted)]]
    }
}
