public import HarkCore

/// What is known of a record at one moment, gathered event by event.
public struct JourneyFacts: Hashable, Sendable {
    /// When the lead was created, qualified, and became an opportunity.
    public var leadSince: LocalDateTime?
    public var qualifiedAt: LocalDateTime?
    public var opportunityAt: LocalDateTime?
    /// When the first purchase was made or the deal won.
    public var customerSince: LocalDateTime?
    /// When what was bought was first used.
    public var firstValueAt: LocalDateTime?
    /// When the contract ended, unless the customer has come back since.
    public var churnedAt: LocalDateTime?
    public var wonBackAt: LocalDateTime?
    /// The last sign of life from their side.
    public var lastActivity: LocalDateTime?
    /// The mean gap between signs of life in days, over about the last eight; `nil` before the second.
    public var usualGapDays: Double?
    public var openTickets = 0
    public var renewals = 0
    public var hasReferred = false
    public var lastUsageDrop: LocalDateTime?
    /// The answer to the last survey, `0...10`.
    public var nps: Double?
    /// The share of invoices paid on time, newer ones counting more, `0...1`; `nil` before the first.
    public var punctuality: Double?
    /// Times of raised tickets, oldest first.
    public var tickets: [LocalDateTime] = []
    /// Times of log-ins and purchases, oldest first.
    public var uses: [LocalDateTime] = []
    /// Contract dates known or seen later, oldest first.
    public var renewalDates: [LocalDateTime] = []
    /// The stage somebody set a customer to last.
    public var hand: StageByHand?
    /// The newest churn probability, `0...1`.
    public var churnProbability: Double?

    /// Knows nothing yet.
    public init() {}

    /// Takes in the next event; events must come in the order of time.
    public mutating func apply(_ event: Event) {
        noteSignOfLife(event)
        switch event.kind {
        case .leadCreated: leadSince = leadSince ?? event.at
        case .stageChanged:
            let isBought = customerSince != nil || churnedAt != nil || wonBackAt != nil
            hand = (isBought ? StageByHand(event) : nil) ?? hand
            apply(stageNamed: JourneyPhase.stageName(in: event.note), at: event.at)
        case .demoHeld, .proposalSent: opportunityAt = opportunityAt ?? event.at
        case .won, .firstPurchase: apply(purchaseAt: event.at)
        case .purchase: apply(purchaseAt: event.at); uses.append(event.at)
        case .login: firstValueAt = firstValueAt ?? event.at; uses.append(event.at)
        case .churned: churnedAt = event.at
        case .wonBack: wonBackAt = event.at; churnedAt = nil
        case .ticketRaised: openTickets += 1; tickets.append(event.at)
        case .ticketSolved: openTickets = max(openTickets - 1, 0)
        case .renewal: renewals += 1
        case .referral: hasReferred = true
        case .usageDrop: lastUsageDrop = event.at
        case .npsAnswered: nps = JourneyFacts.firstNumber(in: event.note).map { min($0, 10) } ?? nps
        case .invoicePaid, .invoiceLate:
            let onTime = event.kind == .invoicePaid ? 1.0 : 0
            punctuality = punctuality.map { $0 + (onTime - $0) * 0.25 } ?? onTime
        default: break
        }
    }

    private mutating func apply(purchaseAt moment: LocalDateTime) {
        customerSince = customerSince ?? moment
        if churnedAt != nil { wonBackAt = moment; churnedAt = nil }
    }

    private mutating func apply(stageNamed name: String?, at moment: LocalDateTime) {
        switch name {
        case "qualified": qualifiedAt = moment; opportunityAt = nil
        case "lead", "new", "contacted": if customerSince == nil { qualifiedAt = nil; opportunityAt = nil }
        case "demo", "proposal", "negotiation", "opportunity": opportunityAt = moment
        case "won": apply(purchaseAt: moment)
        default: break
        }
    }

    private mutating func noteSignOfLife(_ event: Event) {
        guard JourneyFacts.signsOfLife.contains(event.kind) else { return }
        if let last = lastActivity {
            let gap = event.at.days(since: last)
            usualGapDays = usualGapDays.map { $0 + (gap - $0) / 8 } ?? gap
        }
        lastActivity = event.at
    }

    static let purchases: Set<Event.Kind> = [.firstPurchase, .won, .purchase]

    static let signsOfLife: Set<Event.Kind> = [
        .signedUp, .emailVerified, .pageVisit, .pricingVisit, .emailOpened, .emailReplied, .call, .meeting, .demoHeld,
        .won, .firstPurchase, .purchase, .login, .upgrade, .downgrade, .ticketRaised, .npsAnswered, .invoicePaid,
        .renewal, .referral, .wonBack,
    ]

    private static func firstNumber(in text: String?) -> Double? {
        let digits = (text ?? "").drop { !($0.isASCII && $0.isNumber) }.prefix { $0.isASCII && $0.isNumber }
        return Double(digits)
    }
}
