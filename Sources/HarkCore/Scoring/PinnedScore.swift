/// A score somebody set by hand; it stands beside the model's, which goes on underneath.
public struct PinnedScore: Hashable, Sendable, Codable {
    /// `0...100`.
    public var value: Double
    /// Why, in the words of who set it.
    public var reason: String
    /// The name of who set it.
    public var owner: String
    public var at: LocalDateTime
    /// The last day in force; `nil` for good.
    public var until: LocalDate?

    /// Creates a pinned score.
    public init(value: Double, reason: String, owner: String, at: LocalDateTime, until: LocalDate? = nil) {
        self.value = value
        self.reason = reason
        self.owner = owner
        self.at = at
        self.until = until
    }

    /// Whether it counts on a day.
    public func isInForce(on day: LocalDate) -> Bool { until.map { day <= $0 } ?? true }
}

/// A word or phrase that a tenant has decided must not count in scores.
public struct StruckWord: Hashable, Sendable, Codable {
    /// In lower case.
    public var phrase: String
    /// The name of who struck it out.
    public var by: String
    public var at: LocalDateTime

    /// Creates a struck word.
    public init(phrase: String, by: String, at: LocalDateTime) {
        self.phrase = phrase
        self.by = by
        self.at = at
    }
}
