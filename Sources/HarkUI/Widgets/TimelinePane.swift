import HarkCore
import HarkLifecycle
import HarkScreen

/// The life of the selected record in letters over a calendar: stages, touches and, where there is room, all lanes.
enum TimelinePane {
    /// Cells before the first column of time, for the lanes' names.
    static let gutter = 9

    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        guard let timeline = state.timeline else { return drawNothing(state, into: &buffer, area) }
        let (axis, rest) = area.split(top: 1)
        drawAxis(timeline, into: &buffer, axis)
        var below = drawLanes(timeline, cursor: state.record.cursor, into: &buffer, rest)
        if let other = state.companion { below = draw(other, state, into: &buffer, below) }
        below = below.inset(columns: 1)
        for (row, line) in words(timeline, state, columns: below.columns).prefix(below.rows).enumerated() {
            buffer.write(line, at: below.origin.offset(rows: row), columns: below.columns)
        }
    }

    /// Draws the record compared with, its name over it.
    ///
    /// - Returns: What is left below.
    private static func draw(
        _ other: Dashboard.RecordState, _ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect
    ) -> Rect {
        let (head, rest) = area.split(top: 1)
        let name = SafeText(other.subject?.name ?? "", .list, asciiMarks: buffer.glyphs.isASCII).string
        buffer.write([Run(" \(name)", .title)], at: head.origin, columns: head.columns)
        guard let timeline = state.companionTimeline else {
            buffer.write("Reading", at: rest.origin.offset(columns: 1), role: .muted)
            return rest.split(top: 1).bottom
        }
        return drawLanes(timeline, cursor: nil, into: &buffer, rest)
    }

    /// Draws the lanes that are shown, and the line of the present through them.
    ///
    /// - Returns: What is left below.
    private static func drawLanes(
        _ timeline: TimelineLayout, cursor: Int?, into buffer: inout Buffer, _ area: Rect
    ) -> Rect {
        let shown = lanes(timeline).prefix(area.rows)
        for (row, lane) in shown.enumerated() { draw(lane, cursor: cursor, into: &buffer, area.row(row)) }
        drawNow(timeline, into: &buffer, area.split(top: shown.count).top)
        return area.split(top: shown.count).bottom
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
        _ lane: TimelineLayout.Lane, cursor: Int?, into buffer: inout Buffer, _ area: Rect
    ) {
        let glyphs = buffer.glyphs
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
    private static func drawNow(_ timeline: TimelineLayout, into buffer: inout Buffer, _ area: Rect) {
        guard let column = timeline.nowColumn else { return }
        for row in 0..<area.rows {
            let point = area.origin.offset(columns: gutter + column, rows: row)
            let role = buffer[point].role
            if role != .laneTouch, role != .selection, role != .warning {
                buffer.write(String(buffer.glyphs.now), at: point, role: .laneNow)
            }
        }
    }

    /// The event under the cursor whole and what changed then; without a cursor what comes next and what was last;
    /// then the legend.
    private static func words(_ timeline: TimelineLayout, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        let shown = TimelineLayout.legend(of: [timeline, state.companionTimeline].compactMap(\.self))
        let legend = shown.map { [Run("\($0.symbol)", .laneTouch), Run(" \($0.title)", .muted)] }
        let legendLine = Array(legend.joined(separator: [Run("  ")]))
        if let event = state.currentEvent {
            let arrow = state.glyphs.isASCII ? "->" : "→"
            let changes = (state.currentDetail?.changes(arrow: arrow) ?? []).flatMap { change in
                SafeText(change, .line).string.wrapped(to: columns).map { [Run($0, .title)] }
            }
            return whole(event, state, columns: columns) + changes + [legendLine]
        }
        let next = timeline.events.first { $0.at > state.now }.map { inWords($0, "next", state) }
        let last = timeline.events.last { $0.at <= state.now }.map { inWords($0, "last", state) }
        let lines = [next, last].compactMap { $0 }
        return (lines.isEmpty ? [[Run("Nothing has happened yet.", .muted)]] : lines) + [legendLine]
    }

    /// An event with its whole note: on one line where it fits or nothing but the timeline is there to be read.
    private static func whole(_ event: Event, _ state: Dashboard.State, columns: Int) -> [[Run]] {
        let line = inWords(event, nil, state)
        let isCut = line.reduce(0) { $0 + $1.text.columns } > columns
        guard state.isZoomed, isCut, let note = event.note else { return [line] }
        return [Array(line.dropLast())] + SafeText(note, .line).string.wrapped(to: columns).map { [Run($0)] }
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
