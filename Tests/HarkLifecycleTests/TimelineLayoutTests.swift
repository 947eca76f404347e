import HarkCore
import HarkLifecycle
import Testing

struct TimelineLayoutTests {
    static func drawn(
        _ events: [Event], now: LocalDateTime, columns: Int, _ form: TimelineLayout.Form,
        _ strokes: TimelineLayout.Strokes
    ) -> [String] {
        let window = TimelineWindow.fitting(events, now: now, columns: columns)
        let layout = TimelineLayout(events: events, now: now, window: window, columns: columns, form: form)
        return [layout.axisRow(strokes)] + layout.lanes.map { layout.row($0, strokes) }
    }

    @Test func drawsTheStripOfTheDesk() throws {
        let now = try Sample.at("2026-06-28T12:00")
        #expect(
            TimelineLayoutTests.drawn(try Sample.journey(), now: now, columns: 76, .strip, .unicode) == [
                "2026       Feb      Mar       Apr       May       Jun      │now        Aug  ",
                "  lead═════qualified══════demo═══════════proposal══════════│┄┄┄┄┄┄┄┄┄renewal",
                "  e        c×4            D              P                 │       t        ",
            ])
    }

    @Test func drawsTheStripInPureASCII() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let rows = TimelineLayoutTests.drawn(try Sample.journey(), now: now, columns: 76, .strip, .ascii)
        #expect(rows.allSatisfy { $0.allSatisfy(\.isASCII) && $0.count == 76 })
        #expect(rows[2].hasPrefix("  e        cx4            D "))
    }

    @Test func fullFormHasSixLanes() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = try Sample.journey()
        let window = TimelineWindow.fitting(events, now: now, columns: 100)
        let layout = TimelineLayout(events: events, now: now, window: window, columns: 100, form: .lanes)
        #expect(layout.lanes.map(\.lane) == TimelineLane.allCases)
        #expect(layout.lanes.filter { !$0.isEmpty }.map(\.lane) == [.stage, .touch])
        #expect(layout.legend.map(\.kind) == [.renewal, .emailSent, .call, .task, .demoHeld, .proposalSent])
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let seed: UInt64
        let columns: Int
        let zoom: TimelineZoom
        let form: TimelineLayout.Form
        var testDescription: String { "\(columns) columns, \(zoom.rawValue), \(form), seed \(seed)" }
    }

    static let cases: [Case] = [2, 3, 9, 40, 76, 120].flatMap { columns in
        TimelineZoom.allCases.flatMap { zoom in
            [TimelineLayout.Form.strip, .lanes].map {
                Case(seed: UInt64(columns), columns: columns, zoom: zoom, form: $0)
            }
        }
    }

    @Test(arguments: cases) func nothingOverlapsAndNothingIsLost(_ row: Case) throws {
        let events = try Sample.noise(150, seed: row.seed)
        let now = try Sample.at("2026-01-01T12:00")
        for shift in [-0.9, -0.5, -0.1, 0.3] {
            let window = TimelineWindow(from: now, zoom: row.zoom, columns: row.columns).scrolled(byWidths: shift)
            let layout = TimelineLayout(
                events: events, now: now, window: window, columns: row.columns, form: row.form)
            for lane in layout.lanes { try check(lane, layout) }
            checkAxis(layout)
            for (index, event) in layout.events.enumerated() {
                let isShown = event.at >= window.from && event.at < window.until
                #expect((layout.place(of: index) != nil) == isShown, "\(event.kind) at \(event.at)")
            }
        }
    }

    private func check(_ lane: TimelineLayout.Lane, _ layout: TimelineLayout) throws {
        var taken = [Int](repeating: 0, count: layout.columns)
        for mark in lane.marks {
            try #require(mark.column >= 0 && mark.column + mark.text.count <= layout.columns)
            for column in mark.column..<mark.column + mark.text.count { taken[column] += 1 }
            if let now = layout.nowColumn, layout.columns > 2, now > 0, now < layout.columns - 1 {
                #expect(mark.isAhead ? mark.column > now : mark.column + mark.text.count <= now)
            }
            #expect(mark.indices.allSatisfy { (layout.events[$0].at > layout.now) == mark.isAhead })
        }
        for span in lane.spans {
            try #require(span.columns.lowerBound >= 0 && span.columns.upperBound <= layout.columns)
            try #require(span.label.isEmpty || span.columns.contains(span.labelColumn))
            for column in span.labelColumn..<span.labelColumn + span.label.count { taken[column] += 1 }
            #expect(span.name.hasPrefix(span.label))
        }
        for (left, right) in zip(lane.spans, lane.spans.dropFirst()) {
            #expect(left.columns.upperBound <= right.columns.lowerBound)
        }
        #expect(taken.allSatisfy { $0 <= 1 })
        #expect(layout.row(lane, .ascii).count == layout.columns)
    }

    private func checkAxis(_ layout: TimelineLayout) {
        var words = layout.ticks.filter { !$0.label.isEmpty }.map { $0.column..<$0.column + $0.label.count }
        if let now = layout.nowLabelColumn { words.append(now..<now + 3) }
        let signs = layout.hidden.signs(.ascii, columns: layout.columns)
        if !signs.left.isEmpty { words.append(0..<signs.left.count) }
        if !signs.right.isEmpty { words.append(layout.columns - signs.right.count..<layout.columns) }
        words.sort { $0.lowerBound < $1.lowerBound }
        for (left, right) in zip(words, words.dropFirst()) { #expect(left.upperBound < right.lowerBound) }
        #expect(words.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= layout.columns })
    }

    @Test func collapsedMarksSayHowMany() throws {
        let events = try [
            Sample.event(.call, "2026-03-02T09:00"), Sample.event(.call, "2026-03-02T10:00"),
            Sample.event(.proposalSent, "2026-03-12T10:00"), Sample.event(.emailSent, "2026-03-12T11:00"),
        ]
        let now = try Sample.at("2026-03-20T12:00")
        let window = TimelineWindow(from: try Sample.at("2026-03-01"), zoom: .week, columns: 60)
        let layout = TimelineLayout(events: events, now: now, window: window, columns: 60, form: .lanes)
        let touches = try #require(layout.lanes.first { $0.lane == .touch })
        #expect(touches.marks.map(\.text) == ["c×2", "P+1"])
        #expect(layout.indices(in: .touch, at: touches.marks[1].column + 2) == [2, 3])
        #expect(layout.place(of: 3)?.column == touches.marks[1].column)
    }

    @Test func theCursorGoesFromEventToEvent() throws {
        let events = try Sample.journey().reversed()
        let now = try Sample.at("2026-06-28T12:00")
        let window = TimelineWindow(from: try Sample.at("2026-02-01"), zoom: .month, columns: 70)
        let layout = TimelineLayout(events: Array(events), now: now, window: window, columns: 70, form: .strip)
        #expect(layout.index(after: nil) == 2)
        #expect(layout.index(before: nil) == 8)
        #expect(layout.index(after: 8) == 9)
        #expect(layout.index(after: 10) == nil)
        #expect(layout.index(before: 0) == nil)
        #expect(layout.place(of: 0) == nil)
        #expect(layout.place(of: 7)?.lane == .touch)
    }

    @Test func whatIsToldTwiceAppearsOnce() throws {
        let raised = try Sample.event(.ticketRaised, "2026-03-02T09:00")
        var imported = try Sample.event(.ticketRaised, "2026-03-02T09:00", "import fails")
        imported.id = Identifier(7)
        let later = try Sample.event(.ticketRaised, "2026-03-02T09:01")
        let sorted = TimelineLayout.sorted([later, raised, imported])
        #expect(sorted.map(\.note) == ["import fails", nil])
        #expect(TimelineLayout.sorted(sorted) == sorted)
        let other = try Sample.event(.ticketRaised, "2026-03-02T09:00", "and it is slow")
        #expect(
            TimelineLayout.sorted([imported, raised, other, raised, other]).map(\.note) == [
                "import fails", "and it is slow",
            ])
    }

    @Test func nothingHasAnEmptyTimeline() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let rows = TimelineLayoutTests.drawn([], now: now, columns: 40, .strip, .ascii)
        #expect(rows.dropFirst().allSatisfy { $0.filter { $0 != " " } == "|" })
    }
}
