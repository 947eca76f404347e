public import HarkCore
import HarkLifecycle
import HarkPrediction
import HarkStore

/// The work of some time at hand.
public struct WorkPlan: Hashable, Sendable {
    /// What fits, what is worth most first.
    public var actions: [NextAction]
    /// What is wise too and does not fit.
    public var leftOut: [NextAction]
    /// The time the actions take together.
    public var minutes: Int
}

extension Session {
    /// What is best done next with each record, one action a record, what is worth most first.
    ///
    /// - Parameter owner: Whose records; `nil` for everybody's.
    /// - Complexity: Reads every lead and customer with what happened to it.
    public func nextActions(owner: Identifier<User>?) throws(ServiceError) -> [NextAction] {
        try require(.read, .leads)
        let book = try playBook()
        return try read { reading in
            let desk = try PlayDesk(reading, tenant: tenant, now: now, me: user.id)
            let found = try desk.leads(of: owner) + desk.customers(of: owner)
            return found.compactMap { book.actions(for: $0).first }.enumerated()
                .sorted { ($0.element.worth, $1.offset) > ($1.element.worth, $0.offset) }.map(\.element)
        }
    }

    /// Everything that is wise to do with one record, what is worth most first; nothing for other kinds.
    public func nextActions(for reference: RecordReference) throws(ServiceError) -> [NextAction] {
        try require(.read, reference.kind.subject)
        let book = try playBook()
        return try read { reading in
            let desk = try PlayDesk(reading, tenant: tenant, now: now, me: user.id)
            return try desk.record(reference).map { book.actions(for: $0) } ?? []
        }
    }

    /// Everything about one record, with what is wise to do next.
    public func page(of reference: RecordReference) throws(ServiceError) -> RecordDetail {
        var detail = try detail(of: reference)
        if reference.kind == .lead || reference.kind == .customer {
            detail.actions = try nextActions(for: reference)
        }
        return detail
    }

    /// The best actions that fit into some minutes, taken in the order of their worth.
    public func plan(minutes: Int, owner: Identifier<User>?) throws(ServiceError) -> WorkPlan {
        var plan = WorkPlan(actions: [], leftOut: [], minutes: 0)
        for action in try nextActions(owner: owner) {
            if plan.minutes + action.minutes <= minutes {
                plan.actions.append(action)
                plan.minutes += action.minutes
            } else {
                plan.leftOut.append(action)
            }
        }
        return plan
    }

    private func playBook() throws(ServiceError) -> PlayBook {
        do { return try PlayBook.builtIn() } catch {
            throw .storage("The plays of this build are damaged, line \(error).")
        }
    }
}

/// Gathers what plays want to know.
private struct PlayDesk {
    let reading: Reading
    let now: LocalDateTime
    let me: Identifier<User>
    let cutoffs: StageCutoffs
    let leadMeasure: PlayMeasure
    let customerMeasure: PlayMeasure

    init(_ reading: Reading, tenant: Tenant, now: LocalDateTime, me: Identifier<User>) throws {
        self.reading = reading
        self.now = now
        self.me = me
        var cutoffs = StageCutoffs()
        cutoffs.churn = tenant.settings.churnCutoff
        self.cutoffs = cutoffs
        let currency = tenant.settings.currency
        leadMeasure = PlayMeasure(try reading.newestValues(of: .lead), currency: currency)
        customerMeasure = PlayMeasure(try reading.newestValues(of: .customer), currency: currency)
    }

    func leads(of owner: Identifier<User>?) throws -> [PlayRecord] {
        var scores: [Int64: Double] = [:]
        let everything = RecordQuery(.lead, page: Page(limit: .max))
        for row in try reading.leads(matching: everything, me: me).rows { scores[row.id.rawValue] = row.score }
        var deals: [Identifier<Lead>: Deal] = [:]
        try reading.eachDeal { deal in if let lead = deal.lead, deal.stage.isOpen { deals[lead] = deal } }
        var contacts: [Identifier<Company>: Int] = [:]
        try reading.eachContact { if let company = $0.company { contacts[company, default: 0] += 1 } }
        return try reading.leadHistories().filter { owner == nil || $0.lead.owner == owner }.compactMap { history in
            record(
                history, deal: deals[history.lead.id],
                contacts: history.lead.company.flatMap { contacts[$0] } ?? 0, score: scores[history.lead.id.rawValue])
        }
    }

    func customers(of owner: Identifier<User>?) throws -> [PlayRecord] {
        var risks: [Int64: Double] = [:]
        let everything = RecordQuery(.customer, page: Page(limit: .max))
        for row in try reading.customers(matching: everything, me: me).rows { risks[row.id.rawValue] = row.risk }
        return try reading.customerHistories().filter { owner == nil || $0.customer.owner == owner }.map { history in
            record(history, risk: risks[history.customer.id.rawValue])
        }
    }

    func record(_ reference: RecordReference) throws -> PlayRecord? {
        let score = try reading.score(of: reference, at: now)
        switch reference.kind {
        case .lead:
            let history = try reading.history(of: Identifier<Lead>(reference.id))
            return record(
                history, deal: try reading.deals(of: history.lead.id).last { $0.stage.isOpen },
                contacts: try history.lead.company.map { try reading.contacts(of: $0).count } ?? 0,
                score: score?.value)
        case .customer:
            let history = try reading.history(of: Identifier<Customer>(reference.id))
            return record(history, risk: score?.probability)
        default: return nil
        }
    }

    private func record(_ history: LeadHistory, deal: Deal?, contacts: Int, score: Double?) -> PlayRecord? {
        PlayRecord(
            lead: history.lead, deal: deal, contacts: contacts, events: history.events, messages: history.messages,
            activities: history.activities, score: score, measure: leadMeasure, now: now)
    }

    private func record(_ history: CustomerHistory, risk: Double?) -> PlayRecord {
        PlayRecord(
            customer: history.customer, events: history.events, tickets: history.tickets, messages: history.messages,
            activities: history.activities, risk: risk, measure: customerMeasure, cutoffs: cutoffs, now: now)
    }
}
