public import HarkCore

/// One event whole, and what changed with it.
public struct EventDetail: Hashable, Sendable {
    public let event: Event
    /// Whether it lies after now.
    public let isAhead: Bool
    /// The stage it led to; `nil` where it changed none.
    public let change: StageEntry?
    /// The health just before and just after; `nil` for what lies ahead and before the first purchase.
    public let health: Step?
    /// The last score before it and the first one from it on; `nil` unless both are known.
    public let score: Step?
    private let cutoffs: StageCutoffs

    /// A value before and after.
    public struct Step: Hashable, Sendable {
        public let before: Double
        public let after: Double
    }

    /// Works out what changed.
    ///
    /// - Parameters:
    ///   - index: Of one of `layout.events`.
    ///   - scores: The record's past scores, oldest first.
    /// - Returns: `nil` where there is no such event.
    public init?(
        of index: Int, in layout: TimelineLayout, scores: [RecordDetail.ScorePoint] = []
    ) {
        guard layout.events.indices.contains(index) else { return nil }
        let event = layout.events[index]
        self.event = event
        isAhead = event.at > layout.now
        let journey = layout.journey
        let before = Health(journey.facts(after: journey.events[..<index]), at: event.at).value
        let facts = journey.facts(after: journey.events[...index])
        let after = Health(facts, at: event.at).value
        health = isAhead || facts.customerSince == nil ? nil : Step(before: before, after: after)
        change = journey.changes.last { $0.index == index }?.entry
        cutoffs = journey.cutoffs
        let earlier = scores.last { $0.at < event.at }?.value
        let later = scores.first { $0.at >= event.at }?.value
        score = earlier.flatMap { earlier in later.map { Step(before: earlier, after: $0) } }
    }

    /// The detail in a few lines: the event, its note, and one line for each of stage, health and score that changed.
    public var lines: [String] {
        var lines = ["\(event.at.date) \(time)  \(EventLook.of(event.kind).title)\(isAhead ? " (ahead)" : "")"]
        if let note = event.note, !note.isEmpty { lines.append(note) }
        return lines + changes()
    }

    /// One line for each of stage, health and score that changed.
    ///
    /// - Parameter arrow: Stands between before and after.
    public func changes(arrow: String = "→") -> [String] {
        var lines: [String] = []
        if let change {
            lines.append("stage \(change.words(cutoffs, arrow: arrow))")
        }
        for (name, pair) in [("health", health), ("score", score)] {
            guard let pair, pair.before.rounded() != pair.after.rounded() else { continue }
            lines.append("\(name) \(Int(pair.before.rounded())) \(arrow) \(Int(pair.after.rounded()))")
        }
        return lines
    }

    private var time: Substring { event.at.description.suffix(5) }
}
