internal import HarkCore

/// A lead as it was known at one moment: what a lead's features are read from.
///
/// Nothing that was written at or after that moment is counted, and of what came before only the kinds listed in
/// ``counters``: no status, stage, deal, purchase or other word of the outcome is ever among them. A class, so that
/// a hundred thousand of them pass through forty features without being copied.
final class LeadMoment: Sendable {
    let lead: Lead
    let company: Company?
    let at: LocalDateTime
    /// The counts of ``counters``.
    let facts: EventFacts
    let messagesReceived: Int
    /// What was written, the oldest first.
    let passages: [Passage]

    init(_ history: LeadHistory, at moment: LocalDateTime) {
        lead = history.lead
        company = history.company
        at = moment
        let events = history.events + history.activities.compactMap(\.event)
        var facts = LeadMoment.tally.facts(events, before: moment)
        var received = 0
        for message in history.messages where message.at < moment {
            facts.touch(message.at)
            if message.direction == .incoming { received += 1 }
        }
        self.facts = facts
        messagesReceived = received
        let first = history.lead.message.map { Passage(source: .firstMessage, text: $0, at: history.lead.createdAt) }
        passages = Passage.newest(
            (first.map { [$0] } ?? []) + Passage.incoming(history.messages, before: moment)
                + Passage.notes(history.activities, before: moment))
    }

    /// Days since anything happened; `nil` before the first touch.
    var daysSinceLastTouch: Double? { facts.lastTouch.map { at.days(since: $0) } }

    /// How often a counter's kinds happened.
    func count(_ name: String) -> Double {
        guard let index = LeadMoment.indices[name] else { return 0 }
        return facts.counts[index]
    }

    /// Everything a lead does, or is done for it, before the outcome is known.
    static let counters: [EventCounter] = [
        EventCounter(
            "pricing_visits", [.pricingVisit], one: "pricing page # visit", many: "pricing page # visits",
            none: "no pricing page visits"),
        EventCounter(
            "pricing_visits_7d", [.pricingVisit], days: 7, one: "pricing page # visit",
            many: "pricing page # visits", none: "no pricing page visits"),
        EventCounter(
            "page_visits", [.pageVisit], one: "# page visit", many: "# page visits", none: "no page visits"
        ),
        EventCounter(
            "page_visits_30d", [.pageVisit, .pricingVisit], days: 30, one: "# page visit",
            many: "# page visits", none: "no page visits"),
        EventCounter(
            "emails_sent", [.emailSent], one: "# e-mail sent", many: "# e-mails sent",
            none: "no e-mail sent"),
        EventCounter(
            "emails_opened", [.emailOpened], one: "opened # e-mail", many: "opened # e-mails",
            none: "no e-mail opened"),
        EventCounter(
            "emails_replied", [.emailReplied], one: "replied to # e-mail", many: "replied to # e-mails",
            none: "no reply to e-mails"),
        EventCounter("calls", [.call], one: "# call", many: "# calls", none: "no calls"),
        EventCounter("meetings", [.meeting], one: "# meeting", many: "# meetings", none: "no meetings"),
        EventCounter(
            "demos", [.demoBooked, .demoHeld], one: "# demo booked or held",
            many: "# demos booked or held", none: "no demo"),
        EventCounter(
            "proposals", [.proposalSent], one: "# proposal sent", many: "# proposals sent",
            none: "no proposal sent"),
        EventCounter(
            "logins", [.login, .signedUp, .emailVerified], one: "# sign-up or log-in",
            many: "# sign-ups and log-ins", none: "never signed up or in"),
        EventCounter(
            "touches_30d",
            [
                .pageVisit, .pricingVisit, .emailOpened, .emailReplied, .call, .meeting, .demoBooked, .demoHeld,
                .login, .signedUp,
            ],
            days: 30, one: "# touch", many: "# touches", none: "no touch"),
    ]
    private static let tally = EventCounters(counters)
    private static let indices = Dictionary(
        uniqueKeysWithValues: counters.enumerated().map { ($0.element.name, $0.offset) })
}
