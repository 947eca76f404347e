/// A customer's question or problem.
public struct Ticket: Hashable, Sendable {
    public var id: Identifier<Ticket>
    public var customer: Identifier<Customer>?
    public var subject: String
    public var priority: Urgency
    public var status: Status
    public var openedAt: LocalDateTime
    public var closedAt: LocalDateTime?
    /// What solved it.
    public var resolution: String?

    /// How pressing a ticket is.
    public enum Urgency: String, CaseIterable, Hashable, Sendable, Codable { case low, normal, high, urgent }

    /// Where a ticket stands.
    public enum Status: String, CaseIterable, Hashable, Sendable, Codable { case open, pending, closed }

    /// Creates a ticket.
    public init(
        id: Identifier<Ticket> = Identifier(0), customer: Identifier<Customer>?, subject: String,
        priority: Urgency = .normal, status: Status = .open, openedAt: LocalDateTime,
        closedAt: LocalDateTime? = nil
    ) {
        self.id = id
        self.customer = customer
        self.subject = subject
        self.priority = priority
        self.status = status
        self.openedAt = openedAt
        self.closedAt = closedAt
    }
}
