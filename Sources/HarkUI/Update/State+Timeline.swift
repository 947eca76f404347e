import HarkCore
import HarkLifecycle
import HarkScreen

extension Dashboard.State {
    /// The timeline of the record shown, laid out for its pane; `nil` while there is nothing to lay out.
    var timeline: TimelineLayout? {
        let layout = Layout(self)
        guard let journey = record.journey, let area = layout.body(of: .timeline) else { return nil }
        let columns = max(1, area.columns - TimelinePane.gutter)
        let form: TimelineLayout.Form = Layout.wantsLanes(self) ? .lanes : .strip
        let events = journey.events + (companion?.journey?.events ?? [])
        let window = record.zoom ?? .fitting(events, now: now, columns: columns)
        return TimelineLayout(journey, now: now, window: window, columns: columns, form: form)
    }

    /// The event under the cursor.
    var currentEvent: Event? {
        guard let cursor = record.cursor, let events = record.detail?.events, events.indices.contains(cursor) else {
            return nil
        }
        return events[cursor]
    }

    /// The event under the cursor with what changed then.
    var currentDetail: EventDetail? {
        guard let cursor = record.cursor, let timeline else { return nil }
        return EventDetail(of: cursor, in: timeline, scores: record.detail?.scoreHistory ?? [])
    }

    enum CursorEnd: Hashable, Sendable { case first, last }

    /// Moves the cursor to the event before (-1) or after (1).
    mutating func moveCursor(by step: Int) {
        guard let timeline else { return }
        let next = step < 0 ? timeline.index(before: record.cursor) : timeline.index(after: record.cursor)
        if let next { putCursor(on: next, timeline) }
    }

    /// Moves the cursor to the first or last event.
    mutating func moveCursor(_ end: CursorEnd) {
        guard let timeline, !timeline.events.isEmpty else { return }
        putCursor(on: end == .first ? 0 : timeline.events.count - 1, timeline)
    }

    /// Puts the cursor on an event and scrolls it into sight.
    mutating func putCursor(on index: Int, _ timeline: TimelineLayout) {
        record.cursor = index
        let window = timeline.window.revealing(timeline.events[index].at)
        if window != timeline.window { record.zoom = window }
    }

    /// Shows less or more time around the cursor, or around now.
    mutating func zoomTimeline(finer: Bool) {
        guard let timeline else { return }
        record.zoom = timeline.window.zoomed(
            finer: finer, around: currentEvent?.at ?? now, columns: timeline.columns)
    }

    /// Opens the record's screen with the cursor on the event.
    mutating func openEvent() -> [Dashboard.Effect] {
        guard record.subject != nil else { return [] }
        if record.cursor == nil { moveCursor(by: -1) }
        // From the desk to the record; there, the timeline alone has room for all there is to say of the event.
        if view == .record { isZoomed = true } else { enter(.record, focus: .timeline) }
        return []
    }
}
