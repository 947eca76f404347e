public import HarkCore

/// What scores leads for conversion or customers for churn: a model learned from the tenant's outcomes, or rules while
/// there are too few of them.
///
/// A score is a sum: `intercept`, then each contribution in the order given, is `logOdds` to the last bit, with the
/// calibration as the last contribution of a learned model.
public struct Predictor: Sendable {
    /// What is predicted.
    public let target: Score.Target
    /// The number of this model among the tenant's models for the target; 0 for rules.
    public let version: Int
    /// What the model was made of and how far to trust it; `nil` for rules.
    public let summary: ModelSummary?
    var engine: Engine
    /// What was foretold of records held out in training; `nil` for rules.
    var heldOut: HeldOut?
    /// How the features move together; `nil` as ``heldOut``.
    var correlation: Correlation?

    /// What does the scoring.
    enum Engine: Sendable {
        case rules(RulesReason)
        case leads(LearnedModel<LeadMoment>)
        case customers(LearnedModel<CustomerMoment>)
    }

    init(
        target: Score.Target, version: Int, summary: ModelSummary?, engine: Engine, heldOut: HeldOut? = nil,
        correlation: Correlation? = nil
    ) {
        self.target = target
        self.version = version
        self.summary = summary
        self.engine = engine
        self.heldOut = heldOut
        self.correlation = correlation
    }

    /// The rules for a target (see ``LeadRules`` and ``CustomerRules``), which need no history at all.
    public static func rules(for target: Score.Target, because reason: RulesReason = .notTrained) -> Predictor {
        Predictor(target: target, version: 0, summary: nil, engine: .rules(reason))
    }

    /// Why rules do the scoring; `nil` where a model does.
    public var rulesReason: RulesReason? {
        if case .rules(let reason) = engine { reason } else { nil }
    }

    /// Whether scores come from a model rather than from rules.
    public var isLearned: Bool { rulesReason == nil }

    /// The name that scores carry: "conversion v3", or "rules".
    public var name: String { isLearned ? "\(target.rawValue) v\(version)" : "rules" }

    /// The cut-offs to propose when this is a tenant's first model; once chosen they should stay.
    ///
    /// Where fewer than a quarter convert, High is twice and Medium once the base rate; otherwise 70 and 40.
    public var proposedCutoffs: PriorityCutoffs {
        guard let rate = summary?.baseRate, rate < 0.25 else { return PriorityCutoffs() }
        return PriorityCutoffs(high: 200 * rate, medium: 100 * rate)
    }

    /// Whether what was written is part of the scores.
    public var usesWords: Bool {
        switch engine {
        case .rules: false
        case .leads(let learned): learned.text != nil
        case .customers(let learned): learned.text != nil
        }
    }

    /// The same predictor, to which words and phrases that were struck out say nothing.
    public func without(_ words: [String]) -> Predictor {
        var copy = self
        switch engine {
        case .rules: break
        case .leads(var learned):
            learned.text?.struck = StruckWords(words)
            copy.engine = .leads(learned)
        case .customers(var learned):
            learned.text?.struck = StruckWords(words)
            copy.engine = .customers(learned)
        }
        return copy
    }

    /// Whether a contribution's feature says who they are or what they do; `nil` for one that is neither, such as
    /// "calibration". A pair of features is engagement when either is.
    public func facet(ofFeature name: String) -> Facet? {
        let columns = name.split(separator: " × ").map(String.init)
        switch engine {
        case .rules: return (target == .conversion ? LeadRules.facets : CustomerRules.facets)[name]
        case .leads(let learned): return learned.facet(of: columns)
        case .customers(let learned): return learned.facet(of: columns)
        }
    }
}
