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
    /// The share of rows with something wrong: missing, late, duplicate, out of order; `0...1`.
    public var mess = 0.03
    /// For how many days before the end log-ins and page visits are kept; older ones are thinned out to save space.
    public var detailDays = 120
    /// The people who work there; at least one is a rep.
    public var users: [UserTemplate]
    /// How busy the hours and days are.
    public var rhythm = Rhythm.business

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
        users: [UserTemplate] = SimulationSettings.defaultUsers
    ) {
        self.seed = seed
        self.slug = slug
        self.customers = max(customers, 0)
        self.leads = max(leads ?? customers * 3, 0)
        self.months = max(months, 1)
        self.end = end
        self.users = users
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

/// How big a company is, and with it the pace of everything.
public enum SimulationSegment: String, CaseIterable, Hashable, Sendable {
    case startup, small, middle, enterprise

    /// How common it is.
    var weight: Double {
        switch self {
        case .startup: 3
        case .small: 4
        case .middle: 2.5
        case .enterprise: 1
        }
    }

    /// The number of employees.
    var sizes: ClosedRange<Int> {
        switch self {
        case .startup: 2...19
        case .small: 20...149
        case .middle: 150...999
        case .enterprise: 1_000...9_000
        }
    }

    /// Added to the log-odds of buying.
    var fit: Double {
        switch self {
        case .startup: -0.6
        case .small: 0.1
        case .middle: 0.5
        case .enterprise: 0.0
        }
    }

    /// How long a sale takes, compared with one to a small company.
    var saleLength: Double {
        switch self {
        case .startup: 0.7
        case .small: 1
        case .middle: 1.3
        case .enterprise: 1.7
        }
    }

    /// What a seat costs a month, in whole units of currency.
    var seatPrice: Int {
        switch self {
        case .startup: 12
        case .small: 16
        case .middle: 18
        case .enterprise: 15
        }
    }

    /// The name of the plan such companies are on.
    var plan: String {
        switch self {
        case .startup: "Basic"
        case .small: "Team"
        case .middle: "Business"
        case .enterprise: "Enterprise"
        }
    }

    /// The gap between two touches with a lead, in days of the rhythm.
    public var touchGap: GapDistribution {
        switch self {
        case .startup: .logNormal(median: 7, sigma: 0.8)
        case .small: .logNormal(median: 10, sigma: 0.7)
        case .middle: .weibull(scale: 14, shape: 1.2)
        case .enterprise: .weibull(scale: 18, shape: 1.4)
        }
    }

    /// The gap between two log-ins of a customer who is doing well, in days of the rhythm.
    public var loginGap: GapDistribution {
        switch self {
        case .startup: .logNormal(median: 9, sigma: 0.8)
        case .small: .logNormal(median: 8, sigma: 0.7)
        case .middle: .weibull(scale: 8, shape: 1.1)
        case .enterprise: .weibull(scale: 6, shape: 1.3)
        }
    }

    /// How many seats are bought at the start.
    var seats: ClosedRange<Int> {
        switch self {
        case .startup: 2...12
        case .small: 8...45
        case .middle: 30...160
        case .enterprise: 120...600
        }
    }
}
