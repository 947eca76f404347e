public import HarkCore

extension TimelineLayout {
    /// Events by time; at the same time, in the order given.
    ///
    /// What is told twice appears once: same subject, kind and moment, and the same note or none, as when a ticket is
    /// known both as a record and as an imported event. With another note it is another event.
    /// - Complexity: O(n log n).
    public static func sorted(_ events: [Event]) -> [Event] {
        let byTime = events.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
        var known: Set<Telling> = []
        // Where what nothing was said about stands, until somebody says something.
        var silent: [Telling: Int] = [:]
        var told: [Event] = []
        for (_, event) in byTime {
            let bare = Telling(event, note: "")
            guard let note = event.note, !note.isEmpty else {
                guard known.insert(bare).inserted else { continue }
                silent[bare] = told.count
                told.append(event)
                continue
            }
            guard known.insert(Telling(event, note: note)).inserted else { continue }
            if let place = silent.removeValue(forKey: bare) {
                told[place].note = note
            } else {
                known.insert(bare)
                told.append(event)
            }
        }
        return told
    }

    /// What makes two events the same one.
    private struct Telling: Hashable {
        let subject: RecordReference
        let kind: Event.Kind
        let at: LocalDateTime
        let note: String

        init(_ event: Event, note: String) {
            subject = event.subject
            kind = event.kind
            at = event.at
            self.note = note
        }
    }
}

extension TimelineLayout {
    /// The events a window does not show.
    public struct Hidden: Hashable, Sendable {
        /// How many lie before it.
        public let earlier: Int
        /// How many lie behind it.
        public let later: Int

        init(_ events: [Event], window: TimelineWindow) {
            earlier = events.count { $0.at < window.from }
            later = events.count { $0.at >= window.until }
        }

        /// The columns of the axis their numbers leave free; where there is no room for numbers, all.
        func free(of columns: Int) -> Range<Int> {
            guard columns >= Hidden.columnsNeeded else { return 0..<columns }
            let ends = [earlier, later].map { $0 == 0 ? 0 : "\($0)".count + 2 }
            return ends[0]..<max(ends[0], columns - ends[1])
        }

        private static let columnsNeeded = 24

        /// What stands at the left and at the right end of the axis, such as `<12` and `3>`; empty for none.
        public func signs(_ strokes: Strokes, columns: Int) -> (left: String, right: String) {
            guard columns >= Hidden.columnsNeeded else { return ("", "") }
            return (
                earlier == 0 ? "" : "\(strokes.earlier)\(earlier)", later == 0 ? "" : "\(later)\(strokes.later)"
            )
        }
    }
}
