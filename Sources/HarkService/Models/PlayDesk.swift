import HarkCore
import HarkLifecycle
import HarkPrediction
import HarkStore

/// Gathers what plays want to know of records.
struct PlayDesk {
    private let reading: Reading
    private let now: LocalDateTime
    private let me: Identifier<User>
    private let cutoffs: StageCutoffs
    private let leadMeasure: PlayMeasure
    private let customerMeasure: PlayMeasure

    init(_ reading: Reading, tenant: Tenant, now: LocalDateTime, me: Identifier<User>) throws {
        self.reading = reading
        self.now = now
        self.me = me
        cutoffs = StageCutoffs(tenant.settings)
        let currency = tenant.settings.currency
        leadMeasure = PlayMeasure(try reading.newestValues(of: .lead), currency: currency)
        customerMeasure = PlayMeasure(try reading.newestValues(of: .customer), currency: currency)
    }

    /// The open leads of an owner; `nil` for everybody's.
    func leads(of owner: Identifier<User>?) throws -> [PlayRecord] {
        var scores: [Int64: Double] = [:]
        let everything = RecordQuery(.lead, page: Page(limit: .max))
        for row in try reading.leads(matching: everything, me: me).rows { scores[row.id.rawValue] = row.score }
        return try records(reading.leadHistories().filter { owner == nil || $0.lead.owner == owner }, scores)
    }

    /// The customers of an owner; `nil` for everybody's.
    func customers(of owner: Identifier<User>?) throws -> [PlayRecord] {
        var risks: [Int64: Double] = [:]
        let everything = RecordQuery(.customer, page: Page(limit: .max))
        for row in try reading.customers(matching: everything, me: me).rows { risks[row.id.rawValue] = row.risk }
        return records(try reading.customerHistories().filter { owner == nil || $0.customer.owner == owner }, risks)
    }

    /// Leads that are open.
    ///
    /// - Parameter scores: By number, `0...100`.
    func records(_ histories: [LeadHistory], _ scores: [Int64: Double]) throws -> [PlayRecord] {
        var deals: [Identifier<Lead>: Deal] = [:]
        try reading.eachDeal { deal in if let lead = deal.lead, deal.stage.isOpen { deals[lead] = deal } }
        var contacts: [Identifier<Company>: Int] = [:]
        try reading.eachContact { if let company = $0.company { contacts[company, default: 0] += 1 } }
        return histories.compactMap { history in
            record(
                history, deal: deals[history.lead.id],
                contacts: history.lead.company.flatMap { contacts[$0] } ?? 0, score: scores[history.lead.id.rawValue])
        }
    }

    /// Customers.
    ///
    /// - Parameter risks: By number, `0...1`.
    func records(_ histories: [CustomerHistory], _ risks: [Int64: Double]) -> [PlayRecord] {
        histories.map { record($0, risk: risks[$0.customer.id.rawValue]) }
    }

    /// One lead or customer; `nil` for other kinds and for a lead that is decided.
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
