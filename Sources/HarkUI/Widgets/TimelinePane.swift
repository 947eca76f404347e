import HarkCore
import HarkLifecycle
import HarkScreen

/// The life of the selected record in letters over a calendar: stages, touches and, where there is room, all lanes.
enum TimelinePane {
    /// Cells before the first column of time, for the lanes' names.
    static let gutter = 9

    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        guard let timeline = state.timeline else { return drawNothing(state, into: &buffer, area) }
        let shown = lanes(timeline)
        drawAxis(timeline, into: &buffer, area)
        for (row, lane) in shown.enumerated() where row + 1 < area.rows {
            draw(lane, timeline, state, into: &buffer, area.row(row + 1))
        }
        drawNow(timeline, into: &buffer, area, rows: shown.count)
        let below = area.split(top: 1 + shown.count).bottom.inset(columns: 1)
        for (row, line) in words(timeline, state).prefix(below.rows).enumerated() {
            buffer.write(line, at: below.origin.offset(rows: row), columns: below.columns)
        }
    }

    /// The lane drawn at a cell.
    static func lane(at point: Point, in area: Rect, _ timeline: TimelineLayout) -> TimelineLane? {
        let shown = lanes(timeline)
        let row = point.row - area.top - 1
        return shown.indices.contains(row) ? shown[row].lane : nil
    }

    /// The lanes drawn: stages and touches always, the others where there is something in them.
    private static func lanes(_ timeline: TimelineLayout) -> [TimelineLayout.Lane] {
        timeline.lanes.filter { $0.lane == .stage || $0.lane == .touch || !$0.isEmpty }
    }

    private static func drawNothing(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        let record = state.record
        let isWaiting = record.subject != nil || state.leads.phase == .loading
        let text = record.failure ?? (isWaiting ? "Reading" : "No record is selected.")
        let role: Role = record.failure == nil ? .muted : .error
        buffer.write(paragraph: text, in: area.inset(columns: 2), role: role)
    }

    private static func drawAxis(_ timeline: TimelineLayout, into buffer: inout Buffer, _ area: Rect) {
        buffer.write(
            timeline.window.zoom.rawValue, at: area.origin.offset(columns: 1), role: .muted, columns: gutter - 1)
        for tick in timeline.ticks where !tick.label.isEmpty {
            buffer.write(tick.label, at: area.origin.offset(columns: gutter + tick.column), role: .muted)
        }
        let signs = timeline.hidden.signs(buffer.glyphs.isASCII ? .ascii : .unicode, columns: timeline.columns)
        buffer.write(signs.left, at: area.origin.offset(columns: gutter), role: .muted)
        let end = gutter + timeline.columns - signs.right.columns
        buffer.write(signs.right, at: area.origin.offset(columns: end), role: .muted)
        if let column = timeline.nowLabelColumn {
            buffer.write("now", at: area.origin.offset(columns: gutter + column), role: .laneNow)
        }
    }

    private static func draw(
        _ lane: TimelineLayout.Lane, _ timeline: TimelineLayout, _ state: Dashboard.State,
        into buffer: inout Buffer, _ area: Rect
    ) {
        let glyphs = buffer.glyphs
        let cursor = state.record.cursor
        buffer.write(lane.lane.rawValue, at: area.origin.offset(columns: 1), role: .muted, columns: gutter - 1)
        let origin = area.origin.offset(columns: gutter)
        for span in lane.spans {
            let stroke = String(repeating: span.isAhead ? glyphs.forecast : glyphs.lane, count: span.columns.count)
            buffer.write(
                stroke, at: origin.offset(columns: span.columns.lowerBound),
                role: span.isAhead ? .laneForecast : .laneStage)
            let holdsCursor = cursor.map(span.indices.contains) == true
            buffer.write(
                span.label, at: origin.offset(columns: span.labelColumn),
                role: holdsCursor ? .selection : span.isAhead ? .laneForecast : .laneStage)
        }
        for mark in lane.marks {
            let holdsCursor = cursor.map(mark.indices.contains) == true
            let role: Role =
                holdsCursor ? .selection : mark.isAhead ? .laneForecast : lane.lane == .risk ? .warning : .laneTouch
            let text = glyphs.isASCII ? String(mark.text.map { $0 == "×" ? "x" : $0 }) : mark.text
            buffer.write(text, at: origin.offset(columns: mark.column), role: role)
        }
    }

    /// The line of the present, wherever no mark needs the cell.
    private static func drawNow(_ timeline: TimelineLayout, into buffer: inout Buffer, _ area: Rect, rows: Int) {
        guard let column = timeline.nowColumn else { return }
        for row in 1..<max(2, min(area.rows, rows + 1)) {
            let point = area.origin.offset(columns: gutter + column, rows: row)
            let role = buffer[point].role
            if role != .laneTouch, role != .selection, role != .warning {
                buffer.write(String(buffer.glyphs.now), at: point, role: .laneNow)
            }
        }
    }

    /// The event under the cursor whole; without a cursor what comes next and what was last; then the legend.
    private static func words(_ timeline: TimelineLayout, _ state: Dashboard.State) -> [[Run]] {
        let legend = timeline.legend.map { [Run("\($0.symbol)", .laneTouch), Run(" \($0.title)", .muted)] }
        let legendLine = Array(legend.joined(separator: [Run("  ")]))
        if let event = state.currentEvent { return [inWords(event, nil, state), legendLine] }
        let next = timeline.events.first { $0.at > state.now }.map { inWords($0, "next", state) }
        let last = timeline.events.last { $0.at <= state.now }.map { inWords($0, "last", state) }
        let lines = [next, last].compactMap { $0 }
        return (lines.isEmpty ? [[Run("Nothing has happened yet.", .muted)]] : lines) + [legendLine]
    }

    private static func inWords(_ event: Event, _ label: String?, _ state: Dashboard.State) -> [Run] {
        let when = "\(event.at.dayAndTime) (\(event.at.age(at: state.now)))"
        return [
            Run(label.map { "\($0): " } ?? "", .muted), Run("\(when)  ", .muted),
            Run(EventLook.of(event.kind).title, .title),
            Run(event.note.map { "  \($0)" } ?? ""),
        ]
    }
}
