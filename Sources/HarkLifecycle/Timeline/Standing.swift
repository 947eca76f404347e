public import HarkCore

/// How a record stood at a moment: its stage, score, health and owner as they were known then.
///
/// Stage and health are replayed from the events, the score is the ledger's, the owner the journal's.
public struct Standing: Hashable, Sendable {
    /// The moment.
    public let at: LocalDateTime
    /// The stage as the stage lane names it; `nil` before the first event.
    public let stage: String?
    /// The score a lead had, or the risk a customer had, `0...100`; `nil` while there was none.
    public let score: Double?
    /// `0...100`; `nil` before the first purchase.
    public let health: Double?
    /// The owner's name; `nil` for nobody.
    public let owner: String?
    private let isCustomer: Bool

    /// Looks back.
    ///
    /// - Parameter journey: Of the detail's events.
    /// - Complexity: O(n) for n events.
    public init(of detail: RecordDetail, _ journey: Journey, at moment: LocalDateTime) {
        at = moment
        stage = journey.stageName(at: moment)
        score = detail.scoreHistory.last { $0.at <= moment }?.value
        health = journey.health(at: moment)
        owner = detail.owner(at: moment)
        isCustomer = detail.reference.kind == .customer
    }

    /// What is known and what is not, in words, in the order to show it.
    public var parts: [(label: String, value: String)] {
        var parts = [("stage", stage ?? "none yet")]
        if isCustomer {
            parts.append(("risk", score.map { "\(Standing.whole($0))%" } ?? "not scored yet"))
        } else {
            // As lists do: no lead is certain, so none shows 100.
            parts.append(("score", score.map { "\(min(99, Standing.whole($0)))" } ?? "not scored yet"))
        }
        if let health { parts.append(("health", "\(Standing.whole(health))")) }
        return parts + [("owner", owner ?? "nobody")]
    }

    /// `as of 2026-02-03: stage qualified, score 64, health 71, owner Ole Berg`
    public var line: String {
        "as of \(at.date): " + parts.map { "\($0.label) \($0.value)" }.joined(separator: ", ")
    }

    private static func whole(_ value: Double) -> Int { Int(min(100, max(0, value)).rounded()) }
}
