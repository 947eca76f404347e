import HarkCore
import HarkLifecycle
import Testing

struct TimelineWindowTests {
    static let spans: [(days: Int, zoom: TimelineZoom)] = [
        (2, .week), (20, .week), (60, .month), (200, .month), (400, .quarter), (1_900, .year), (6_000, .year),
    ]

    @Test(arguments: spans) func opensAtTheFinestZoomThatHoldsEverything(_ days: Int, _ zoom: TimelineZoom) throws {
        let now = try Sample.at("2026-06-28T12:00")
        let event = Event(subject: Sample.lead, kind: .call, at: now.adding(days: -days))
        let window = TimelineWindow.fitting([event], now: now, columns: 76)
        #expect(window.zoom == zoom)
        #expect((event.at >= window.from) == (days < 3_000))
        #expect(now >= window.from && now < window.until)
    }

    @Test func zoomKeepsTheAnchorInPlace() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let window = TimelineWindow(from: now.adding(days: -60), zoom: .month, columns: 76)
        let before = window.column(of: now, columns: 76)
        let closer = window.zoomed(to: window.zoom.finer, around: now, columns: 76)
        #expect(closer.zoom == .week)
        #expect(abs(closer.column(of: now, columns: 76) - before) <= 1)
    }

    @Test func scrollsByAShareOfItsWidth() throws {
        let start = try Sample.at("2026-06-01")
        let window = TimelineWindow(from: start, zoom: .day, columns: 48)
        #expect(window.scrolled(byWidths: 0.5).from == start.adding(days: 2))
        #expect(window.scrolled(byWidths: -0.25).until == start.adding(days: 3))
    }

    @Test(arguments: ["2020-01-01", "2026-06-02", "2031-12-31"])
    func revealsAnyMoment(_ text: String) throws {
        let moment = try Sample.at(text)
        let window = TimelineWindow(from: try Sample.at("2026-06-01"), zoom: .week, columns: 60).revealing(moment)
        #expect((0..<60).contains(window.column(of: moment, columns: 60)))
    }

    static let axes: [(TimelineZoom, [String])] = [
        (.day, ["Mon 5", "Tue 6", "Wed 7"]), (.week, ["5 Jan", "12", "19"]), (.month, ["2026", "Feb", "Mar"]),
        (.quarter, ["Q1 2026", "Q2", "Q3"]), (.year, ["2026", "2027", "2028"]),
    ]

    @Test(arguments: axes) func ticksFallOnTheCalendar(_ zoom: TimelineZoom, _ labels: [String]) throws {
        let start = try Sample.at(zoom == .day || zoom == .week ? "2026-01-05" : "2026-01-01")
        let window = TimelineWindow(from: start, zoom: zoom, columns: 60)
        let layout = TimelineLayout(
            events: [], now: start.adding(days: 4_000), window: window, columns: 60, form: .strip)
        #expect(layout.ticks.map(\.label).prefix(3) == labels[...])
        #expect(layout.nowColumn == nil && layout.nowLabelColumn == nil)
    }
}
