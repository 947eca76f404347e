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
    /// The chance to win as somebody judged it, `0...100` percent; `nil` takes the stage's.
    public var probability: Double?
    /// Why it was lost.
    public var lostReason: String?
    /// Who won it instead.
    public var competitor: String?

    /// The steps of a sale, in order; the last two end it.
    public enum Stage: String, CaseIterable, Hashable, Sendable, Codable {
        case new, qualified, proposal, negotiation, won, lost

        /// Whether the sale is still under way.
        public var isOpen: Bool { self != .won && self != .lost }

        /// The usual chance to win from here, in percent.
        public var probability: Double {
            switch self {
            case .new: 10
            case .qualified: 25
            case .proposal: 50
            case .negotiation: 75
            case .won: 100
            case .lost: 0
            }
        }
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

    /// The chance to win that forecasts count with, in percent: the judged one while open, else the stage's.
    public var expectedProbability: Double { stage.isOpen ? probability ?? stage.probability : stage.probability }
}
