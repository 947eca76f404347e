public import HarkCore

/// Who changes what, when and why: what every change is recorded with.
public struct WriteRequest: Hashable, Sendable {
    public var tenant: Identifier<Tenant>
    public var user: Identifier<User>
    /// How the user came in: `tui`, `cli` or `api`.
    public var channel: String
    public var at: LocalDateTime
    /// The command performed; `nil` for work that is none, such as an import.
    public var commandType: CommandType?
    /// What was done, as the log shows it, such as `Added lead ABC Corporation`.
    public var title: String
    /// Whether the change can be undone.
    public var journalled: Bool
    /// The import the new rows belong to.
    public var importRun: Int64?

    /// Creates a request; one with a command type can be undone unless told otherwise.
    public init(
        tenant: Identifier<Tenant>, user: Identifier<User>, channel: String, at: LocalDateTime,
        commandType: CommandType? = nil, title: String = "", journalled: Bool? = nil, importRun: Int64? = nil
    ) {
        self.tenant = tenant
        self.user = user
        self.channel = channel
        self.at = at
        self.commandType = commandType
        self.title = title
        self.journalled = journalled ?? (commandType != nil)
        self.importRun = importRun
    }
}
