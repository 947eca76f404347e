public import HarkCore

/// A stretch of a record's life under one name, as the stage lane shows it: the stages of ``StageHistory``, with the
/// time as an opportunity told apart into demo, proposal and negotiation.
struct JourneyPhase: Hashable, Sendable {
    /// The name, such as `proposal` or `loyal`.
    var name: String
    /// When it began.
    var from: LocalDateTime
    /// The events that began it, as indices into the events given.
    var indices: [Int]
    /// Whether it lasts beyond now.
    var goesOn: Bool { name != "lost" && name != LifecycleStage.churned.rawValue }

    /// The phases of a record's past, oldest first; events after `now` begin none.
    ///
    /// - Parameters:
    ///   - events: Sorted by time.
    ///   - changes: The stages it entered.
    ///   - ending: How it ended, which may be known without an event that says so.
    static func phases(
        of events: [Event], changes: [Journey.Change], ending: RecordDetail.Ending?, now: LocalDateTime
    ) -> [JourneyPhase] {
        var phases: [JourneyPhase] = []
        for (position, change) in changes.enumerated() {
            let (stage, start) = (change.entry.to, change.entry.at)
            let end = position + 1 < changes.count ? changes[position + 1].entry.at : now.adding(seconds: 1)
            let name = stage == .opportunity ? nil : stage.rawValue
            let first = JourneyPhase(
                name: change.index.flatMap { finerName(events[$0]) } ?? name ?? "opportunity", from: start,
                indices: change.index.map { [$0] } ?? [])
            if phases.last?.name == first.name {
                phases[phases.count - 1].indices += first.indices
            } else {
                phases.append(first)
            }
            guard stage.isBeforePurchase else { continue }
            for (index, event) in events.enumerated() where event.at > start && event.at < end {
                guard let finer = finerName(event) else { continue }
                if finer == phases[phases.count - 1].name {
                    phases[phases.count - 1].indices.append(index)
                    continue
                }
                if finer == "demo", stage == .opportunity { continue }
                phases.append(JourneyPhase(name: finer, from: event.at, indices: [index]))
            }
        }
        if let lost = ending, lost.word == "lost", let last = phases.last, last.name != "lost" {
            phases.append(JourneyPhase(name: "lost", from: max(last.from, lost.day?.midnight ?? now), indices: []))
        }
        return phases
    }

    /// The name an event gives to the time after it, where that is finer than a stage.
    private static func finerName(_ event: Event) -> String? {
        switch event.kind {
        case .demoHeld: "demo"
        case .proposalSent: "proposal"
        case .lost: "lost"
        case .stageChanged:
            stageName(in: event.note).flatMap {
                ["demo", "proposal", "negotiation", "lost", "disqualified"].contains($0) ? $0 : nil
            }
        default: nil
        }
    }

    /// The stage a change leads to: the last word of a note such as `new → proposal` or `moved to proposal`, before the
    /// reason if it names one.
    static func stageName(in note: String?) -> String? {
        let change = StageByHand.parts(of: note ?? "").change
        let words = change.split { !$0.isLetter && $0 != "-" }
        return words.last { $0.contains { $0.isLetter } }.map { $0.lowercased() }
    }
}

extension LifecycleStage {
    /// Whether nothing has been bought yet.
    public var isBeforePurchase: Bool { self == .lead || self == .qualified || self == .opportunity }
}
