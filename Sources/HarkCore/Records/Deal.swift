/// A sale under way.
public struct Deal: Hashable, Sendable {
    public var id: Identifier<Deal>
    public var name: String
    public var company: Identifier<Company>?
    public var contact: Identifier<Contact>?
    public var lead: Identifier<Lead>?
    public var owner: Identifier<User>?
    public var amount: Money?
    public var stage: Stage
    public var closeDate: LocalDate?
    public var createdAt: LocalDateTime

    /// The steps of a sale, in order; the last two end it.
    public enum Stage: String, CaseIterable, Hashable, Sendable, Codable {
        case new, qualified, proposal, negotiation, won, lost

        /// Whether the sale is still under way.
        public var isOpen: Bool { self != .won && self != .lost }
    }

    /// Creates a deal.
    public init(
        id: Identifier<Deal> = Identifier(0), name: String, company: Identifier<Company>? = nil,
        contact: Identifier<Contact>? = nil, lead: Identifier<Lead>? = nil, owner: Identifier<User>? = nil,
        amount: Money? = nil, stage: Stage = .new, closeDate: LocalDate? = nil, createdAt: LocalDateTime
    ) {
        self.id = id
        self.name = name
        self.company = company
        self.contact = contact
        self.lead = lead
        self.owner = owner
        self.amount = amount
        self.stage = stage
        self.closeDate = closeDate
        self.createdAt = createdAt
    }
}
