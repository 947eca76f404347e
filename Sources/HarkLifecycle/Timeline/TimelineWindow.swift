public import HarkCore

/// How coarse a timeline is: the unit its axis counts in.
public enum TimelineZoom: String, CaseIterable, Hashable, Sendable, Codable {
    case day, week, month, quarter, year

    /// How much time one column stands for when a window is made at this zoom.
    public var secondsPerColumn: Int64 {
        switch self {
        case .day: 2 * 3_600
        case .week: 12 * 3_600
        case .month: 84 * 3_600
        case .quarter: 10 * 86_400
        case .year: 40 * 86_400
        }
    }

    /// The next finer zoom; the finest stays.
    public var finer: TimelineZoom { neighbour(-1) }
    /// The next coarser zoom; the coarsest stays.
    public var coarser: TimelineZoom { neighbour(1) }

    private func neighbour(_ step: Int) -> TimelineZoom {
        let all = TimelineZoom.allCases
        guard let index = all.firstIndex(of: self), all.indices.contains(index + step) else { return self }
        return all[index + step]
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

    /// The window a record opens with: the finest zoom from week to year that holds all its events and now; where even
    /// years are too fine, the newest part of the past with a fifth of the width for what lies ahead.
    public static func fitting(_ events: [Event], now: LocalDateTime, columns: Int) -> TimelineWindow {
        let first = min(events.map(\.at).min() ?? now, now)
        let last = max(events.map(\.at).max() ?? now, now)
        for zoom in [TimelineZoom.week, .month, .quarter, .year] {
            let span = zoom.secondsPerColumn * Int64(max(columns, 1))
            let margin = span / 16
            guard last.seconds(since: first) + 2 * margin <= span else { continue }
            // What is left over goes to both sides of now as four to one, as far as the events allow.
            let wished = now.adding(seconds: -span * 4 / 5)
            let latest = first.adding(seconds: -margin)
            let earliest = last.adding(seconds: margin - span)
            return TimelineWindow(from: min(max(wished, earliest), latest), zoom: zoom, columns: columns)
        }
        let span = TimelineZoom.year.secondsPerColumn * Int64(max(columns, 1))
        return TimelineWindow(from: now.adding(seconds: -span * 4 / 5), zoom: .year, columns: columns)
    }

    /// The window moved by a share of its own width; `0.25` is a quarter to the right (later).
    public func scrolled(byWidths share: Double) -> TimelineWindow {
        let step = Int64((Double(until.seconds(since: from)) * share).rounded())
        return TimelineWindow(from: from.adding(seconds: step), until: until.adding(seconds: step), zoom: zoom)
    }

    /// The window at another zoom, with `anchor` in the same place on the screen; an anchor outside it is first
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
