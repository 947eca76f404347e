import HarkCore
import HarkLifecycle
import Testing

struct StageTests {
    /// A journey in short: what happened how many days before now.
    struct Journey: Sendable, CustomTestStringConvertible {
        let name: String
        let events: [(Event.Kind, daysAgo: Int, note: String?)]
        var renewalInDays: Int?
        var churn: Double?
        let stage: LifecycleStage
        let rule: StageRule
        var testDescription: String { name }
    }

    static let loyalUse: [(Event.Kind, daysAgo: Int, note: String?)] =
        [(.firstPurchase, 800, nil), (.renewal, 435, nil), (.renewal, 70, nil)]
        + stride(from: 790, to: 0, by: -7).map { (.login, $0, nil) }
    static let steadyUse: [(Event.Kind, daysAgo: Int, note: String?)] =
        [(.firstPurchase, 200, nil)] + stride(from: 199, to: 0, by: -7).map { (.login, $0, nil) }

    static let journeys: [Journey] = [
        Journey(name: "lead", events: [(.leadCreated, 9, nil), (.call, 3, nil)], stage: .lead, rule: .leadCreated),
        Journey(
            name: "qualified", events: [(.leadCreated, 9, nil), (.stageChanged, 3, "lead → qualified")],
            stage: .qualified, rule: .qualified),
        Journey(
            name: "demo", events: [(.leadCreated, 9, nil), (.demoHeld, 3, nil)], stage: .opportunity,
            rule: .opportunityOpened),
        Journey(
            name: "moved back",
            events: [(.leadCreated, 9, nil), (.demoHeld, 5, nil), (.stageChanged, 3, "proposal → qualified")],
            stage: .qualified, rule: .setByHand),
        Journey(name: "won", events: [(.leadCreated, 60, nil), (.won, 20, nil)], stage: .new, rule: .bought),
        Journey(
            name: "new for 90 days", events: [(.won, 89, nil), (.emailReplied, 1, nil)], stage: .new, rule: .bought),
        Journey(
            name: "no longer new", events: [(.won, 91, nil), (.emailReplied, 1, nil)], stage: .active,
            rule: .settledIn),
        Journey(
            name: "first value long ago", events: [(.won, 80, nil), (.login, 70, nil), (.login, 2, nil)],
            stage: .active, rule: .settledIn),
        Journey(name: "active", events: steadyUse, stage: .active, rule: .settledIn),
        Journey(name: "loyal", events: loyalUse, stage: .loyal, rule: .loyalByRenewals),
        Journey(name: "referral", events: steadyUse + [(.referral, 5, nil)], stage: .loyal, rule: .loyalByReferral),
        Journey(
            name: "unhappy though renewed",
            events: loyalUse + [(.npsAnswered, 1, "score 2"), (.invoiceLate, 1, nil)]
                + [(.ticketRaised, 2, nil), (.ticketSolved, 1, nil)],
            stage: .active, rule: .loyaltyEnded),
        Journey(
            name: "still loyal at health 70",
            events: loyalUse + [(.npsAnswered, 1, "score 0"), (.invoiceLate, 1, nil)],
            stage: .loyal, rule: .loyalByRenewals),
        Journey(
            name: "bought after a long silence",
            events: [(.firstPurchase, 900, nil), (.login, 870, nil), (.login, 840, nil), (.purchase, 20, nil)],
            stage: .wonBack, rule: .boughtAgain),
        Journey(name: "likely churn", events: steadyUse, churn: 0.5, stage: .atRisk, rule: .churnLikely),
        Journey(name: "unlikely churn", events: steadyUse, churn: 0.49, stage: .active, rule: .settledIn),
        Journey(
            name: "low health",
            events: steadyUse.filter { $0.daysAgo > 40 } + [(.ticketRaised, 3, nil), (.ticketRaised, 2, nil)]
                + [(.npsAnswered, 2, "1")],
            stage: .atRisk, rule: .lowHealth),
        Journey(
            name: "usage drop", events: steadyUse + [(.usageDrop, 14, nil)], stage: .atRisk, rule: .usageDropped),
        Journey(
            name: "usage drop long ago", events: steadyUse + [(.usageDrop, 15, nil)], stage: .active, rule: .recovered),
        Journey(
            name: "ticket before renewal", events: steadyUse + [(.ticketRaised, 4, nil)], renewalInDays: 60,
            stage: .atRisk, rule: .problemBeforeRenewal),
        Journey(
            name: "ticket long before renewal", events: steadyUse + [(.ticketRaised, 4, nil)], renewalInDays: 100,
            stage: .active, rule: .settledIn),
        Journey(
            name: "silent", events: steadyUse.filter { $0.daysAgo > 91 }, stage: .churned, rule: .silent),
        Journey(
            name: "silent under contract", events: steadyUse.filter { $0.daysAgo > 91 }, renewalInDays: 100,
            stage: .atRisk, rule: .silent),
        Journey(
            name: "contract ended", events: steadyUse + [(.churned, 1, nil)], stage: .churned, rule: .contractEnded),
        Journey(
            name: "won back", events: steadyUse + [(.churned, 60, nil), (.purchase, 4, nil)], stage: .wonBack,
            rule: .boughtAgain),
        Journey(
            name: "back for long",
            events: [(.firstPurchase, 700, nil), (.churned, 400, nil), (.wonBack, 200, nil)]
                + steadyUse.dropFirst(),
            stage: .active, rule: .settledIn),
    ]

    @Test(arguments: journeys) func everyStageNamesItsRule(_ row: Journey) throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = row.events.map { kind, days, note in
            Event(subject: Sample.lead, kind: kind, at: now.adding(days: -days), note: note)
        }
        let renewal = row.renewalInDays.map { now.date.adding(days: $0) }
        let history = StageHistory(events: events, now: now, renewalDate: renewal, churnProbability: row.churn)
        let current = try #require(history.current)
        #expect(current.stage == row.stage)
        #expect(current.rule == row.rule)
        #expect(!current.evidence.isEmpty)
        #expect(history.changes.map(\.at) == history.changes.map(\.at).sorted())
        for (earlier, later) in zip(history.changes, history.changes.dropFirst()) {
            #expect(later.previous == earlier.stage && later.stage != earlier.stage)
        }
    }

    @Test func cutoffsAreTheTenants() throws {
        let now = try Sample.at("2026-06-28T12:00")
        let events = StageTests.steadyUse.map { kind, days, note in
            Event(subject: Sample.lead, kind: kind, at: now.adding(days: -days), note: note)
        }
        var cutoffs = StageCutoffs()
        cutoffs.churn = 0.2
        let history = StageHistory(events: events, now: now, cutoffs: cutoffs, churnProbability: 0.25)
        #expect(history.current?.stage == .atRisk)
        #expect(StageRule.churnLikely.sentence(cutoffs) == "churn probability at least 20%")
    }

    @Test func nothingHasNoStage() throws {
        #expect(StageHistory(events: [], now: try Sample.at("2026-06-28")).current == nil)
    }

    static let healths: [(events: [(Event.Kind, daysAgo: Int, note: String?)], health: Double)] = [
        ([], 79),  // 4 · 0.7 + 3 · 1 + 1 · 0.7 + 2 · 0.7
        ([(.npsAnswered, 5, "score 10")], 85),
        ([(.npsAnswered, 5, "0")], 65),
        ([(.invoiceLate, 5, nil)], 72),
        ([(.ticketRaised, 5, nil)], 49 + 30 / 1.8),
        ([(.ticketRaised, 5, nil), (.ticketSolved, 4, nil)], 49 + 30 / 1.2),
        ([(.ticketRaised, 95, nil), (.ticketSolved, 94, nil)], 79),
        ([(.login, 40, nil), (.login, 35, nil), (.login, 5, nil)], 71),
        ([(.login, 40, nil)], 51),
        ([(.login, 40, nil), (.login, 5, nil), (.usageDrop, 2, nil)], 71),
    ]

    @Test(arguments: healths) func healthIsTheWeightedMeanOfItsParts(
        _ events: [(Event.Kind, daysAgo: Int, note: String?)], _ expected: Double
    ) throws {
        let now = try Sample.at("2026-06-28T12:00")
        let health = Health(
            events: events.map { kind, days, note in
                Event(subject: Sample.lead, kind: kind, at: now.adding(days: -days), note: note)
            }, at: now)
        #expect(abs(health.value - expected) < 1e-9)
        #expect(health.parts.map(\.name) == ["usage", "tickets", "payment", "survey"])
    }
}
