/// The entry of a record into a stage, as it was decided then; it is never rewritten.
public struct StageEntry: Hashable, Sendable {
    public var record: RecordReference
    /// The stage before; `nil` for the first.
    public var from: LifecycleStage?
    public var to: LifecycleStage
    /// The lasting name of the rule, such as `low-health`.
    public var rule: String
    /// What the rule rested on, in words.
    public var evidence: String
    /// Who changed it; `nil` where the rules alone did.
    public var by: String?
    /// Why somebody changed it.
    public var reason: String?
    public var at: LocalDateTime

    /// Creates an entry.
    public init(
        _ record: RecordReference, from: LifecycleStage?, to: LifecycleStage, rule: String, evidence: String,
        by: String? = nil, reason: String? = nil, at: LocalDateTime
    ) {
        self.record = record
        self.from = from
        self.to = to
        self.rule = rule
        self.evidence = evidence
        self.by = by
        self.reason = reason
        self.at = at
    }
}

extension LifecycleStage {
    /// Whether going from `before` to here is going back, which needs a reason: against the order
    /// lead, qualified, opportunity, new, active, loyal, at risk, churned, won back.
    public func isBack(from before: LifecycleStage) -> Bool {
        let order = LifecycleStage.allCases
        guard let here = order.firstIndex(of: self), let there = order.firstIndex(of: before) else { return false }
        return here < there
    }
}
