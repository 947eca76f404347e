/// How much one part of a model matters.
public struct Importance: Codable, Equatable, Sendable {
    /// The part's name: its column's, its two columns' joined by `×`, or the column's followed by "in combination".
    public let term: String
    /// The columns read.
    public let columns: [String]
    /// The mean absolute contribution over the training rows, in log-odds.
    public let value: Double
    /// ``value`` as a share of the sum over all parts, in `0...1`.
    public let share: Double
}
