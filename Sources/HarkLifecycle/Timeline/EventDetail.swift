public import HarkCore

/// One event whole, and what changed with it.
public struct EventDetail: Hashable, Sendable {
    public let event: Event
    /// Whether it lies after now.
    public let isAhead: Bool
    /// The stage it led to; `nil` where it changed none.
    public let change: StageHistory.Change?
    /// The health just before and just after; `nil` for what lies ahead and before the first purchase.
    public let health: Step?
    /// The last score before it and the first one from it on; `nil` unless both are known.
    public let score: Step?

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
        var facts = JourneyFacts()
        for earlier in layout.events[..<index] { facts.apply(earlier) }
        let before = Health(facts, at: event.at).value
        facts.apply(event)
        let after = Health(facts, at: event.at).value
        health = isAhead || facts.customerSince == nil ? nil : Step(before: before, after: after)
        change = layout.journey.changes.first { $0.index == index }
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
            let from = change.previous.map { "\($0.rawValue) \(arrow) " } ?? ""
            lines.append("stage \(from)\(change.stage.rawValue): \(change.rule.sentence()) (\(change.evidence))")
        }
        for (name, pair) in [("health", health), ("score", score)] {
            guard let pair, pair.before.rounded() != pair.after.rounded() else { continue }
            lines.append("\(name) \(Int(pair.before.rounded())) \(arrow) \(Int(pair.after.rounded()))")
        }
        return lines
    }

    private var time: Substring { event.at.description.suffix(5) }
}
