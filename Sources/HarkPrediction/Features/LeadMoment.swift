internal import HarkCore

/// A lead as it was known at one moment: what a lead's features are read from.
///
/// Nothing that was written at or after that moment is counted, and of what came before only the kinds listed in
/// ``counters``: no status, stage, deal, purchase or other word of the outcome is ever among them.
struct LeadMoment: Sendable {
    let lead: Lead
    let company: Company?
    let at: LocalDateTime
    /// The counts of ``counters``.
    let facts: EventFacts
    let messagesReceived: Int

    init(_ history: LeadHistory, at moment: LocalDateTime) {
        lead = history.lead
        company = history.company
        at = moment
        var facts = LeadMoment.tally.facts(history.events, before: moment)
        var received = 0
        for message in history.messages where message.at < moment {
            facts.touch(message.at)
            if message.direction == .incoming { received += 1 }
        }
        self.facts = facts
        messagesReceived = received
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
            name: "pricing_visits", kinds: [.pricingVisit], one: "pricing page # visit", many: "pricing page # visits",
            none: "no pricing page visits"),
        EventCounter(
            name: "pricing_visits_7d", kinds: [.pricingVisit], days: 7, one: "pricing page # visit",
            many: "pricing page # visits", none: "no pricing page visits"),
        EventCounter(
            name: "page_visits", kinds: [.pageVisit], one: "# page visit", many: "# page visits", none: "no page visits"
        ),
        EventCounter(
            name: "page_visits_30d", kinds: [.pageVisit, .pricingVisit], days: 30, one: "# page visit",
            many: "# page visits", none: "no page visits"),
        EventCounter(
            name: "emails_sent", kinds: [.emailSent], one: "# e-mail sent", many: "# e-mails sent",
            none: "no e-mail sent"),
        EventCounter(
            name: "emails_opened", kinds: [.emailOpened], one: "opened # e-mail", many: "opened # e-mails",
            none: "no e-mail opened"),
        EventCounter(
            name: "emails_replied", kinds: [.emailReplied], one: "replied to # e-mail", many: "replied to # e-mails",
            none: "no reply to e-mails"),
        EventCounter(name: "calls", kinds: [.call], one: "# call", many: "# calls", none: "no calls"),
        EventCounter(name: "meetings", kinds: [.meeting], one: "# meeting", many: "# meetings", none: "no meetings"),
        EventCounter(
            name: "demos", kinds: [.demoBooked, .demoHeld], one: "# demo booked or held",
            many: "# demos booked or held", none: "no demo"),
        EventCounter(
            name: "proposals", kinds: [.proposalSent], one: "# proposal sent", many: "# proposals sent",
            none: "no proposal sent"),
        EventCounter(
            name: "logins", kinds: [.login, .signedUp, .emailVerified], one: "# sign-up or log-in",
            many: "# sign-ups and log-ins", none: "never signed up or in"),
        EventCounter(
            name: "touches_30d",
            kinds: [
                .pageVisit, .pricingVisit, .emailOpened, .emailReplied, .call, .meeting, .demoBooked, .demoHeld,
                .login, .signedUp,
            ],
            days: 30, one: "# touch", many: "# touches", none: "no touch"),
    ]
    private static let tally = EventCounters(counters)
    private static let indices = Dictionary(
        uniqueKeysWithValues: counters.enumerated().map { ($0.element.name, $0.offset) })
}
