import GRDB
public import HarkCore

extension Reading {
    /// Everything the detail view shows of a record.
    ///
    /// - Throws: ``StoreError/notFound(_:)``.
    public func detail(of reference: RecordReference) throws -> RecordDetail {
        let named = try named(reference)
        let circle = try Circle(around: reference, self)
        let history = try scorePoints(of: reference)
        var detail = RecordDetail(
            reference: reference, title: named.name, fields: try fields(of: reference),
            ending: try ending(of: reference),
            score: try scores(of: reference, limit: 1).last, pinned: try pin(of: reference), scoreHistory: history,
            events: try timeline(of: reference, circle), messages: try messages(of: circle))
        detail.ownerChanges = try ownerChanges(of: reference)
        detail.stages = try stageEntries(of: reference)
        detail.health = try health(of: reference)
        return detail
    }

    /// The health lists show of a customer.
    private func health(of reference: RecordReference) throws -> Double? {
        guard reference.kind == .customer else { return nil }
        let statement = try database.cachedStatement(sql: "SELECT health FROM customer WHERE id = ?")
        return try Double.fetchOne(statement, arguments: [reference.id])
    }

    private func ending(of reference: RecordReference) throws -> RecordDetail.Ending? {
        switch reference.kind {
        case .lead:
            let lead = try lead(Identifier(reference.id))
            return lead.converted.map { RecordDetail.Ending($0 ? "won" : "lost", on: lead.closedAt?.date) }
        case .customer:
            let customer = try customer(Identifier(reference.id))
            return customer.churned == true ? RecordDetail.Ending("left", on: customer.churnedAt) : nil
        default: return nil
        }
    }

    private func messages(of circle: Circle) throws -> [Message] {
        let messages: [Message] = try circle.references.flatMap { member in
            try rows(
                where: "subject_kind = ? AND subject_id = ?", order: "at DESC, id DESC LIMIT 20",
                [stored(member.kind), stored(member.id)])
        }
        return Array(messages.sorted { ($0.at, $0.id) > ($1.at, $1.id) }.prefix(20))
    }

    /// Events, activities, tickets and stage changes of the record and those close to it, the oldest first.
    private func timeline(of reference: RecordReference, _ circle: Circle) throws -> [Event] {
        var events: [Event] = []
        for member in circle.references {
            let key = [stored(member.kind), stored(member.id)]
            events += try rows(where: "subject_kind = ? AND subject_id = ?", order: "at, id", key)
            events += try activities(about: member).map { Event($0, of: member) }
            if member.kind == .customer {
                let tickets: [Ticket] = try rows(where: "customer_id = ?", order: "opened_at, id", [key[1]])
                events += tickets.flatMap { $0.events(of: member) }
            }
            if member.kind == .contact {
                let attended: [Activity] = try rows(
                    where: "id IN (SELECT activity_id FROM activity_attendee WHERE contact_id = ?)", [key[1]])
                events += attended.filter { $0.related != member }.map { Event($0, of: member) }
            }
        }
        if reference.kind == .lead, !events.contains(where: { $0.kind == .leadCreated }) {
            let lead = try lead(Identifier(reference.id))
            events.append(Event(subject: reference, kind: .leadCreated, at: lead.createdAt, note: lead.source))
        }
        var seen: Set<Event> = []
        let own = Set(events.filter { $0.subject == reference }.map(Telling.init))
        return events.filter { event in
            // What a lead's deal came to is told of the lead too.
            let isTwin = reference.kind == .lead && event.subject.kind == .deal && own.contains(Telling(event))
            return !isTwin && seen.insert(event).inserted
        }
        .sorted { ($0.at, $0.kind.rawValue, $0.id) < ($1.at, $1.kind.rawValue, $1.id) }
    }
}

/// What happened when, whomever it is about.
private struct Telling: Hashable {
    let kind: Event.Kind
    let at: LocalDateTime

    init(_ event: Event) { (kind, at) = (event.kind, event.at) }
}

/// The records whose events belong on a record's timeline: itself, and its deals, contacts and other faces.
private struct Circle {
    var references: [RecordReference]

    init(around reference: RecordReference, _ reading: Reading) throws {
        references = [reference]
        let id = stored(reference.id)
        switch reference.kind {
        case .lead: try add(.deal, "lead_id = ?", id, reading)
        case .contact: try add(.deal, "contact_id = ?", id, reading)
        case .company: try addCompany(id, reading, with: [.contact, .lead, .customer, .deal])
        case .customer:
            let company = try reading.customer(Identifier(reference.id)).company
            if let company { try addCompany(stored(company), reading, with: [.contact, .deal]) }
        case .deal, .task, .meeting, .call, .note, .ticket: break
        }
    }

    private mutating func addCompany(_ id: DatabaseValue, _ reading: Reading, with kinds: [RecordKind]) throws {
        for kind in kinds { try add(kind, "company_id = ?", id, reading) }
    }

    private mutating func add(
        _ kind: RecordKind, _ condition: String, _ id: DatabaseValue, _ reading: Reading
    ) throws {
        let sql = "SELECT id FROM \(kind.schema.name) WHERE \(condition) ORDER BY id"
        let ids = try Int64.fetchAll(reading.database, sql: sql, arguments: [id])
        references += ids.map { RecordReference(kind, $0) }
    }
}
