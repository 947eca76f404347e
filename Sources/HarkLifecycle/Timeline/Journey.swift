public import HarkCore

/// A record's events in order with the stages they led through, worked out once so that it can be drawn often.
public struct Journey: Hashable, Sendable {
    /// All events by time; see ``TimelineLayout/sorted(_:)``.
    public let events: [Event]
    /// Every entry into a stage, oldest first.
    public let changes: [StageHistory.Change]
    /// The same for the stage lane, with the time as an opportunity told apart.
    let phases: [JourneyPhase]
    /// The looks there are, each once.
    let looks: [EventLook]
    /// Each event's place in ``looks``; to look that up anew for every frame takes too long.
    let lookPlaces: [Int]

    /// Works the stages out.
    ///
    /// - Parameters:
    ///   - events: In any order. A predicted churn among those after `now` counts as the model's present opinion.
    ///   - now: Events after it lie ahead and begin no stage.
    public init(_ events: [Event], now: LocalDateTime, cutoffs: StageCutoffs = StageCutoffs()) {
        let sorted = TimelineLayout.sorted(events)
        self.events = sorted
        var places: [Event.Kind: Int] = [:]
        var looks: [EventLook] = []
        lookPlaces = sorted.map { event in
            if let place = places[event.kind] { return place }
            places[event.kind] = looks.count
            looks.append(EventLook.of(event.kind))
            return looks.count - 1
        }
        self.looks = looks
        // Drawn only where it is above the tenant's own cut-off, so it counts as above this one too.
        let predicted = sorted.last { $0.kind == .churnPredicted && $0.at > now }
            .map { max(TimelineText.share(in: $0.note) ?? 0, cutoffs.churn) }
        changes = StageHistory(events: sorted, now: now, cutoffs: cutoffs, churnProbability: predicted).changes
        phases = JourneyPhase.phases(of: sorted, changes: changes, now: now)
    }

    /// How an event appears.
    func look(_ index: Int) -> EventLook { looks[lookPlaces[index]] }

    /// The stage at a moment, named as in the stage lane; `nil` before the first event.
    public func stageName(at moment: LocalDateTime) -> String? { phases.last { $0.from <= moment }?.name }

    /// What put the record into its stage at a moment.
    public func change(at moment: LocalDateTime) -> StageHistory.Change? { changes.last { $0.at <= moment } }

    /// The health at a moment, `0...100`; `nil` before the first purchase.
    public func health(at moment: LocalDateTime) -> Double? {
        var facts = JourneyFacts()
        for event in events.prefix(while: { $0.at <= moment }) { facts.apply(event) }
        return facts.customerSince == nil ? nil : Health(facts, at: moment).value
    }
}
