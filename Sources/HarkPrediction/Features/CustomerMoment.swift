internal import HarkCore

/// A customer as it was known at one moment: what a customer's features are read from.
///
/// Nothing that was written at or after that moment is counted, and no predicted, real or reversed churn ever is. A class
/// for the same reason as ``LeadMoment``.
final class CustomerMoment: Sendable {
    let customer: Customer
    let company: Company?
    let at: LocalDateTime
    /// The counts of ``counters``.
    let facts: EventFacts
    /// Tickets open at the moment.
    let openTickets: Int
    /// Tickets opened in the 90 days before.
    let recentTickets: Int
    /// The last answer to "would you recommend us", `0...10`.
    let promoterScore: Double?
    /// What was written, the oldest first.
    let passages: [Passage]

    init(_ history: CustomerHistory, at moment: LocalDateTime) {
        customer = history.customer
        company = history.company
        at = moment
        let events = history.events + history.activities.compactMap(\.event)
        var facts = CustomerMoment.tally.facts(events, before: moment)
        for message in history.messages where message.at < moment && message.direction == .incoming {
            facts.touch(message.at)
        }
        self.facts = facts
        let tickets = history.tickets.filter { $0.openedAt < moment }
        openTickets = tickets.count { ticket in
            ticket.closedAt.map { $0 >= moment } ?? (ticket.status != .closed)
        }
        recentTickets = tickets.count { $0.openedAt >= moment.adding(days: -90) }
        promoterScore =
            history.events.last { $0.kind == .npsAnswered && $0.at < moment && $0.promoterScore != nil }?
            .promoterScore
        passages = Passage.newest(
            tickets.map { Passage(source: .ticket($0.id), text: $0.subject, at: $0.openedAt) }
                + Passage.incoming(history.messages, before: moment)
                + Passage.notes(history.activities, before: moment))
    }

    /// Days since anything happened; `nil` before the first touch.
    var daysSinceLastTouch: Double? { facts.lastTouch.map { at.days(since: $0) } }

    /// Days since the first purchase.
    var tenureDays: Double? { customer.since.map { at.days(since: $0.midnight) } }

    /// Days to the first anniversary of the renewal date, at most a year: a date that nobody moved on would give away
    /// who left, and one that was moved on since this moment who stayed.
    var daysToRenewal: Double? {
        guard let date = customer.renewalDate else { return nil }
        var day = date.adding(months: 12 * (at.date.year - date.year))
        if day < at.date { day = date.adding(months: 12 * (at.date.year - date.year + 1)) }
        return Double(day.daysSinceEpoch - at.date.daysSinceEpoch)
    }

    /// How often a counter's kinds happened.
    func count(_ name: String) -> Double {
        guard let index = CustomerMoment.indices[name] else { return 0 }
        return facts.counts[index]
    }

    /// Everything a customer does, or is done for it, while it stays.
    static let counters: [EventCounter] = [
        EventCounter("logins_30d", [.login], days: 30, one: "# log-in", many: "# log-ins", none: "no log-in"),
        EventCounter(
            "activity_90d",
            [
                .login, .pageVisit, .pricingVisit, .emailOpened, .emailReplied, .call, .meeting, .purchase, .upgrade,
            ],
            days: 90, one: "# sign of life", many: "# signs of life", none: "no sign of life"),
        EventCounter(
            "usage_drops_90d", [.usageDrop], days: 90, one: "# usage drop", many: "# usage drops",
            none: "no usage drop"),
        EventCounter(
            "invoices_late_180d", [.invoiceLate], days: 180, one: "# invoice late",
            many: "# invoices late", none: "no invoice late"),
        EventCounter(
            "tickets_raised_90d", [.ticketRaised], days: 90, one: "# ticket raised",
            many: "# tickets raised", none: "no ticket raised"),
        EventCounter(
            "calls_and_meetings_90d", [.call, .meeting], days: 90, one: "# call or meeting",
            many: "# calls and meetings", none: "no call or meeting"),
        EventCounter("purchases", [.purchase], one: "# purchase", many: "# purchases", none: "no purchase"),
        EventCounter("upgrades", [.upgrade], one: "# upgrade", many: "# upgrades", none: "no upgrade"),
        EventCounter("downgrades", [.downgrade], one: "# downgrade", many: "# downgrades", none: "no downgrade"),
        EventCounter("renewals", [.renewal], one: "# renewal", many: "# renewals", none: "no renewal yet"),
        EventCounter("referrals", [.referral], one: "# referral", many: "# referrals", none: "no referral"),
    ]
    private static let tally = EventCounters(counters)
    private static let indices = Dictionary(
        uniqueKeysWithValues: counters.enumerated().map { ($0.element.name, $0.offset) })
}

extension Event {
    /// The first whole number of `0...10` in the note.
    fileprivate var promoterScore: Double? {
        note?.split { !$0.isASCII || !$0.isNumber }.lazy.compactMap { Int($0) }.first { (0...10).contains($0) }
            .map(Double.init)
    }
}
