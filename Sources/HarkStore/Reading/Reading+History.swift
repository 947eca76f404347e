public import HarkCore

/// What one record went through, for scoring it alone.
extension Reading {
    /// The events of a lead, customer or contact, the oldest first.
    public func events(of record: RecordReference) throws -> [Event] {
        try rows(
            where: "subject_kind = ? AND subject_id = ?", order: "at, id", [stored(record.kind), stored(record.id)])
    }

    /// The messages of a lead or customer, the oldest first.
    public func messages(of record: RecordReference) throws -> [Message] {
        try rows(
            where: "subject_kind = ? AND subject_id = ?", order: "at, id", [stored(record.kind), stored(record.id)])
    }

    /// The tickets of a customer, the oldest first.
    public func tickets(of customer: Identifier<Customer>) throws -> [Ticket] {
        try rows(where: "customer_id = ?", order: "opened_at, id", [stored(customer.rawValue)])
    }
}
