public import HarkCore

/// A lead with everything that is known about it when it is scored.
public struct LeadHistory: Sendable {
    public var lead: Lead
    public var company: Company?
    /// What happened, oldest first.
    public var events: [Event]
    /// What was written either way, oldest first.
    public var messages: [Message]
    /// Notes, calls and meetings about it; planned ones count once they are over.
    public var activities: [Activity]

    /// Puts a lead's history together.
    public init(
        lead: Lead, company: Company? = nil, events: [Event] = [], messages: [Message] = [], activities: [Activity] = []
    ) {
        self.lead = lead
        self.company = company
        self.events = events
        self.messages = messages
        self.activities = activities
    }
}

/// A customer with everything that is known about it when it is scored.
public struct CustomerHistory: Sendable {
    public var customer: Customer
    public var company: Company?
    /// What happened, oldest first.
    public var events: [Event]
    /// All tickets, open and closed.
    public var tickets: [Ticket]
    /// What was written either way, oldest first.
    public var messages: [Message]
    /// Notes, calls and meetings about it; planned ones count once they are over.
    public var activities: [Activity]

    /// Puts a customer's history together.
    public init(
        customer: Customer, company: Company? = nil, events: [Event] = [], tickets: [Ticket] = [],
        messages: [Message] = [], activities: [Activity] = []
    ) {
        self.customer = customer
        self.company = company
        self.events = events
        self.tickets = tickets
        self.messages = messages
        self.activities = activities
    }
}
