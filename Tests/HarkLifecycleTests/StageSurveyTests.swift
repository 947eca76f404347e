import HarkCore
import Testing

@testable import HarkLifecycle

struct StageSurveyTests {
    private static let now = LocalDateTime(secondsSinceEpoch: 1_772_530_200)

    /// A journey as stages with the day each began, counted back from now.
    private static func journey(_ id: Int64, _ kind: RecordKind, _ steps: [(LifecycleStage, Int)]) -> [StageEntry] {
        var before: LifecycleStage?
        return steps.map { stage, days in
            defer { before = stage }
            return StageEntry(
                RecordReference(kind, id), from: before, to: stage, rule: "bought", evidence: "",
                at: now.adding(days: -days))
        }
    }

    private static let leads =
        journey(1, .lead, [(.lead, 50), (.qualified, 40), (.opportunity, 30), (.new, 10)])
        + journey(2, .lead, [(.lead, 50), (.qualified, 30)]) + journey(3, .lead, [(.lead, 60)])
        + journey(4, .lead, [(.lead, 20)])

    @Test func theFunnelCountsHowFarEachCame() {
        let lost = RecordReference(.lead, 3)
        let survey = StageSurvey(Self.leads, kind: .lead, ended: [lost: Self.now.adding(days: -20)], now: Self.now)
        #expect(survey.lines.map(\.stage) == [.lead, .qualified, .opportunity, .new])
        #expect(survey.lines.map(\.reached) == [4, 2, 1, 1])
        #expect(survey.lines.map(\.here) == [1, 1, 0, 1])
        #expect(survey.lines.map(\.conversion) == [nil, 0.5, 0.5, 1])
        // Ten, twenty and forty days are over; a fourth has stayed twenty so far.
        #expect(survey.lines[0].stay.finished == 3)
        #expect(survey.lines[0].stay.quarter == 10 && survey.lines[0].stay.median == 20)
    }

    struct Stay: Sendable {
        let days: [(Double, isOver: Bool)]
        let quartiles: [Double?]
    }

    static let stays: [Stay] = [
        Stay(days: [], quartiles: [nil, nil, nil]), Stay(days: [(9, false)], quartiles: [nil, nil, nil]),
        Stay(days: [(9, true)], quartiles: [9, 9, 9]),
        Stay(days: [(1, true), (2, true), (3, true), (4, true)], quartiles: [1, 2, 3]),
        Stay(days: [(1, true), (2, false), (3, false), (4, false)], quartiles: [1, nil, nil]),
        Stay(days: [(1, false), (2, true), (3, true)], quartiles: [2, 2, 3]),
        Stay(days: [(2, false), (2, true)], quartiles: [2, 2, nil]),
    ]

    @Test(arguments: stays) func quartilesCountThoseStillThere(_ row: Stay) {
        let stay = StageStay(row.days.map { StageStay.Spell(days: $0, isOver: $1) })
        #expect([stay.quarter, stay.median, stay.threeQuarters] == row.quartiles)
    }

    @Test func movementsComparesTwoMoments() {
        let survey = StageSurvey(Self.leads, kind: .lead, ended: [:], now: Self.now)
        let moves = survey.movements(from: Self.now.adding(days: -45), until: Self.now.adding(days: -15))
        #expect(
            moves == [
                .init(from: nil, to: .lead, count: 1), .init(from: .lead, to: .lead, count: 1),
                .init(from: .lead, to: .qualified, count: 1), .init(from: .lead, to: .opportunity, count: 1),
            ])
        #expect(survey.movements(from: Self.now.adding(days: -90), until: Self.now.adding(days: -80)).isEmpty)
    }

    // MARK: Kept entries

    private func entries(_ events: [(Event.Kind, Int, String?)], after last: StageEntry? = nil, churn: Double? = nil)
        -> [StageEntry]
    {
        let record = RecordReference(.customer, 7)
        let all = events.map { Event(subject: record, kind: $0, at: Self.now.adding(days: -$1), note: $2) }
        return StageHistory(events: all, now: Self.now, churnProbability: churn)
            .entries(of: record, after: last, now: Self.now)
    }

    private let steady: [(Event.Kind, Int, String?)] =
        [(.firstPurchase, 200, nil)] + stride(from: 199, to: 0, by: -7).map { (.login, $0, nil) }

    @Test func theFirstLookKeepsTheWholePast() {
        #expect(entries(steady).map(\.to) == [.new, .active])
        #expect(entries(steady, churn: 0.9).map(\.rule) == ["bought", "settled-in", "churn-likely"])
    }

    @Test func laterLooksAddWhatIsNewAndRewriteNothing() throws {
        let last = try #require(entries(steady, churn: 0.9).last)
        #expect(entries(steady, after: last, churn: 0.9).isEmpty)
        let back = entries(steady, after: last)
        #expect(back.map(\.to) == [.active] && back.map(\.from) == [.atRisk] && back.map(\.at) == [Self.now])
    }

    @Test func aWonLeadHasNoCustomerStages() {
        let record = RecordReference(.lead, 1)
        let events = [(Event.Kind.leadCreated, 400), (.won, 300)].map {
            Event(subject: record, kind: $0, at: Self.now.adding(days: -$1))
        }
        let kept = StageHistory(events: events, now: Self.now).entries(of: record, after: nil, now: Self.now)
        #expect(kept.map(\.to) == [.lead, .new])
    }

    // MARK: By hand

    struct Hand: Sendable {
        let name: String
        let note: String
        var days = 1
        var churn: Double?
        var after: [Event.Kind] = []
        let stage: LifecycleStage
        let rule: StageRule
    }

    static let hands: [Hand] = [
        Hand(name: "no hand", note: "settled", churn: 0.9, stage: .atRisk, rule: .churnLikely),
        Hand(
            name: "holds against the rule", note: "at-risk → active because they signed", churn: 0.9, stage: .active,
            rule: .settledIn),
        Hand(
            name: "for 90 days", note: "at-risk → active because they signed", days: 91, churn: 0.9, stage: .atRisk,
            rule: .churnLikely),
        Hand(
            name: "until another rule speaks", note: "at-risk → active because they signed", churn: 0.9,
            after: [.churned], stage: .churned, rule: .contractEnded),
        Hand(
            name: "forward too", note: "active → loyal because they praise us", stage: .loyal, rule: .setByHand),
    ]

    @Test(arguments: hands) func whatIsSetByHandHoldsForAWhile(_ row: Hand) {
        let record = RecordReference(.customer, 7)
        var events = steady.map { Event(subject: record, kind: $0, at: Self.now.adding(days: -$1), note: $2) }
        events.append(
            Event(subject: record, kind: .stageChanged, at: Self.now.adding(days: -row.days), note: row.note))
        events += row.after.map { Event(subject: record, kind: $0, at: Self.now.adding(minutes: -5)) }
        let current = StageHistory(events: events, now: Self.now, churnProbability: row.churn).current
        #expect(current?.stage == row.stage && current?.rule == row.rule, "\(row.name): \(String(describing: current))")
    }

    @Test(arguments: LifecycleStage.allCases) func goingBackIsAgainstTheOrder(_ stage: LifecycleStage) {
        #expect(!stage.isBack(from: .lead) && !stage.isBack(from: stage))
        #expect(stage.isBack(from: .wonBack) == (stage != .wonBack))
    }

    @Test func aTenantDrawsItsOwnLines() {
        var settings = Tenant.Settings()
        settings.stageCutoffs = ["new-days": 10, "loyal-renewals": 3, "unheard-of": 1]
        let cutoffs = StageCutoffs(settings)
        #expect(cutoffs.newDays == 10 && cutoffs.loyalRenewals == 3 && cutoffs.lowHealth == 40)
        #expect(StageCutoffs.lines.allSatisfy { $0.range.contains(StageCutoffs().value($0)) })
        #expect(StageRule.bought.sentence(cutoffs).contains("10 days"))
    }
}
