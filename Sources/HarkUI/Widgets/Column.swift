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
    /// What stands in a row's cell of the given width.
    let text: @Sendable (_ row: Row, _ state: Dashboard.State, _ width: Int) -> [Run]

    init(
        _ title: String, _ field: Field? = nil, width: Int, widest: Int? = nil, rank: Int,
        align: Alignment = .leading,
        _ text: @escaping @Sendable (_ row: Row, _ state: Dashboard.State, _ width: Int) -> [Run]
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

/// Columns of any table, for choosing among them.
protocol ChosenByName {
    var name: String { get }
    var rank: Int { get }
}

extension Column: ChosenByName {
    /// The title as one types it.
    var name: String { String(title.lowercased().map { $0 == " " ? "-" : $0 }) }
}

extension Array where Element: ChosenByName {
    /// The names of the columns that can be left out, the most useful first.
    var optionalNames: [String] { filter { $0.rank > 0 }.sorted { $0.rank < $1.rank }.map(\.name) }

    /// The columns that always stay and those named; all where none are.
    func chosen(_ names: [String]?) -> [Element] {
        guard let names else { return self }
        return filter { $0.rank == 0 || names.contains($0.name) }
    }
}

/// Where the columns of a table stand.
struct ColumnLayout<Row: Sendable>: Sendable {
    private(set) var places: [(column: Column<Row>, start: Int, width: Int)] = []

    /// Cells before the first column, for the pointer and the mark.
    static var gutter: Int { 2 }

    /// Takes the columns that fit into `columns` cells: those that stay, then the others by rank; what is left over
    /// widens those that can grow, in their order.
    init(_ all: [Column<Row>], columns: Int) {
        let gap = columns < 40 ? 1 : 2
        let room = columns - Self.gutter - 1
        var used = all.filter { $0.rank == 0 }.reduce(-gap) { $0 + $1.width + gap }
        var limit = 0
        for column in all.filter({ $0.rank > 0 }).sorted(by: { $0.rank < $1.rank }) {
            guard used + gap + column.width <= room else { break }
            used += gap + column.width
            limit = column.rank
        }
        var start = Self.gutter
        for (column, width) in Self.widened(all.filter { $0.rank <= limit }, spare: room - used) {
            places.append((column, start, width))
            start += width + gap
        }
    }

    /// Columns with their widths when `spare` cells are left over, or lacking if negative.
    private static func widened(_ chosen: [Column<Row>], spare: Int) -> [(Column<Row>, Int)] {
        var widths = chosen.map(\.width)
        var spare = spare
        // Cell by cell in turn, so that no column grows at the cost of another.
        while spare > 0,
            let index = chosen.indices.filter({ widths[$0] < chosen[$0].widest }).min(by: {
                widths[$0] - chosen[$0].width < widths[$1] - chosen[$1].width
            })
        {
            widths[index] += 1
            spare -= 1
        }
        for (index, column) in chosen.enumerated() where spare < 0 && column.widest > column.width {
            let width = max(4, column.width + spare)
            spare += column.width - width
            widths[index] = width
        }
        return Array(zip(chosen, widths))
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
            // The last name may use the margin, for it has no neighbour.
            let isLast = start == places.last?.start
            let room = isLast ? area.columns - start : min(width, area.columns - start)
            let shift = column.align == .trailing ? max(0, width - title.columns) : 0
            buffer.write(title, at: area.origin.offset(columns: start + shift), role: .header, columns: room - shift)
        }
    }

    /// Draws one row.
    func draw(_ row: Row, _ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        for (column, start, width) in places {
            let runs = column.text(row, state, width)
            var shift = 0
            if column.align == .trailing {
                let used = runs.reduce(0) {
                    $0 + SafeText($1.text, .list, asciiMarks: buffer.glyphs.isASCII).string.columns
                }
                shift = max(0, width - used)
            }
            let room = min(width - shift, area.columns - start - shift)
            buffer.write(runs, at: area.origin.offset(columns: start + shift), columns: room)
        }
    }
}
