/// What came of a command, in words and in records.
public struct Reply: Hashable, Sendable {
    /// One sentence for people, such as `Added lead ABC Corporation.`
    public var text: String
    /// The record to look at next.
    public var focus: RecordReference?
    /// The records found or touched, in order.
    public var records: [NamedRecord]
    /// The list to show, where the command asked for one.
    public var query: RecordQuery?
    /// Whether records changed, so that lists must be read again.
    public var changed: Bool
    /// The screen to go to, where the command asked for one.
    public var destination: Destination?
    /// The name of somebody who was erased: it is to be kept nowhere else, and nothing brings it back.
    public var erased: String?

    /// Creates a reply.
    public init(
        _ text: String, focus: RecordReference? = nil, records: [NamedRecord] = [], query: RecordQuery? = nil,
        changed: Bool = false
    ) {
        self.text = text
        self.focus = focus
        self.records = records
        self.query = query
        self.changed = changed
    }
}

/// A screen people ask for by name.
public enum Destination: String, CaseIterable, Hashable, Sendable, Codable {
    case desk, leads, customers, log, models, help
}

/// A performed command as the log shows it.
public struct LoggedAction: Hashable, Sendable {
    /// The number among the tenant's performed commands.
    public var id: Int64
    public var at: LocalDateTime
    public var userName: String
    public var commandType: CommandType
    /// What was done, such as `Added lead ABC Corporation`.
    public var title: String
    /// Whether it has been undone since.
    public var undone: Bool

    /// Creates an entry.
    public init(
        id: Int64, at: LocalDateTime, userName: String, commandType: CommandType, title: String, undone: Bool
    ) {
        self.id = id
        self.at = at
        self.userName = userName
        self.commandType = commandType
        self.title = title
        self.undone = undone
    }
}
