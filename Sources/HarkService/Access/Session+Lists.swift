public import HarkCore
import HarkLifecycle
import HarkStore

extension Session {
    /// The leads a query asks for, as list rows.
    public func leads(_ query: RecordQuery) throws(ServiceError) -> Listing<LeadSummary> {
        try require(.read, .leads)
        var found = try read { try $0.leads(matching: query, me: user.id) }
        for index in found.rows.indices where found.rows[index].pinned?.isInForce(on: now.date) == false {
            found.rows[index].pinned = nil
        }
        return found
    }

    /// The customers a query asks for, as list rows.
    public func customers(_ query: RecordQuery) throws(ServiceError) -> Listing<CustomerSummary> {
        try require(.read, .customers)
        return try read { reading in
            var found = try reading.customers(matching: dated(query), me: user.id)
            if let index = query.conditions.firstIndex(where: { $0 == Session.awake }) {
                var others = query
                others.conditions[index] = Condition(.snoozed, .equals, .text("yes"))
                found.snoozed = try reading.count(matching: dated(others), me: user.id)
            }
            for index in found.rows.indices where found.rows[index].snoozedUntil.map({ $0 <= now.date }) ?? false {
                found.rows[index].snoozedUntil = nil
            }
            return found
        }
    }

    /// Leaves out what is snoozed.
    static let awake = Condition(.snoozed, .equals, .text("no"))

    /// The query with `snoozed:yes` and `snoozed:no` as what they mean today.
    func dated(_ query: RecordQuery) -> RecordQuery {
        var query = query
        for (index, condition) in query.conditions.enumerated() where condition.field == .snoozed {
            guard case .text(let text) = condition.value else { continue }
            let isSnoozed = (text.lowercased() == "yes") == (condition.comparison != .notEquals)
            query.conditions[index] = Condition(.snoozed, isSnoozed ? .greater : .atMost, .date(now.date))
        }
        return query
    }

    /// Records of any kind by name.
    public func records(_ query: RecordQuery) throws(ServiceError) -> Listing<NamedRecord> {
        try require(.read, query.kind.subject)
        return try read { try $0.records(matching: dated(query), me: user.id) }
    }

    /// Records of any kind by name, with what tells one from another in a list.
    func told(_ query: RecordQuery) throws(ServiceError) -> Listing<NamedRecord> {
        try require(.read, query.kind.subject)
        return try read { try $0.told(matching: dated(query), me: user.id) }
    }

    /// Everything about one record, with what lies ahead of it among the events.
    public func detail(of reference: RecordReference) throws(ServiceError) -> RecordDetail {
        try require(.read, reference.kind.subject)
        return try read { reading in
            var detail = try reading.detail(of: reference)
            if detail.pinned?.isInForce(on: now.date) == false { detail.pinned = nil }
            guard reference.kind == .customer else { return detail }
            let ahead = PlannedEvents.events(
                for: reference, customer: try reading.customer(Identifier(reference.id)),
                churnProbability: detail.score?.probability, now: now,
                cutoffs: StageCutoffs(tenant.settings))
            detail.events = TimelineLayout.sorted(detail.events + ahead)
            return detail
        }
    }

    /// Records whose name contains words that start like the given ones, the best match first.
    public func search(_ text: String, kind: RecordKind? = nil, limit: Int = 20) throws(ServiceError) -> [NamedRecord] {
        let found = try read { try $0.search(text, kind: kind, limit: limit) }
        return found.filter { user.role.scope(of: Permission(.read, $0.reference.kind.subject)) > .none }
    }

    /// The commands performed in this tenant, newest first.
    public func log(limit: Int = 100) throws(ServiceError) -> [LoggedAction] {
        try read { try $0.journal(limit: limit) }
    }

    /// The record a person means by a name or a number such as `12` or `#12`.
    ///
    /// - Throws: ``ServiceError/notFound(_:)``, or ``ServiceError/needsAnswer(_:)`` when several fit equally.
    public func resolve(_ text: String, kinds: [RecordKind]) throws(ServiceError) -> NamedRecord {
        let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
        if let number = Int64(digits), let kind = kinds.first {
            let reference = RecordReference(kind, number)
            return NamedRecord(reference, name: try detail(of: reference).title)
        }
        var found: [NamedRecord] = []
        for kind in kinds { found += try search(text, kind: kind, limit: 6) }
        let exact = found.filter { $0.name.lowercased() == text.lowercased() }
        if let only = exact.count == 1 ? exact.first : found.count == 1 ? found.first : nil { return only }
        guard !found.isEmpty else {
            let kind = kinds.map(\.rawValue).joined(separator: " or ")
            throw .notFound("No \(kind) called '\(text)'. Try 'hark search' with a part of the name.")
        }
        let choices = (exact.isEmpty ? found : exact).prefix(5)
            .map { "\($0.reference.kind.rawValue):\($0.reference.id) \($0.name)" }
        throw .needsAnswer("Which one: \(choices.joined(separator: ", "))? Say its kind and number, such as lead:12.")
    }

    /// A number that changes when another process has changed the database.
    public var changeCount: Int { store.changeCount }

    /// Everybody in the tenant.
    public func users() throws(ServiceError) -> [User] { try read { try $0.users() } }
}

extension RecordKind {
    /// The subject of the rights over records of this kind.
    var subject: Permission.Subject {
        switch self {
        case .lead: .leads
        case .contact, .company: .contacts
        case .customer: .customers
        case .deal: .deals
        case .task, .meeting, .call: .activities
        case .note: .notes
        case .ticket: .tickets
        }
    }
}
