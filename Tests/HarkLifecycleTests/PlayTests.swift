import HarkCore
import Testing

@testable import HarkLifecycle

struct PlayTests {
    private static let now = LocalDateTime(secondsSinceEpoch: 1_772_530_200)  // 2026-03-03T09:30
    private static let measure = PlayMeasure(
        [Money(minorUnits: 100_000, currency: "EUR"), Money(minorUnits: 900_000, currency: "EUR")], currency: "EUR")

    /// What happened how many days ago, and what is best done then.
    struct LeadRow: Sendable {
        let play: String?
        var events: [(Event.Kind, Int)] = []
        var heard: Int?
        var score: Double? = 60
        var age = 130
        var amount: Int64 = 100_000
        var contacts = 2
        var closes: Int?
        var isPlanned = false
        var isDecided = false
    }

    static let leads: [LeadRow] = [
        LeadRow(play: "reply", heard: 3), LeadRow(play: "reply-today", heard: 0), LeadRow(play: "first-call"),
        LeadRow(play: "first-contact", score: nil),
        LeadRow(play: nil, isPlanned: true), LeadRow(play: nil, heard: 3, isDecided: true),
        LeadRow(play: "call-back", events: [(.emailSent, 6)]), LeadRow(play: nil, events: [(.emailSent, 4)], score: 45),
        LeadRow(play: "send-prices", events: [(.emailSent, 3), (.pricingVisit, 1)]),
        LeadRow(play: "qualify", events: [(.emailReplied, 9), (.emailSent, 2)]),
        LeadRow(play: "book-demo", events: [(.stageChanged, 9), (.emailSent, 2)]),
        LeadRow(play: "send-proposal", events: [(.demoHeld, 3)]),
        LeadRow(play: nil, events: [(.demoHeld, 70), (.call, 1)]),
        LeadRow(play: "chase-proposal", events: [(.demoHeld, 30), (.proposalSent, 12), (.call, 8)]),
        LeadRow(play: "add-stakeholder", events: [(.proposalSent, 2)], amount: 900_000, contacts: 1),
        LeadRow(play: "fix-close-date", events: [(.proposalSent, 2)], closes: -4),
        LeadRow(play: "recycle", events: [(.emailReplied, 95), (.emailSent, 2)], score: 20),
        LeadRow(play: "disqualify", events: [(.pageVisit, 95), (.emailSent, 20)], score: 5),
    ]

    @Test(arguments: leads)
    func theBestWithALead(_ row: LeadRow) throws {
        var lead = Lead(
            person: "Ole Berg", companyName: "Fjordline", createdAt: PlayTests.now.adding(days: -row.age))
        lead.id = Identifier(7)
        lead.amount = Money(minorUnits: row.amount, currency: "EUR")
        lead.converted = row.isDecided ? true : nil
        let subject = RecordReference(.lead, 7)
        let deal = row.closes.map {
            Deal(
                name: "Fjordline fleet", amount: lead.amount, closeDate: PlayTests.now.date.adding(days: $0),
                createdAt: PlayTests.now)
        }
        let record = PlayRecord(
            lead: lead, deal: deal, contacts: row.contacts, events: PlayTests.events(row.events, of: subject),
            messages: PlayTests.messages(row.heard, of: subject),
            activities: PlayTests.work(row.isPlanned, on: subject),
            score: row.score, measure: PlayTests.measure, now: PlayTests.now)
        #expect((record != nil) == !row.isDecided)
        let best = try record.map { try PlayBook.builtIn().actions(for: $0) }?.first
        #expect(best?.play == row.play, "\(String(describing: best))")
    }

    struct CustomerRow: Sendable {
        let play: String?
        var events: [(Event.Kind, Int)] = []
        var heard: Int?
        var risk = 0.3
        var since = 400
        var renews = 200
        var monthly: Int64 = 100_000
        var ticket: Int?
        var left: Int?
        var isPlanned = false
    }

    /// Once a week up to yesterday, with a review not long ago.
    private static let steady: [(Event.Kind, Int)] =
        [(.firstPurchase, 400), (.meeting, 20)] + stride(from: 390, to: 0, by: -7).map { (.login, $0) }

    static let customers: [CustomerRow] = [
        CustomerRow(play: nil, events: steady), CustomerRow(play: "answer-customer", events: steady, heard: 4),
        CustomerRow(play: "escalate-ticket", events: steady, ticket: 6),
        CustomerRow(play: "save-call", events: steady, risk: 0.7),
        CustomerRow(play: nil, events: steady, risk: 0.7, isPlanned: true),
        CustomerRow(play: "executive-call", events: steady, risk: 0.7, monthly: 900_000),
        CustomerRow(play: "renewal-start", events: steady, renews: 60),
        CustomerRow(play: "onboarding-check", events: [(.firstPurchase, 30), (.login, 29)], since: 30),
        CustomerRow(
            play: "training-offer",
            events: steady.filter { $0.0 != .login || $0.1 > 28 } + [(.login, 2), (.invoicePaid, 1)]),
        CustomerRow(play: "chase-invoice", events: steady + [(.invoiceLate, 30), (.invoicePaid, 2)]),
        CustomerRow(play: "value-review", events: steady.filter { $0.0 != .meeting } + [(.meeting, 130)]),
        CustomerRow(
            play: "offer-more", events: steady + [(.renewal, 380), (.renewal, 15), (.npsAnswered, 9)], since: 800),
        CustomerRow(
            play: "ask-referral",
            events: steady + [(.npsAnswered, 9), (.upgrade, 50)]),
        CustomerRow(play: "win-back", events: [(.firstPurchase, 400), (.churned, 80)], left: 80),
        CustomerRow(play: nil, events: [(.firstPurchase, 800), (.churned, 500)], left: 500),
    ]

    @Test(arguments: customers)
    func theBestWithACustomer(_ row: CustomerRow) throws {
        var customer = Customer(name: "Nordlys")
        customer.id = Identifier(3)
        customer.since = PlayTests.now.date.adding(days: -row.since)
        customer.renewalDate = PlayTests.now.date.adding(days: row.renews)
        customer.monthlyValue = Money(minorUnits: row.monthly, currency: "EUR")
        customer.churned = row.left.map { _ in true }
        customer.churnedAt = row.left.map { PlayTests.now.date.adding(days: -$0) }
        let subject = RecordReference(.customer, 3)
        let tickets = row.ticket.map { days in
            [Ticket(customer: customer.id, subject: "Slow", openedAt: PlayTests.now.adding(days: -days))]
        }
        let record = PlayRecord(
            customer: customer, events: PlayTests.events(row.events, of: subject), tickets: tickets ?? [],
            messages: PlayTests.messages(row.heard, of: subject),
            activities: PlayTests.work(row.isPlanned, on: subject),
            risk: row.risk, measure: PlayTests.measure, cutoffs: StageCutoffs(), now: PlayTests.now)
        let best = try PlayBook.builtIn().actions(for: record).first
        #expect(best?.play == row.play, "\(String(describing: best)) \(record.stage)")
    }

    @Test func everyPlayIsTried() throws {
        let tried = Set(PlayTests.leads.compactMap(\.play) + PlayTests.customers.compactMap(\.play))
        // What support does is wise beside what a rep does first.
        #expect(Set(try PlayBook.builtIn().plays.map(\.name)).subtracting(tried) == ["check-in", "ticket-first"])
    }

    @Test func worthIsValueTimesGainAndReasonsHaveFigures() throws {
        var lead = Lead(person: "", companyName: "Fjordline", createdAt: PlayTests.now.adding(days: -9))
        lead.amount = Money(minorUnits: 1_000_000, currency: "EUR")
        let record = try #require(
            PlayRecord(
                lead: lead, deal: nil, contacts: 2,
                events: PlayTests.events([(.emailSent, 6)], of: RecordReference(.lead, 0)), messages: [],
                activities: [], score: 88, measure: PlayTests.measure, now: PlayTests.now))
        let best = try #require(try PlayBook.builtIn().actions(for: record).first)
        #expect(best.reason == "the score is 88 and nobody was in touch for 6 days")
        #expect(best.phrase == "call Fjordline tomorrow" && best.minutes == 15)
        #expect(best.expected == Money(minorUnits: 88_000, currency: "EUR"))
    }

    @Test(arguments: [
        ("  when score >= 3", "1: a play begins with"), ("play a", "1: expected 'play name"),
        ("play a: b\n  when fame >= 3", "2: no fact is called 'fame'"),
        ("play a: b\n  when score > 3", "2: expected >=, <= or ="),
        ("play a: b\n  when stage is asleep", "2: no stage is called 'asleep'"),
        ("play a: b\n  for ghost", "2: no kind is called 'ghost'"),
        ("play a: b\n  gain 3", "2: gain needs a share"), ("play a: b\n  minutes soon", "2: minutes needs"),
        ("play a: b\n  say call {nme}", "2: no fact or word is called 'nme'"),
        ("play a: b\n  say call {name", "2: a { without its }"), ("play a: b\n  sing x", "2: expected for, when"),
        ("play a: b\n  does SING", "2: no command is called 'SING'"),
        ("# c\n\nplay a: b\n  for lead\n", "3: a needs for, because, gain"),
    ])
    func mistakesNameTheirLine(_ text: String, _ message: String) {
        do throws(PlayFileError) {
            _ = try PlayBook(text)
            Issue.record("the mistake went unseen")
        } catch { #expect(error.description.hasPrefix(message), "\(error)") }
    }

    private static func events(_ events: [(Event.Kind, Int)], of subject: RecordReference) -> [Event] {
        events.map { kind, days in
            let note: String? =
                kind == .stageChanged ? "lead → qualified" : kind == .npsAnswered ? "score \(days)" : nil
            return Event(
                subject: subject, kind: kind, at: now.adding(days: kind == .npsAnswered ? -40 : -days), note: note)
        }
    }

    private static func messages(_ days: Int?, of subject: RecordReference) -> [Message] {
        days.map {
            [Message(subject: subject, channel: "email", body: "Hello?", at: now.adding(days: -$0).adding(minutes: -9))]
        } ?? []
    }

    private static func work(_ isPlanned: Bool, on subject: RecordReference) -> [Activity] {
        guard isPlanned else { return [] }
        return [Activity(kind: .call, subject: "Call", related: subject, at: now.adding(days: 1), createdAt: now)]
    }
}
