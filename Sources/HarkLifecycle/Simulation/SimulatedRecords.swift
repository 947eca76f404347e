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

extension SimulatedTenant {
    /// Tasks for a third of the open leads and some customers, due around the end; half of the older ones are done.
    mutating func addTasks(_ stream: SplitMix64) {
        var generator = stream
        for lead in leads where lead.converted == nil && generator.chance(0.33) {
            let words = ["Call", "Send proposal to", "Follow up with", "Send references to", "Book demo with"]
            addTask(
                generator.pick(words) + " " + (lead.person.isEmpty ? lead.companyName : lead.person),
                RecordReference(.lead, lead.id.rawValue), lead.owner, &generator)
        }
        for customer in customers where customer.churned != true && generator.chance(0.12) {
            let words = ["Value review with", "Renewal talk with", "Onboarding check with", "Training offer to"]
            addTask(
                generator.pick(words) + " " + customer.name, RecordReference(.customer, customer.id.rawValue),
                customer.owner, &generator)
        }
    }

    private mutating func addTask(
        _ subject: String, _ related: RecordReference, _ owner: Identifier<User>?, _ generator: inout SplitMix64
    ) {
        var date = end.adding(days: generator.integer(-12...20))
        while date.weekday == .saturday || date.weekday == .sunday { date = date.adding(days: 1) }
        let due = date.midnight.adding(minutes: 60 * generator.integer(8...16) + 30 * generator.integer(0...1))
        tasks.append(
            Activity(
                id: Identifier(Int64(tasks.count + 1)), kind: .task, subject: subject, related: related, owner: owner,
                at: due, done: date <= end && generator.chance(0.6),
                createdAt: end.adding(days: -13).midnight.adding(minutes: 9 * 60)))
    }

    /// Makes a share of the rows as untidy as real ones: missing fields, events late, twice, or out of order.
    mutating func plantMess(share: Double, _ stream: SplitMix64) {
        guard share > 0 else { return }
        var generator = stream
        for index in companies.indices {
            if generator.chance(share) { companies[index].industry = nil }
            if generator.chance(share) { companies[index].size = nil }
        }
        for index in leads.indices {
            if generator.chance(share) { leads[index].email = nil }
            if generator.chance(2 * share) { leads[index].phone = nil }
            if generator.chance(share) { leads[index].timeSpent = nil }
            if generator.chance(share) { leads[index].source = nil }
            if generator.chance(share) { leads[index].owner = nil }
        }
        var messy: [Event] = []
        for event in events {
            messy.append(event)
            let draw = generator.uniform() * 3
            if draw < share {
                messy.append(event)
            } else if draw < 2 * share {
                let late = event.at.adding(minutes: generator.integer(60...4_000))
                messy[messy.count - 1].at = min(late, end.midnight.adding(minutes: 24 * 60 - 1))
            } else if draw < 3 * share, messy.count > 9 {
                messy.swapAt(messy.count - 1, messy.count - 1 - generator.integer(1...8))
            } else {
                continue
            }
            messyEvents += 1
        }
        events = messy
    }
}
