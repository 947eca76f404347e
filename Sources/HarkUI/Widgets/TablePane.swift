import HarkCore
import HarkScreen

/// Draws any list of records: names of columns, rows, the selected one, the marks, or why there is nothing.
enum TablePane {
    /// What an empty list says.
    struct Words {
        let loading: String
        let empty: String
        let emptyHint: String
    }

    static func draw<Row>(
        _ table: Table<Row>, _ columns: [Column<Row>], _ words: Words, _ state: Dashboard.State,
        into buffer: inout Buffer, _ slot: Layout.Slot
    ) {
        let layout = ColumnLayout(columns, columns: slot.list.columns)
        if Layout.tables.contains(slot.pane) {
            layout.drawTitles(into: &buffer, slot.body.row(0), sort: table.sort)
        }
        guard table.phase == .loaded, table.total > 0 else {
            return drawNothing(table, words, state, into: &buffer, slot.list)
        }
        for line in 0..<min(slot.list.rows, table.total - table.top) {
            let index = table.top + line
            let area = slot.list.row(line)
            if let row = table[index] {
                layout.draw(row, state, into: &buffer, area)
                if table.isMarked(row.reference) {
                    buffer.paint(area, role: .marked)
                    buffer.write(String(buffer.glyphs.mark), at: area.origin.offset(columns: 1), role: .marked)
                }
            } else {
                buffer.write(String(buffer.glyphs.ellipsis), at: area.origin.offset(columns: 3), role: .muted)
            }
            guard index == table.selection else { continue }
            let hasKeys = slot.pane == state.focus
            buffer.write(String(buffer.glyphs.pointer), at: area.origin, columns: area.columns)
            buffer.paint(area, role: hasKeys ? .selection : .restingSelection)
        }
    }

    private static func drawNothing<Row>(
        _ table: Table<Row>, _ words: Words, _ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect
    ) {
        let (text, hint, role): (String, String, Role) =
            switch table.phase {
            case .loading: (words.loading, "", .muted)
            case .failed(let reason): (reason, "\(state.key(.reload)) tries again", .error)
            case .loaded where !table.filter.isEmpty:
                ("Nothing matches the filter.", "\(state.key(.escape)) takes it away", .text)
            case .loaded: (words.empty, words.emptyHint, .text)
            }
        let inner = area.inset(columns: 2)
        guard inner.rows > 0, inner.columns > 0 else { return }
        let used = buffer.write(paragraph: text, in: inner, role: role)
        buffer.write(paragraph: hint, in: inner.split(top: used).bottom, role: .muted)
    }
}
