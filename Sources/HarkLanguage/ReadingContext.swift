public import HarkCore

/// Everything besides the words that a phrase may depend on.
public struct ReadingContext: Sendable {
    /// The tenant's wall clock.
    public var now: LocalDateTime
    /// Who speaks; "me" and "my" mean this user.
    public var user: User
    /// Everybody a record or task can be given to.
    public var users: [User] { didSet { userNames = UserNames(users) } }
    /// The words of their names.
    private(set) var userNames: UserNames
    /// The tenant's currency, date order and cut-offs.
    public var settings: Tenant.Settings
    /// How dates are read where people differ.
    public var convention: Convention
    /// The tenant's records by name.
    public var names: NameIndex
    /// Meetings ahead and then the tasks due, each the earliest first.
    public var agenda: [AgendaEntry] = []
    /// Tickets that are not closed; their detail names the customer.
    public var tickets: [NamedRecord] = []
    /// The tags records have, in lower case; `nil` where nobody has looked.
    public var tags: Set<String>?
    /// The towns and countries records are in, in lower case; `nil` where nobody has looked.
    public var places: Set<String>?
    /// The sources leads have, as they are kept, by their lower case.
    public var sources: [String: String] = [:]
    /// The record under the cursor; what "it", "her" and "this lead" mean first.
    public var selected: NamedRecord?
    /// The last result list in its order, for "the second one".
    public var listed: [NamedRecord]
    /// What the last command made or changed, which "it" means before the record it is about: the ticket opened for
    /// a customer, the meeting planned with somebody.
    public var touched: [NamedRecord] = []
    /// Whom and what the conversation was about so far, the latest first; of namesakes the one among them is meant.
    public var mentioned: [NamedRecord] = []
    /// The list asked for last, as it was read; "them" and "those" mean what it found.
    public var list: Action?
    /// What was said last, as it was read.
    public var last: Action?
    /// The colleague whose work was spoken of last, if nobody else was since; "she" may be this user.
    public var colleague: User?
    /// A name the conversation is about that has no record yet.
    public var newcomer: String?
    /// The action whose question waits for an answer.
    public var pending: Action?
    /// How the phrase came.
    public var source: PhraseSource

    /// The day of what was planned, moved or looked at last.
    var dayMeant: LocalDate? {
        let days = ["to", "start", "due", "at", "until", "date"].lazy.compactMap { name in
            last?.entities[name]?.string.flatMap { LocalDate($0.prefix(10)) }
        }
        return days.first
    }

    /// Creates a context; only the clock, the user and the names have no default.
    public init(
        now: LocalDateTime, user: User, users: [User] = [], settings: Tenant.Settings = Tenant.Settings(),
        convention: Convention = .hark, names: NameIndex, selected: NamedRecord? = nil, listed: [NamedRecord] = [],
        last: Action? = nil, newcomer: String? = nil, pending: Action? = nil, source: PhraseSource = .typed
    ) {
        self.now = now
        self.user = user
        self.users = users
        userNames = UserNames(users)
        self.settings = settings
        self.convention = convention
        self.names = names
        self.selected = selected
        self.listed = listed
        self.last = last
        self.newcomer = newcomer
        self.pending = pending
        self.source = source
    }
}
