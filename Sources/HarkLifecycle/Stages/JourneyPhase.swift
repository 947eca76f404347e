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
    ///   - changes: What ``StageHistory`` made of them.
    static func phases(
        of events: [Event], changes: [StageHistory.Change], now: LocalDateTime
    ) -> [JourneyPhase] {
        var phases: [JourneyPhase] = []
        for (position, change) in changes.enumerated() {
            let end = position + 1 < changes.count ? changes[position + 1].at : now.adding(seconds: 1)
            let name = change.stage == .opportunity ? nil : change.stage.rawValue
            let first = JourneyPhase(
                name: change.index.flatMap { finerName(events[$0]) } ?? name ?? "opportunity", from: change.at,
                indices: change.index.map { [$0] } ?? [])
            phases.append(first)
            guard change.stage.isBeforePurchase else { continue }
            for (index, event) in events.enumerated() where event.at > change.at && event.at < end {
                guard let finer = finerName(event) else { continue }
                if finer == phases[phases.count - 1].name {
                    phases[phases.count - 1].indices.append(index)
                    continue
                }
                if finer == "demo", change.stage == .opportunity { continue }
                phases.append(JourneyPhase(name: finer, from: event.at, indices: [index]))
            }
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
