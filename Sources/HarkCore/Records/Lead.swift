/// Somebody who may become a customer.
public struct Lead: Hashable, Sendable {
    public var id: Identifier<Lead>
    /// The person's name; empty where only the company is known.
    public var person: String
    /// The company as said or imported; empty where only the person is known.
    public var companyName: String
    /// The company's record, where one exists.
    public var company: Identifier<Company>?
    public var source: String?
    public var email: String?
    public var phone: String?
    public var status: Status
    public var owner: Identifier<User>?
    public var amount: Money?
    public var createdAt: LocalDateTime
    /// When the outcome became known.
    public var closedAt: LocalDateTime?
    /// `true` for a lead that became a customer, `false` for one that did not, `nil` while open.
    public var converted: Bool?
    /// The engagement as imported, without unit.
    public var engagementScore: Double?
    public var pagesVisited: Double?
    /// Minutes or seconds on the site, as the source counts them.
    public var timeSpent: Double?
    /// What the lead wrote.
    public var message: String?
    /// Columns Hark has no name for.
    public var attributes: Attributes

    /// Where a lead stands before it becomes a deal.
    public enum Status: String, CaseIterable, Hashable, Sendable, Codable {
        case new, contacted, qualified, disqualified, converted
    }

    /// Creates an open lead.
    public init(
        id: Identifier<Lead> = Identifier(0), person: String, companyName: String,
        company: Identifier<Company>? = nil, source: String? = nil, email: String? = nil, phone: String? = nil,
        status: Status = .new, owner: Identifier<User>? = nil, amount: Money? = nil, createdAt: LocalDateTime,
        message: String? = nil, attributes: Attributes = [:]
    ) {
        self.id = id
        self.person = person
        self.companyName = companyName
        self.company = company
        self.source = source
        self.email = email
        self.phone = phone
        self.status = status
        self.owner = owner
        self.amount = amount
        self.createdAt = createdAt
        self.message = message
        self.attributes = attributes
    }

    /// What lists call the lead: the company, else the person.
    public var displayName: String { companyName.isEmpty ? person : companyName }
}
