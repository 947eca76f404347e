import HarkCore

/// A stretch of a record's life under one name, as the stage lane shows it.
struct JourneyPhase: Hashable, Sendable {
    /// The name, such as `proposal` or `loyal`.
    var name: String
    /// When it began.
    var from: LocalDateTime
    /// The events that began it, as indices into the events given.
    var indices: [Int]
    /// Whether it lasts beyond now.
    var goesOn = true

    /// The phases of a record's past, oldest first; events after `now` begin none.
    ///
    /// - Parameter events: Sorted by time.
    static func phases(of events: [Event], now: LocalDateTime) -> [JourneyPhase] {
        var phases: [JourneyPhase] = []
        for (index, event) in events.enumerated() where event.at <= now {
            guard let name = phaseName(begunBy: event, during: phases.last?.name) else { continue }
            if phases.last?.name == name { continue }
            phases.append(JourneyPhase(name: name, from: event.at, indices: [index], goesOn: name != "lost"))
        }
        return phases
    }

    private static func phaseName(begunBy event: Event, during current: String?) -> String? {
        switch event.kind {
        case .leadCreated: current == nil ? "lead" : nil
        case .stageChanged: stageName(in: event.note)
        case .demoHeld: ["lead", "qualified"].contains(current) ? "demo" : nil
        case .proposalSent: ["lead", "qualified", "demo"].contains(current) ? "proposal" : nil
        case .won, .firstPurchase: "new"
        case .lost: "lost"
        case .churned: "churned"
        case .wonBack: "won-back"
        default: nil
        }
    }

    /// The stage a change leads to: the last word of a note such as `new → proposal` or `moved to proposal`.
    static func stageName(in note: String?) -> String? {
        let words = (note ?? "").split { !$0.isLetter && $0 != "-" }
        return words.last.map { $0.lowercased() }
    }
}
