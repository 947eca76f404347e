public import HarkCore

/// A row of a file as a record that is not yet linked to others.
public struct ImportedRow: Hashable, Sendable {
    /// The line on which the row begins, from 1.
    public var line: Int
    /// What tells the row from others of its kind: a hash of its key columns, or of the whole row where none are named.
    public var fingerprint: UInt64
    /// The record; its links are `nil`, ``names`` says whom they mean.
    public var record: ImportedRecord
    public var names: ImportedNames
}

/// A record as a file can hold it.
public enum ImportedRecord: Hashable, Sendable {
    case user(NewUser)
    case company(Company)
    case contact(Contact)
    case lead(Lead)
    case customer(Customer)
    case deal(Deal)
    case event(NewEvent)
    case message(NewMessage)
    case ticket(Ticket)
    case task(Activity)

    /// A user who has no number yet.
    public struct NewUser: Hashable, Sendable {
        public var name: String
        public var email: String
        public var role: Role
        public var team: String?
    }

    /// An event of somebody who is only named.
    public struct NewEvent: Hashable, Sendable {
        public var kind: Event.Kind
        public var at: LocalDateTime
        public var note: String?
    }

    /// A message of somebody who is only named.
    public struct NewMessage: Hashable, Sendable {
        public var direction: Message.Direction
        public var channel: String
        public var at: LocalDateTime
        public var body: String
    }
}

/// The names a row gives for other records; each must still be found.
public struct ImportedNames: Hashable, Sendable {
    public var company: String?
    public var contact: String?
    public var lead: String?
    public var customer: String?
    /// A user's name or e-mail address.
    public var owner: String?
    /// Any record's name.
    public var related: String?

    /// No names.
    public init() {}
}
