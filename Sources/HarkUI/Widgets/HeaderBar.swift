import HarkScreen

/// The top line: the program, whose desk it is, and the screens by number.
enum HeaderBar {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        buffer.fill(area, role: .header)
        let tabs = tabs(in: area)
        let room = (tabs.first?.area.left ?? area.right) - area.left - 1
        let options = state.options
        let who = options.role.isEmpty ? options.user : "\(options.user) (\(options.role))"
        buffer.write(
            " HARK  \(options.tenant) \(state.glyphs.bullet) \(who)", at: area.origin, role: .header, columns: room)
        for tab in tabs {
            let role: Role = tab.view == state.view ? .selection : .header
            buffer.write(tab.text, at: tab.area.origin, role: role)
        }
    }

    /// The screen whose tab is at a cell.
    static func view(at point: Point, in area: Rect, _ state: Dashboard.State) -> Dashboard.View? {
        tabs(in: area).first { $0.area.contains(point) }?.view
    }

    private struct Tab {
        let view: Dashboard.View
        let text: String
        let area: Rect
    }

    private static func tabs(in area: Rect) -> [Tab] {
        guard area.columns >= 60, area.rows > 0 else { return [] }
        let views = Dashboard.View.numbered
        let texts = views.enumerated().map { " \($0.offset + 1) \($0.element.title) " }
        var column = area.right - texts.reduce(0) { $0 + $1.columns }
        return zip(views, texts).map { view, text in
            defer { column += text.columns }
            return Tab(
                view: view, text: text, area: Rect(column: column, row: area.top, columns: text.columns, rows: 1))
        }
    }
}
