/// Which way a feature may move the score.
public enum Monotonicity: String, Codable, Sendable {
    /// More of it never lowers the score.
    case increasing
    /// More of it never raises the score.
    case decreasing
}

/// How a model is trained; the defaults suit a few hundred to a few hundred thousand rows.
public struct BoostingSettings: Codable, Equatable, Sendable {
    /// Outer bags: models trained on different rows and averaged. Each row is held out of exactly one, so the bags
    /// also give the out-of-fold scores that calibration is learned from. 2 or more.
    public var bags = 8
    /// The share of each small tree's step that is taken, in `0...1`.
    public var learningRate = 0.1
    /// The most rounds; a round grows one small tree for each feature.
    public var rounds = 1000
    /// Rounds without a better held-out log-loss before a bag stops.
    public var patience = 12
    /// The most leaves of a small tree, 2 or more.
    public var leaves = 2
    /// The least sum of p(1 − p) over the rows of a leaf; 1 is at least four rows.
    public var leafWeight = 1.0
    /// Added to the rows' weight in each leaf, which pulls small leaves to 0.
    public var shrinkage = 1.0
    /// The same for the leaves of category features.
    public var categoryShrinkage = 10.0
    /// The most bins of a column, 4 to 256.
    public var bins = 256
    /// Levels with fewer rows than this share one bin.
    public var rareLevelRows = 5
    /// How far each bin of a number is pulled to its neighbours after training, in rows; 0 leaves shapes as learned.
    public var smoothing = 20.0
    /// Columns whose effect may only go one way; for columns of numbers.
    public var monotone: [String: Monotonicity] = [:]
    /// The most pairs of columns that get a term of their own; pairs are kept only where held-out rows say so.
    public var pairs = 10
    /// The most bins of each column of a pair, 4 to 64.
    public var pairBins = 16
    /// How the combination term is trained, which is kept only where held-out rows say so.
    public var combination = CombinationSettings()
    /// Train the bags on all cores; the result is the same bit for bit.
    public var parallel = true

    /// The defaults.
    public init() {}

    /// The fewest rows of each class that training accepts.
    public static let fewestRowsOfAClass = 5

    /// Checks every range.
    ///
    /// - Throws: ``LearningError/invalidSetting(name:reason:)`` for the first setting out of its range.
    public func validate() throws(LearningError) {
        let own: [(name: String, holds: Bool, reason: String)] = [
            ("bags", (2...100).contains(bags), "must be 2 to 100"),
            ("learningRate", learningRate > 0 && learningRate <= 1, "must be above 0, at most 1"),
            ("rounds", (1...100_000).contains(rounds), "must be 1 to 100000"),
            ("patience", patience >= 1, "must be at least 1"),
            ("leaves", (2...16).contains(leaves), "must be 2 to 16"),
            ("leafWeight", leafWeight >= 0 && leafWeight.isFinite, "must be 0 or more"),
            ("shrinkage", shrinkage >= 0 && shrinkage.isFinite, "must be 0 or more"),
            ("categoryShrinkage", categoryShrinkage >= 0 && categoryShrinkage.isFinite, "must be 0 or more"),
            ("bins", (4...Binning.mostBins).contains(bins), "must be 4 to 256"),
            ("pairs", (0...100).contains(pairs), "must be 0 to 100"),
            ("pairBins", (4...64).contains(pairBins), "must be 4 to 64"),
            ("rareLevelRows", rareLevelRows >= 1, "must be at least 1"),
            ("smoothing", smoothing >= 0 && smoothing.isFinite, "must be 0 or more"),
        ]
        if let broken = (own + combination.ranges).first(where: { !$0.holds }) {
            throw .invalidSetting(name: broken.name, reason: broken.reason)
        }
    }
}
