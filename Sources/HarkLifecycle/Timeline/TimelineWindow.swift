public import HarkCore

/// How coarse a timeline is: the unit its axis counts in.
public enum TimelineZoom: String, CaseIterable, Hashable, Sendable, Codable {
    case day, week, month, quarter, year

    /// How much time one column stands for at this zoom's own scale, which zooming goes to; a window that was fitted to
    /// what there is may have another.
    public var secondsPerColumn: Int64 {
        switch self {
        case .day: 2 * 3_600
        case .week: 12 * 3_600
        case .month: 84 * 3_600
        case .quarter: 10 * 86_400
        case .year: 40 * 86_400
        }
    }

    /// The most time a column may stand for with the axis still readable: each unit has room for its label, or every
    /// second day.
    var mostSecondsPerColumn: Int64 {
        switch self {
        case .day: 86_400 * 2 / 7
        case .week: 86_400
        case .month: 6 * 86_400
        case .quarter: 18 * 86_400
        case .year: 40 * 86_400
        }
    }
}

/// The stretch of time a timeline shows.
public struct TimelineWindow: Hashable, Sendable {
    /// The first moment shown.
    public let from: LocalDateTime
    /// The first moment no longer shown; always after `from`.
    public let until: LocalDateTime
    /// What the axis counts in.
    public let zoom: TimelineZoom

    /// Creates a window; one that would be empty is given one second.
    public init(from: LocalDateTime, until: LocalDateTime, zoom: TimelineZoom) {
        self.from = from
        self.until = max(until, from.adding(seconds: 1))
        self.zoom = zoom
    }

    /// Creates a window as wide as `columns` are at the zoom's scale.
    public init(from: LocalDateTime, zoom: TimelineZoom, columns: Int) {
        self.init(
            from: from, until: from.adding(seconds: zoom.secondsPerColumn * Int64(max(columns, 1))), zoom: zoom)
    }

    /// The window a record opens with: all its events and now, and little more, counted in the finest unit whose labels
    /// have room; where even years are too fine, the newest part of the past with a fifth of the width for what lies
    /// ahead.
    public static func fitting(_ events: [Event], now: LocalDateTime, columns: Int) -> TimelineWindow {
        let room = Int64(max(columns, 1))
        let first = min(events.map(\.at).min() ?? now, now)
        let last = max(events.map(\.at).max() ?? now, now)
        // A column before the first letter, and room for the last word.
        let needed = last.seconds(since: first) * (room + 8) / room
        for zoom in TimelineZoom.allCases where needed <= zoom.mostSecondsPerColumn * room {
            let span = max(needed, leastDays * 86_400)
            // What is left over goes to both sides of now as four to one, as far as the events allow.
            let wished = now.adding(seconds: -span * 4 / 5)
            let latest = first.adding(seconds: -span / room)
            let earliest = last.adding(seconds: span * 5 / room - span)
            let from = min(max(wished, earliest), latest)
            return TimelineWindow(from: from, until: from.adding(seconds: span), zoom: zoom)
        }
        let span = TimelineZoom.year.secondsPerColumn * room
        return TimelineWindow(from: now.adding(seconds: -span * 4 / 5), zoom: .year, columns: columns)
    }

    /// The least a fitted window shows, or the axis would have no boundary.
    private static let leastDays: Int64 = 4

    /// The window moved by a share of its own width; `0.25` is a quarter to the right (later).
    public func scrolled(byWidths share: Double) -> TimelineWindow {
        let step = Int64((Double(until.seconds(since: from)) * share).rounded())
        return TimelineWindow(from: from.adding(seconds: step), until: until.adding(seconds: step), zoom: zoom)
    }

    /// The window at the next finer or coarser of the zooms' own scales; at either end it stays as it is.
    public func zoomed(finer: Bool, around anchor: LocalDateTime, columns: Int) -> TimelineWindow {
        let width = until.seconds(since: from)
        let room = Int64(max(columns, 1))
        let zooms = TimelineZoom.allCases
        // A scale that is nearly the present one is passed over: a key that shows the same again looks broken.
        let next =
            finer
            ? zooms.last { $0.secondsPerColumn * room * 5 <= width * 4 }
            : zooms.first { $0.secondsPerColumn * room * 4 >= width * 5 }
        return next.map { zoomed(to: $0, around: anchor, columns: columns) } ?? self
    }

    /// The window at a zoom's own scale, with `anchor` in the same place on the screen; an anchor outside it is first
    /// moved to the middle.
    public func zoomed(to zoom: TimelineZoom, around anchor: LocalDateTime, columns: Int) -> TimelineWindow {
        let width = Double(until.seconds(since: from))
        let inside = anchor >= from && anchor < until
        let share = inside ? Double(anchor.seconds(since: from)) / width : 0.5
        let span = Double(zoom.secondsPerColumn) * Double(max(columns, 1))
        return TimelineWindow(from: anchor.adding(seconds: -Int64(span * share)), zoom: zoom, columns: columns)
    }

    /// The window moved as little as needed for `moment` to lie in it, a sixteenth of the width from the edge.
    public func revealing(_ moment: LocalDateTime) -> TimelineWindow {
        let span = until.seconds(since: from)
        let margin = span / 16
        var start = from
        if moment < from { start = moment.adding(seconds: -margin) }
        if moment >= until { start = moment.adding(seconds: margin - span) }
        return TimelineWindow(from: start, until: start.adding(seconds: span), zoom: zoom)
    }

    /// The column a moment falls in when the window is `columns` wide; below 0 or past the last one when outside.
    public func column(of moment: LocalDateTime, columns: Int) -> Int {
        let share = Double(moment.seconds(since: from)) / Double(until.seconds(since: from))
        return Int((share * Double(columns)).rounded(.down))
    }
}
