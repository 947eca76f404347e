import HarkCore
import HarkScreen

/// One column of a table: its name, its width, and what stands in it.
struct Column<Row: Sendable>: Sendable {
    let title: String
    /// What a click on the name sorts by.
    let field: Field?
    /// The cells it needs.
    let width: Int
    /// The cells it takes where there is room.
    let widest: Int
    /// How soon it goes where there is none; 0 stays whatever happens.
    let rank: Int
    let align: Alignment
    let text: @Sendable (Row, Dashboard.State) -> [Run]

    init(
        _ title: String, _ field: Field? = nil, width: Int, widest: Int? = nil, rank: Int,
        align: Alignment = .leading, _ text: @escaping @Sendable (Row, Dashboard.State) -> [Run]
    ) {
        self.title = title
        self.field = field
        self.width = width
        self.widest = widest ?? width
        self.rank = rank
        self.align = align
        self.text = text
    }
}

/// Where the columns of a table stand.
struct ColumnLayout<Row: Sendable>: Sendable {
    private(set) var places: [(column: Column<Row>, start: Int, width: Int)] = []

    /// Cells before the first column, for the pointer and the mark.
    static var gutter: Int { 2 }
    /// Cells between columns.
    private static var gap: Int { 2 }

    /// Takes the columns that fit into `columns` cells: those that stay, then the others by rank; what is left over
    /// widens those that can grow, in their order.
    init(_ all: [Column<Row>], columns: Int) {
        let room = columns - Self.gutter
        var taken = all.filter { $0.rank == 0 }.map(\.width)
        var used = taken.reduce(0, +) + Self.gap * max(0, taken.count - 1)
        var limit = 0
        for column in all.filter({ $0.rank > 0 }).sorted(by: { $0.rank < $1.rank }) {
            guard used + Self.gap + column.width <= room else { break }
            used += Self.gap + column.width
            limit = column.rank
        }
        let chosen = all.filter { $0.rank <= limit }
        taken = chosen.map(\.width)
        var spare = room - used
        for (index, column) in chosen.enumerated() where column.widest > column.width {
            let more = spare > 0 ? min(spare, column.widest - column.width) : column.rank == 0 ? max(spare, 4 - column.width) : 0
            taken[index] += more
            spare -= more
        }
        var start = Self.gutter
        for (column, width) in zip(chosen, taken) {
            places.append((column, start, width))
            start += width + Self.gap
        }
    }

    /// The column at a cell of the row, counted from its left end.
    func column(at cell: Int) -> Column<Row>? {
        places.last { $0.start <= cell }?.column
    }

    /// Draws the names of the columns; the one sorted by carries an arrow.
    func drawTitles(into buffer: inout Buffer, _ area: Rect, sort: [SortKey]) {
        buffer.fill(area, role: .header)
        for (column, start, width) in places {
            var title = column.title
            if let key = sort.first, key.field == column.field {
                title += String(key.descending ? buffer.glyphs.down : buffer.glyphs.up)
            }
            let room = min(width, area.columns - start)
            buffer.write(
                title.fitted(to: max(0, room), align: column.align, ellipsis: buffer.glyphs.ellipsis),
                at: area.origin.offset(columns: start), role: .header, columns: room)
        }
    }

    /// Draws one row.
    func draw(_ row: Row, _ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        for (column, start, width) in places {
            let runs = column.text(row, state)
            let used = runs.reduce(0) { $0 + SafeText($1.text, .list, asciiMarks: buffer.glyphs.isASCII).string.columns }
            let shift = column.align == .trailing ? max(0, width - used) : 0
            let room = min(width - shift, area.columns - start - shift)
            buffer.write(runs, at: area.origin.offset(columns: start + shift), columns: room)
        }
    }
}
