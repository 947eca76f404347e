import HarkCore
import HarkScreen

/// The second line: what the list is filtered by, how much is left, the order, and the marks.
enum FilterLine {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        let facts = facts(state)
        let factsWidth = facts.columns
        let isTyping = state.typing == .filter
        let room = area.columns - 3 - (isTyping ? min(factsWidth, area.columns / 3) : factsWidth) - 1
        buffer.write(
            trailing: facts, in: area.split(right: 1).left.split(right: min(factsWidth, area.columns - 4)).right,
            role: .muted)
        let start = area.origin.offset(columns: 3)
        guard let filter = filter(state) else {
            buffer.write(crumb(state), at: area.origin.offset(columns: 1), columns: area.columns - 2)
            return
        }
        buffer.write("/", at: area.origin.offset(columns: 1), role: .key)
        if isTyping, room > 0 {
            let (text, cursor, _) = state.filter.editor.view(columns: room)
            buffer.write(text, at: start, role: .prompt, columns: room)
            buffer.cursor = start.offset(columns: cursor)
            complain(
                state, into: &buffer, after: start.offset(columns: text.columns + 2), until: area.right - factsWidth - 2
            )
        } else {
            let text = filter.isEmpty ? hint(state) : filter
            buffer.write(text, at: start, role: filter.isEmpty ? .muted : .matched, columns: room)
        }
    }

    /// The pane whose filter and order the line shows: that with the keys, or on the desk the list beside it.
    private static func pane(_ state: Dashboard.State) -> Dashboard.Pane {
        if state.focus == .views { return state.viewedPane }
        return state.view == .desk && [.why, .timeline].contains(state.focus) ? state.source : state.focus
    }

    private static func filter(_ state: Dashboard.State) -> String? {
        switch pane(state) {
        case .leads: state.leads.filter
        case .customers: state.customers.filter
        case .help: state.help.words
        default: nil
        }
    }

    private static func hint(_ state: Dashboard.State) -> String {
        switch pane(state) {
        case .help: "a word or a key"
        case .customers: "filter, such as risk>70 or a name"
        default: "filter, such as score>70 stage:proposal"
        }
    }

    private static func complain(
        _ state: Dashboard.State, into buffer: inout Buffer, after point: Point, until right: Int
    ) {
        let error =
            state.focus == .leads
            ? state.leads.filterError : state.focus == .customers ? state.customers.filterError : nil
        if let error { buffer.write(error.message, at: point, role: .error, columns: right - point.column) }
    }

    /// What the screen is about, in place of the filter.
    private static func crumb(_ state: Dashboard.State) -> [Run] {
        if state.view == .log {
            let keys = (undo: state.key(.undo), redo: state.key(.redo))
            return [
                Run("What was done, newest first; \(keys.undo) undoes the last, \(keys.redo) does it again.", .muted)
            ]
        }
        if state.view == .models {
            return [
                Run(
                    "What the models learned, measured on records they did not learn from; "
                        + "\(state.key(.nextPane)) scrolls a chart.", .muted)
            ]
        }
        if state.view == .cohorts {
            let keys = (measure: state.key(.nextMeasure), open: state.key(.open))
            return [
                Run("The newest customers first; \(keys.measure) counts something else, \(keys.open) opens.", .muted)
            ]
        }
        if state.view == .results {
            return [Run("What was found; \(state.key(.open)) opens a record.", .muted)]
        }
        guard state.view == .record else { return [] }
        guard let subject = state.record.subject else { return [] }
        let kind = " \(state.glyphs.bullet) \(subject.reference.kind.rawValue) \(subject.reference.id)"
        let detail = subject.detail.isEmpty ? "" : " \(state.glyphs.bullet) \(subject.detail)"
        return [Run(subject.name, .title), Run(kind + detail, .muted)]
    }

    private static func facts(_ state: Dashboard.State) -> String {
        switch pane(state) {
        case .leads: facts(of: state.leads, state.glyphs)
        case .customers: facts(of: state.customers, state.glyphs)
        case .help: "\(state.key(.escape)) back"
        default: ""
        }
    }

    private static func facts<Row>(of table: Table<Row>, _ glyphs: Glyphs) -> String {
        var parts: [String] = []
        if table.phase == .loaded {
            let whole = table.filter.isEmpty ? nil : table.unfiltered.map { " of \(max($0, table.total).grouped)" }
            parts.append(table.total.grouped + (whole ?? ""))
        } else if table.phase == .loading {
            parts.append("loading")
        }
        let keys = table.sort.map { "\($0.field.rawValue)\($0.descending ? glyphs.down : glyphs.up)" }
        if !keys.isEmpty { parts.append("sort " + keys.joined(separator: " ")) }
        if !table.marks.isEmpty { parts.append("marked \(table.marks.count)") }
        return parts.joined(separator: "   ")
    }
}
