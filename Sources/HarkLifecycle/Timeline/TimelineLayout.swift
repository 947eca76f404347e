public import HarkCore

/// A timeline worked out to the column: which text stands where, with no cell drawn yet.
///
/// Within a lane no two texts overlap; marks and labels never leave `0..<columns`. All indices of events refer to
/// ``events``.
public struct TimelineLayout: Hashable, Sendable {
    /// Which lanes are wanted.
    public enum Form: Hashable, Sendable {
        /// Two lanes: stages, and everything else as touches.
        case strip
        /// All six lanes.
        case lanes
    }

    /// One letter, or a collapsed run of them.
    public struct Mark: Hashable, Sendable {
        /// Where ``text`` begins.
        public let column: Int
        /// The letter of the weightiest event.
        public let symbol: Character
        /// What to draw: `c`, `c×4` for four of a kind, `P+2` for one and two others, or words for what lies ahead.
        public let text: String
        /// The events behind it, oldest first, as indices.
        public let indices: [Int]
        /// Whether it lies after now and is to be drawn as such.
        public let isAhead: Bool
        /// How many events it stands for.
        public var count: Int { indices.count }
    }

    /// A stretch in the stage lane.
    public struct Span: Hashable, Sendable {
        /// The columns it fills; never empty.
        public let columns: Range<Int>
        /// The phase's name, such as `proposal`.
        public let name: String
        /// The part of the name that is drawn; empty where there is no room.
        public let label: String
        /// Where ``label`` begins.
        public let labelColumn: Int
        /// The events that began it, as indices; empty for the part ahead and where time alone began it.
        public let indices: [Int]
        /// Whether it lies after now.
        public let isAhead: Bool
    }

    /// One row.
    public struct Lane: Hashable, Sendable {
        /// Which lane.
        public let lane: TimelineLane
        /// Its marks, left to right.
        public let marks: [Mark]
        /// Its spans, left to right; only the stage lane has any.
        public let spans: [Span]
        /// Whether there is nothing to draw.
        public var isEmpty: Bool { marks.isEmpty && spans.isEmpty }
    }

    /// A boundary of the calendar on the axis.
    public struct Tick: Hashable, Sendable {
        /// Where the boundary lies, and where the label begins.
        public let column: Int
        /// The label, such as `Mar`; empty where it would touch another.
        public let label: String
    }

    /// What is drawn.
    public let journey: Journey
    /// All events by time, those outside the window included.
    public var events: [Event] { journey.events }
    /// What is shown.
    public let window: TimelineWindow
    /// The width.
    public let columns: Int
    /// The present moment.
    public let now: LocalDateTime
    /// The column of the now line; `nil` when now is not shown. Only a mark with no room beside it covers the line.
    public let nowColumn: Int?
    /// Where the word `now` goes on the axis so that it touches no tick's label; `nil` when now is not shown.
    public let nowLabelColumn: Int?
    /// How many events lie before the window and behind it; the ends of the axis say so.
    public let hidden: Hidden
    /// The axis.
    public let ticks: [Tick]
    /// The lanes in the order of ``TimelineLane``, empty ones included.
    public let lanes: [Lane]

    /// Lays a journey out; what comes after `now` lies ahead (planned tasks, renewals, predicted churn).
    ///
    /// - Parameter columns: At least 2; less is taken as 2.
    /// - Complexity: O(n).
    public init(_ journey: Journey, now: LocalDateTime, window: TimelineWindow, columns: Int, form: Form) {
        let columns = max(columns, 2)
        let nowAt = window.column(of: now, columns: columns)
        self.journey = journey
        self.window = window
        self.columns = columns
        self.now = now
        hidden = Hidden(journey.events, window: window)
        nowColumn = (0..<columns).contains(nowAt) ? nowAt : nil
        let free = hidden.free(of: columns)
        nowLabelColumn = TimelineAxis.nowLabelColumn(nowColumn: nowColumn, within: free)
        ticks = TimelineAxis.ticks(window: window, columns: columns, within: free, nowLabelColumn: nowLabelColumn)
        lanes = TimelinePacking(journey: journey, now: now, window: window, columns: columns, form: form).lanes
    }
}

extension TimelineLayout {
    /// The event after `index` that says something else; without one, the first event at or after the window's start,
    /// else the last of all. What shares a line with it in lists is one step, as nobody steps through ten thousand
    /// log-ins.
    public func index(after index: Int?) -> Int? {
        guard let index else {
            return events.firstIndex { $0.at >= window.from } ?? events.indices.last
        }
        return events.indices.first { $0 > index && !TimelineText.share(events[index], events[$0]) }
    }

    /// The event before `index` that says something else; without one, the last event that is over, else the first of all.
    public func index(before index: Int?) -> Int? {
        guard let index else { return events.lastIndex { $0.at <= now } ?? events.indices.first }
        return events[..<index].lastIndex { !TimelineText.share(events[index], $0) }
    }

    /// Where an event is drawn: its mark, else the span it began; `nil` when it is outside the window.
    public func place(of index: Int) -> (lane: TimelineLane, column: Int)? {
        for lane in lanes {
            if let mark = lane.marks.first(where: { $0.indices.contains(index) }) { return (lane.lane, mark.column) }
        }
        for lane in lanes {
            if let span = lane.spans.first(where: { $0.indices.contains(index) }) {
                return (lane.lane, span.columns.lowerBound)
            }
        }
        return nil
    }

    /// The events under a cell, as indices, oldest first: those of the mark or the beginning of a span found there.
    public func indices(in lane: TimelineLane, at column: Int) -> [Int] {
        guard let row = lanes.first(where: { $0.lane == lane }) else { return [] }
        if let mark = row.marks.first(where: { ($0.column..<$0.column + $0.text.count).contains(column) }) {
            return mark.indices
        }
        return row.spans.first { $0.columns.contains(column) }?.indices ?? []
    }

    /// The letters in sight with their meaning, each once, by lane and table order.
    public var legend: [EventLook] { TimelineLayout.legend(of: [self]) }

    /// The letters in sight in any of several layouts.
    public static func legend(of layouts: [TimelineLayout]) -> [EventLook] {
        var shown: Set<EventLook> = []
        for layout in layouts {
            var isShown = [Bool](repeating: false, count: layout.journey.looks.count)
            for mark in layout.lanes.flatMap(\.marks) {
                for index in mark.indices { isShown[layout.journey.lookPlaces[index]] = true }
            }
            for (look, isShown) in zip(layout.journey.looks, isShown) where isShown { shown.insert(look) }
        }
        let known = EventLook.table.filter(shown.contains)
        return known + shown.subtracting(known).sorted { $0.title < $1.title }
    }
}
