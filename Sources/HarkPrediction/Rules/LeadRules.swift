internal import HarkCore

/// How leads are scored before there are enough outcomes to learn from: a fifth of them convert, and
///
/// | rule | log-odds |
/// | --- | --- |
/// | source: referral or partner; website, organic, inbound or event; ads; bought list or cold | +0.9; +0.3; −0.2; −0.6 |
/// | engagement score, where it is of `0...100` | −0.8 to +0.8, evenly |
/// | pages visited: 10 or more; 5 or more; none | +0.5; +0.3; −0.2 |
/// | pricing page visits | +0.4 each, at most +1.2 |
/// | e-mails: a reply; one opened; three sent and none opened | +0.7; +0.2; −0.4 |
/// | demo booked or held | +0.9 |
/// | meeting; call, where there was no meeting | +0.5; +0.2 |
/// | wrote a message | +0.3 |
/// | neither e-mail address nor telephone number | −0.6 |
/// | last touch: within a week; over a month ago; over three months ago | +0.3; −0.5; −1.0 |
enum LeadRules {
    static func forecast(of lead: LeadMoment) -> Forecast { Forecast(by: rules, of: lead, baseRate: 0.2) }

    static let facets = Dictionary(uniqueKeysWithValues: rules.map { ($0.feature, $0.facet) })

    private static let rules: [Rule<LeadMoment>] = [
        Rule("source", .fit) { lead in
            guard let source = lead.lead.source, let weight = weight(ofSource: source) else { return nil }
            return .init(weight, "source is \(source)")
        },
        Rule("engagement_score", .engagement) { lead in
            guard let score = lead.lead.engagementScore, (0...100).contains(score) else { return nil }
            return .init((score - 50) / 50 * 0.8, "engagement score \(Wording.numeral(score))")
        },
        Rule("pages_visited", .engagement) { lead in
            guard let pages = lead.lead.pagesVisited else { return nil }
            if pages <= 0 { return .init(-0.2, "no page visited") }
            return pages < 5 ? nil : .init(pages < 10 ? 0.3 : 0.5, "\(Wording.numeral(pages)) pages visited")
        },
        Rule("pricing_visits", .engagement) { lead in
            let visits = lead.count("pricing_visits")
            guard visits > 0 else { return nil }
            return .init(0.4 * min(visits, 3), "pricing page \(Wording.numeral(visits)) visit\(visits == 1 ? "" : "s")")
        },
        Rule("emails", .engagement) { lead in
            if lead.count("emails_replied") > 0 { return .init(0.7, "replied to e-mails") }
            if lead.count("emails_opened") > 0 { return .init(0.2, "opened e-mails, no reply") }
            return lead.count("emails_sent") >= 3 ? .init(-0.4, "opened none of the e-mails") : nil
        },
        Rule("demos", .engagement) { $0.count("demos") > 0 ? .init(0.9, "demo booked or held") : nil },
        Rule("meetings", .engagement) { lead in
            if lead.count("meetings") > 0 { return .init(0.5, "has had a meeting") }
            return lead.count("calls") > 0 ? .init(0.2, "has had a call") : nil
        },
        Rule("messages_received", .engagement) { lead in
            let wrote = lead.messagesReceived > 0 || !(lead.lead.message ?? "").isEmpty
            return wrote ? .init(0.3, "wrote a message") : nil
        },
        Rule("reachable", .fit) { lead in
            let known = [lead.lead.email, lead.lead.phone].contains { $0?.isEmpty == false }
            return known ? nil : .init(-0.6, "neither e-mail address nor telephone number")
        },
        Rule("days_since_last_touch", .engagement) { lead in
            guard let days = lead.daysSinceLastTouch ?? age(lead) else { return nil }
            let reason =
                lead.daysSinceLastTouch == nil
                ? "no touch for \(Wording.days(days))" : "last touch \(Wording.days(days)) ago"
            if days <= 7 { return lead.daysSinceLastTouch == nil ? nil : .init(0.3, reason) }
            return days <= 30 ? nil : .init(days <= 90 ? -0.5 : -1.0, reason)
        },
    ]

    @Sendable private static func age(_ lead: LeadMoment) -> Double? {
        let days = lead.at.days(since: lead.lead.createdAt)
        return days >= 0 ? days : nil
    }

    @Sendable private static func weight(ofSource source: String) -> Double? {
        let words = source.lowercased()
        return sources.first { group in group.words.contains { words.contains($0) } }?.weight
    }

    private static let sources: [(words: [String], weight: Double)] = [
        (["referral", "reference", "refer", "partner", "word of mouth", "recommend"], 0.9),
        (["cold", "list", "outbound", "purchased", "scrape"], -0.6),
        (["paid", "advert", "ads", "banner", "cpc", "social"], -0.2),
        (["web", "organic", "inbound", "search", "event", "conference", "fair", "webinar", "direct"], 0.3),
    ]
}
