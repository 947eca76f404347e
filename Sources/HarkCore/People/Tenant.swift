/// One customer organisation of Hark: a closed room of records that nobody else's people can look into.
public struct Tenant: Hashable, Sendable, Codable {
    /// The tenant's number in this database.
    public let id: Identifier<Tenant>
    /// The short name people type, in lower case without spaces, such as `larkspur`.
    public var slug: String
    /// The name as the organisation writes it.
    public var name: String
    /// What the tenant has chosen.
    public var settings: Settings

    /// Creates a tenant.
    public init(id: Identifier<Tenant>, slug: String, name: String, settings: Settings = Settings()) {
        self.id = id
        self.slug = slug
        self.name = name
        self.settings = settings
    }

    /// What a tenant may choose; every field has a default.
    public struct Settings: Hashable, Sendable, Codable {
        /// The ISO 4217 code assumed where an amount names none.
        public var currency = "EUR"
        /// An IANA zone name; `nil` means the machine's.
        public var timeZone: String?
        /// Whether `03/04` is read day first or month first; `nil` asks.
        public var dateOrder: DateOrder?
        /// The scores from which a lead is High or Medium.
        public var priorities = PriorityCutoffs()
        /// The churn probability from which a customer is at risk.
        public var churnCutoff = 0.5
        /// Features of numbers of which more never lowers a score; the models are held to it.
        public var rising: [String] = []
        /// Features of numbers of which more never raises a score.
        public var falling: [String] = []
        /// Where the tenant draws lines between stages otherwise than Hark does, by name.
        public var stageCutoffs: [String: Double] = [:]
        /// The trial of plays that is under way.
        public var trial: PlayTrial?

        /// The defaults.
        public init() {}
    }

    /// How a date of two numbers is read.
    public enum DateOrder: String, Hashable, Sendable, Codable { case dayFirst, monthFirst }
}
