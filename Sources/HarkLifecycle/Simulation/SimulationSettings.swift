public import HarkCore

/// What to simulate.
public struct SimulationSettings: Hashable, Sendable {
    /// The same seed gives the same bytes.
    public var seed: UInt64
    /// The tenant's short name; also the domain of its users' addresses.
    public var slug: String
    /// How many customers there are at least; every converted lead becomes one, the others are older.
    public var customers: Int
    /// How many leads there are.
    public var leads: Int
    /// How many months lie between the first event and the end.
    public var months: Int
    /// The last day: nothing happens after it.
    public var end: LocalDate
    /// An ISO 4217 code.
    public var currency = "EUR"
    /// For how many days before the end log-ins and page visits are kept; older ones are thinned out to save space.
    public var detailDays = 120
    /// The people who work there; at least one is a rep.
    public var users: [UserTemplate]
    /// What is drawn from.
    public var parameters: SimulationParameters

    /// One of the people who work there.
    public struct UserTemplate: Hashable, Sendable {
        public var name: String
        public var role: Role
        public var team: String?

        /// Creates a person.
        public init(_ name: String, _ role: Role, team: String? = nil) {
            self.name = name
            self.role = role
            self.team = team
        }
    }

    /// Creates settings; without a number of leads there are three for each customer.
    public init(
        seed: UInt64, slug: String = "larkspur", customers: Int, leads: Int? = nil, months: Int, end: LocalDate,
        users: [UserTemplate] = SimulationSettings.defaultUsers, parameters: SimulationParameters
    ) {
        self.seed = seed
        self.slug = slug
        self.customers = max(customers, 0)
        self.leads = max(leads ?? customers * 3, 0)
        self.months = max(months, 1)
        self.end = end
        self.users = users
        self.parameters = parameters
    }

    /// An admin, a manager, two reps, a supporter and a viewer.
    public static let defaultUsers = [
        UserTemplate("Maria Lindqvist", .rep, team: "north"), UserTemplate("Jonas Weber", .rep, team: "north"),
        UserTemplate("Helen Ashworth", .manager, team: "north"), UserTemplate("Ada Moen", .admin),
        UserTemplate("Samir Patel", .support, team: "service"), UserTemplate("Vera Holm", .viewer),
    ]

    /// The first day anything happens.
    var start: LocalDate { end.adding(days: 1).adding(months: -months) }
    /// The last minute.
    var closing: LocalDateTime { end.midnight.adding(minutes: 24 * 60 - 1) }
}
