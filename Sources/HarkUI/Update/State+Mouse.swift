import HarkLifecycle
import HarkScreen

extension Dashboard.State {
    /// Obeys the mouse: a click selects, a second one opens, a heading sorts, the wheel scrolls what is under it.
    mutating func press(_ mouse: Key.Mouse) -> [Dashboard.Effect] {
        guard mouse.kind == .press, isMouseOn, !isTooSmall else { return [] }
        let layout = Layout(self)
        switch mouse.button {
        case .wheelUp, .wheelDown:
            guard let slot = layout.slot(at: mouse.point) else { return [] }
            turnWheel(over: slot.pane, by: mouse.button == .wheelUp ? -3 : 3)
            return []
        case .left: break
        case .middle, .right: return []
        }
        guard !ignoresPress else {
            ignoresPress = false
            return []
        }
        status = nil
        if let view = HeaderBar.view(at: mouse.point, in: layout.header, self) {
            typing = nil
            return go(to: view)
        }
        if layout.prompt.contains(mouse.point) {
            let line = mouse.point.row - layout.prompt.top - 2
            if typing == .prompt, line >= 0 { prompt.palette.choose(prompt.palette.top + line) }
            typing = .prompt
        } else if layout.filter.contains(mouse.point), [.leads, .customers, .help].contains(focus) {
            if typing != .filter { startFilter() }
        } else if let slot = layout.slot(at: mouse.point) {
            return click(slot, at: mouse.point)
        }
        return []
    }

    private mutating func click(_ slot: Layout.Slot, at point: Point) -> [Dashboard.Effect] {
        typing = nil
        let wasFocused = focus == slot.pane
        give(slot.pane)
        let line = point.row - slot.list.top
        switch slot.pane {
        case .leads where line == -1:
            return LeadList.field(at: point, in: slot, self).map { sort(.leads, by: $0) } ?? []
        case .customers where line == -1:
            return RiskList.field(at: point, in: slot, self).map { sort(.customers, by: $0) } ?? []
        case .leads: return click(line, in: \.leads, wasFocused)
        case .customers: return click(line, in: \.customers, wasFocused)
        case .results: return click(line, in: \.results, wasFocused)
        case .views: return views.select(line: views.top + line) ? useView() : []
        case .log where line >= 0 && log.top + line < log.rows.count: log.selection = log.top + line
        case .charts where line >= 0: models.select(models.top + line)
        case .cohorts where line >= 1: cohorts.select(cohorts.top + line - 1)
        case .timeline: clickTimeline(slot, point)
        default: break
        }
        return []
    }

    private mutating func click<Row>(
        _ line: Int, in table: WritableKeyPath<Dashboard.State, Table<Row>>, _ wasFocused: Bool
    ) -> [Dashboard.Effect] {
        let index = self[keyPath: table].top + line
        guard line >= 0, index < self[keyPath: table].total else { return [] }
        if wasFocused, self[keyPath: table].selection == index { return open() }
        self[keyPath: table].select(index)
        return []
    }

    private mutating func clickTimeline(_ slot: Layout.Slot, _ point: Point) {
        guard let timeline, let lane = TimelinePane.lane(at: point, in: slot.body, timeline) else { return }
        let column = point.column - slot.body.left - TimelinePane.gutter
        if let index = timeline.indices(in: lane, at: column).last { record.cursor = index }
    }
}
