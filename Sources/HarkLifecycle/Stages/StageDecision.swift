public import HarkCore

/// The stage a record is in, the rule that says so, and what the rule rests on.
public struct StageDecision: Hashable, Sendable {
    public let stage: LifecycleStage
    public let rule: StageRule
    /// What was seen, in words, such as `health 34, 2 tickets open`.
    public let evidence: String

    /// Applies the rules, strongest first: churned, won back, silent, at risk, loyal, new, active; then the stages
    /// before the first purchase.
    ///
    /// - Parameters:
    ///   - facts: What was known at `moment`.
    ///   - previous: The stage until now, for the rules of exit; `nil` at the beginning.
    public init(_ facts: JourneyFacts, at moment: LocalDateTime, previous: LifecycleStage?, cutoffs: StageCutoffs) {
        let rules = StageRules(facts: facts, moment: moment, previous: previous, cutoffs: cutoffs)
        self = rules.decision
    }

    init(_ stage: LifecycleStage, _ rule: StageRule, _ evidence: String) {
        self.stage = stage
        self.rule = rule
        self.evidence = evidence
    }
}

/// The rules, each a small function of the facts at one moment.
private struct StageRules {
    let facts: JourneyFacts
    let moment: LocalDateTime
    let previous: LifecycleStage?
    let cutoffs: StageCutoffs
    let health: Double

    init(facts: JourneyFacts, moment: LocalDateTime, previous: LifecycleStage?, cutoffs: StageCutoffs) {
        self.facts = facts
        self.moment = moment
        self.previous = previous
        self.cutoffs = cutoffs
        health = Health(facts, at: moment).value
    }

    var decision: StageDecision {
        guard let since = facts.customerSince ?? facts.wonBackAt ?? facts.churnedAt else { return beforePurchase }
        return churned ?? wonBack ?? silent ?? atRisk ?? loyal ?? new(since: since) ?? active
    }

    private var beforePurchase: StageDecision {
        if let at = facts.opportunityAt {
            return StageDecision(.opportunity, .opportunityOpened, "since \(at.date)")
        }
        let isBack = previous == .opportunity || previous == .qualified
        if let at = facts.qualifiedAt {
            return StageDecision(.qualified, previous == .opportunity ? .setByHand : .qualified, "since \(at.date)")
        }
        let evidence = facts.leadSince.map { "since \($0.date)" } ?? "no purchase yet"
        return StageDecision(.lead, isBack ? .setByHand : .leadCreated, evidence)
    }

    private var churned: StageDecision? {
        facts.churnedAt.map { StageDecision(.churned, .contractEnded, "ended \($0.date)") }
    }

    private var wonBack: StageDecision? {
        guard let at = facts.wonBackAt, moment.days(since: at) <= cutoffs.wonBackDays else { return nil }
        return StageDecision(.wonBack, .boughtAgain, "back since \(at.date)")
    }

    private var silent: StageDecision? {
        guard let deadline = facts.silenceDeadline(cutoffs), let last = facts.lastActivity, moment >= deadline
        else { return nil }
        let hasContract = facts.renewalDates.contains { $0 >= moment }
        return StageDecision(hasContract ? .atRisk : .churned, .silent, "nothing heard since \(last.date)")
    }

    private var atRisk: StageDecision? {
        if let churn = facts.churnProbability, churn >= cutoffs.churn {
            return StageDecision(.atRisk, .churnLikely, "churn \(percent(churn))%")
        }
        if health < (previous == .atRisk ? cutoffs.recoveredHealth : cutoffs.lowHealth) {
            return StageDecision(.atRisk, .lowHealth, "health \(rounded(health)), \(tickets) open")
        }
        if let drop = facts.lastUsageDrop, moment.days(since: drop) <= cutoffs.usageDropDays {
            return StageDecision(.atRisk, .usageDropped, "usage dropped \(drop.date)")
        }
        let next = facts.renewalDates.first { $0 >= moment }
        if let next, next.days(since: moment) <= cutoffs.renewalDays, facts.openTickets > 0 {
            return StageDecision(.atRisk, .problemBeforeRenewal, "renewal \(next.date), \(tickets) open")
        }
        return nil
    }

    private var loyal: StageDecision? {
        if facts.hasReferred { return StageDecision(.loyal, .loyalByReferral, "made a referral") }
        let needed = previous == .loyal ? cutoffs.keptLoyalHealth : cutoffs.loyalHealth
        guard facts.renewals >= cutoffs.loyalRenewals, health >= needed else { return nil }
        return StageDecision(.loyal, .loyalByRenewals, "\(facts.renewals) renewals, health \(rounded(health))")
    }

    private func new(since: LocalDateTime) -> StageDecision? {
        guard facts.wonBackAt == nil, moment < facts.endOfNew(since: since, cutoffs) else { return nil }
        return StageDecision(.new, .bought, "customer since \(since.date)")
    }

    private var active: StageDecision {
        let rule: StageRule =
            switch previous {
            case .new, .wonBack: .settledIn
            case .atRisk: .recovered
            case .loyal: .loyaltyEnded
            default: .inUse
            }
        return StageDecision(.active, rule, facts.lastActivity.map { "last active \($0.date)" } ?? "under contract")
    }

    private var tickets: String { facts.openTickets == 1 ? "1 ticket" : "\(facts.openTickets) tickets" }
    private func rounded(_ value: Double) -> Int { Int(value.rounded()) }
    private func percent(_ share: Double) -> Int { rounded(share * 100) }
}

extension JourneyFacts {
    /// When silence alone will make the customer count as churned; `nil` without two signs of life.
    func silenceDeadline(_ cutoffs: StageCutoffs) -> LocalDateTime? {
        guard let lastActivity, let usualGapDays else { return nil }
        let days = max(usualGapDays, cutoffs.shortestGapDays) * cutoffs.silenceFactor
        return lastActivity.adding(seconds: Int64(days * 86_400))
    }

    /// When a customer is no longer new.
    func endOfNew(since: LocalDateTime, _ cutoffs: StageCutoffs) -> LocalDateTime {
        let end = since.adding(seconds: Int64(cutoffs.newDays * 86_400))
        guard let firstValueAt else { return end }
        return min(end, max(firstValueAt, since).adding(seconds: Int64(cutoffs.firstValueDays * 86_400)))
    }
}
