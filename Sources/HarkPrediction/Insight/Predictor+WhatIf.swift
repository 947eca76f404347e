public import HarkCore
internal import HarkLearning

extension Predictor {
    /// The features that can be asked "what if" about, in the model's order; none for rules.
    public var features: [String] {
        switch engine {
        case .rules: []
        case .leads(let learned): learned.features.map(\.name)
        case .customers(let learned): learned.features.map(\.name)
        }
    }

    /// The features of numbers that a model of this target may learn from: those built in, and imported columns that
    /// this one learned from.
    public var numbers: [String] {
        func numbers<Subject>(_ features: [Feature<Subject>]) -> [String] {
            features.filter { $0.kind == .number }.map(\.name)
        }
        let builtIn =
            target == .conversion ? numbers(LeadFeatures.builtIn) : numbers(CustomerFeatures.builtIn)
        let learned =
            switch engine {
            case .rules: [String]()
            case .leads(let learned): numbers(learned.features)
            case .customers(let learned): numbers(learned.features)
            }
        return builtIn + learned.filter { !builtIn.contains($0) }
    }

    /// The score a lead would have if one feature were something else, everything else as it is.
    ///
    /// Only the parts that read the feature move, by exactly what the model's shape says, what features say in
    /// combination where it is one of them, and the calibration with their sum.
    ///
    /// - Parameters:
    ///   - feature: One of ``features``, in any case, with spaces or underscores.
    ///   - text: The value as a person writes it; empty for unknown.
    /// - Throws: ``PredictionError/unknownColumn(_:)``, ``PredictionError/invalidSetting(name:reason:)`` for a text where
    ///   a number is wanted.
    public func score(
        _ lead: LeadHistory, if feature: String, is text: String, now: LocalDateTime, cutoffs: PriorityCutoffs
    ) throws(PredictionError) -> Score {
        guard case .leads(let learned) = engine else { throw .unknownColumn(feature) }
        let forecast = learned.forecast(
            of: LeadMoment(lead, at: now), replacing: try learned.replacement(for: feature, text))
        let reference = RecordReference(.lead, lead.lead.id.rawValue)
        return Score(reference, .conversion, forecast, cutoffs, model: name, at: now, baseRate)
    }

    /// The score a customer would have if one feature were something else; as for leads.
    public func score(
        _ customer: CustomerHistory, if feature: String, is text: String, now: LocalDateTime, churnCutoff: Double
    ) throws(PredictionError) -> Score {
        guard case .customers(let learned) = engine else { throw .unknownColumn(feature) }
        let forecast = learned.forecast(
            of: CustomerMoment(customer, at: now), replacing: try learned.replacement(for: feature, text))
        let reference = RecordReference(.customer, customer.customer.id.rawValue)
        return Score(reference, .churn, forecast, .churn(churnCutoff), model: name, at: now, baseRate)
    }
}

extension PriorityCutoffs {
    /// The cut-offs of a churn score: High from the probability given, Medium from half of it.
    static func churn(_ cutoff: Double) -> PriorityCutoffs { PriorityCutoffs(high: cutoff * 100, medium: cutoff * 50) }
}

extension LearnedModel {
    fileprivate func replacement(for name: String, _ text: String) throws(PredictionError) -> [String: Value] {
        guard let feature = features.first(where: { FeatureName.same($0.name, name) }) else {
            throw .unknownColumn(name)
        }
        if AttributeFeature.isBlank(text) { return [feature.name: .missing] }
        guard feature.kind == .number else { return [feature.name: .category(text)] }
        guard let number = AttributeFeature.number(text) else {
            throw .invalidSetting(name: feature.name, reason: "needs a number, not '\(text)'")
        }
        return [feature.name: .number(number)]
    }
}
