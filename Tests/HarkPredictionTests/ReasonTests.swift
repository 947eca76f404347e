import HarkCore
import HarkPrediction
import Testing

struct ReasonTests {
    /// A lead with something to say in every feature.
    static let lead: LeadHistory = {
        var lead = Lead(
            id: Identifier(1), person: "Ada", companyName: "Acme", source: "referral", email: "ada@example.com",
            createdAt: Histories.now.adding(days: -50))
        lead.engagementScore = 80
        lead.pagesVisited = 12
        lead.attributes = ["Region": .text("North"), "Newsletter": .flag(true)]
        let subject = RecordReference(.lead, 1)
        let kinds: [(Event.Kind, days: Int)] = [
            (.pageVisit, 48), (.pricingVisit, 45), (.pricingVisit, 44), (.pricingVisit, 43), (.emailSent, 42),
            (.demoHeld, 40),
        ]
        return LeadHistory(
            lead: lead, company: Company(name: "Acme", industry: "Retail", size: 120),
            events: kinds.map { Event(subject: subject, kind: $0.0, at: Histories.now.adding(days: -$0.days)) })
    }()

    static let learned = [
        "source is referral", "company size 120", "engagement score 80", "pricing page 3 visits",
        "last touch 40 days ago", "came in 50 days ago", "Region is North", "Newsletter is yes",
    ]

    @Test func aModelSaysWhatItSaw() throws {
        let predictor = try Predictor.trained(
            onLeads: Histories.leads(300, seed: 1), now: Histories.now, version: 1, seed: 1,
            settings: TrainingTests.light)
        let score = predictor.score(Self.lead, now: Histories.now, cutoffs: PriorityCutoffs())
        let reasons = score.contributions.map(\.reason)
        for reason in Self.learned { #expect(reasons.contains(reason), "\(reasons)") }
        let source = try #require(score.contributions.first { $0.feature == "source" })
        let rate = try #require(source.cohortRate)
        #expect(rate > 0.5 && rate < 1 && source.logOdds > 0 && source.points > 0)
        #expect(predictor.facet(ofFeature: "source") == .fit)
        #expect(predictor.facet(ofFeature: "pricing_visits") == .engagement)
        #expect(predictor.facet(ofFeature: "calibration") == nil)
    }

    @Test func aPairOfFeaturesIsSaidTogether() throws {
        var leads = Histories.leads(600, seed: 2, shuffled: true)
        for (index, history) in leads.enumerated() {
            let isNorth = history.lead.attributes["Region"] == .text("North")
            let reads = history.lead.attributes["Newsletter"] == .flag(true)
            leads[index].lead.converted = (isNorth == reads) != index.isMultiple(of: 10)
        }
        let predictor = try Predictor.trained(
            onLeads: leads, now: Histories.now, version: 1, seed: 2, settings: TrainingTests.light)
        let score = predictor.score(Self.lead, now: Histories.now, cutoffs: PriorityCutoffs())
        let pair = try #require(score.contributions.first { $0.feature == "Newsletter × Region" })
        #expect(pair.reason == "Newsletter is yes and Region is North")
        #expect(pair.logOdds > 0.5 && score.sum == score.logOdds)
        #expect(predictor.facet(ofFeature: pair.feature) == .fit)
        let read = try Predictor(json: predictor.json)
        #expect(read.score(Self.lead, now: Histories.now, cutoffs: PriorityCutoffs()) == score)
    }

    @Test func rulesSayWhatTheySaw() {
        let score = Predictor.rules(for: .conversion).score(Self.lead, now: Histories.now, cutoffs: PriorityCutoffs())
        #expect(
            score.contributions.map(\.reason) == [
                "source is referral", "engagement score 80", "12 pages visited", "pricing page 3 visits",
                "demo booked or held", "last touch 40 days ago",
            ])
        #expect(score.contributions.allSatisfy { $0.cohortRate == nil })
        #expect(score.priority == .high)
    }

    @Test func churnRulesSayWhatTheySaw() {
        var customer = Customer(
            id: Identifier(1), name: "Acme", since: Histories.now.adding(days: -1000).date,
            renewalDate: Histories.now.adding(days: -305).date)
        customer.churned = nil
        let subject = RecordReference(.customer, 1)
        let events = [
            Event(subject: subject, kind: .npsAnswered, at: Histories.now.adding(days: -200), note: "score 3 of 10"),
            Event(subject: subject, kind: .invoiceLate, at: Histories.now.adding(days: -90)),
            Event(subject: subject, kind: .login, at: Histories.now.adding(days: -70)),
        ]
        let tickets = [
            Ticket(customer: customer.id, subject: "Down", openedAt: Histories.now.adding(days: -5)),
            Ticket(
                customer: customer.id, subject: "Old", status: .closed, openedAt: Histories.now.adding(days: -50),
                closedAt: Histories.now.adding(days: -40)),
        ]
        let score = Predictor.rules(for: .churn).score(
            CustomerHistory(customer: customer, events: events, tickets: tickets), now: Histories.now, churnCutoff: 0.5)
        #expect(
            score.contributions.map(\.reason) == [
                "last activity 70 days ago", "1 open ticket", "1 invoice late in 180 days", "NPS answer 3",
                "renewal in 60 days", "customer for over two years",
            ])
    }
}
