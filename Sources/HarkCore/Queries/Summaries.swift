/// A lead as one row of a list.
public struct LeadSummary: Hashable, Sendable {
    public var id: Identifier<Lead>
    /// The company, else the person.
    public var name: String
    public var person: String
    /// The stage of the lead's open deal, else the lead's status.
    public var stage: String
    /// `0...100`; `nil` before the first scoring.
    public var score: Double?
    public var priority: Priority?
    /// The strongest reason in words; `nil` before the first scoring.
    public var topReason: String?
    public var lastTouch: LocalDateTime?
    public var source: String?
    public var ownerName: String?
    public var amount: Money?
    public var createdAt: LocalDateTime
    /// Who they are, `0...100`; see ``Score/fit``.
    public var fit: Double?
    /// What they do, `0...100`; see ``Score/engagement``.
    public var engagement: Double?
    /// The score somebody set by hand, in force today.
    public var pinned: PinnedScore?

    /// Creates a row.
    public init(
        id: Identifier<Lead>, name: String, person: String, stage: String, score: Double? = nil,
        priority: Priority? = nil, topReason: String? = nil, lastTouch: LocalDateTime? = nil, source: String? = nil,
        ownerName: String? = nil, amount: Money? = nil, createdAt: LocalDateTime, fit: Double? = nil,
        engagement: Double? = nil, pinned: PinnedScore? = nil
    ) {
        self.id = id
        self.name = name
        self.person = person
        self.stage = stage
        self.score = score
        self.priority = priority
        self.topReason = topReason
        self.lastTouch = lastTouch
        self.source = source
        self.ownerName = ownerName
        self.amount = amount
        self.createdAt = createdAt
        self.fit = fit
        self.engagement = engagement
        self.pinned = pinned
    }

    /// The lead as a reference.
    public var reference: RecordReference { RecordReference(.lead, id.rawValue) }
}

/// A customer as one row of a list.
public struct CustomerSummary: Hashable, Sendable {
    public var id: Identifier<Customer>
    public var name: String
    public var stage: LifecycleStage?
    /// The probability of churn, `0...1`; `nil` before the first scoring.
    public var risk: Double?
    /// `0...100`, higher is better; `nil` before the first scoring.
    public var health: Double?
    /// Health over the last periods, oldest first, at most 8 values of `0...100`.
    public var trend: [Double]
    public var plan: String?
    public var monthlyValue: Money?
    public var since: LocalDate?
    public var renewalDate: LocalDate?
    public var lastTouch: LocalDateTime?
    public var churned: Bool?
    /// The strongest reason of the risk in words; `nil` before the first scoring.
    public var topReason: String?
    public var ownerName: String?
    /// The day the customer comes back to the list of those at risk.
    public var snoozedUntil: LocalDate?

    /// Creates a row.
    public init(
        id: Identifier<Customer>, name: String, stage: LifecycleStage? = nil, risk: Double? = nil,
        health: Double? = nil, trend: [Double] = [], plan: String? = nil, monthlyValue: Money? = nil,
        since: LocalDate? = nil, renewalDate: LocalDate? = nil, lastTouch: LocalDateTime? = nil, churned: Bool? = nil
    ) {
        self.id = id
        self.name = name
        self.stage = stage
        self.risk = risk
        self.health = health
        self.trend = trend
        self.plan = plan
        self.monthlyValue = monthlyValue
        self.since = since
        self.renewalDate = renewalDate
        self.lastTouch = lastTouch
        self.churned = churned
    }

    /// The customer as a reference.
    public var reference: RecordReference { RecordReference(.customer, id.rawValue) }
}

/// Everything the detail view shows of one record.
public struct RecordDetail: Hashable, Sendable {
    public var reference: RecordReference
    public var title: String
    /// The record's fields by label, in the order to show them.
    public var fields: [LabelledValue]
    /// How it ended, for a lead that was won or lost and a customer that left.
    public var ending: Ending?
    public var score: Score?
    /// The score somebody set by hand, in force today; the model's stands beside it.
    public var pinned: PinnedScore?
    /// Past scores, oldest first.
    public var scoreHistory: [ScorePoint]
    /// Everything that happened, oldest first, tickets, deals and activities included; planned ones lie ahead.
    public var events: [Event]
    /// Newest first, at most 20.
    public var messages: [Message]
    /// What is wise to do next, what is worth most first; empty until asked for.
    public var actions: [NextAction] = []
    /// When it changed hands by somebody's command, oldest first.
    public var ownerChanges: [OwnerChange] = []
    /// The stages a lead or customer has entered, as they were decided, oldest first.
    public var stages: [StageEntry] = []
    /// The health of a customer as lists show it, `0...100`; it stands since the last score.
    public var health: Double?

    /// One field.
    public struct LabelledValue: Hashable, Sendable {
        public var label: String
        public var value: String
        /// The text the value is, where words of it count in scores.
        public var source: TextSource?

        /// Creates a field.
        public init(_ label: String, _ value: String, source: TextSource? = nil) {
            self.label = label
            self.value = value
            self.source = source
        }
    }

    /// How a record ended.
    public struct Ending: Hashable, Sendable {
        /// "won", "lost" or "left".
        public var word: String
        /// When, where that is known.
        public var day: LocalDate?

        /// Creates an ending.
        public init(_ word: String, on day: LocalDate? = nil) {
            self.word = word
            self.day = day
        }

        /// The ending in words, such as "left on 2026-03-01".
        public var words: String { day.map { "\(word) on \($0)" } ?? word }
    }

    /// A score at a time.
    public struct ScorePoint: Hashable, Sendable {
        public var at: LocalDateTime
        /// `0...100`.
        public var value: Double

        /// Creates a point.
        public init(at: LocalDateTime, value: Double) {
            self.at = at
            self.value = value
        }
    }

    /// Creates a detail.
    public init(
        reference: RecordReference, title: String, fields: [LabelledValue] = [], ending: Ending? = nil,
        score: Score? = nil, pinned: PinnedScore? = nil, scoreHistory: [ScorePoint] = [], events: [Event] = [],
        messages: [Message] = []
    ) {
        self.reference = reference
        self.title = title
        self.fields = fields
        self.ending = ending
        self.score = score
        self.pinned = pinned
        self.scoreHistory = scoreHistory
        self.events = events
        self.messages = messages
    }
}
