import HarkCore
public import HarkLifecycle
import HarkPrediction
import HarkStore

extension Session {
    /// The tenant's lines between stages.
    public var cutoffs: StageCutoffs { StageCutoffs(tenant.settings) }

    /// Keeps what leads have entered since their stages were looked at last.
    func keepStages(of leads: [LeadHistory], in writing: Writing) throws {
        let last = try writing.reading.lastStageEntries(of: .lead)
        for history in leads {
            try writing.keep(history.newEntries(after: last[history.lead.id.rawValue], at: now, cutoffs))
        }
    }

    /// Shows where customers stand in lists, and keeps the stages they have entered.
    func keepStages(of customers: [CustomerHistory], _ scores: [Score], in writing: Writing) throws {
        let last = try writing.reading.lastStageEntries(of: .customer)
        for (history, score) in zip(customers, scores) {
            let standing = CustomerStanding(history, score: score, cutoffs: cutoffs, now: now)
            try writing.save([standing.state])
            try writing.keep(standing.newEntries(after: last[history.customer.id.rawValue], at: now))
        }
    }

    /// Keeps what one lead has entered with what is being written of it; one that is decided gets no score any more.
    func keepStages(of lead: Identifier<Lead>, in writing: Writing) throws {
        let last = try lastEntry(of: RecordReference(.lead, lead.rawValue), in: writing)
        try writing.keep(try writing.reading.history(of: lead).newEntries(after: last, at: now, cutoffs))
    }

    func lastEntry(of record: RecordReference, in writing: Writing) throws -> StageEntry? {
        try writing.reading.stageEntries(of: record).last
    }
}

extension LeadHistory {
    /// What the lead has entered since `last`, as its events tell, or its status where they say less.
    func newEntries(after last: StageEntry?, at now: LocalDateTime, _ cutoffs: StageCutoffs) -> [StageEntry] {
        let record = RecordReference(.lead, lead.id.rawValue)
        var events = events
        if !events.contains(where: { $0.kind == .leadCreated }), lead.createdAt <= now {
            let first = events.map(\.at).min() ?? lead.createdAt
            events.append(Event(subject: record, kind: .leadCreated, at: min(first, lead.createdAt)))
        }
        let ending: Event.Kind? = lead.converted == true && !events.contains { $0.kind == .won } ? .won : nil
        if let ending, let end = lead.closedAt, end <= now {
            events.append(Event(subject: record, kind: ending, at: end))
        }
        var entries = StageHistory(events: events, now: now, cutoffs: cutoffs)
            .entries(of: record, after: last, now: now)
        let stage = entries.last?.to ?? last?.to
        if stage == .lead, lead.status == .qualified {
            // The replay knows no status; going back to lead and on again is no change.
            if entries.last?.from == .qualified { return Array(entries.dropLast()) }
            entries.append(
                StageEntry(
                    record, from: .lead, to: .qualified, rule: StageRule.qualified.rawValue,
                    evidence: "its status is qualified", at: now))
        }
        return entries
    }
}

extension CustomerHistory {
    /// Everything that happened, tickets and activities included, as the customer's timeline tells it.
    var life: [Event] {
        StageHistory.life(
            of: RecordReference(.customer, customer.id.rawValue), events: events, tickets: tickets,
            activities: activities)
    }
}

/// Where a customer stands, as its events and its score tell.
struct CustomerStanding {
    let customer: Customer
    /// What lists show.
    let state: CustomerState
    private let history: StageHistory?

    /// Replays a customer's events; where there are none, outcome and score tell.
    init(_ history: CustomerHistory, score: Score, cutoffs: StageCutoffs, now: LocalDateTime) {
        customer = history.customer
        let life = history.life
        guard life.contains(where: { $0.at <= now }) else {
            let stage: LifecycleStage =
                customer.churned == true
                ? .churned
                : score.probability >= cutoffs.churn
                    ? .atRisk : CustomerStanding.isNew(customer, cutoffs, now) ? .new : .active
            let health = (100 * (1 - score.probability)).rounded()
            state = CustomerState(customer: customer.id, stage: stage, health: health, trend: [health])
            self.history = nil
            return
        }
        let journey = StageHistory(
            events: life, now: now, cutoffs: cutoffs, renewalDate: customer.renewalDate,
            customerSince: customer.since?.midnight ?? life.first?.at, churnProbability: score.probability)
        let trend = (0..<8).map { Health(events: life, at: now.adding(days: 30 * ($0 - 7))).value }
        state = CustomerState(
            customer: customer.id, stage: customer.churned == true ? .churned : journey.current?.stage,
            health: journey.health.value, trend: trend)
        self.history = journey
    }

    private static func isNew(_ customer: Customer, _ cutoffs: StageCutoffs, _ now: LocalDateTime) -> Bool {
        customer.since.map { now.days(since: $0.midnight) < cutoffs.newDays } ?? false
    }

    /// What the customer has entered since `last`.
    func newEntries(after last: StageEntry?, at now: LocalDateTime) -> [StageEntry] {
        let record = RecordReference(.customer, customer.id.rawValue)
        var entries = history?.entries(of: record, after: last, now: now) ?? []
        guard let stage = state.stage, stage != entries.last?.to ?? last?.to else { return entries }
        // The record itself says that it left, or is all there is to go by.
        let end = customer.churned == true ? customer.churnedAt?.midnight : nil
        let before = entries.last ?? last
        let (rule, evidence): (StageRule, String) =
            switch stage {
            case .churned: (.contractEnded, customer.churnedAt.map { "ended \($0)" } ?? "it is marked as having left")
            case .atRisk: (.churnLikely, "churn probability, as nothing has happened yet")
            case .new: (.bought, "customer since \(customer.since ?? now.date)")
            default: (.inUse, "under contract, and nothing has happened yet")
            }
        entries.append(
            StageEntry(
                record, from: before?.to, to: stage, rule: rule.rawValue, evidence: evidence,
                at: end.map { max($0, before?.at ?? $0) } ?? now))
        return entries
    }
}
