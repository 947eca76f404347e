/// Why one row has its score: a sum whose parts are the model itself, not an estimate of it.
///
/// `intercept`, then each contribution's score in order, then `calibration`, added in this order, give `logOdds` bit
/// for bit, and ``Model/logOdds(of:)`` gives the same bits.
public struct Explanation: Equatable, Sendable {
    /// One term's part.
    public struct Contribution: Equatable, Sendable {
        /// The term's name: its column's, or its columns' joined by `×`.
        public let term: String
        /// The columns read.
        public let columns: [String]
        /// The row's value in each of `columns`.
        public let values: [Value]
        /// The cell the row falls into: meaning, score, and the rate of training rows like it. A share of what columns
        /// say in combination has the meaning and the rate of its column alone.
        public let cell: Term.Cell
        /// Whether this is a column's share of what columns say only in combination (``Model/combination``).
        public let isInCombination: Bool

        /// What the term adds to the log-odds.
        public var score: Double { cell.score }
    }

    /// The log-odds of an average row.
    public let intercept: Double
    /// One for each term, in the model's order.
    public let contributions: [Contribution]
    /// What calibration adds to the raw sum.
    public let calibration: Double
    /// The calibrated log-odds.
    public let logOdds: Double

    /// The calibrated probability, never 0 or 1.
    public var probability: Double { sigmoid(logOdds) }

    /// The contributions by strength, strongest first; ties in the model's order.
    public var strongest: [Contribution] {
        contributions.enumerated()
            .sorted { (abs($1.element.score), $0.offset) < (abs($0.element.score), $1.offset) }
            .map(\.element)
    }
}
