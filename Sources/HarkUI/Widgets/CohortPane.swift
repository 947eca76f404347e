import HarkCore
import HarkLifecycle
import HarkScreen

/// Customers as rows, weeks since their sign-up as columns, the darker the busier.
enum CohortPane {
    /// Names of columns above the customers; the mean, the legend, and who is not shown below.
    static func linesAround(_ grid: CohortGrid?) -> Int { grid?.unseen == nil ? 3 : 4 }

    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        guard let grid = state.cohorts.grid, area.rows > linesAround(state.cohorts.grid) else {
            let failure = state.cohorts.failure
            buffer.write(
                paragraph: failure ?? "Reading", in: area.inset(columns: 2), role: failure == nil ? .muted : .error)
            return
        }
        guard !grid.rows.isEmpty else {
            _ = buffer.write(
                paragraph: "There is no customer whose first day is known.", in: area.inset(columns: 2), role: .text)
            return
        }
        let strokes: CohortGrid.Strokes = buffer.glyphs.isASCII ? .ascii : .unicode
        let columns = Columns(area)
        let week = state.cohorts.week
        columns.write("CUSTOMER", "SINCE", into: &buffer, area.row(0), role: .muted)
        columns.write(CohortGrid.scale(from: week, columns: columns.weeks), into: &buffer, area.row(0), role: .muted)
        let rows = area.rows - linesAround(grid)
        for (line, row) in grid.rows.dropFirst(state.cohorts.top).prefix(rows).enumerated() {
            let place = area.row(line + 1)
            let name = SafeText(row.record.name, .list, asciiMarks: buffer.glyphs.isASCII).string
            let isSelected = state.cohorts.top + line == state.cohorts.selection
            columns.write(
                name, String(row.since.description.prefix(7)), into: &buffer, place,
                role: isSelected ? .selection : .text)
            let cells = grid.cells(of: row, from: week, columns: columns.weeks, strokes)
            columns.write(cells, into: &buffer, place, role: row.hasLeft ? .muted : .laneTouch)
            if isSelected { buffer.write(String(buffer.glyphs.pointer), at: place.origin, role: .selection) }
        }
        let end = area.row(min(grid.rows.count, rows) + 1)
        columns.write("mean", "", into: &buffer, end, role: .title)
        let means = grid.meanCells(from: week, columns: columns.weeks, strokes)
        columns.write(means, into: &buffer, end, role: .laneTouch)
        let last = area.row(end.top - area.top + 1)
        buffer.write(
            grid.legend(strokes), at: last.origin.offset(columns: 2), role: .muted, columns: area.columns - 3)
        guard let unseen = grid.unseen else { return }
        let below = last.origin.offset(columns: 2, rows: 1)
        buffer.write(unseen, at: below, role: .muted, columns: area.columns - 3)
    }

    /// The words above the pane, and the selected customer in words for those who do not see it.
    static func spoken(_ cohorts: Dashboard.CohortState) -> String {
        guard let row = cohorts.selected else {
            return cohorts.failure ?? (cohorts.grid == nil ? "reading" : "empty list")
        }
        let place = "\(cohorts.selection + 1) of \(cohorts.count)"
        let weeks = row.counts.map(String.init).joined(separator: " ")
        let end = row.hasLeft ? ", then it left" : ""
        return "\(place), \(row.record.name), since \(row.since), \(cohorts.measure.rawValue) by week: \(weeks)\(end)"
    }

    /// Where the parts of a line stand.
    private struct Columns {
        let name: Int
        let weeks: Int

        init(_ area: Rect) {
            name = max(8, min(28, area.columns / 4))
            weeks = max(1, area.columns - name - 13)
        }

        func write(_ name: String, _ since: String, into buffer: inout Buffer, _ row: Rect, role: Role) {
            let fitted = name.fitted(to: self.name, ellipsis: buffer.glyphs.ellipsis)
            buffer.write("\(fitted) \(since)", at: row.origin.offset(columns: 2), role: role)
        }

        func write(_ cells: String, into buffer: inout Buffer, _ row: Rect, role: Role) {
            buffer.write(cells, at: row.origin.offset(columns: name + 12), role: role)
        }
    }
}
