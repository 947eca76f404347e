/// What a model said of one record, with everything needed to say why.
public struct Score: Hashable, Sendable, Codable {
    /// What was predicted.
    public enum Target: String, CaseIterable, Hashable, Sendable, Codable { case conversion, churn }

    public var subject: RecordReference
    public var target: Target
    /// The calibrated probability, `0 < p < 1`.
    public var probability: Double
    public var priority: Priority
    /// The log-odds every record starts from.
    public var intercept: Double
    /// What each term added, in the model's order: `intercept` plus each of them in turn is `logOdds` to the last bit.
    public var contributions: [Contribution]
    /// The calibrated log-odds; `1 / (1 + exp(-logOdds))` is the probability.
    public var logOdds: Double
    /// The model's name and version, or `rules` where too little history exists.
    public var model: String
    public var at: LocalDateTime

    /// The probability × 100, as lists show it.
    public var value: Double { probability * 100 }

    /// The contributions that weigh most, the heaviest first; equal ones keep the model's order, calibration is none.
    public func strongestReasons(_ count: Int) -> [Contribution] {
        let reasons = contributions.filter { $0.feature != Contribution.calibrationFeature }
        let ranked = reasons.enumerated().sorted {
            ($1.element.logOdds.magnitude, $0.offset) < ($0.element.logOdds.magnitude, $1.offset)
        }
        return ranked.prefix(count).map(\.element)
    }

    /// Creates a score.
    public init(
        subject: RecordReference, target: Target, probability: Double, priority: Priority, intercept: Double,
        contributions: [Contribution], logOdds: Double, model: String, at: LocalDateTime
    ) {
        self.subject = subject
        self.target = target
        self.probability = probability
        self.priority = priority
        self.intercept = intercept
        self.contributions = contributions
        self.logOdds = logOdds
        self.model = model
        self.at = at
    }
}

/// What one feature added to a score.
public struct Contribution: Hashable, Sendable, Codable {
    /// The name of the contribution that brings the sum of the others onto the scale of observed rates.
    public static let calibrationFeature = "calibration"

    /// The feature's name as the model knows it.
    public var feature: String
    /// The reason in words, such as `pricing page 3 visits`.
    public var reason: String
    /// What it added to the log-odds.
    public var logOdds: Double
    /// About how many points of the score (`0...100`) it is worth at this score; for display, does not sum exactly.
    public var points: Double
    /// The share of past records like this one in this feature that converted or churned, `0...1`; `nil` if unknown.
    public var cohortRate: Double?

    /// Creates a contribution.
    public init(feature: String, reason: String, logOdds: Double, points: Double, cohortRate: Double? = nil) {
        self.feature = feature
        self.reason = reason
        self.logOdds = logOdds
        self.points = points
        self.cohortRate = cohortRate
    }
}
