import HarkCore
import HarkLifecycle
import Testing

struct TimelineWindowTests {
    /// How long ago the first event was, and the unit the axis then counts in.
    static let spans: [(days: Int, zoom: TimelineZoom)] = [
        (0, .day), (2, .day), (9, .day), (18, .day), (20, .week), (62, .week), (80, .month), (400, .month),
        (460, .quarter),
        (740, .quarter), (1_200, .quarter), (1_900, .year), (2_700, .year), (6_000, .year),
    ]

    @Test(arguments: spans) func opensInTheFinestUnitWhoseLabelsHaveRoom(_ days: Int, _ zoom: TimelineZoom) throws {
        let now = try Sample.at("2026-06-28T12:00")
        let event = Event(subject: Sample.lead, kind: .call, at: now.adding(days: -days))
        let window = TimelineWindow.fitting([event], now: now, columns: 76)
        #expect(window.zoom == zoom)
        #expect((event.at >= window.from) == (days < 3_000))
        #expect(now >= window.from && now < window.until)
    }

    /// What there is fills the width: before it a column or two, and no more than the last word needs after it.
    @Test(arguments: [40, 71, 76, 111, 190], [(16, 0), (61, 20), (450, 90), (450, 330), (1_000, 200)])
    func showsLittleMoreThanThereIs(_ columns: Int, _ days: (past: Int, ahead: Int)) throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = [now.adding(days: -days.past), now.adding(days: days.ahead)].map {
            Event(subject: Sample.lead, kind: .call, at: $0)
        }
        let window = TimelineWindow.fitting(events, now: now, columns: columns)
        #expect((0...2).contains(window.column(of: events[0].at, columns: columns)))
        #expect((columns - 9..<columns - 4).contains(window.column(of: events[1].at, columns: columns)))
        let layout = TimelineLayout(events: events, now: now, window: window, columns: columns, form: .strip)
        let labels = layout.ticks.filter { !$0.label.isEmpty }
        #expect(labels.count >= 2 && layout.nowLabelColumn != nil)
        // Only the word "now" and the edge keep a label away, and of days every second one speaks.
        let silent = layout.ticks.count - labels.count
        #expect(silent <= (window.zoom == .day ? labels.count + 2 : 2), "\(layout.ticks)")
    }

    /// Zooming goes through the units' own scales, whatever the window was fitted to.
    @Test(arguments: [5, 30, 62, 90, 300, 450, 700, 1_500, 2_900])
    func zoomingAlwaysChangesTheScale(_ days: Int) throws {
        let now = try Sample.at("2026-06-28T12:00")
        let event = Event(subject: Sample.lead, kind: .call, at: now.adding(days: -days))
        func span(_ window: TimelineWindow) -> Int64 { window.until.seconds(since: window.from) }
        for finer in [true, false] {
            var window = TimelineWindow.fitting([event], now: now, columns: 76)
            for _ in TimelineZoom.allCases {
                let next = window.zoomed(finer: finer, around: now, columns: 76)
                guard next != window else { break }
                #expect(finer ? span(next) * 5 <= span(window) * 4 : span(next) * 4 >= span(window) * 5)
                #expect(span(next) == next.zoom.secondsPerColumn * 76)
                window = next
            }
            #expect(window.zoom == (finer ? .day : .year))
        }
    }

    @Test func zoomKeepsTheAnchorInPlace() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let window = TimelineWindow(from: now.adding(days: -60), zoom: .month, columns: 76)
        let before = window.column(of: now, columns: 76)
        let closer = window.zoomed(finer: true, around: now, columns: 76)
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
