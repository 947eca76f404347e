internal import HarkCore
internal import HarkLearning

/// The features of leads that are built in; imported columns come on top.
enum LeadFeatures {
    /// Who the lead is, what its source counted, and what its timeline says.
    static let builtIn: [Feature<LeadMoment>] = identity + imported + counted + timed

    /// The features of imported columns, decided by all of `subjects`, and the columns that only name records.
    static func attributes(
        _ subjects: [LeadMoment]
    ) -> (features: [Feature<LeadMoment>], naming: [String]) {
        attributeFeatures(subjects, avoiding: names) { ($0.lead.attributes, $0.at) }
    }

    /// An imported column as a model file names it.
    static func attribute(_ attribute: AttributeFeature) -> Feature<LeadMoment> {
        attribute.feature(avoiding: names) { ($0.lead.attributes, $0.at) }
    }

    private static let names = Set(builtIn.map(\.name) + [TextFeature.name])

    private static let identity: [Feature<LeadMoment>] = [
        .category("source", .fit, label: "source") { $0.lead.source },
        .category("industry", .fit, label: "industry") { $0.company?.industry },
        .number("company_size", .fit, words: { Wording.named("company size", $0) }) {
            $0.company?.size.map(Double.init)
        },
        .category("city", .fit, label: "city") { $0.company?.city },
        .category("country", .fit, label: "country") { $0.company?.country },
        .number("amount", .fit, words: { Wording.named("amount", $0) }) { $0.lead.amount?.major },
        .number(
            "message_words", .fit,
            words: Count(one: "enquiry of # word", many: "enquiry of # words", none: "no enquiry text").words
        ) { Double($0.lead.message?.split(whereSeparator: \.isWhitespace).count ?? 0) },
    ]

    private static let imported: [Feature<LeadMoment>] = [
        .number("engagement_score", .engagement, words: { Wording.named("engagement score", $0) }) {
            $0.lead.engagementScore
        },
        .number(
            "pages_visited", .engagement,
            words: Count(
                one: "# page visited", many: "# pages visited", none: "no page visited",
                unknown: "pages visited unknown"
            ).words
        ) { $0.lead.pagesVisited },
        .number("time_spent", .engagement, words: { Wording.named("time on site", $0) }) { $0.lead.timeSpent },
    ]

    private static let counted: [Feature<LeadMoment>] = LeadMoment.counters.enumerated().map { index, counter in
        .number(counter.name, .engagement, timed: true, words: counter.phrase.words) { $0.facts.counts[index] }
    }

    private static let timed: [Feature<LeadMoment>] = [
        .number(
            "messages_received", .engagement, timed: true,
            words: Count(one: "wrote # message", many: "wrote # messages", none: "no message received").words
        ) { Double($0.messagesReceived) },
        .number(
            "days_since_last_touch", .engagement, timed: true,
            words: { value in
                guard case .number(let days) = value else { return "no touch yet" }
                return days < 1 ? "last touch today" : "last touch \(Wording.days(days)) ago"
            }
        ) { $0.daysSinceLastTouch },
        .number(
            "age_days", .engagement, timed: true,
            words: { value in
                guard case .number(let days) = value else { return "age unknown" }
                return days < 1 ? "came in today" : "came in \(Wording.days(days)) ago"
            }
        ) { $0.at.days(since: $0.lead.createdAt) },
    ]
}
