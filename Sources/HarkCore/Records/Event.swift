/// Something that happened to a lead or customer, as the timeline shows it.
public struct Event: Hashable, Sendable {
    public var id: Identifier<Event>
    /// Whom it happened to: a lead, a customer or a contact.
    public var subject: RecordReference
    public var kind: Kind
    public var at: LocalDateTime
    public var note: String?

    /// Creates an event.
    public init(
        id: Identifier<Event> = Identifier(0), subject: RecordReference, kind: Kind, at: LocalDateTime,
        note: String? = nil
    ) {
        self.id = id
        self.subject = subject
        self.kind = kind
        self.at = at
        self.note = note
    }

    /// What happened. The set is open: an imported kind Hark has no name for is kept and shown as it is.
    public struct Kind: RawRepresentable, Hashable, Sendable, Codable {
        /// The kind in snake case, as files and the database hold it.
        public let rawValue: String

        /// Wraps a name.
        public init(rawValue: String) { self.rawValue = rawValue }

        private init(_ rawValue: String) { self.rawValue = rawValue }

        /// The kind for people, such as `first purchase`.
        public var title: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }
    }
}

extension Event.Kind {
    public static let leadCreated = Event.Kind("lead_created")
    public static let signedUp = Event.Kind("signed_up")
    public static let emailVerified = Event.Kind("email_verified")
    public static let pageVisit = Event.Kind("page_visit")
    public static let pricingVisit = Event.Kind("pricing_visit")
    public static let emailSent = Event.Kind("email_sent")
    public static let emailOpened = Event.Kind("email_opened")
    public static let emailReplied = Event.Kind("email_replied")
    public static let call = Event.Kind("call")
    public static let meeting = Event.Kind("meeting")
    public static let note = Event.Kind("note")
    public static let task = Event.Kind("task")
    public static let demoBooked = Event.Kind("demo_booked")
    public static let demoHeld = Event.Kind("demo_held")
    public static let proposalSent = Event.Kind("proposal_sent")
    public static let stageChanged = Event.Kind("stage_changed")
    public static let won = Event.Kind("won")
    public static let lost = Event.Kind("lost")
    public static let firstPurchase = Event.Kind("first_purchase")
    public static let purchase = Event.Kind("purchase")
    public static let login = Event.Kind("login")
    public static let upgrade = Event.Kind("upgrade")
    public static let downgrade = Event.Kind("downgrade")
    public static let usageDrop = Event.Kind("usage_drop")
    public static let ticketRaised = Event.Kind("ticket_raised")
    public static let ticketSolved = Event.Kind("ticket_solved")
    public static let npsAnswered = Event.Kind("nps_answered")
    public static let invoicePaid = Event.Kind("invoice_paid")
    public static let invoiceLate = Event.Kind("invoice_late")
    public static let renewal = Event.Kind("renewal")
    public static let referral = Event.Kind("referral")
    public static let churnPredicted = Event.Kind("churn_predicted")
    public static let churned = Event.Kind("churned")
    public static let wonBack = Event.Kind("won_back")
}
