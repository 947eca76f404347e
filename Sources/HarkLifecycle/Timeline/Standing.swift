public import HarkCore

/// How a record stands, or stood at a moment as it was known then: its stage, score, health and owner.
///
/// Today's are those lists show. Of the past, the stage is the one that was kept, the score the ledger's, the owner the
/// journal's, and the health is replayed from what had happened by then.
public struct Standing: Hashable, Sendable {
    /// The moment.
    public let at: LocalDateTime
    /// The stage as the stage lane names it, of a lead today as lists do; `nil` before the first event.
    public let stage: String?
    /// The score a lead had, or the risk a customer had, `0...100`; `nil` while there was none, and for a customer that
    /// has left.
    public let score: Double?
    /// `0...100`; `nil` before the first purchase and for leads.
    public let health: Double?
    /// The owner's name; `nil` for nobody.
    public let owner: String?
    private let isCustomer: Bool
    private let hasLeft: Bool

    /// Looks back.
    ///
    /// - Parameter journey: Of the detail.
    /// - Complexity: O(n) for n events.
    public init(of detail: RecordDetail, _ journey: Journey, at moment: LocalDateTime) {
        let hasLeft = detail.ending.map { $0.day.map { $0 <= moment.date } ?? false } ?? false
        let isScored = detail.score.map { $0.at <= moment } ?? false
        self.init(
            detail, at: moment, stage: journey.stageName(at: moment),
            score: detail.scoreHistory.last { $0.at <= moment }?.value,
            health: isScored ? detail.health ?? journey.health(at: moment) : journey.health(at: moment),
            owner: detail.owner(at: moment), hasLeft: hasLeft)
    }

    /// Says how a record stands now, in the words of lists.
    public init(of detail: RecordDetail, _ journey: Journey, today now: LocalDateTime) {
        let drawn = journey.stageName(at: now)
        var stage = drawn
        if detail.reference.kind == .lead, let listed = detail.fields.first(where: { $0.label == "Stage" })?.value {
            // Lists name the stage of the deal, which knows no demo.
            stage = drawn == "demo" && listed == "qualified" ? "\(listed), after a demo" : listed
        }
        self.init(
            detail, at: now, stage: stage, score: detail.score?.value,
            health: detail.health ?? journey.health(at: now), owner: detail.owner, hasLeft: detail.ending != nil)
    }

    private init(
        _ detail: RecordDetail, at moment: LocalDateTime, stage: String?, score: Double?, health: Double?,
        owner: String?, hasLeft: Bool
    ) {
        at = moment
        isCustomer = detail.reference.kind == .customer
        self.hasLeft = isCustomer && hasLeft
        self.stage = stage
        self.score = self.hasLeft ? nil : score
        // A lead that was won has become a customer, whose health is its own.
        self.health = detail.reference.kind == .lead ? nil : health
        self.owner = owner
    }

    /// What is known and what is not, in words, in the order to show it.
    public var parts: [(label: String, value: String)] {
        var parts = [("stage", stage ?? "none yet")]
        if isCustomer {
            let none = hasLeft ? "none, it has left" : "not scored yet"
            parts.append(("risk", score.map { "\(Standing.whole($0))%" } ?? none))
        } else {
            // As lists do: no lead is certain, so none shows 100.
            parts.append(("score", score.map { "\(min(99, Standing.whole($0)))" } ?? "not scored yet"))
        }
        if let health { parts.append(("health", "\(Standing.whole(health))")) }
        return parts + [("owner", owner ?? "nobody")]
    }

    /// `stage qualified, score 64, health 71, owner Ole Berg`
    public var words: String { parts.map { "\($0.label) \($0.value)" }.joined(separator: ", ") }

    /// `as of 2026-02-03: stage qualified, score 64, health 71, owner Ole Berg`
    public var line: String { "as of \(at.date): \(words)" }

    private static func whole(_ value: Double) -> Int { Int(min(100, max(0, value)).rounded()) }
}
