/// What a customer's ticket is made from.
public struct NewTicket: Hashable, Sendable {
    public var customer: Identifier<Customer>
    public var subject: String
    public var priority: Ticket.Urgency

    /// Creates the arguments.
    public init(customer: Identifier<Customer>, subject: String, priority: Ticket.Urgency = .normal) {
        self.customer = customer
        self.subject = subject
        self.priority = priority
    }
}

/// What a company is made from.
public struct NewCompany: Hashable, Sendable {
    public var name: String
    public var domain: String?
    public var industry: String?
    /// The number of employees.
    public var size: Int?
    public var city: String?

    /// Creates the arguments.
    public init(name: String, domain: String? = nil, industry: String? = nil, size: Int? = nil, city: String? = nil) {
        self.name = name
        self.domain = domain
        self.industry = industry
        self.size = size
        self.city = city
    }
}

/// Planned work as phrases may name it: by its words, its people or its time.
public struct AgendaEntry: Hashable, Sendable {
    /// The meeting or task by its subject.
    public var record: NamedRecord
    public var at: LocalDateTime
    /// The names of those who take part and of the record it is about.
    public var people: [String]
    public var owner: Identifier<User>?

    /// Creates an entry.
    public init(_ record: NamedRecord, at: LocalDateTime, people: [String], owner: Identifier<User>? = nil) {
        self.record = record
        self.at = at
        self.people = people
        self.owner = owner
    }
}
