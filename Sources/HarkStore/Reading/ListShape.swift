import HarkCore

/// What records of one kind can be filtered and sorted by, and where each field is found.
struct ListShape: Sendable {
    var kind: RecordKind
    /// Which rows of the view are of the kind.
    var condition = "1"
    var fields: [Field: Column]
    /// The values of `stage` or `status` that `open` leaves out.
    var closed: [String] = []

    /// Where a field's values are and how they compare.
    enum Column: Sendable {
        /// Free text, compared without case.
        case text(String)
        /// One of a fixed set of words, in the order they rank.
        case word(String, ranks: [String])
        /// A plain number.
        case number(String)
        /// A probability in `0...1`, also asked for in percent.
        case share(String)
        /// Money in minor units, asked for in major ones.
        case money(minorUnits: String, currency: String)
        /// A day, as a number of days.
        case day(String)
        /// A moment, as a number of seconds, asked for by day.
        case time(String)
        /// The number of a user, asked for by name.
        case user(String)
        /// Whether the work is done: `open` or `done`.
        case done(String)
    }

    var view: String { kind.schema.name }

    /// The shape of a kind's lists.
    static func of(_ kind: RecordKind) -> ListShape {
        switch kind {
        case .lead: lead
        case .customer: customer
        case .deal: deal
        case .contact: contact
        case .company: company
        case .ticket: ticket
        case .task, .meeting, .call, .note: activity(kind)
        }
    }

    /// The fields of a kind's records in words, for messages.
    static func fieldNames(of kind: RecordKind) -> String {
        let fields = of(kind).fields
        return Field.allCases.filter { fields[$0] != nil }.map(\.rawValue).joined(separator: ", ")
    }

    private static let priority = Column.word("priority", ranks: Priority.allCases.map(\.rawValue))
    private static let companyName = "(SELECT name FROM company WHERE company.id = company_id)"
    private static let companyCity = "(SELECT city FROM company WHERE company.id = company_id)"
    private static let companyCountry = "(SELECT country FROM company WHERE company.id = company_id)"
    private static let companyIndustry = "(SELECT industry FROM company WHERE company.id = company_id)"

    /// The day a customer is snoozed until; 0 for none.
    private static let snoozedUntil =
        "coalesce((SELECT until FROM snooze WHERE subject_kind = 'customer' AND subject_id = customer.id), 0)"

    /// When something was last done about a record or is planned to be; else some other moment.
    private static func lastActivity(_ kind: RecordKind, else other: String) -> String {
        """
        coalesce((SELECT max(coalesce(activity.at, activity.created_at)) FROM activity
        WHERE related_kind = '\(kind.rawValue)' AND related_id = \(kind.rawValue).id), \(other))
        """
    }

    private static let lead = ListShape(
        kind: .lead,
        fields: [
            .name: .text("name"), .person: .text("person"), .company: .text("company_name"),
            .stage: .word("stage", ranks: Lead.Status.allCases.map(\.rawValue) + Deal.Stage.allCases.map(\.rawValue)),
            .status: .word("status", ranks: Lead.Status.allCases.map(\.rawValue)), .source: .text("source"),
            .owner: .user("owner_id"), .priority: priority, .city: .text(companyCity), .country: .text(companyCountry),
            .industry: .text(companyIndustry),
            .amount: .money(minorUnits: "amount_minor", currency: "amount_currency"), .score: .number("score"),
            .created: .time("created_at"), .touched: .time("last_touch"), .email: .text("email"),
            .phone: .text("phone"),
        ], closed: ["won", "lost", "disqualified", "converted"])

    private static let customer = ListShape(
        kind: .customer,
        fields: [
            .name: .text("name"), .company: .text(companyName),
            .stage: .word("stage", ranks: LifecycleStage.allCases.map(\.rawValue)), .owner: .user("owner_id"),
            .plan: .text("plan"), .city: .text(companyCity), .country: .text(companyCountry),
            .industry: .text(companyIndustry),
            .amount: .money(minorUnits: "monthly_minor", currency: "monthly_currency"), .risk: .share("risk"),
            .stake: .number("(risk * monthly_minor / 100.0)"),
            .health: .number("health"), .created: .day("since"), .renewal: .day("renewal_date"),
            .churned: .day("churned_at"),
            .touched: .time("last_touch"), .snoozed: .day(snoozedUntil),
        ], closed: ["churned"])

    private static let deal = ListShape(
        kind: .deal,
        fields: [
            .name: .text("name"), .company: .text(companyName),
            .person: .text("(SELECT name FROM contact WHERE contact.id = contact_id)"),
            .stage: .word("stage", ranks: Deal.Stage.allCases.map(\.rawValue)), .owner: .user("owner_id"),
            .source: .text("(SELECT source FROM lead WHERE lead.id = lead_id)"),
            .city: .text(companyCity), .country: .text(companyCountry), .industry: .text(companyIndustry),
            .amount: .money(minorUnits: "amount_minor", currency: "amount_currency"), .close: .day("close_date"),
            .created: .time("created_at"),
            .touched: .time(lastActivity(.deal, else: "deal.created_at")),
        ], closed: ["won", "lost"])

    private static let contact = ListShape(
        kind: .contact,
        fields: [
            .name: .text("name"), .person: .text("name"), .company: .text(companyName), .city: .text("city"),
            .country: .text(companyCountry), .industry: .text(companyIndustry),
            .touched: .time(lastActivity(.contact, else: "0")),
            .email: .text("email"), .phone: .text("phone"),
        ])

    private static let company = ListShape(
        kind: .company,
        fields: [
            .name: .text("name"), .company: .text("name"), .city: .text("city"), .country: .text("country"),
            .industry: .text("industry"),
        ])

    private static let ticket = ListShape(
        kind: .ticket,
        fields: [
            .name: .text("subject"),
            .company: .text("(SELECT name FROM customer WHERE customer.id = customer_id)"),
            .status: .word("status", ranks: Ticket.Status.allCases.map(\.rawValue)),
            .priority: .word("priority", ranks: Ticket.Urgency.allCases.map(\.rawValue)),
            .created: .time("opened_at"), .close: .time("closed_at"),
        ])

    private static func activity(_ kind: RecordKind) -> ListShape {
        ListShape(
            kind: kind, condition: "kind = '\(kind.rawValue)'",
            fields: [
                .name: .text("subject"), .owner: .user("owner_id"), .priority: priority, .status: .done("done"),
                .stage: .done("done"), .due: .time("at"), .created: .time("created_at"),
            ])
    }
}
