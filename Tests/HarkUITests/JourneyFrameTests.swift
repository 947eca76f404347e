import HarkCore
import HarkLifecycle
import HarkScreen
import Testing

@testable import HarkUI

/// The past of a record, two records side by side, customers week by week, and odd events, as they look.
struct JourneyFrameTests {
    static let frames: [Frame] = [
        Frame(name: "past-desk-80x24", keys: "j<Tab><Tab>hhh"),
        Frame(name: "past-desk-120x40", columns: 120, rows: 40, keys: "j<Tab><Tab><Tab>hhhhhh"),
        Frame(name: "past-record-80x24", keys: "j<Enter><Tab><Tab>hhhhh"),
        Frame(name: "past-record-80x24-ascii", glyphs: .ascii, keys: "j<Enter><Tab><Tab>hhhhh"),
        Frame(name: "past-record-160x40", columns: 160, rows: 40, keys: "j<Enter><Tab><Tab>hhhhhhhhhh"),
        Frame(name: "past-event-80x24", keys: "j<Enter><Tab><Tab>hhhhhhhh<Enter>"),
        Frame(name: "compare-80x24", keys: "3b"),
        Frame(name: "compare-80x24-ascii", glyphs: .ascii, keys: "3b"),
        Frame(name: "compare-120x40", columns: 120, rows: 40, keys: "jvjvb"),
        Frame(name: "compare-160x40", columns: 160, rows: 40, keys: "3bh+"),
        Frame(name: "cohorts-80x24", keys: "6j"),
        Frame(name: "cohorts-80x24-ascii", glyphs: .ascii, keys: "6"),
        Frame(name: "cohorts-80x24-later", keys: "6lllo"),
        Frame(name: "cohorts-120x40", columns: 120, rows: 40, keys: "6G"),
        Frame(name: "cohorts-160x40", columns: 160, rows: 40, keys: "6oo"),
        Frame(name: "cohorts-60x15", columns: 60, rows: 15, keys: "6"),
    ]

    @Test(arguments: frames) func looks(_ frame: Frame) throws { try expectGolden(try frame.painted(), frame.name) }

    struct Odd: Sendable, CustomTestStringConvertible {
        let name: String
        let events: [Event]
        var testDescription: String { name }
    }

    private static func event(_ kind: Event.Kind, days: Int, _ note: String? = nil) -> Event {
        Event(subject: RecordReference(.customer, 1), kind: kind, at: Fixture.now.adding(days: days), note: note)
    }

    static let odd: [Odd] = [
        Odd(name: "no-event", events: []),
        Odd(name: "one-event", events: [event(.signedUp, days: -3)]),
        Odd(
            name: "crowd",
            events: (0..<10_000).map { number in
                var event = event(number % 100 == 0 ? .ticketRaised : .login, days: -30)
                event.at = event.at.adding(seconds: Int64(number) * 8 - 36_000)
                return event
            }),
        Odd(
            name: "five-year-gap",
            events: [
                event(.signedUp, days: -2_700), event(.firstPurchase, days: -2_690), event(.login, days: -2_600),
                event(.call, days: -40), event(.login, days: -2), event(.renewal, days: 90),
                event(.churnPredicted, days: 90, "71%"), event(.login, days: 900),
            ]),
    ]

    @Test(arguments: odd, [Glyphs.unicode, .ascii]) func oddRecordsLook(_ row: Odd, _ glyphs: Glyphs) throws {
        var world = World.loaded(glyphs: glyphs) { $0.events = row.events }
        try world.press("3<Enter><Tab><Tab>hh")
        try expectGolden(
            Dashboard.view(world.state), "odd-\(row.name)-80x24-\(glyphs.isASCII ? "ascii" : "unicode")")
    }

    @Test func comparingEndsWhereItBegan() throws {
        var world = World.loaded()
        try world.press("3b")
        #expect(world.state.companion?.subject?.name == "Fjell Telecom")
        #expect(world.state.record.subject?.name == "Nordlys Energi")
        #expect(world.state.companionTimeline?.window == world.state.timeline?.window)
        try world.press("b")
        #expect(world.state.companion == nil && world.state.focus == .timeline)
        try world.press("b<Esc>")
        #expect(world.state.companion == nil)
        try world.press("bn")
        #expect(world.state.record.subject?.name == "Fjell Telecom")
        #expect(world.state.companion?.subject?.name == "Nordlys Energi")
        try world.press("1")
        #expect(world.state.companion == nil)
    }

    @Test func twoMarkedRecordsAreCompared() throws {
        var world = World.loaded()
        try world.press("3<Space>j<Space>b")
        #expect(world.state.record.subject?.name == "Nordlys Energi")
        #expect(world.state.companion?.subject?.name == "Havn Seafood")
        var lonely = World.loaded { $0.customers = [Fixture.customers[0]] }
        try lonely.press("3b")
        #expect(lonely.state.companion == nil && lonely.state.status?.text.contains("second record") == true)
    }

    @Test func cohortsOpenTheirCustomers() throws {
        var world = World.loaded()
        try world.press("6jj<Enter>")
        #expect(world.state.view == .record && world.state.record.subject?.name == "Havn Seafood")
        try world.press("n")
        #expect(world.state.record.subject?.name == "Tind Sports")
        try world.press("q")
        #expect(world.state.view == .cohorts)
        #expect(Dashboard.spoken(world.state).hasPrefix("4 of 8, Tind Sports, since 2025-11-26, usage by week: "))
    }

    @Test func thePastIsSpoken() throws {
        var world = World.loaded()
        try world.press("j<Enter><Tab><Tab>hhhhh")
        #expect(Dashboard.spoken(world.state).hasSuffix("as of 2026-05-08: stage proposal, score 60, owner Maria Lund"))
    }
}

extension World {
    fileprivate static func loaded(glyphs: Glyphs, _ change: (inout World) -> Void) -> World {
        loaded(Size(columns: 80, rows: 24), glyphs, change)
    }
}
