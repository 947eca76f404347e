/// A company that pays, or paid.
public struct Customer: Hashable, Sendable {
    public var id: Identifier<Customer>
    /// The name in lists, normally the company's.
    public var name: String
    public var company: Identifier<Company>?
    public var owner: Identifier<User>?
    /// The day of the first purchase.
    public var since: LocalDate?
    public var plan: String?
    /// What the customer pays a month.
    public var monthlyValue: Money?
    public var renewalDate: LocalDate?
    /// `true` for one that left, `false` for one that is known to have stayed, `nil` while nobody knows.
    public var churned: Bool?
    public var churnedAt: LocalDate?
    /// Columns Hark has no name for.
    public var attributes: Attributes

    /// Creates a customer.
    public init(
        id: Identifier<Customer> = Identifier(0), name: String, company: Identifier<Company>? = nil,
        owner: Identifier<User>? = nil, since: LocalDate? = nil, plan: String? = nil, monthlyValue: Money? = nil,
        renewalDate: LocalDate? = nil, churned: Bool? = nil, churnedAt: LocalDate? = nil,
        attributes: Attributes = [:]
    ) {
        self.id = id
        self.name = name
        self.company = company
        self.owner = owner
        self.since = since
        self.plan = plan
        self.monthlyValue = monthlyValue
        self.renewalDate = renewalDate
        self.churned = churned
        self.churnedAt = churnedAt
        self.attributes = attributes
    }
}
