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
    /// The share of all records learned from that converted or churned, `0...1`; `nil` under the rules.
    public var baseRate: Double?
    /// Who they are, `0...100`: 50 says nothing either way, more is better; `nil` when nothing speaks of it.
    ///
    /// It is the logistic function of the sum of the contributions of that facet alone; of a churn score, less risk is
    /// better.
    public var fit: Double?
    /// What they do, and how lately, `0...100`; read like ``fit``. It decays with silence.
    public var engagement: Double?

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
        contributions: [Contribution], logOdds: Double, model: String, at: LocalDateTime, baseRate: Double? = nil,
        fit: Double? = nil, engagement: Double? = nil
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
        self.baseRate = baseRate
        self.fit = fit
        self.engagement = engagement
    }
}
