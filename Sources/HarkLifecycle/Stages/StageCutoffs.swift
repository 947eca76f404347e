internal import HarkCore

/// Where the lines between stages run; every tenant may draw its own.
public struct StageCutoffs: Hashable, Sendable, Codable {
    /// How many days after the first purchase a customer is new at most.
    public var newDays = 90.0
    /// How many days after its first use of what it bought a customer is no longer new.
    public var firstValueDays = 60.0
    /// How many days a customer that came back counts as won back.
    public var wonBackDays = 90.0
    /// The churn probability, `0...1`, from which a customer is at risk.
    public var churn = 0.5
    /// The health, `0...100`, below which a customer is at risk.
    public var lowHealth = 40.0
    /// The health from which one that was at risk for its health is so no longer; keeps it from flickering.
    public var recoveredHealth = 50.0
    /// How many days a drop of usage by 30% or more keeps a customer at risk.
    public var usageDropDays = 14.0
    /// How many days before its renewal an open ticket or late invoice puts a customer at risk.
    public var renewalDays = 90.0
    /// How many renewals make a customer loyal.
    public var loyalRenewals = 2
    /// The health a loyal customer needs.
    public var loyalHealth = 75.0
    /// The health below which a loyal customer is so no longer; keeps it from flickering.
    public var keptLoyalHealth = 65.0
    /// How many times its usual gap a customer must be silent to count as churned, or as at risk while its contract
    /// runs on.
    public var silenceFactor = 3.0
    /// The shortest usual gap in days that is believed.
    public var shortestGapDays = 30.0
    /// How many days a stage set by hand holds against the rule it overruled.
    public var handDays = 90.0

    /// The defaults.
    public init() {}
}

/// Why a record entered a stage.
public enum StageRule: String, CaseIterable, Hashable, Sendable, Codable {
    case leadCreated = "lead-created"
    case qualified
    case opportunityOpened = "opportunity-opened"
    case setByHand = "set-by-hand"
    case bought
    case inUse = "in-use"
    case settledIn = "settled-in"
    case loyalByRenewals = "loyal-by-renewals"
    case loyalByReferral = "loyal-by-referral"
    case loyaltyEnded = "loyalty-ended"
    case churnLikely = "churn-likely"
    case lowHealth = "low-health"
    case usageDropped = "usage-dropped"
    case problemBeforeRenewal = "problem-before-renewal"
    case recovered
    case contractEnded = "contract-ended"
    case silent
    case boughtAgain = "bought-again"

    /// The rule as a sentence with the numbers of `cutoffs`.
    public func sentence(_ cutoffs: StageCutoffs) -> String {
        switch self {
        case .leadCreated: "the lead was created"
        case .qualified: "somebody judged the lead worth pursuing"
        case .opportunityOpened: "a demo was held, a proposal sent or a deal moved"
        case .setByHand: "a user said so; it holds \(number(cutoffs.handDays)) days against the rule it overruled"
        case .bought: "first purchase at most \(number(cutoffs.newDays)) days ago, first use missing or fresh"
        case .inUse: "active within its usual gap"
        case .settledIn: "the time as a new or won-back customer is over"
        case .loyalByRenewals:
            "renewed \(cutoffs.loyalRenewals) times and health at least \(number(cutoffs.loyalHealth))"
        case .loyalByReferral: "referred somebody"
        case .loyaltyEnded: "health fell below \(number(cutoffs.keptLoyalHealth))"
        case .churnLikely: "churn probability at least \(number(cutoffs.churn * 100))%"
        case .lowHealth: "health below \(number(cutoffs.lowHealth))"
        case .usageDropped: "usage fell by 30% or more within the last \(number(cutoffs.usageDropDays)) days"
        case .problemBeforeRenewal: "renewal within \(number(cutoffs.renewalDays)) days and a problem open"
        case .recovered: "the reasons for the risk are gone"
        case .contractEnded: "the contract ended"
        case .silent: "silent for \(number(cutoffs.silenceFactor)) times its usual gap"
        case .boughtAgain: "bought again after leaving"
        }
    }

    private func number(_ value: Double) -> String { AttributeValue.number(value).text }
}
