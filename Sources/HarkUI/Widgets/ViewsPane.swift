import HarkCore
import HarkScreen

/// The views kept, then how many leads there are of each priority, status, source and owner.
enum ViewsPane {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        let views = state.views
        for line in 0..<max(0, min(area.rows, views.lines.count - views.top)) {
            let index = views.top + line
            draw(views.lines[index], state, into: &buffer, area.row(line))
            guard index == views.selectedLine, state.focus == .views else { continue }
            buffer.write(String(buffer.glyphs.pointer), at: area.row(line).origin)
            buffer.paint(area.row(line), role: .selection)
        }
    }

    private static func draw(
        _ line: Dashboard.ViewsState.Line, _ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect
    ) {
        let start = area.origin.offset(columns: 2)
        switch line {
        case .heading(let text): buffer.write(text, at: area.origin.offset(columns: 1), role: .title)
        case .hint(let text): buffer.write(text, at: start, role: .muted, columns: area.columns - 3)
        case .view(let view):
            let table = view.kind == .customer ? state.customers.filter : state.leads.filter
            let role: Role = table == view.filter ? .matched : .text
            buffer.write(view.name, at: start, role: role, columns: area.columns - 3)
        case .value(let field, let value):
            let count = value.count.grouped
            let room = area.columns - 4 - count.columns
            let isOn = state.leads.filter == Condition(field, .equals, .text(value.value)).filterText
            let name = field == .owner || field == .source ? value.value : value.value.capitalised
            buffer.write(name, at: start, role: isOn ? .matched : .text, columns: room)
            buffer.write(trailing: count, in: area.split(right: 1).left, role: .muted)
        }
    }
}
