/// Work done or planned by a user: a meeting, a task, a call or a note.
public struct Activity: Hashable, Sendable {
    /// The number among all activities of the tenant.
    public var id: Identifier<Activity>
    public var kind: Kind
    public var subject: String
    /// Verbatim text; for a note the note itself.
    public var body: String?
    /// The record it is about.
    public var related: RecordReference?
    /// The people taking part, for a meeting.
    public var attendees: [Identifier<Contact>]
    public var owner: Identifier<User>?
    /// When it starts, is due, or happened; `nil` for a task without a date.
    public var at: LocalDateTime?
    public var durationMinutes: Int?
    public var place: String?
    public var outcome: String?
    public var priority: Priority?
    public var done: Bool
    public var createdAt: LocalDateTime

    /// The four kinds of work.
    public enum Kind: String, CaseIterable, Hashable, Sendable, Codable { case meeting, task, call, note }

    /// Creates an activity.
    public init(
        id: Identifier<Activity> = Identifier(0), kind: Kind, subject: String, body: String? = nil,
        related: RecordReference? = nil, attendees: [Identifier<Contact>] = [], owner: Identifier<User>? = nil,
        at: LocalDateTime? = nil, durationMinutes: Int? = nil, place: String? = nil, outcome: String? = nil,
        priority: Priority? = nil, done: Bool = false, createdAt: LocalDateTime
    ) {
        self.id = id
        self.kind = kind
        self.subject = subject
        self.body = body
        self.related = related
        self.attendees = attendees
        self.owner = owner
        self.at = at
        self.durationMinutes = durationMinutes
        self.place = place
        self.outcome = outcome
        self.priority = priority
        self.done = done
        self.createdAt = createdAt
    }
}
