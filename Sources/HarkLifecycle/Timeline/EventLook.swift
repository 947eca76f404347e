public import HarkCore

/// How one kind of event appears on the timeline.
public struct EventLook: Hashable, Sendable {
    /// The kind.
    public let kind: Event.Kind
    /// One ASCII letter, different for each known kind.
    public let symbol: Character
    /// The lane it belongs to.
    public let lane: TimelineLane
    /// What the kind is called in legends and lists.
    public let title: String
    /// How much it says, from 0 (noise such as a page visit) to 3 (a turning point); the weightiest event of a
    /// collapsed mark gives the letter.
    public let weight: Int

    private init(
        _ kind: Event.Kind, _ symbol: Character, _ lane: TimelineLane, weight: Int, title: String? = nil
    ) {
        self.kind = kind
        self.symbol = symbol
        self.lane = lane
        self.title = title ?? kind.title
        self.weight = weight
    }

    /// Every kind Hark has a name for, lane by lane.
    public static let table: [EventLook] = [
        EventLook(.leadCreated, "L", .stage, weight: 3),
        EventLook(.stageChanged, "g", .stage, weight: 2),
        EventLook(.won, "W", .stage, weight: 3),
        EventLook(.lost, "X", .stage, weight: 3),
        EventLook(.firstPurchase, "F", .stage, weight: 3),
        EventLook(.renewal, "R", .stage, weight: 3),
        EventLook(.churned, "Q", .stage, weight: 3),
        EventLook(.wonBack, "K", .stage, weight: 3),
        EventLook(.pageVisit, "w", .touch, weight: 0),
        EventLook(.pricingVisit, "p", .touch, weight: 1, title: "pricing page visit"),
        EventLook(.emailSent, "e", .touch, weight: 1, title: "e-mail sent"),
        EventLook(.emailOpened, "o", .touch, weight: 0, title: "e-mail opened"),
        EventLook(.emailReplied, "r", .touch, weight: 2, title: "e-mail replied"),
        EventLook(.call, "c", .touch, weight: 2),
        EventLook(.meeting, "m", .touch, weight: 2),
        EventLook(.note, "n", .touch, weight: 1),
        EventLook(.task, "t", .touch, weight: 1),
        EventLook(.demoBooked, "b", .touch, weight: 2),
        EventLook(.demoHeld, "D", .touch, weight: 3),
        EventLook(.proposalSent, "P", .touch, weight: 3),
        EventLook(.signedUp, "s", .product, weight: 3),
        EventLook(.emailVerified, "v", .product, weight: 1, title: "e-mail verified"),
        EventLook(.purchase, "B", .product, weight: 2),
        EventLook(.login, "l", .product, weight: 0),
        EventLook(.upgrade, "U", .product, weight: 3),
        EventLook(.downgrade, "d", .product, weight: 3),
        EventLook(.ticketRaised, "T", .support, weight: 2),
        EventLook(.ticketSolved, "S", .support, weight: 1),
        EventLook(.npsAnswered, "N", .health, weight: 2, title: "NPS answered"),
        EventLook(.invoicePaid, "i", .health, weight: 0),
        EventLook(.referral, "f", .health, weight: 3),
        EventLook(.usageDrop, "u", .risk, weight: 2),
        EventLook(.invoiceLate, "I", .risk, weight: 2),
        EventLook(.churnPredicted, "C", .risk, weight: 3),
    ]

    private static let byKind = Dictionary(uniqueKeysWithValues: table.map { ($0.kind, $0) })

    /// The look of any kind; one Hark has no name for stands in the touch lane under its own first letter.
    public static func of(_ kind: Event.Kind) -> EventLook {
        if let known = byKind[kind] { return known }
        let letter = kind.rawValue.first { $0.isASCII && $0.isLetter }?.lowercased().first
        return EventLook(kind, letter ?? "n", .touch, weight: 1)
    }
}

/// The six lanes, from top to bottom.
public enum TimelineLane: String, CaseIterable, Hashable, Sendable, Codable {
    case stage, touch, product, support, health, risk
}
