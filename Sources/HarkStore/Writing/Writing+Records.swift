import GRDB
public import HarkCore

/// Every insert gives the new number; the number in the value is not looked at. Every update finds the record by the
/// number in the value, and throws ``StoreError/notFound(_:)`` where there is none. A link to a record of another
/// tenant, or to none, throws ``StoreError/brokenLink``.
extension Writing {
    /// Adds a user.
    ///
    /// - Throws: ``StoreError/alreadyExists(_:)`` when the e-mail is taken.
    public func insert(_ user: User) throws -> Identifier<User> {
        guard try reading.user(email: user.email) == nil else { throw StoreError.alreadyExists(user.email) }
        return Identifier(try make(user))
    }

    /// Changes a user's name, e-mail, role or team.
    public func update(_ user: User) throws {
        _ = try reading.user(user.id)
        try session.update(Schema.user, user.id.rawValue, user.values)
    }

    /// Adds a company.
    public func insert(_ company: Company) throws -> Identifier<Company> { Identifier(try make(company)) }

    /// Changes a company.
    public func update(_ company: Company) throws { try replace(company, company.reference) }

    /// The company of that name, compared without case, made where there is none.
    public func findOrCreateCompany(named name: String) throws -> Identifier<Company> {
        if let known = try reading.company(named: name) { return known.id }
        return Identifier(try make(Company(name: name)))
    }

    /// Adds a contact.
    public func insert(_ contact: Contact) throws -> Identifier<Contact> { Identifier(try make(contact)) }

    /// Changes a contact.
    public func update(_ contact: Contact) throws { try replace(contact, contact.reference) }

    /// Adds a lead.
    public func insert(_ lead: Lead) throws -> Identifier<Lead> { Identifier(try make(lead)) }

    /// Changes a lead; its score stays until it is scored again.
    public func update(_ lead: Lead) throws {
        try replace(lead, lead.reference)
        try Derived.refreshStage(ofLead: lead.id.rawValue, session)
    }

    /// Adds a customer.
    public func insert(_ customer: Customer) throws -> Identifier<Customer> { Identifier(try make(customer)) }

    /// Changes a customer; its risk stays until it is scored again.
    public func update(_ customer: Customer) throws { try replace(customer, customer.reference) }

    /// Adds a deal, with its stage as its first event; the lead it came from shows its stage from then on.
    public func insert(_ deal: Deal) throws -> Identifier<Deal> {
        var deal = deal
        deal.id = Identifier(try make(deal))
        // One closed on the day it was made was not closed before it was made.
        let end = deal.closeDate.flatMap { deal.stage.isOpen || $0 == deal.createdAt.date ? nil : $0.midnight }
        try noteStage(of: deal, at: end ?? deal.createdAt)
        try Derived.refreshStage(ofLead: deal.lead?.rawValue, session)
        return deal.id
    }

    /// Changes a deal; a new stage is also kept as an event of the deal at the request's time.
    public func update(_ deal: Deal) throws {
        let before = try reading.deal(deal.id)
        try replace(deal, deal.reference)
        if before.stage != deal.stage { try noteStage(of: deal, at: session.request.at) }
        try Derived.refreshStage(ofLead: before.lead?.rawValue, session)
        try Derived.refreshStage(ofLead: deal.lead?.rawValue, session)
    }

    /// Keeps the stage a deal came to as an event of the deal.
    private func noteStage(of deal: Deal, at time: LocalDateTime) throws {
        let kind: Event.Kind =
            switch deal.stage {
            case .won: .won
            case .lost: .lost
            case .new, .qualified, .proposal, .negotiation: .stageChanged
            }
        _ = try insert(Event(subject: deal.reference, kind: kind, at: time, note: deal.stage.rawValue))
    }

    /// Adds a meeting, task, call or note with its attendees.
    public func insert(_ activity: Activity) throws -> Identifier<Activity> {
        let id = try make(activity)
        try addAttendees(activity.attendees, to: id)
        if let related = activity.related { try Derived.touch(related, at: activity.at ?? activity.createdAt, session) }
        for attendee in activity.attendees {
            try Derived.touch(RecordReference(.contact, attendee.rawValue), at: activity.at, session)
        }
        return Identifier(id)
    }

    /// Changes an activity and its attendees.
    public func update(_ activity: Activity) throws {
        try replace(activity, activity.reference)
        let before = Set(try reading.attendees(of: activity.id))
        let after = Set(activity.attendees)
        for attendee in before.subtracting(after).sorted() {
            let row = try Int64.fetchOne(
                session.database,
                sql: "SELECT id FROM activity_attendee WHERE activity_id = ? AND contact_id = ?",
                arguments: [activity.id.rawValue, attendee.rawValue])
            if let row { try session.remove(Schema.activityAttendee, row) }
        }
        try addAttendees(after.subtracting(before).sorted(), to: activity.id.rawValue)
    }

    private func addAttendees(_ attendees: [Identifier<Contact>], to activity: Int64) throws {
        var seen: Set<Identifier<Contact>> = []
        for attendee in attendees where seen.insert(attendee).inserted {
            _ = try session.insert(Schema.activityAttendee, [stored(activity), stored(attendee)])
        }
    }

    /// Adds something that happened; a past event moves the record's last touch.
    public func insert(_ event: Event) throws -> Identifier<Event> {
        let id = try make(event)
        try Derived.touch(event.subject, at: event.at, session)
        return Identifier(id)
    }

    /// Adds a message.
    public func insert(_ message: Message) throws -> Identifier<Message> {
        let id = try make(message)
        try Derived.touch(message.subject, at: message.at, session)
        return Identifier(id)
    }

    /// Adds a ticket.
    public func insert(_ ticket: Ticket) throws -> Identifier<Ticket> {
        let id = try make(ticket)
        if let customer = ticket.customer {
            try Derived.touch(RecordReference(.customer, customer.rawValue), at: ticket.openedAt, session)
        }
        return Identifier(id)
    }

    /// Changes a ticket.
    public func update(_ ticket: Ticket) throws { try replace(ticket, ticket.reference) }

    /// Adds what was said to Hark.
    public func insert(_ voiceLog: VoiceLog) throws -> Identifier<VoiceLog> { Identifier(try make(voiceLog)) }

    /// Takes a record out of every list; undo brings it back.
    public func delete(_ reference: RecordReference) throws {
        let schema = reference.kind.schema
        try reading.requireRow(schema, reference)
        let lead = reference.kind == .deal ? try reading.deal(Identifier(reference.id)).lead : nil
        try session.retire(schema, reference.id)
        try NameIndex.refresh(reference.id, in: schema, session)
        try Derived.refreshStage(ofLead: lead?.rawValue, session)
    }
}
