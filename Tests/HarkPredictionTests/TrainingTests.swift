import HarkCore
import HarkLearning
import HarkPrediction
import Testing

struct TrainingTests {
    /// Fast enough for a debug build.
    static let light: TrainingSettings = {
        var settings = TrainingSettings()
        settings.bags = 3
        settings.rounds = 150
        return settings
    }()

    static func auc(_ probabilities: [Double], _ outcomes: [Bool]) throws -> Double {
        try Metrics(probabilities, outcomes: outcomes).auc
    }

    @Test func leadsAreToldApartByWhatIsTrueOfThem() throws {
        let leads = Histories.leads(700, seed: 1)
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 3, seed: 7, settings: Self.light)
        let summary = try #require(predictor.summary)
        #expect(predictor.name == "conversion v3")
        #expect(summary.rows == 700 && summary.usesTime && summary.leaks.isEmpty && summary.hasSignal)
        #expect(summary.basis == .newest)
        let fresh = Histories.leads(700, seed: 2)
        let outcomes = fresh.map { $0.lead.converted == true }
        let asSeen = fresh.map { history in
            var history = history
            history.events.removeAll { [.stageChanged, .won, .lost, .firstPurchase, .meeting].contains($0.kind) }
            return history
        }
        let auc = try Self.auc(predictor.probabilities(asSeen, now: Histories.now), outcomes)
        #expect(auc > 0.76 && auc < 0.9)
    }

    @Test func customersAreToldApartByWhatIsTrueOfThem() throws {
        let predictor = try Predictor.trained(
            onCustomers: Histories.customers(600, seed: 3), now: Histories.now, version: 1, seed: 7,
            settings: Self.light)
        let summary = try #require(predictor.summary)
        #expect(predictor.target == .churn && summary.usesTime && summary.basis == .outOfFold)
        #expect(summary.quality.auc > 0.72 && summary.quality.auc < 0.9)
    }

    @Test(arguments: [1.0, -1.0])
    func aScoreFollowsTheDirectionAskedFor(_ sign: Double) throws {
        var settings = Self.light
        if sign > 0 { settings.rising = ["page_visits"] } else { settings.falling = ["page_visits"] }
        let predictor = try Predictor.trained(
            onLeads: Histories.leads(400, seed: 8), now: Histories.now, version: 1, seed: 7, settings: settings)
        let lead = Histories.leads(1, open: 1, seed: 9)[1]
        let scores = try (0...30).map { visits in
            try predictor.score(
                lead, if: "page_visits", is: String(visits), now: Histories.now, cutoffs: PriorityCutoffs()
            ).logOdds
        }
        #expect(zip(scores, scores.dropFirst()).allSatisfy { sign * ($1 - $0) >= 0 })
        let unbound = predictor.numbers
        #expect(unbound.contains("page_visits") && !unbound.contains("source"))
    }

    @Test func withoutDatesOnlyWhatHasNoDateIsLearned() throws {
        let customers = Histories.customers(400, seed: 4, dated: false)
        let predictor = try Predictor.trained(
            onCustomers: customers, now: Histories.now, version: 1, seed: 7, settings: Self.light)
        #expect(predictor.summary?.usesTime == false)
        let score = predictor.score(customers[0], now: Histories.now, churnCutoff: 0.5)
        let features = Set(score.contributions.map(\.feature))
        #expect(features.isSuperset(of: ["Contract", "Tickets last year"]))
        #expect(features.isDisjoint(with: ["logins_30d", "days_since_last_touch", "tickets_open", "tenure_days"]))
    }

    @Test func shuffledOutcomesGiveNoSignal() throws {
        let predictor = try Predictor.trained(
            onLeads: Histories.leads(500, seed: 5, shuffled: true), now: Histories.now, version: 1, seed: 7,
            settings: Self.light)
        let summary = try #require(predictor.summary)
        #expect(summary.quality.auc < 0.6)
        #expect(summary.quality.aucLow < 0.52)
    }

    @Test func aColumnWrittenAfterTheOutcomeIsLeftOut() throws {
        var leads = Histories.leads(500, seed: 6)
        for index in leads.indices {
            leads[index].lead.attributes["Tags"] = .text(leads[index].lead.converted == true ? "Will pay" : "Ringing")
        }
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 7, settings: Self.light)
        #expect(predictor.summary?.leaks.map(\.column) == ["Tags"])
        let score = predictor.score(leads[0], now: Histories.now, cutoffs: PriorityCutoffs())
        #expect(!score.contributions.contains { $0.feature == "Tags" })
    }

    @Test func refusedColumnsAreNotLearned() throws {
        var settings = Self.light
        settings.refused = ["source", "Region"]
        let leads = Histories.leads(200, seed: 8)
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 7, settings: settings)
        let features = predictor.score(leads[0], now: Histories.now, cutoffs: PriorityCutoffs()).contributions.map(
            \.feature)
        #expect(!features.contains("source") && !features.contains("Region") && features.contains("Newsletter"))
    }

    /// Won, lost, and whether that is enough to learn from.
    static let counts: [(won: Int, lost: Int, isLearned: Bool)] = [
        (0, 0, false), (39, 200, false), (200, 39, false), (40, 40, true),
    ]

    @Test(arguments: counts)
    func rulesScoreUntilThereAreFortyOfEach(_ row: (won: Int, lost: Int, isLearned: Bool)) throws {
        let leads = Histories.leads(900, open: 5, seed: 9)
        let won = leads.filter { $0.lead.converted == true }.prefix(row.won)
        let lost = leads.filter { $0.lead.converted == false }.prefix(row.lost)
        let open = leads.filter { $0.lead.converted == nil }
        let predictor = try Predictor.trained(
            onLeads: Array(won) + lost + open, now: Histories.now, version: 1, seed: 7, settings: Self.light)
        #expect(predictor.isLearned == row.isLearned)
        #expect(predictor.name == (row.isLearned ? "conversion v1" : "rules"))
        #expect((predictor.summary == nil) == !row.isLearned)
    }

    @Test func sixRowsRepeatedSayNothing() throws {
        let few = Histories.leads(6, seed: 10)
        var leads: [LeadHistory] = []
        for number in 0..<200 {
            var lead = few[number % 6].lead
            lead.id = Identifier(Int64(number))
            lead.closedAt = nil
            lead.converted = (number / 6).isMultiple(of: 2)
            leads.append(LeadHistory(lead: lead))
        }
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 7, settings: Self.light)
        #expect(!predictor.isLearned)
    }

    @Test func theSameSeedGivesTheSameModel() throws {
        let leads = Histories.leads(200, seed: 11)
        let texts = try (0..<2).map { _ in
            try Predictor.trained(onLeads: leads, now: Histories.now, version: 1, seed: 7, settings: Self.light).json
        }
        #expect(texts[0] == texts[1])
        let other = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 8, settings: Self.light)
        #expect(other.json != texts[0])
    }

    @Test func settingsOutOfRangeAreRefused() {
        var settings = TrainingSettings()
        settings.churnWindowDays = 0
        #expect(throws: PredictionError.invalidSetting(name: "churnWindowDays", reason: "must be at least 1")) {
            try Predictor.trained(onCustomers: [], now: Histories.now, version: 1, seed: 7, settings: settings)
        }
    }
}
