public import HarkCore

/// Everything of a kind, handed over one at a time so that a million rows need no more memory than one.
extension Reading {
    /// All leads, by number.
    public func eachLead(_ body: (Lead) throws -> Void) throws { try forEach(where: "1", do: body) }

    /// All customers, by number.
    public func eachCustomer(_ body: (Customer) throws -> Void) throws { try forEach(where: "1", do: body) }

    /// All companies, by number.
    public func eachCompany(_ body: (Company) throws -> Void) throws { try forEach(where: "1", do: body) }

    /// All contacts, by number.
    public func eachContact(_ body: (Contact) throws -> Void) throws { try forEach(where: "1", do: body) }

    /// All deals, by number.
    public func eachDeal(_ body: (Deal) throws -> Void) throws { try forEach(where: "1", do: body) }

    /// All events of records of a kind, by record, then time.
    public func eachEvent(of kind: RecordKind, _ body: (Event) throws -> Void) throws {
        try forEach(where: "subject_kind = ?", order: "subject_id, at, id", [stored(kind)], do: body)
    }

    /// All messages of records of a kind, by record, then time.
    public func eachMessage(of kind: RecordKind, _ body: (Message) throws -> Void) throws {
        try forEach(where: "subject_kind = ?", order: "subject_id, at, id", [stored(kind)], do: body)
    }

    /// All meetings, tasks, calls and notes about records of a kind, by record, then time; without their attendees.
    public func eachActivity(about kind: RecordKind, _ body: (Activity) throws -> Void) throws {
        try forEach(
            where: "related_kind = ?", order: "related_id, coalesce(at, created_at), id", [stored(kind)], do: body)
    }

    /// All tickets, by customer, then time; those of no customer first.
    public func eachTicket(_ body: (Ticket) throws -> Void) throws {
        try forEach(where: "1", order: "customer_id, opened_at, id", do: body)
    }

    /// What was said to Hark, the newest first.
    public func voiceLogs(limit: Int = 100) throws -> [VoiceLog] {
        try rows(where: "1", order: "at DESC, id DESC LIMIT ?", [stored(limit)])
    }
}
