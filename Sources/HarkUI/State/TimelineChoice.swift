import HarkCore
import HarkLifecycle

extension Dashboard {
    /// The stretch of time the user chose: a zoom, and the moment its window starts from.
    struct TimelineChoice: Equatable, Sendable {
        var from: LocalDateTime
        var zoom: TimelineZoom

        /// The window at a width.
        func window(columns: Int) -> TimelineWindow { TimelineWindow(from: from, zoom: zoom, columns: columns) }

        /// The choice a window shows.
        init(_ window: TimelineWindow) {
            from = window.from
            zoom = window.zoom
        }
    }
}
