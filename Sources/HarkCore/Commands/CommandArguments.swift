/// What a new lead is made from; at least one of company and person is given.
public struct NewLead: Hashable, Sendable {
    public var company: String?
    public var person: String?
    public var source: String?
    public var email: String?
    public var phone: String?
    public var amount: Money?
    public var owner: Identifier<User>?
    public var message: String?

    /// Creates the arguments.
    public init(
        company: String? = nil, person: String? = nil, source: String? = nil, email: String? = nil,
        phone: String? = nil, amount: Money? = nil, owner: Identifier<User>? = nil, message: String? = nil
    ) {
        self.company = company
        self.person = person
        self.source = source
        self.email = email
        self.phone = phone
        self.amount = amount
        self.owner = owner
        self.message = message
    }
}

/// What a new contact is made from.
public struct NewContact: Hashable, Sendable {
    public var person: String
    /// The company's name as said; linked where a company of that name exists, else created.
    public var company: String?
    public var title: String?
    public var email: String?
    public var phone: String?

    /// Creates the arguments.
    public init(
        person: String, company: String? = nil, title: String? = nil, email: String? = nil, phone: String? = nil
    ) {
        self.person = person
        self.company = company
        self.title = title
        self.email = email
        self.phone = phone
    }
}

/// What a new deal is made from; at least one of company and contact is given.
public struct NewDeal: Hashable, Sendable {
    public var name: String
    public var company: Identifier<Company>?
    public var contact: Identifier<Contact>?
    public var lead: Identifier<Lead>?
    public var amount: Money?
    public var stage: Deal.Stage
    public var closeDate: LocalDate?
    /// Whose it is to be; `nil` for whoever adds it.
    public var owner: Identifier<User>?

    /// Creates the arguments.
    public init(
        name: String, company: Identifier<Company>? = nil, contact: Identifier<Contact>? = nil,
        lead: Identifier<Lead>? = nil, amount: Money? = nil, stage: Deal.Stage = .new, closeDate: LocalDate? = nil,
        owner: Identifier<User>? = nil
    ) {
        self.name = name
        self.company = company
        self.contact = contact
        self.lead = lead
        self.amount = amount
        self.stage = stage
        self.closeDate = closeDate
        self.owner = owner
    }
}

/// What a meeting is made from.
public struct NewMeeting: Hashable, Sendable {
    /// The records met: contacts, leads or customers.
    public var attendees: [NamedRecord]
    public var start: LocalDateTime
    public var durationMinutes: Int
    public var place: String?
    public var subject: String
    /// The later times of one that recurs, in order.
    public var repeats: [LocalDateTime]

    /// Creates the arguments.
    public init(
        attendees: [NamedRecord], start: LocalDateTime, durationMinutes: Int = 30, place: String? = nil,
        subject: String, repeats: [LocalDateTime] = []
    ) {
        self.repeats = repeats
        self.attendees = attendees
        self.start = start
        self.durationMinutes = durationMinutes
        self.place = place
        self.subject = subject
    }
}

/// What a task is made from.
public struct NewTask: Hashable, Sendable {
    public var subject: String
    public var due: LocalDateTime?
    public var assignee: Identifier<User>?
    public var priority: Priority?
    public var related: RecordReference?
    /// The later times of one that recurs, in order.
    public var repeats: [LocalDateTime]

    /// Creates the arguments.
    public init(
        subject: String, due: LocalDateTime? = nil, assignee: Identifier<User>? = nil, priority: Priority? = nil,
        related: RecordReference? = nil, repeats: [LocalDateTime] = []
    ) {
        self.repeats = repeats
        self.subject = subject
        self.due = due
        self.assignee = assignee
        self.priority = priority
        self.related = related
    }
}

/// A call or meeting that took place.
public struct WorkLog: Hashable, Sendable {
    public var isMeeting: Bool
    public var related: RecordReference
    public var durationMinutes: Int?
    /// `nil` means now.
    public var at: LocalDateTime?
    public var outcome: String?
    public var note: String?

    /// Creates the arguments.
    public init(
        isMeeting: Bool = false, related: RecordReference, durationMinutes: Int? = nil, at: LocalDateTime? = nil,
        outcome: String? = nil, note: String? = nil
    ) {
        self.isMeeting = isMeeting
        self.related = related
        self.durationMinutes = durationMinutes
        self.at = at
        self.outcome = outcome
        self.note = note
    }
}

/// A note to keep, word for word.
public struct NewNote: Hashable, Sendable {
    public var related: RecordReference?
    public var text: String

    /// Creates the arguments.
    public init(related: RecordReference? = nil, text: String) {
        self.related = related
        self.text = text
    }
}
