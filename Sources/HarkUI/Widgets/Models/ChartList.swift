import HarkCore
import HarkScreen

/// The charts there are of each model, to choose from.
enum ChartList {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        let models = state.models
        guard !models.entries.isEmpty else {
            let text = models.failure ?? (models.isLoaded ? "There is no model." : "Reading")
            buffer.write(
                paragraph: text, in: area.inset(columns: 2), role: models.failure == nil ? .muted : .error)
            return
        }
        for line in 0..<max(0, min(area.rows, models.entries.count - models.top)) {
            let index = models.top + line
            let row = area.row(line)
            let entry = models.entries[index]
            let isHead = entry.chart == .quality
            let start = row.origin.offset(columns: isHead ? 2 : 4)
            let title = models.reports[entry.report].title(of: entry.chart)
            buffer.write(
                SafeText(title, .list).string, at: start, role: isHead ? .title : .text,
                columns: row.right - start.column - 1)
            guard index == models.selection else { continue }
            buffer.write(String(buffer.glyphs.pointer), at: row.origin)
            buffer.paint(row, role: state.focus == .charts ? .selection : .restingSelection)
        }
    }
}
