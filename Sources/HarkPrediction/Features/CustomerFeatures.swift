internal import HarkCore
internal import HarkLearning

/// The features of customers that are built in; imported columns come on top.
enum CustomerFeatures {
    /// What they bought, and what their timeline says.
    static let builtIn: [Feature<CustomerMoment>] = identity + counted + timed

    /// The features of imported columns, decided by all of `subjects`, and the columns that only name records.
    static func attributes(
        _ subjects: [CustomerMoment]
    ) -> (features: [Feature<CustomerMoment>], naming: [String]) {
        attributeFeatures(subjects, avoiding: names) { ($0.customer.attributes, $0.at) }
    }

    /// An imported column as a model file names it.
    static func attribute(_ attribute: AttributeFeature) -> Feature<CustomerMoment> {
        attribute.feature(avoiding: names) { ($0.customer.attributes, $0.at) }
    }

    private static let names = Set(builtIn.map(\.name) + [TextFeature.name])

    private static let identity: [Feature<CustomerMoment>] = [
        .category("plan", .fit, label: "plan") { $0.customer.plan },
        .number("monthly_value", .fit, words: { Wording.named("monthly value", $0) }) {
            $0.customer.monthlyValue?.major
        },
        .category("industry", .fit, label: "industry") { $0.company?.industry },
        .number("company_size", .fit, words: { Wording.named("company size", $0) }) {
            $0.company?.size.map(Double.init)
        },
        .category("city", .fit, label: "city") { $0.company?.city },
        .category("country", .fit, label: "country") { $0.company?.country },
    ]

    private static let counted: [Feature<CustomerMoment>] = CustomerMoment.counters.enumerated().map { index, counter in
        .number(counter.name, .engagement, timed: true, words: counter.phrase.words) { $0.facts.counts[index] }
    }

    private static let timed: [Feature<CustomerMoment>] = [
        .number("tenure_days", .fit, timed: true, words: tenure) { $0.tenureDays },
        .number(
            "days_to_renewal", .fit, timed: true,
            words: { value in
                guard case .number(let days) = value else { return "no renewal date" }
                return days < 1 ? "renewal today" : "renewal in \(Wording.days(days))"
            }
        ) { $0.daysToRenewal },
        .number(
            "days_since_last_touch", .engagement, timed: true,
            words: { value in
                guard case .number(let days) = value else { return "no activity yet" }
                return days < 1 ? "last activity today" : "last activity \(Wording.days(days)) ago"
            }
        ) { $0.daysSinceLastTouch },
        .number(
            "tickets_open", .engagement, timed: true,
            words: Count(one: "# open ticket", many: "# open tickets", none: "no open ticket").words
        ) { Double($0.openTickets) },
        .number(
            "tickets_90d", .engagement, timed: true,
            words: Count(one: "# ticket", many: "# tickets", none: "no ticket", suffix: " in 90 days").words
        ) { Double($0.recentTickets) },
        .number(
            "promoter_score", .engagement, timed: true,
            words: { value in
                value == .missing ? "never asked for NPS" : Wording.named("NPS answer", value)
            }
        ) { $0.promoterScore },
    ]

    /// "customer for 3 months", "customer for 2 years".
    private static let tenure: @Sendable (Value) -> String = { value in
        guard case .number(let days) = value else { return "customer for unknown time" }
        let months = (days / 30.44).rounded(.down)
        if months < 1 { return "customer for \(Wording.days(max(0, days)))" }
        if months < 24 {
            return months == 1 ? "customer for 1 month" : "customer for \(Wording.numeral(months)) months"
        }
        return "customer for \(Wording.numeral((months / 12).rounded(.down))) years"
    }
}
