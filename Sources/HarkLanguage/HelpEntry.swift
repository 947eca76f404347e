public import HarkCore

/// One thing that can be said.
public struct HelpEntry: Hashable, Sendable {
    /// The command it becomes.
    public var commandType: CommandType
    /// The heading it stands under, such as `Leads`.
    public var group: String
    /// Sentences that work as they stand, the plainest first.
    public var samples: [String]
}
