import HarkCore
import HarkLifecycle
import Testing

struct TimelineTextTests {
    @Test func everyKnownKindHasALetterOfItsOwn() {
        let symbols = EventLook.table.map(\.symbol)
        #expect(Set(symbols).count == symbols.count)
        #expect(symbols.allSatisfy { $0.isASCII && $0.isLetter })
        #expect(Set(EventLook.table.map(\.kind)).count == 34)
        #expect(Set(EventLook.table.map(\.lane)) == Set(TimelineLane.allCases))
    }

    static let unknown: [(String, Character)] = [("webinar_joined", "w"), ("_Audit", "a"), ("3d", "d"), ("42", "n")]

    @Test(arguments: unknown) func anUnknownKindIsATouchUnderItsFirstLetter(_ name: String, _ letter: Character) {
        let look = EventLook.of(Event.Kind(rawValue: name))
        #expect(look.lane == .touch)
        #expect(look.symbol == letter)
    }

    @Test func listsEventsByDate() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = try [
            Sample.event(.renewal, "2026-08-01"), Sample.event(.demoHeld, "2026-03-05T10:00", "note"),
            Sample.event(.npsAnswered, "2026-03-06T10:00"),
        ]
        #expect(
            TimelineText.lines(Journey(events, now: now), now: now) == [
                "2026-03-05  demo held — note",
                "2026-03-05  stage opportunity: a demo was held, a proposal sent or a deal moved (since 2026-03-05)",
                "2026-03-06  NPS answered", "2026-08-01  renewal (ahead)",
            ])
    }

    @Test func writesJSON() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = try [Sample.event(.demoHeld, "2026-03-05T10:00", "note"), Sample.event(.task, "2026-07-01T09:00")]
        #expect(
            TimelineText.json(Journey(events, now: now), now: now).compact
                == #"[{"at":"2026-03-05T10:00","kind":"demo_held","title":"demo held","lane":"touch","ahead":false,"#
                + #""note":"note"},{"at":"2026-03-05T10:00","kind":"stage","stage":"opportunity","from":null,"#
                + #""rule":"opportunity-opened","evidence":"since 2026-03-05"},"#
                + #"{"at":"2026-07-01T09:00","kind":"task","title":"task","#
                + #""lane":"touch","ahead":true}]"#)
    }

    @Test func whatLiesAheadBecomesEvents() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let subject = RecordReference(.customer, 3)
        let created = now.adding(days: -3)
        let activities = [
            Activity(kind: .task, subject: "review", at: now.adding(days: 2), createdAt: created),
            Activity(kind: .call, subject: "done", at: now.adding(days: 3), done: true, createdAt: created),
            Activity(kind: .meeting, subject: "over", at: now.adding(days: -1), createdAt: created),
        ]
        let customer = Customer(name: "Tind", renewalDate: LocalDate("2026-08-01"))
        let events = PlannedEvents.events(
            for: subject, activities: activities, customer: customer, churnProbability: 0.62, now: now)
        #expect(events.map(\.kind) == [.task, .renewal, .churnPredicted])
        #expect(events.map(\.note) == ["review", nil, "62%"])
        var left = customer
        left.churned = true
        #expect(PlannedEvents.events(for: subject, customer: left, churnProbability: 0.9, now: now).isEmpty)
        #expect(PlannedEvents.events(for: subject, churnProbability: 0.2, now: now).isEmpty)
    }

    @Test func anEventTellsWhatChanged() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = try [
            Sample.event(.firstPurchase, "2026-01-05T10:00"), Sample.event(.login, "2026-01-06T10:00"),
            Sample.event(.login, "2026-05-10T10:00"), Sample.event(.usageDrop, "2026-05-20T10:00", "-40% in 14 days"),
        ]
        let window = TimelineWindow.fitting(events, now: now, columns: 76)
        let layout = TimelineLayout(events: events, now: now, window: window, columns: 76, form: .lanes)
        let scores = [
            RecordDetail.ScorePoint(at: try Sample.at("2026-05-01"), value: 70),
            RecordDetail.ScorePoint(at: try Sample.at("2026-05-21"), value: 44.4),
        ]
        let detail = try #require(EventDetail(of: 3, in: layout, scores: scores))
        #expect(
            detail.lines == [
                "2026-05-20 10:00  usage drop", "-40% in 14 days",
                "stage active → at-risk: usage fell by 30% or more within the last 14 days (usage dropped 2026-05-20)",
                "health 91 → 71", "score 70 → 44",
            ])
        #expect(EventDetail(of: 4, in: layout) == nil)
    }
}
