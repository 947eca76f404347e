public import HarkCore

/// What plays know of one record at one moment.
public struct PlayRecord: Sendable {
    /// The record.
    public let reference: RecordReference
    /// Where it stands.
    public internal(set) var stage: LifecycleStage
    /// What it is worth: the amount of a lead, a year of a customer.
    public let value: Money
    /// The facts known.
    public internal(set) var facts: [PlayFact: Double] = [:]
    var words: [PlayWord: String] = [:]

    init(_ reference: RecordReference, name: String, stage: LifecycleStage, value: Money) {
        self.reference = reference
        self.stage = stage
        self.value = value
        words[.name] = name
    }
}

/// What beside its own rows decides what a record is worth.
public struct PlayMeasure: Sendable {
    /// The value of a record that has none.
    public var usual: Money
    /// From here on a value is among the highest fifth.
    public var large: Int64

    /// Measures the values there are; `currency` counts where there are none.
    public init(_ values: [Money], currency: String) {
        let sorted = values.map(\.minorUnits).sorted()
        let middle = sorted.isEmpty ? 0 : sorted[sorted.count / 2]
        usual = Money(minorUnits: middle, currency: currency)
        large = sorted.isEmpty ? .max : sorted[sorted.count * 4 / 5]
    }
}

extension PlayRecord {
    /// A lead that is still open; `nil` for one that is decided.
    ///
    /// - Parameters:
    ///   - deal: Its open deal, if there is one.
    ///   - contacts: How many contacts are known at its company.
    ///   - score: `0...100`; `nil` before it has one.
    public init?(
        lead: Lead, deal: Deal?, contacts: Int, events: [Event], messages: [Message], activities: [Activity],
        score: Double?, measure: PlayMeasure, now: LocalDateTime
    ) {
        guard lead.converted == nil, lead.status != .converted, lead.status != .disqualified else { return nil }
        let value = deal?.amount ?? lead.amount ?? measure.usual
        let history = StageHistory(events: events, now: now)
        let stage = history.current?.stage ?? .lead
        self.init(
            RecordReference(.lead, lead.id.rawValue), name: lead.displayName,
            stage: stage == .lead && lead.status == .qualified ? .qualified : stage, value: value)
        guard self.stage.isBeforePurchase else { return nil }
        words[.company] = lead.companyName.isEmpty ? nil : lead.companyName
        words[.deal] = deal?.name
        facts[.score] = score
        facts[.chance] = score.map { $0 / 100 }
        facts[.ageDays] = now.days(since: lead.createdAt)
        facts[.contacts] = Double(contacts)
        facts[.large] = value.minorUnits >= measure.large ? 1 : 0
        if let days = deal?.closeDate.map({ Double($0.daysSinceEpoch - now.date.daysSinceEpoch) }) {
            facts[.closeDays] = days
            facts[.overdueDays] = max(0, -days)
        }
        add(events, messages, activities, now)
    }

    /// A customer.
    ///
    /// - Parameters:
    ///   - risk: The probability that it leaves, `0...1`; `nil` before it has one.
    ///   - cutoffs: The tenant's lines between stages.
    public init(
        customer: Customer, events: [Event], tickets: [Ticket], messages: [Message], activities: [Activity],
        risk: Double?, measure: PlayMeasure, cutoffs: StageCutoffs, now: LocalDateTime
    ) {
        let month = customer.monthlyValue ?? measure.usual
        let reference = RecordReference(.customer, customer.id.rawValue)
        let life = StageHistory.life(of: reference, events: events, tickets: tickets, activities: activities)
        let history = StageHistory(
            events: life, now: now, cutoffs: cutoffs, renewalDate: customer.renewalDate,
            customerSince: customer.since?.midnight ?? life.first?.at,
            churnProbability: risk)
        self.init(
            reference, name: customer.name,
            stage: customer.churned == true ? .churned : history.current?.stage ?? .new,
            value: Money(minorUnits: month.minorUnits * 12, currency: month.currency))
        words[.stageReason] = history.current?.evidence
        facts[.risk] = risk
        facts[.riskPercent] = risk.map { $0 * 100 }
        facts[.large] = month.minorUnits >= measure.large ? 1 : 0
        facts[.sinceDays] = customer.since.map { Double(now.date.daysSinceEpoch - $0.daysSinceEpoch) }
        facts[.churnedDays] = customer.churnedAt.map { Double(now.date.daysSinceEpoch - $0.daysSinceEpoch) }
        if customer.churned != true {
            facts[.health] = history.health.value
            facts[.renewalDays] = customer.renewalDate.map { Double($0.daysSinceEpoch - now.date.daysSinceEpoch) }
        }
        facts[.nps] = history.facts.nps
        facts[.referrals] = history.facts.hasReferred ? 1 : 0
        add(tickets, now)
        addUse(history.facts.uses, now)
        add(events, messages, activities, now)
    }

    private mutating func add(_ tickets: [Ticket], _ now: LocalDateTime) {
        let open = tickets.filter { $0.status != .closed && $0.openedAt <= now }
        facts[.openTickets] = Double(open.count)
        guard let oldest = open.min(by: { ($0.openedAt, $0.id.rawValue) < ($1.openedAt, $1.id.rawValue) }) else {
            return
        }
        facts[.ticketDays] = now.days(since: oldest.openedAt)
        words[.ticket] = oldest.id.description
    }

    /// Uses are sorted, the oldest first.
    private mutating func addUse(_ uses: [LocalDateTime], _ now: LocalDateTime) {
        let recent = uses.count { now.days(since: $0) < 28 }
        let before = uses.count { (28..<56).contains(now.days(since: $0)) }
        facts[.uses28d] = Double(recent)
        guard before >= 3 else { return }
        facts[.usage] = Double(recent) / Double(before)
        facts[.usagePercent] = 100 * Double(recent) / Double(before)
    }

    /// What both kinds have: touches, silence, and what is planned.
    private mutating func add(
        _ events: [Event], _ messages: [Message], _ activities: [Activity], _ now: LocalDateTime
    ) {
        let past = events.filter { $0.at <= now }
        func days(_ kinds: Set<Event.Kind>) -> Double? {
            past.filter { kinds.contains($0.kind) }.map(\.at).max().map { now.days(since: $0) }
        }
        let done = activities.filter { $0.kind == .call || $0.kind == .meeting }
            .compactMap { $0.at ?? $0.createdAt }.filter { $0 <= now }
        let sent = messages.filter { $0.direction == .outgoing && $0.at <= now }.map(\.at)
        let ours = past.filter { PlayRecord.touches.contains($0.kind) }.map(\.at) + done + sent
        let theirs = messages.filter { $0.direction == .incoming && $0.at <= now }.map(\.at)
        let lastTouch = ours.max()
        facts[.touchDays] = lastTouch.map { now.days(since: $0) }
        let signs = past.filter { JourneyFacts.signsOfLife.contains($0.kind) }.map(\.at) + theirs
        facts[.silenceDays] = signs.max().map { now.days(since: $0) }
        if let last = theirs.max(), lastTouch.map({ $0 < last }) ?? true {
            facts[.unansweredDays] = now.days(since: last)
        }
        facts[.planned] = Double(
            activities.count { !$0.done && ($0.at.map { $0 >= now.date.midnight } ?? ($0.kind == .task)) })
        facts[.replies] = Double(past.count { $0.kind == .emailReplied })
        facts[.pricingVisits14d] = Double(past.count { $0.kind == .pricingVisit && now.days(since: $0.at) < 14 })
        facts[.lateInvoices90d] = Double(past.count { $0.kind == .invoiceLate && now.days(since: $0.at) < 90 })
        facts[.bookedDemos] = Double(past.count { $0.kind == .demoBooked && now.days(since: $0.at) < 30 })
        facts[.demoDays] = days([.demoHeld])
        facts[.proposalDays] = days([.proposalSent])
        facts[.meetingDays] = days([.meeting, .demoHeld])
        facts[.upgradeDays] = days([.upgrade])
    }

    /// What the tenant does to be in touch.
    private static let touches: Set<Event.Kind> = [.emailSent, .call, .meeting, .demoHeld, .proposalSent]
}
