public import HarkCore

/// What a play is for: what should have happened with the record some days later.
public enum PlayAim: String, CaseIterable, Hashable, Sendable {
    case won, decided, replied, renewed, stayed, returned, upgraded, referred

    /// Whether it came about after `start` and no later than `days` after.
    public func isReached(_ track: PlayTrack, from start: LocalDateTime, withinDays days: Int) -> Bool {
        let end = start.adding(days: days)
        func isWithin(_ moment: LocalDateTime?) -> Bool { moment.map { $0 > start && $0 <= end } ?? false }
        func happened(_ kinds: Set<Event.Kind>) -> Bool {
            track.events.contains { kinds.contains($0.kind) && isWithin($0.at) }
        }
        return switch self {
        case .won: happened([.won, .firstPurchase]) || isWithin(track.wonAt)
        case .decided: happened([.won, .lost, .firstPurchase]) || isWithin(track.wonAt) || isWithin(track.lostAt)
        case .replied: happened([.emailReplied]) || track.answers.contains(where: isWithin)
        case .renewed: happened([.renewal])
        case .stayed: !happened([.churned]) && !isWithin(track.lostAt)
        case .returned: happened([.wonBack, .purchase])
        case .upgraded: happened([.upgrade])
        case .referred: happened([.referral])
        }
    }
}

/// What became of a record, as far as aims ask.
public struct PlayTrack: Sendable {
    /// What happened to it, in any order.
    public var events: [Event]
    /// When messages came from their side.
    public var answers: [LocalDateTime]
    /// When the lead was won, and when it was lost or the customer left, where the record itself says so.
    public var wonAt: LocalDateTime?
    public var lostAt: LocalDateTime?

    /// Gathers a track.
    public init(events: [Event], messages: [Message], wonAt: LocalDateTime? = nil, lostAt: LocalDateTime? = nil) {
        self.events = events
        answers = messages.filter { $0.direction == .incoming }.map(\.at)
        self.wonAt = wonAt
        self.lostAt = lostAt
    }
}
