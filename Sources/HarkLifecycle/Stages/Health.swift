public import HarkCore

/// How well a customer is doing, `0...100`, and what that rests on.
///
/// The weighted mean of four parts, each `0...1`; a part nothing is known of counts as 0.7:
/// - usage (weight 4): log-ins and purchases of the last 28 days over those of the 28 before, at most 1 and 0 where
///   both are empty but there were any; halved while a drop of usage is less than 14 days old;
/// - tickets (weight 3): 1 / (1 + 0.6 · open + 0.2 · raised in the last 90 days);
/// - payment (weight 1): the share of invoices paid on time, newer ones counting more;
/// - survey (weight 2): the last NPS answer over 10.
public struct Health: Hashable, Sendable {
    /// One part.
    public struct Part: Hashable, Sendable {
        /// `usage`, `tickets`, `payment` or `survey`.
        public let name: String
        /// `0...1`; `nil` where nothing is known.
        public let value: Double?
        /// Its share of the whole before normalising.
        public let weight: Double
    }

    /// The four parts, in the order above.
    public let parts: [Part]

    /// What an unknown part counts as.
    public static let neutral = 0.7

    /// The health, `0...100`.
    public var value: Double {
        let weights = parts.reduce(0) { $0 + $1.weight }
        return parts.reduce(0) { $0 + ($1.value ?? Health.neutral) * $1.weight } / weights * 100
    }

    /// Works health out from what was known at `moment`.
    public init(_ facts: JourneyFacts, at moment: LocalDateTime) {
        parts = [
            Part(name: "usage", value: Health.usage(facts, at: moment), weight: 4),
            Part(name: "tickets", value: Health.tickets(facts, at: moment), weight: 3),
            Part(name: "payment", value: facts.punctuality, weight: 1),
            Part(name: "survey", value: facts.nps.map { $0 / 10 }, weight: 2),
        ]
    }

    /// The health after all events up to `moment`.
    public init(events: [Event], at moment: LocalDateTime) {
        var facts = JourneyFacts()
        for event in TimelineLayout.sorted(events) where event.at <= moment { facts.apply(event) }
        self.init(facts, at: moment)
    }

    private static func usage(_ facts: JourneyFacts, at moment: LocalDateTime) -> Double? {
        guard !facts.uses.isEmpty || facts.lastUsageDrop != nil else { return nil }
        let recent = count(facts.uses, from: 0, to: 28, before: moment)
        let earlier = count(facts.uses, from: 28, to: 56, before: moment)
        var share = earlier == 0 ? (recent > 0 ? 1.0 : 0) : min(Double(recent) / Double(earlier), 1)
        if facts.uses.isEmpty { share = neutral }
        let isDropping = facts.lastUsageDrop.map { moment.days(since: $0) <= 14 } ?? false
        return isDropping ? share / 2 : share
    }

    private static func tickets(_ facts: JourneyFacts, at moment: LocalDateTime) -> Double? {
        let recent = count(facts.tickets, from: 0, to: 90, before: moment)
        return 1 / (1 + 0.6 * Double(facts.openTickets) + 0.2 * Double(recent))
    }

    /// How many of the sorted moments lie at least `from` and less than `to` days before `moment`.
    private static func count(_ moments: [LocalDateTime], from: Int, to: Int, before moment: LocalDateTime) -> Int {
        moments.count(upTo: moment.adding(days: -from)) - moments.count(upTo: moment.adding(days: -to))
    }
}

extension [LocalDateTime] {
    /// How many of the sorted moments are not after `moment`; found by halving, as one day may hold thousands.
    fileprivate func count(upTo moment: LocalDateTime) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if self[middle] <= moment { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
