/// A file of a simulated tenant, in the order in which files are imported.
public enum SimulatedFile: String, CaseIterable, Hashable, Sendable {
    case users, companies, contacts, leads, customers, deals, events, messages, tickets, tasks

    /// Such as `leads.csv`.
    public var name: String { rawValue + ".csv" }

    /// The names of the columns; their order is that of the fields of ``SimulatedRow``.
    public var columns: [String] {
        switch self {
        case .users: ["name", "email", "role", "team"]
        case .companies: ["name", "domain", "industry", "size", "city", "country"]
        case .contacts: ["name", "company", "title", "email", "phone", "city"]
        case .leads:
            [
                "person", "company", "source", "email", "phone", "status", "owner", "amount", "currency", "created_at",
                "closed_at", "engagement_score", "pages_visited", "time_spent", "converted", "message",
            ] + SimulatedFile.leadAttributes
        case .customers:
            [
                "company", "owner", "since", "plan", "monthly_value", "currency", "renewal_date", "churned",
                "churned_at",
            ] + SimulatedFile.customerAttributes
        case .deals:
            [
                "name", "company", "contact", "lead", "amount", "currency", "stage", "created_at", "close_date",
                "owner",
            ]
        case .events: ["company", "contact", "lead", "kind", "at", "note"]
        case .messages: ["company", "lead", "direction", "channel", "at", "body"]
        case .tickets: ["number", "customer", "subject", "priority", "status", "opened_at", "closed_at"]
        case .tasks: ["subject", "related", "due", "owner", "done"]
        }
    }

    static let leadAttributes = ["job_title", "campaign", "touches", "replies", "pricing_visits", "demos"]
    static let customerAttributes = [
        "seats", "usage_trend", "tickets_90d", "open_tickets", "days_since_login", "late_invoices", "nps",
    ]

    /// Whether rows stand in the order of their time, and so are known only when all accounts are.
    public var isByTime: Bool { self == .events || self == .messages || self == .tickets }
}

/// A row of a file.
public struct SimulatedRow: Sendable {
    public let file: SimulatedFile
    public let line: CSVLine
    /// What orders rows of files by time: the moment, then the rank, then the order in which they came.
    public let at: Int64
    public let rank: Int64

    init(_ file: SimulatedFile, at: Int64 = 0, rank: Int64 = 0, _ fill: (inout CSVLine) -> Void) {
        self.file = file
        self.at = at
        self.rank = rank
        var line = CSVLine()
        fill(&line)
        self.line = line
    }
}
