/// What plays may ask about a record; all are numbers, and one that is not known is missing.
public enum PlayFact: String, CaseIterable, Hashable, Sendable {
    /// The score, `0...100`, and the same as a probability, `0...1`.
    case score, chance
    /// The probability of leaving, `0...1`, and in per cent.
    case risk, riskPercent = "risk_percent"
    /// `0...100`.
    case health
    /// The answer to the last survey, `0...10`.
    case nps
    /// Days since the record began, and since the customer's first purchase.
    case ageDays = "age_days", sinceDays = "since_days"
    /// Days since somebody of the tenant was in touch, and since the other side gave a sign of life.
    case touchDays = "touch_days", silenceDays = "silence_days"
    /// Days since a message came that nobody has answered.
    case unansweredDays = "unanswered_days"
    /// Planned and not done.
    case planned
    /// Answers by e-mail, ever.
    case replies
    /// Visits to the prices in the last 14 days.
    case pricingVisits14d = "pricing_visits_14d"
    /// Demos that lie ahead, and days since the last one.
    case bookedDemos = "booked_demos", demoDays = "demo_days"
    case proposalDays = "proposal_days", meetingDays = "meeting_days", upgradeDays = "upgrade_days"
    /// Contacts known at the company.
    case contacts
    /// 1 where the record's value is among the highest fifth, else 0.
    case large
    /// Days until the open deal should close, negative once that is over; and how long it is over.
    case closeDays = "close_days", overdueDays = "overdue_days"
    case openTickets = "open_tickets"
    /// Days since the oldest open ticket was raised.
    case ticketDays = "ticket_days"
    /// Days until the contract renews.
    case renewalDays = "renewal_days"
    /// Log-ins and purchases in the last 28 days, and their share of those in the 28 days before.
    case uses28d = "uses_28d", usage, usagePercent = "usage_percent"
    case lateInvoices90d = "late_invoices_90d"
    case referrals
    /// Days since the customer left.
    case churnedDays = "churned_days"

    /// Whether it counts days.
    public var isDays: Bool { rawValue.hasSuffix("_days") }
    /// Whether it is a share in per cent.
    var isPercent: Bool { rawValue.hasSuffix("_percent") }
}

/// Words a play's sentences may use beside facts.
enum PlayWord: String, CaseIterable, Hashable, Sendable {
    /// The record, its company, its open deal, its oldest open ticket, and why it is in its stage.
    case name, company, deal, ticket, stageReason = "stage_reason"
}
