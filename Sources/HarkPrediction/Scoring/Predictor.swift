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
    let engine: Engine

    /// What does the scoring.
    enum Engine: Sendable {
        case rules
        case leads(LearnedModel<LeadMoment>)
        case customers(LearnedModel<CustomerMoment>)
    }

    init(target: Score.Target, version: Int, summary: ModelSummary?, engine: Engine) {
        self.target = target
        self.version = version
        self.summary = summary
        self.engine = engine
    }

    /// The rules for a target (see ``LeadRules`` and ``CustomerRules``), which need no history at all.
    public static func rules(for target: Score.Target) -> Predictor {
        Predictor(target: target, version: 0, summary: nil, engine: .rules)
    }

    /// Whether scores come from a model rather than from rules.
    public var isLearned: Bool {
        if case .rules = engine { false } else { true }
    }

    /// The name that scores carry: "conversion v3", or "rules".
    public var name: String { isLearned ? "\(target.rawValue) v\(version)" : "rules" }

    /// The cut-offs to propose when this is a tenant's first model; once chosen they should stay.
    ///
    /// Where fewer than a quarter convert, High is twice and Medium once the base rate; otherwise 70 and 40.
    public var proposedCutoffs: PriorityCutoffs {
        guard let rate = summary?.baseRate, rate < 0.25 else { return PriorityCutoffs() }
        return PriorityCutoffs(high: 200 * rate, medium: 100 * rate)
    }

    /// Whether a contribution's feature says who they are or what they do; `nil` for one that is neither, such as
    /// "calibration". A pair of features is engagement when either is.
    public func facet(ofFeature name: String) -> Facet? {
        let found = name.split(separator: " × ").compactMap { facets[String($0)] }
        return found.contains(.engagement) ? .engagement : found.first
    }

    private var facets: [String: Facet] {
        switch engine {
        case .rules: target == .conversion ? LeadRules.facets : CustomerRules.facets
        case .leads(let learned): Dictionary(uniqueKeysWithValues: learned.features.map { ($0.name, $0.facet) })
        case .customers(let learned): Dictionary(uniqueKeysWithValues: learned.features.map { ($0.name, $0.facet) })
        }
    }
}
