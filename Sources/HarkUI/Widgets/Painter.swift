import HarkScreen

/// Paints a state: the frame between the panes, then each pane in its place.
struct Painter {
    private let state: Dashboard.State
    private let layout: Layout

    init(_ state: Dashboard.State) {
        var state = state
        // On the desk the panes change once, when all is known: no flicker, and few bytes while a key is held.
        let waits = state.record.subject != nil && state.record.detail == nil && state.record.failure == nil
        if state.view == .desk, waits, state.lastShown.detail != nil { state.record = state.lastShown }
        self.state = state
        layout = Layout(state)
    }

    /// The whole screen.
    func painted() -> Buffer {
        var buffer = Buffer(state.size, glyphs: state.glyphs)
        guard !state.isTooSmall else {
            SizeNotice.draw(state, into: &buffer)
            return buffer
        }
        if !state.isBare {
            HeaderBar.draw(state, into: &buffer, layout.header)
            FilterLine.draw(state, into: &buffer, layout.filter)
            frame(&buffer)
        }
        for slot in layout.slots { draw(slot, &buffer) }
        if !layout.recent.isEmpty { LogScreen.drawRecent(state, into: &buffer, layout.recent.split(top: 1).bottom) }
        PromptPane.draw(state, into: &buffer, layout.prompt.split(top: 1).bottom)
        Footer.draw(state, into: &buffer, layout.footer)
        return buffer
    }

    /// The text of a pane that scrolls by lines.
    func lines(of pane: Dashboard.Pane) -> [[Run]] {
        let columns = (layout.body(of: pane)?.columns ?? 0) - 2
        return switch pane {
        case .fields: FieldsPane.lines(state, columns: columns)
        case .why: WhyPane.lines(state, columns: columns)
        case .help: HelpScreen.lines(state, columns: columns)
        case .chart: ModelChart.lines(state, columns: columns, rows: layout.body(of: pane)?.rows ?? 0)
        default: []
        }
    }

    private func draw(_ slot: Layout.Slot, _ buffer: inout Buffer) {
        switch slot.pane {
        case .views: ViewsPane.draw(state, into: &buffer, slot.body)
        case .leads: LeadList.draw(state, into: &buffer, slot)
        case .customers: RiskList.draw(state, into: &buffer, slot)
        case .results: ResultList.draw(state, into: &buffer, slot)
        case .log: LogScreen.draw(state, into: &buffer, slot.body)
        case .timeline: TimelinePane.draw(state, into: &buffer, slot.body)
        case .fields: draw(lines(of: .fields), from: state.record.fieldsTop, into: &buffer, slot.body)
        case .why: draw(lines(of: .why), from: state.record.whyTop, into: &buffer, slot.body)
        case .help: draw(lines(of: .help), from: state.help.top, into: &buffer, slot.body)
        case .charts: ChartList.draw(state, into: &buffer, slot.body)
        case .cohorts: CohortPane.draw(state, into: &buffer, slot.body)
        case .chart: draw(lines(of: .chart), from: state.models.chartTop, into: &buffer, slot.body)
        }
    }

    private func draw(_ lines: [[Run]], from top: Int, into buffer: inout Buffer, _ area: Rect) {
        let start = max(0, min(top, lines.count - area.rows))
        for (row, line) in lines.dropFirst(start).prefix(area.rows).enumerated() {
            buffer.write(line, at: area.origin.offset(columns: 1, rows: row), columns: area.columns - 2)
        }
        if lines.count > start + area.rows, area.rows > 0, area.columns > 2 {
            let corner = Point(column: area.right - 1, row: area.bottom - 1)
            buffer.write(String(state.glyphs.down), at: corner, role: .muted)
        }
    }

    /// The lines between the panes, then their titles; the line over the pane with the keys stands out.
    private func frame(_ buffer: inout Buffer) {
        let areas = (layout.slots.map(\.area) + [layout.prompt, layout.recent]).filter { !$0.isEmpty }
        // A line that starts at the side of another has to be drawn after it, or it would seem to cross it.
        let inner = areas.filter { area in
            areas.contains { $0.left == area.left && $0.bottom == area.top && area.left > 0 }
        }
        for area in areas where !inner.contains(area) { drawTop(of: area, &buffer) }
        for area in areas where area.left > 0 {
            let reaches = areas.contains { $0.top == area.bottom }
            buffer.line(at: Point(column: area.left - 1, row: area.top), rows: area.rows + (reaches ? 1 : 0))
        }
        for area in inner { drawTop(of: area, &buffer) }
        for slot in layout.slots { title(slot, &buffer) }
        if !layout.recent.isEmpty { title([Run("Done lately", .muted)], layout.recent, &buffer) }
    }

    /// The line over an area, as far as the lines at its sides.
    private func drawTop(of area: Rect, _ buffer: inout Buffer) {
        let start = max(0, area.left - 1)
        let end = min(state.size.columns, area.right + 1)
        buffer.line(at: Point(column: start, row: area.top), columns: end - start)
    }

    private func title(_ slot: Layout.Slot, _ buffer: inout Buffer) {
        let hasKeys = slot.pane == state.focus && state.typing == nil
        if hasKeys { buffer.paint(slot.area.row(0), role: .focusedBorder) }
        title(PaneTitle.runs(slot, state, showsWhy: layout.shows(.why)), slot.area, &buffer)
        PaneTitle.drawPosition(slot, state, into: &buffer)
    }

    private func title(_ runs: [Run], _ area: Rect, _ buffer: inout Buffer) {
        guard area.columns > 6 else { return }
        buffer.write(
            [Run(" ", .border)] + runs + [Run(" ", .border)], at: area.origin.offset(columns: 1),
            columns: area.columns - 2)
    }
}
