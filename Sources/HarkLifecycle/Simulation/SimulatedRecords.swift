import HarkCore

extension Lead {
    /// Writes down what a journey left to be seen.
    mutating func record(_ journey: LeadJourney, _ profile: LeadProfile, _ generator: inout SplitMix64) {
        let tally = journey.tally
        converted = journey.converted
        closedAt = journey.isClosed ? journey.decisionAt : nil
        message = journey.firstMessage
        status =
            switch converted {
            case true?: .converted
            case false?: .disqualified
            case nil: journey.qualifiedAt != nil ? .qualified : tally.touches > 0 ? .contacted : .new
            }
        engagementScore = tally.engagement(&generator)
        pagesVisited = Double(tally.pages)
        let minutes = Double(tally.pages) * GapDistribution.logNormal(median: 1.7, sigma: 0.5).draw(&generator)
        timeSpent = (minutes * 10).rounded() / 10
        attributes = [
            "job_title": .text(profile.title), "campaign": .text(profile.campaign),
            "touches": .number(Double(tally.touches)), "replies": .number(Double(tally.replies)),
            "pricing_visits": .number(Double(tally.pricing)), "demos": .number(Double(tally.demos)),
        ]
    }
}

extension Customer {
    /// Writes down what a journey left to be seen at its end: when the customer left, or now.
    mutating func record(_ journey: CustomerJourney) {
        let end = journey.reference
        plan = journey.segment.plan
        renewalDate = journey.renewalDate
        churnedAt = journey.churnedAt?.date
        let isTooEarly = end.days(since: journey.since) < 45
        churned = journey.churnedAt != nil ? true : isTooEarly ? nil : false
        let recent = journey.logins.filter { end.days(since: $0) < 28 && $0 <= end }.count
        let earlier = journey.logins.filter { (28..<56).contains(end.days(since: $0)) }.count
        let trend = Double(recent - earlier) / Double(max(earlier, 1))
        let tickets = journey.tickets.filter { end.days(since: $0.openedAt) < 90 && $0.openedAt <= end }
        let silence = end.days(since: journey.logins.last { $0 <= end } ?? journey.since)
        attributes = [
            "seats": .number(Double(journey.seats)), "usage_trend": .number((trend * 100).rounded() / 100),
            "tickets_90d": .number(Double(tickets.count)),
            "open_tickets": .number(Double(journey.tickets.filter { $0.closedAt == nil && $0.openedAt <= end }.count)),
            "days_since_login": .number(silence.rounded(.down)),
            "late_invoices": .number(Double(journey.recentLateInvoices(at: end))),
        ]
        if let nps = journey.nps { attributes["nps"] = .number(Double(nps)) }
    }
}
