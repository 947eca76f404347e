/// Something about the business that can be counted or summed over a time.
public enum Measure: String, CaseIterable, Hashable, Sendable, Codable {
    case revenue, pipeline, calls, meetings, tickets
    case averageDeal = "average_deal"
    case wonDeals = "won_deals"
    case lostDeals = "lost_deals"
    case newDeals = "new_deals"
    case winRate = "win_rate"
    case newLeads = "new_leads"
    case conversionRate = "conversion_rate"
    case newCustomers = "new_customers"

    /// The measure for people, such as `won deals`.
    public var label: String { String(rawValue.map { $0 == "_" ? " " : $0 }) }

    /// Which records it looks at and what of them.
    public var shape: Shape {
        let won = Condition(.stage, .equals, .text("won"))
        let lost = Condition(.stage, .equals, .text("lost"))
        return switch self {
        case .revenue: Shape(.deal, .sum, [won], by: .close)
        case .pipeline: Shape(.deal, .sum, [Condition(.stage, .equals, .text("open"))], by: .close)
        case .averageDeal: Shape(.deal, .mean, [won], by: .close)
        case .wonDeals: Shape(.deal, .count, [won], by: .close)
        case .lostDeals: Shape(.deal, .count, [lost], by: .close)
        case .newDeals: Shape(.deal, .count, [], by: .created)
        case .winRate: Shape(.deal, .share(of: [Condition(.stage, .atLeast, .text("won"))]), [won], by: .close)
        case .newLeads: Shape(.lead, .count, [], by: .created)
        case .conversionRate:
            Shape(.lead, .share(of: []), [Condition(.status, .equals, .text("converted"))], by: .created)
        case .calls: Shape(.call, .count, [], by: .due)
        case .meetings: Shape(.meeting, .count, [], by: .due)
        case .tickets: Shape(.ticket, .count, [], by: .created)
        case .newCustomers: Shape(.customer, .count, [], by: .created)
        }
    }

    /// How a measure is worked out.
    public struct Shape: Hashable, Sendable {
        public var kind: RecordKind
        public var value: Value
        public var conditions: [Condition]
        /// The field whose day must lie in the time asked for.
        public var date: Field

        /// What is made of the records; a share is of those that meet other conditions.
        public enum Value: Hashable, Sendable { case count, sum, mean, share(of: [Condition]) }

        init(_ kind: RecordKind, _ value: Value, _ conditions: [Condition], by date: Field) {
            self.kind = kind
            self.value = value
            self.conditions = conditions
            self.date = date
        }
    }
}

/// Days from one to another; either end may be open.
public struct DateSpan: Hashable, Sendable {
    public var from: LocalDate?
    /// Exclusive.
    public var until: LocalDate?

    /// Creates a span.
    public init(from: LocalDate?, until: LocalDate?) {
        self.from = from
        self.until = until
    }

    /// The requirements that a field lies within.
    public func conditions(on field: Field) -> [Condition] {
        [from.map { Condition(field, .atLeast, .date($0)) }, until.map { Condition(field, .less, .date($0)) }]
            .compactMap(\.self)
    }

    /// The span for people, such as `2026-03-01 to 2026-03-31`.
    public var text: String {
        switch (from, until?.adding(days: -1)) {
        case (let from?, let last?): from == last ? from.description : "\(from) to \(last)"
        case (let from?, nil): "from \(from)"
        case (nil, let last?): "until \(last)"
        case (nil, nil): "ever"
        }
    }
}

/// A question about a measure.
public struct MeasureQuestion: Hashable, Sendable {
    public var measure: Measure
    public var span: DateSpan?
    /// Whose records count; `nil` for everybody's.
    public var owner: Condition.Value?
    /// What the answer is split by.
    public var by: Field?
    /// How many of a ranking were asked for.
    public var limit: Int?

    /// Creates a question.
    public init(
        _ measure: Measure, span: DateSpan? = nil, owner: Condition.Value? = nil, by: Field? = nil, limit: Int? = nil
    ) {
        self.measure = measure
        self.span = span
        self.owner = owner
        self.by = by
        self.limit = limit
    }

    /// The records the figure is made of.
    public var query: RecordQuery {
        RecordQuery(measure.shape.kind, conditions: measure.shape.conditions + common)
    }

    /// What is required whatever the measure counts: the time, and whose they are.
    public var common: [Condition] {
        (span?.conditions(on: measure.shape.date) ?? []) + (owner.map { [Condition(.owner, .equals, $0)] } ?? [])
    }
}
