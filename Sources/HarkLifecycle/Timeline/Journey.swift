public import HarkCore

/// A record's events in order with the stages they led through, worked out once so that it can be drawn often.
public struct Journey: Hashable, Sendable {
    /// The entry into a stage, as it was decided then.
    public struct Change: Hashable, Sendable {
        public let entry: StageEntry
        /// The event that set it off, as an index into ``Journey/events``; `nil` where time or a score alone did.
        public let index: Int?
    }

    /// All events by time; see ``TimelineLayout/sorted(_:)``.
    public let events: [Event]
    /// Every entry into a stage, oldest first.
    public let changes: [Change]
    /// The tenant's lines between stages, for saying what a rule means.
    public let cutoffs: StageCutoffs
    /// The same for the stage lane, with the time as an opportunity told apart.
    let phases: [JourneyPhase]
    /// The looks there are, each once.
    let looks: [EventLook]
    /// Each event's place in ``looks``; to look that up anew for every frame takes too long.
    let lookPlaces: [Int]
    private let reference: RecordReference
    private let isPurchaseUntold: Bool

    /// Puts a record's life together.
    ///
    /// The stages are those that were kept, whatever the rules would say of the same events today; only for the time
    /// before the first of them, and for a record of which none is kept, are they worked out from the events.
    /// - Parameters:
    ///   - detail: Its events may be in any order; those after `now` lie ahead and begin no stage.
    ///   - cutoffs: The tenant's.
    public init(_ detail: RecordDetail, now: LocalDateTime, cutoffs: StageCutoffs) {
        let sorted = TimelineLayout.sorted(detail.events)
        events = sorted
        reference = detail.reference
        isPurchaseUntold = detail.reference.kind == .customer && !StageHistory.tellsOfPurchase(sorted)
        self.cutoffs = cutoffs
        var places: [Event.Kind: Int] = [:]
        var looks: [EventLook] = []
        lookPlaces = sorted.map { event in
            if let place = places[event.kind] { return place }
            places[event.kind] = looks.count
            looks.append(EventLook.of(event.kind))
            return looks.count - 1
        }
        self.looks = looks
        let entries = Journey.entries(of: detail, now: now, cutoffs: cutoffs)
        changes = Journey.changes(entries, sorted, now: now)
        phases = JourneyPhase.phases(of: sorted, changes: changes, ending: detail.ending, now: now)
    }

    /// How an event appears.
    func look(_ index: Int) -> EventLook { looks[lookPlaces[index]] }

    /// The stage at a moment, named as in the stage lane; `nil` before the first event.
    public func stageName(at moment: LocalDateTime) -> String? { phases.last { $0.from <= moment }?.name }

    /// The health at a moment, replayed from what had happened by then, `0...100`; `nil` before the first purchase.
    public func health(at moment: LocalDateTime) -> Double? {
        let facts = facts(after: events.prefix { $0.at <= moment })
        return facts.customerSince == nil ? nil : Health(facts, at: moment).value
    }

    /// What some of the events let one know of the record itself; those of people and deals close to it say nothing of
    /// how a customer is doing.
    func facts(after events: ArraySlice<Event>) -> JourneyFacts {
        var facts = JourneyFacts()
        for event in events where reference.kind != .customer || event.subject == reference {
            if isPurchaseUntold { facts.customerSince = facts.customerSince ?? event.at }
            facts.apply(event)
        }
        return facts
    }
}

extension Journey {
    private static func entries(
        of detail: RecordDetail, now: LocalDateTime, cutoffs: StageCutoffs
    ) -> [StageEntry] {
        let reference = detail.reference
        let first = detail.stages.first?.at
        let own = detail.events.filter { event in
            (reference.kind != .customer || event.subject == reference) && event.at <= first ?? event.at
        }
        let churn = reference.kind == .customer && first == nil ? detail.score?.probability : nil
        let known = StageHistory(
            events: own, now: now, cutoffs: cutoffs,
            customerSince: reference.kind == .customer ? own.map(\.at).min() : nil, churnProbability: churn
        )
        .entries(of: reference, after: nil, now: now)
        return known.filter { $0.at < first ?? now.adding(seconds: 1) } + detail.stages
    }

    /// The entries with the events that set them off; none lies before the one before it.
    private static func changes(_ entries: [StageEntry], _ events: [Event], now: LocalDateTime) -> [Change] {
        var changes: [Change] = []
        for var entry in entries {
            entry.at = max(min(entry.at, now), changes.last?.entry.at ?? min(entry.at, now))
            var index: Int?
            var place = events.firstIndex { $0.at >= entry.at } ?? events.endIndex
            while place < events.endIndex, events[place].at == entry.at {
                let weight = EventLook.of(events[place].kind).weight
                if index.map({ weight >= EventLook.of(events[$0].kind).weight }) ?? true { index = place }
                place += 1
            }
            changes.append(Change(entry: entry, index: index))
        }
        return changes
    }
}
