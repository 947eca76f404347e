internal import HarkCore

/// A text written by or about a record, known at the moment it is scored.
struct Passage: Sendable {
    let source: TextSource
    let text: String
    let at: LocalDateTime

    /// Only so many of the newest texts of a record are read.
    static let most = 30

    /// The texts that say something, the oldest first.
    static func newest(_ passages: [Passage]) -> [Passage] {
        Array(
            passages.filter { !AttributeFeature.isBlank($0.text) }.sorted { $0.at < $1.at }.suffix(most))
    }

    /// What came in from them; what was written to them says what we wanted.
    static func incoming(_ messages: [Message], before moment: LocalDateTime) -> [Passage] {
        messages.filter { $0.direction == .incoming && $0.at < moment }
            .map { Passage(source: .message($0.id), text: $0.body, at: $0.at) }
    }

    /// What was written down of notes, calls and meetings that are over.
    static func notes(_ activities: [Activity], before moment: LocalDateTime) -> [Passage] {
        activities.filter { $0.kind != .task && $0.moment < moment }
            .map { Passage(source: .activity($0.id), text: $0.body ?? "", at: $0.moment) }
    }
}

extension Activity {
    /// When it happened, or was written down.
    var moment: LocalDateTime { at ?? createdAt }

    /// The call or meeting as an event; `nil` for tasks and notes.
    var event: Event? {
        guard let related, kind == .call || kind == .meeting else { return nil }
        return Event(subject: related, kind: kind == .call ? .call : .meeting, at: moment)
    }
}
