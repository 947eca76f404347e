/// How soon a record deserves attention.
public enum Priority: String, CaseIterable, Hashable, Sendable, Codable, Comparable {
    case low, medium, high

    /// The word in lists: `High`, `Medium` or `Low`.
    public var title: String {
        switch self {
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        }
    }

    private var rank: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        }
    }

    /// Orders low before high.
    public static func < (left: Priority, right: Priority) -> Bool { left.rank < right.rank }
}

/// The scores from which a lead is High or Medium; fixed once chosen, so that a lead's word changes only with its score.
public struct PriorityCutoffs: Hashable, Sendable, Codable {
    /// The lowest score, `0...100`, that is High.
    public var high: Double
    /// The lowest score, `0...100`, that is Medium.
    public var medium: Double

    /// Creates cut-offs; High from 70 and Medium from 40 unless told otherwise.
    public init(high: Double = 70, medium: Double = 40) {
        self.high = high
        self.medium = medium
    }

    /// The priority of a score on the scale `0...100`.
    public func priority(ofScore score: Double) -> Priority {
        score >= high ? .high : score >= medium ? .medium : .low
    }
}
