import HarkCore
import HarkLifecycle
import Testing

/// What a timeline makes of events as they really come: each case drawn at three widths, in ASCII, and as a list.
struct OddTimelineTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        var now = "2026-06-28T12:00"
        var zoom: TimelineZoom?
        let events: @Sendable () throws -> [Event]
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "no-event") { [] },
        Case(name: "one-event") { [try Sample.event(.signedUp, "2026-06-20T10:00")] },
        Case(name: "ten-thousand-on-one-day") { try OddTimelineTests.crowd() },
        Case(name: "only-the-future") {
            try [
                Sample.event(.meeting, "2026-07-03T09:00", "kick-off"),
                Sample.event(.task, "2026-07-20T09:00", "send v2"),
                Sample.event(.renewal, "2026-09-01"), Sample.event(.churnPredicted, "2026-09-01", "62%"),
                Sample.event(.login, "2027-06-01T08:00", "a clock that runs ahead"),
            ]
        },
        Case(name: "before-sign-up") {
            try [
                Sample.event(.call, "2025-11-03T10:00"),
                Sample.event(.ticketRaised, "2025-12-03T10:00", "cannot sign up"),
                Sample.event(.signedUp, "2026-02-01T10:00"), Sample.event(.firstPurchase, "2026-02-10T10:00"),
                Sample.event(.login, "2026-03-10T10:00"),
            ]
        },
        Case(name: "out-of-order") { try Sample.journey().reversed() },
        Case(name: "duplicates") {
            let journey = try Sample.journey()
            let again = try Sample.event(.call, "2026-02-03T11:00", "the same hour, another call")
            return journey + journey + [again, again]
        },
        // The night to Sunday 29 March 2026 has no 02:30 in most of Europe; that of 26 October 2025 has two.
        Case(name: "hour-that-is-not", now: "2026-03-29T12:00", zoom: .day) {
            try [
                Sample.event(.login, "2026-03-29T01:59"), Sample.event(.login, "2026-03-29T02:30"),
                Sample.event(.login, "2026-03-29T03:00"), Sample.event(.call, "2026-03-29T11:00"),
            ]
        },
        Case(name: "hour-that-is-twice", now: "2025-10-26T12:00", zoom: .day) {
            try [
                Sample.event(.login, "2025-10-26T02:15"), Sample.event(.login, "2025-10-26T02:15", "an hour later"),
                Sample.event(.login, "2025-10-26T02:45"), Sample.event(.call, "2025-10-26T11:00"),
            ]
        },
        Case(name: "leap-day", now: "2028-03-02T12:00", zoom: .day) {
            try [
                Sample.event(.signedUp, "2028-02-28T10:00"), Sample.event(.firstPurchase, "2028-02-29T10:00"),
                Sample.event(.login, "2028-03-01T10:00"),
            ]
        },
        Case(name: "five-year-gap") {
            try [
                Sample.event(.signedUp, "2019-03-01T10:00"), Sample.event(.firstPurchase, "2019-04-01T10:00"),
                Sample.event(.login, "2019-05-01T10:00"), Sample.event(.login, "2019-06-01T10:00"),
                Sample.event(.call, "2024-06-02T10:00"), Sample.event(.purchase, "2026-06-10T10:00"),
                Sample.event(.renewal, "2027-06-10"),
            ]
        },
        Case(name: "forty-years") {
            try ["1986-01-01", "1999-12-31", "2012-02-29", "2026-06-01", "2041-01-01"].map {
                try Sample.event(.call, $0)
            }
        },
    ]

    /// Ten thousand log-ins and a few tickets within one day, and a call long before.
    static func crowd() throws -> [Event] {
        let start = try Sample.at("2026-05-04")
        var events = (0..<9_990).map { number in
            Event(subject: Sample.lead, kind: .login, at: start.adding(seconds: Int64(number) * 8))
        }
        events += (0..<10).map { Event(subject: Sample.lead, kind: .ticketRaised, at: start.adding(minutes: $0 * 140)) }
        return try events + [Sample.event(.firstPurchase, "2026-03-04T09:00")]
    }

    @Test(arguments: cases) func looks(_ row: Case) throws {
        let events = try row.events()
        let now = try Sample.at(row.now)
        let journey = Journey(events, now: now)
        var pages: [String] = []
        for (columns, strokes) in [(80, Strokes.unicode), (80, .ascii), (120, .unicode), (160, .unicode)] {
            let layout = OddTimelineTests.layout(journey, now: now, columns: columns, zoom: row.zoom)
            let page = layout.page(strokes, width: columns)
            #expect(page.allSatisfy { $0.count <= columns })
            #expect(strokes == .unicode || page.allSatisfy { $0.allSatisfy(\.isASCII) })
            // Nothing is dropped silently: every event is in a mark, begins a stage, or is counted at an end.
            let drawn = layout.lanes.flatMap { $0.marks.flatMap(\.indices) + $0.spans.flatMap(\.indices) }
            #expect(Set(drawn).count + layout.hidden.earlier + layout.hidden.later == layout.events.count)
            pages.append(page.joined(separator: "\n"))
        }
        let list = TimelineText.lines(Journey(events, now: now), now: now)
        pages.append(
            (list.prefix(12) + (list.count > 12 ? ["and \(list.count - 12) more lines"] : [])).joined(separator: "\n"))
        try expectGolden(pages.joined(separator: "\n\n") + "\n", "timeline-\(row.name).txt")
    }

    private typealias Strokes = TimelineLayout.Strokes

    private static func layout(
        _ journey: Journey, now: LocalDateTime, columns: Int, zoom: TimelineZoom?
    ) -> TimelineLayout {
        let width = columns - TimelineLayout.gutter
        var window = TimelineWindow.fitting(journey.events, now: now, columns: width)
        if let zoom { window = window.zoomed(to: zoom, around: now, columns: width) }
        return TimelineLayout(journey, now: now, window: window, columns: width, form: .lanes)
    }

    @Test func tenThousandEventsAreOneMarkEachLane() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let journey = Journey(try OddTimelineTests.crowd(), now: now)
        let layout = OddTimelineTests.layout(journey, now: now, columns: 80, zoom: nil)
        let product = try #require(layout.lanes.first { $0.lane == .product })
        #expect(product.marks.map(\.text) == ["l×9990"])
    }
}
