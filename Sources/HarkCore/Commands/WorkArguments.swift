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

/// An e-mail to be written, kept as a task until somebody sends it.
public struct EmailDraft: Hashable, Sendable {
    public var recipient: RecordReference
    public var subject: String?
    public var body: String?

    /// Creates a draft.
    public init(recipient: RecordReference, subject: String? = nil, body: String? = nil) {
        self.recipient = recipient
        self.subject = subject
        self.body = body
    }
}

/// A field people ask for, by its column; the label is what the record view calls it.
public enum ShownField: String, CaseIterable, Hashable, Sendable, Codable {
    case phone, email, title, company, city, status, stage, source, owner, amount, probability, industry, domain, size
    case plan, created, priority, due, attendees, place, seats, nps, churned
    case lateInvoices = "late_invoices"
    case duration = "duration_min"
    case closeDate = "close_date"
    case renewalDate = "renewal_date"
    case monthlyValue = "monthly_value"

    /// The labels it may have in a record's view, the likeliest first.
    public var labels: [String] {
        switch self {
        case .email: ["E-mail"]
        case .size: ["Employees"]
        case .closeDate: ["Close date"]
        case .renewalDate: ["Renewal"]
        case .monthlyValue: ["Monthly value"]
        case .amount: ["Amount", "Monthly value"]
        case .created: ["Created", "Since", "Opened"]
        case .company: ["Company", "Customer"]
        case .due: ["Due", "When"]
        case .duration: ["Minutes"]
        case .status: ["Status", "Stage"]
        case .churned: ["Churned on", "Churned"]
        // As the tenant's own columns are called.
        case .seats, .nps, .lateInvoices: [rawValue]
        default: [rawValue.prefix(1).uppercased() + rawValue.dropFirst()]
        }
    }

    /// The field for people, such as `close date`.
    public var label: String {
        switch self {
        case .email: "e-mail"
        case .nps: "NPS"
        default: String(rawValue.map { $0 == "_" ? " " : $0 })
        }
    }
}
