public import HarkCore

/// The stages a record has passed through, each with the rule that put it there.
public struct StageHistory: Hashable, Sendable {
    /// The entry into a stage.
    public struct Change: Hashable, Sendable {
        public let stage: LifecycleStage
        /// The stage before; `nil` for the first.
        public let previous: LifecycleStage?
        public let at: LocalDateTime
        public let rule: StageRule
        /// What the rule rested on, in words.
        public let evidence: String
        /// The event that set it off, as an index into the events by time; `nil` where time alone did.
        public let index: Int?
    }

    /// The changes, oldest first.
    public let changes: [Change]
    /// What is known now.
    public let facts: JourneyFacts
    /// The health now.
    public let health: Health
    /// The last change, which tells the present stage.
    public var current: Change? { changes.last }

    /// Replays events in the order of time up to `now`.
    ///
    /// Between two events the rules are asked again whenever time alone may change the answer: at the end of the time
    /// as a new or won-back customer, of a drop of usage, and when a silence has become too long.
    /// - Parameters:
    ///   - events: In any order; those after `now` count as contract dates at most.
    ///   - renewalDate: The next contract date, if the record knows it.
    ///   - customerSince: For a customer, who has bought even where no event tells of it, since when at the latest.
    ///   - churnProbability: The model's present opinion, `0...1`; it counts for the stage now, not for the past.
    /// - Complexity: O(n log n) for n events with a bounded number in any 90 days.
    public init(
        events: [Event], now: LocalDateTime, cutoffs: StageCutoffs = StageCutoffs(), renewalDate: LocalDate? = nil,
        customerSince: LocalDateTime? = nil, churnProbability: Double? = nil
    ) {
        let sorted = TimelineLayout.sorted(events)
        var replay = StageReplay(cutoffs: cutoffs)
        let dates = sorted.filter { $0.kind == .renewal }.map(\.at) + (renewalDate.map { [$0.midnight] } ?? [])
        replay.facts.renewalDates = dates.sorted()
        if !StageHistory.tellsOfPurchase(sorted) { replay.facts.customerSince = customerSince }
        for (index, event) in sorted.enumerated() where event.at <= now {
            replay.wait(until: event.at)
            replay.take(event)
            replay.decide(at: event.at, index: index)
        }
        replay.wait(until: now)
        replay.facts.churnProbability = churnProbability
        if !replay.changes.isEmpty { replay.decide(at: now, index: nil) }
        changes = replay.changes
        facts = replay.facts
        health = Health(replay.facts, at: now)
    }
}

extension StageHistory {
    static func tellsOfPurchase(_ events: [Event]) -> Bool {
        events.contains { JourneyFacts.purchases.contains($0.kind) }
    }

    /// Everything that happened to a record as its timeline tells it: what is known as events, tickets and activities.
    public static func life(
        of record: RecordReference, events: [Event], tickets: [Ticket], activities: [Activity]
    ) -> [Event] {
        TimelineLayout.sorted(
            events + tickets.flatMap { $0.events(of: record) } + activities.map { Event($0, of: record) })
    }
}

/// The state of a replay.
private struct StageReplay {
    let cutoffs: StageCutoffs
    var facts = JourneyFacts()
    var changes: [StageHistory.Change] = []
    private var moment: LocalDateTime?
    private var hold: Hold?

    /// A stage set by hand, and what the rules said when it was.
    private struct Hold {
        let hand: StageByHand
        let opinion: LifecycleStage
        var isSpent = false
    }

    init(cutoffs: StageCutoffs) { self.cutoffs = cutoffs }

    /// Asks the rules at every moment up to `end` at which time alone may change the answer.
    mutating func wait(until end: LocalDateTime) {
        guard let start = moment else { return }
        let moments = facts.turningPoints(cutoffs).filter { $0 > start && $0 < end }
        for moment in moments.sorted() { decide(at: moment, index: nil) }
    }

    /// Takes in what happened; who had left, if only by silence, and buys is back.
    mutating func take(_ event: Event) {
        facts.apply(event)
        if changes.last?.stage == .churned, JourneyFacts.purchases.contains(event.kind) { facts.wonBackAt = event.at }
    }

    mutating func decide(at moment: LocalDateTime, index: Int?) {
        self.moment = moment
        let previous = changes.last?.stage
        let ruled = StageDecision(facts, at: moment, previous: previous, cutoffs: cutoffs)
        let decision = held(against: ruled, at: moment)
        guard decision.stage != previous else { return }
        changes.append(
            StageHistory.Change(
                stage: decision.stage, previous: previous, at: moment, rule: decision.rule,
                evidence: decision.evidence, index: index))
    }

    /// What somebody set by hand, while that holds; else what the rules say.
    ///
    /// It holds against what it overruled for ``StageCutoffs/handDays``, and is spent as soon as the rules say a third
    /// thing.
    private mutating func held(against ruled: StageDecision, at moment: LocalDateTime) -> StageDecision {
        guard let hand = facts.hand else { return ruled }
        var hold = self.hold.flatMap { $0.hand == hand ? $0 : nil } ?? Hold(hand: hand, opinion: ruled.stage)
        let isOverruled = ruled.stage == hand.overruled || ruled.stage == hold.opinion
        if !isOverruled, ruled.stage != hand.stage { hold.isSpent = true }
        self.hold = hold
        guard !hold.isSpent, isOverruled, moment.days(since: hand.at) <= cutoffs.handDays else { return ruled }
        return StageDecision(hand.stage, .setByHand, hand.reason)
    }
}

extension JourneyFacts {
    /// The moments at which the stage may change though nothing happens.
    fileprivate func turningPoints(_ cutoffs: StageCutoffs) -> [LocalDateTime] {
        func after(_ moment: LocalDateTime?, days: Double) -> LocalDateTime? {
            moment?.adding(seconds: Int64(days * 86_400) + 1)
        }
        return [
            customerSince.map { endOfNew(since: $0, cutoffs) }, after(wonBackAt, days: cutoffs.wonBackDays),
            after(hand?.at, days: cutoffs.handDays), after(lastUsageDrop, days: cutoffs.usageDropDays),
            silenceDeadline(cutoffs),
        ].compactMap { $0 }
    }
}
