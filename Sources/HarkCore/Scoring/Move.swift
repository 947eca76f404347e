/// What would take a record to the next priority: a few things a rep can do, and what the model expects of them.
///
/// It is an association, not a promise: records with these things did better.
public struct Move: Hashable, Sendable, Codable {
    /// What to do, such as `2 more calls`; one or several.
    public var steps: [String]
    /// The score now, `0...100`.
    public var before: Double
    /// The score with all that done.
    public var after: Double
    /// The priority it would have then.
    public var priority: Priority
    /// Whether that is another priority than now.
    public var crosses: Bool

    /// What it brings, in points of the score.
    public var gain: Double { after - before }

    /// Creates a move.
    public init(steps: [String], before: Double, after: Double, priority: Priority, crosses: Bool) {
        self.steps = steps
        self.before = before
        self.after = after
        self.priority = priority
        self.crosses = crosses
    }
}
