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
    /// Which side of the record it speaks of; `nil` for neither, as with the calibration.
    public var facet: Facet?
    /// The words that counted, the strongest first, where the feature is what was written.
    public var words: [WordSpan]

    /// Creates a contribution.
    public init(
        feature: String, reason: String, logOdds: Double, points: Double, cohortRate: Double? = nil,
        facet: Facet? = nil, words: [WordSpan] = []
    ) {
        self.feature = feature
        self.reason = reason
        self.logOdds = logOdds
        self.points = points
        self.cohortRate = cohortRate
        self.facet = facet
        self.words = words
    }
}
