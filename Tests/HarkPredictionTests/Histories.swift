import HarkCore
import HarkLearning
import HarkPrediction

/// Synthetic histories whose truth is known.
enum Histories {
    static let now = LocalDateTime(secondsSinceEpoch: 1_790_000_000)

    /// The probability that belongs to log-odds.
    static func sigmoid(_ logOdds: Double) -> Double { HarkLearning.sigmoid(logOdds) }

    /// Leads of which referrals, large companies and those who look at prices convert more often.
    ///
    /// - Parameters:
    ///   - open: How many have no outcome yet, after the `count` closed ones.
    ///   - shuffled: Whether outcomes are drawn without regard to all that.
    static func leads(_ count: Int, open: Int = 0, seed: UInt64, shuffled: Bool = false) -> [LeadHistory] {
        var generator = SeededGenerator(seed: seed)
        return (1...(count + open)).map { number in
            var history = lead(Int64(number), using: &generator)
            let isClosed = number <= count
            let roll = Double.random(in: 0..<1, using: &generator)
            guard isClosed else { return history }
            let chance = shuffled ? 0.4 : history.lead.attributes["truth"].flatMap(\.asNumber) ?? 0
            close(&history, won: roll < chance, using: &generator)
            return history
        }.map(withoutTruth)
    }

    /// Customers of which the silent and those with open tickets leave more often.
    static func customers(_ count: Int, seed: UInt64, dated: Bool = true) -> [CustomerHistory] {
        var generator = SeededGenerator(seed: seed)
        return (1...count).map { number in customer(Int64(number), dated: dated, using: &generator) }
    }

    private static func lead(_ number: Int64, using generator: inout SeededGenerator) -> LeadHistory {
        let source = ["referral", "website", "ads", "cold list"].randomElement(using: &generator) ?? ""
        let size = Int.random(in: 1...500, using: &generator)
        let interest = Double.random(in: 0..<1, using: &generator)
        let age = Int.random(in: 40...400, using: &generator)
        var lead = Lead(
            id: Identifier(number), person: "Person \(number)", companyName: "Company \(number)", source: source,
            email: "p\(number)@example.com", createdAt: now.adding(days: -age))
        lead.engagementScore = (100 * interest).rounded()
        let logOdds =
            -2.2 + (source == "referral" ? 1.6 : source == "cold list" ? -1 : 0) + (size > 200 ? 1.2 : 0) + 3 * interest
        lead.attributes = [
            "truth": .number(sigmoid(logOdds)),
            "Region": .text(["North", "South"].randomElement(using: &generator) ?? ""),
            "Newsletter": .flag(Bool.random(using: &generator)),
        ]
        let reference = RecordReference(.lead, number)
        let visits = Int(interest * 20)
        let events = (0..<visits).map { visit in
            Event(
                subject: reference, kind: visit.isMultiple(of: 3) ? .pricingVisit : .pageVisit,
                at: lead.createdAt.adding(minutes: 60 + visit * 1_440))
        }
        let company = Company(name: lead.companyName, industry: "Retail", size: size)
        return LeadHistory(lead: lead, company: company, events: events)
    }

    /// Closes a lead after 30 days, with the events that such a closing writes.
    private static func close(_ history: inout LeadHistory, won: Bool, using generator: inout SeededGenerator) {
        let day = history.lead.createdAt.adding(days: 30)
        history.lead.converted = won
        history.lead.status = won ? .converted : .disqualified
        history.lead.closedAt = day
        let reference = RecordReference(.lead, history.lead.id.rawValue)
        history.events.removeAll { $0.at >= day }
        let kinds: [Event.Kind] = won ? [.stageChanged, .won, .firstPurchase, .meeting] : [.stageChanged, .lost]
        history.events += kinds.map { Event(subject: reference, kind: $0, at: day) }
    }

    private static func withoutTruth(_ history: LeadHistory) -> LeadHistory {
        var history = history
        history.lead.attributes["truth"] = nil
        return history
    }

    private static func customer(
        _ number: Int64, dated: Bool, using generator: inout SeededGenerator
    ) -> CustomerHistory {
        let isSilent = Bool.random(using: &generator)
        let tickets = Int.random(in: 0...3, using: &generator)
        let chance = sigmoid(-2 + (isSilent ? 1.8 : 0) + 0.7 * Double(tickets))
        let left = Double.random(in: 0..<1, using: &generator) < chance
        let reference = RecordReference(.customer, number)
        let end = left ? now.adding(days: -Int.random(in: 0...300, using: &generator)) : now
        var customer = Customer(
            id: Identifier(number), name: "Customer \(number)", since: now.adding(days: -900).date,
            plan: ["basic", "pro"].randomElement(using: &generator),
            monthlyValue: Money(minorUnits: 9_900, currency: "EUR"),
            churned: left)
        if left, dated { customer.churnedAt = end.date }
        customer.attributes = [
            "Contract": .text(isSilent ? "monthly" : "yearly"), "Tickets last year": .number(Double(tickets)),
        ]
        let gap = isSilent ? 60 : 7
        let start = now.adding(days: -900 + Int.random(in: 0..<gap, using: &generator))
        let logins = (0..<(900 / gap)).map { index in
            Event(subject: reference, kind: .login, at: start.adding(days: index * gap))
        }.filter { $0.at < end }
        let problems = (0..<tickets).map { index in
            Ticket(customer: customer.id, subject: "Problem", openedAt: now.adding(days: -800 - index))
        }
        let ending = left && dated ? [Event(subject: reference, kind: .churned, at: end)] : []
        return CustomerHistory(customer: customer, events: logins + ending, tickets: problems)
    }
}

extension AttributeValue {
    fileprivate var asNumber: Double? {
        if case .number(let number) = self { number } else { nil }
    }
}

extension Score {
    /// The intercept and all contributions, added in order.
    var sum: Double { contributions.reduce(intercept) { $0 + $1.logOdds } }
}
