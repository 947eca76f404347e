import HarkCore
import HarkPrediction
import Testing

struct ScoringTests {
    static let cutoffs = PriorityCutoffs()

    @Test(arguments: [UInt64(1), 2, 3])
    func everyScoreIsTheSumOfItsParts(seed: UInt64) throws {
        let leads = Histories.leads(160, open: 40, seed: seed)
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: seed, settings: TrainingTests.light)
        for score in predictor.scores(leads, now: Histories.now, cutoffs: Self.cutoffs) {
            #expect(score.sum == score.logOdds)
            #expect(score.contributions.last?.feature == "calibration")
            #expect(score.contributions.last?.reason == "calibration")
            #expect(score.probability > 0 && score.probability < 1)
            #expect(score.priority == Self.cutoffs.priority(ofScore: score.value))
        }
    }

    @Test func rulesAreSumsToo() {
        let leads = Histories.leads(10, open: 20, seed: 4)
        for score in Predictor.rules(for: .conversion).scores(leads, now: Histories.now, cutoffs: Self.cutoffs) {
            #expect(score.sum == score.logOdds && score.model == "rules" && !score.contributions.isEmpty)
        }
        let customers = Histories.customers(30, seed: 4)
        for score in Predictor.rules(for: .churn).scores(customers, now: Histories.now, churnCutoff: 0.5) {
            #expect(score.sum == score.logOdds && score.model == "rules" && score.target == .churn)
        }
    }

    @Test func manyAtOnceAreScoredAsEachAlone() throws {
        let leads = Histories.leads(150, open: 30, seed: 5)
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 5, settings: TrainingTests.light)
        let alone = leads.map { predictor.score($0, now: Histories.now, cutoffs: Self.cutoffs) }
        #expect(predictor.scores(leads, now: Histories.now, cutoffs: Self.cutoffs) == alone)
        #expect(predictor.probabilities(leads, now: Histories.now) == alone.map(\.probability))
        let customers = Histories.customers(200, seed: 5)
        let churn = try Predictor.trained(
            onCustomers: customers, now: Histories.now, version: 1, seed: 5, settings: TrainingTests.light)
        let each = customers.map { churn.score($0, now: Histories.now, churnCutoff: 0.5) }
        #expect(churn.scores(customers, now: Histories.now, churnCutoff: 0.5) == each)
        #expect(churn.probabilities(customers, now: Histories.now) == each.map(\.probability))
    }

    @Test func whatTrainingNeverSawIsNeutral() throws {
        let leads = Histories.leads(200, seed: 6)
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 6, settings: TrainingTests.light)
        var strange = leads[0]
        strange.lead.source = "carrier pigeon"
        strange.lead.attributes["Region"] = .text("Atlantis")
        strange.lead.attributes["Never heard of"] = .number(1)
        let score = predictor.score(strange, now: Histories.now, cutoffs: Self.cutoffs)
        let parts = Dictionary(grouping: score.contributions, by: \.feature)
        #expect(parts["source"]?.first?.logOdds == 0 && parts["source"]?.first?.reason == "source is carrier pigeon")
        #expect(parts["Region"]?.first?.logOdds == 0)
        #expect(parts["Never heard of"] == nil)
    }

    @Test func whatTheOutcomeWroteChangesNothing() throws {
        let leads = Histories.leads(200, seed: 7)
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 7, settings: TrainingTests.light)
        var told = leads[3]
        told.lead.status = .converted
        told.lead.converted = true
        told.lead.closedAt = Histories.now
        let subject = RecordReference(.lead, told.lead.id.rawValue)
        for kind in [Event.Kind.won, .stageChanged, .firstPurchase, .purchase] {
            told.events.append(Event(subject: subject, kind: kind, at: Histories.now.adding(days: -1)))
        }
        told.events.append(Event(subject: subject, kind: .meeting, at: Histories.now))
        let before = predictor.score(leads[3], now: Histories.now, cutoffs: Self.cutoffs)
        #expect(predictor.score(told, now: Histories.now, cutoffs: Self.cutoffs) == before)
    }

    @Test func pointsAddUpToTheScoreLessItsStart() throws {
        let predictor = Predictor.rules(for: .conversion)
        for lead in Histories.leads(10, seed: 8) {
            let score = predictor.score(lead, now: Histories.now, cutoffs: Self.cutoffs)
            let way = score.value - 100 * Histories.sigmoid(score.intercept)
            #expect(abs(score.contributions.reduce(0) { $0 + $1.points } - way) < 1e-9)
            #expect(score.contributions.allSatisfy { ($0.points > 0) == ($0.logOdds > 0) })
        }
    }

    @Test func aPredictorScoresTheOtherTargetByRules() throws {
        let predictor = try Predictor.trained(
            onLeads: Histories.leads(150, seed: 9), now: Histories.now, version: 1, seed: 9,
            settings: TrainingTests.light)
        let score = predictor.score(Histories.customers(1, seed: 9)[0], now: Histories.now, churnCutoff: 0.5)
        #expect(score.model == "rules" && score.target == .churn)
    }

    /// The share of won leads, and the cut-offs proposed.
    static let proposals: [(won: Int, high: Double, medium: Double)] = [(50, 20, 10), (100, 40, 20), (200, 70, 40)]

    @Test(arguments: proposals)
    func cutoffsAreProposedByTheBaseRate(_ row: (won: Int, high: Double, medium: Double)) throws {
        var leads = Histories.leads(500, seed: 10, shuffled: true)
        for index in leads.indices { leads[index].lead.converted = index < row.won }
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 10, settings: TrainingTests.light)
        #expect(abs(predictor.proposedCutoffs.high - row.high) < 1e-9)
        #expect(abs(predictor.proposedCutoffs.medium - row.medium) < 1e-9)
    }

    @Test func churnPrioritiesFollowTheCutoff() {
        let customers = Histories.customers(60, seed: 11)
        for score in Predictor.rules(for: .churn).scores(customers, now: Histories.now, churnCutoff: 0.3) {
            let expected: Priority = score.probability >= 0.3 ? .high : score.probability >= 0.15 ? .medium : .low
            #expect(score.priority == expected)
        }
    }
}
