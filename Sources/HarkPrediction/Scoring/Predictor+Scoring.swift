public import HarkCore

extension Predictor {
    /// Scores a lead as it is known just before `now`; by the rules unless this is a learned model of leads.
    public func score(_ lead: LeadHistory, now: LocalDateTime, cutoffs: PriorityCutoffs) -> Score {
        let moment = LeadMoment(lead, at: now)
        let reference = RecordReference(.lead, lead.lead.id.rawValue)
        guard case .leads(let learned) = engine else {
            return Score(reference, .conversion, LeadRules.forecast(of: moment), cutoffs, model: "rules", at: now)
        }
        return Score(reference, .conversion, learned.forecast(of: moment), cutoffs, model: name, at: now, baseRate)
    }

    /// Scores a customer as it is known just before `now`; by the rules unless this is a learned model of customers.
    ///
    /// - Parameter churnCutoff: The probability from which the priority is High; it is Medium from half of that.
    public func score(_ customer: CustomerHistory, now: LocalDateTime, churnCutoff: Double) -> Score {
        let moment = CustomerMoment(customer, at: now)
        let reference = RecordReference(.customer, customer.customer.id.rawValue)
        let cutoffs = PriorityCutoffs.churn(churnCutoff)
        guard case .customers(let learned) = engine else {
            return Score(reference, .churn, CustomerRules.forecast(of: moment), cutoffs, model: "rules", at: now)
        }
        return Score(reference, .churn, learned.forecast(of: moment), cutoffs, model: name, at: now, baseRate)
    }

    /// Scores many leads, each as ``score(_:now:cutoffs:)`` does.
    public func scores(_ leads: [LeadHistory], now: LocalDateTime, cutoffs: PriorityCutoffs) -> [Score] {
        leads.map { score($0, now: now, cutoffs: cutoffs) }
    }

    /// Scores many customers, each as ``score(_:now:churnCutoff:)`` does.
    public func scores(_ customers: [CustomerHistory], now: LocalDateTime, churnCutoff: Double) -> [Score] {
        customers.map { score($0, now: now, churnCutoff: churnCutoff) }
    }

    /// The probabilities of many leads without their reasons: the numbers of ``scores(_:now:cutoffs:)``, several times
    /// faster.
    public func probabilities(_ leads: [LeadHistory], now: LocalDateTime) -> [Double] {
        let moments = leads.map { LeadMoment($0, at: now) }
        guard case .leads(let learned) = engine else { return moments.map { LeadRules.forecast(of: $0).probability } }
        return learned.probabilities(of: moments)
    }

    /// The probabilities of many customers without their reasons.
    public func probabilities(_ customers: [CustomerHistory], now: LocalDateTime) -> [Double] {
        let moments = customers.map { CustomerMoment($0, at: now) }
        guard case .customers(let learned) = engine else {
            return moments.map { CustomerRules.forecast(of: $0).probability }
        }
        return learned.probabilities(of: moments)
    }
}

extension Predictor {
    /// The share of positives among the records learned from; `nil` for rules.
    var baseRate: Double? { summary?.baseRate }
}

extension Score {
    /// A forecast as the score of a record.
    init(
        _ subject: RecordReference, _ target: Target, _ forecast: Forecast, _ cutoffs: PriorityCutoffs, model: String,
        at moment: LocalDateTime, _ baseRate: Double? = nil
    ) {
        let probability = forecast.probability
        // A side of a churn score is better the less risk it brings.
        func side(_ facet: Facet) -> Double? { forecast.side(facet).map { target == .churn ? 100 - $0 : $0 } }
        self.init(
            subject: subject, target: target, probability: probability,
            priority: cutoffs.priority(ofScore: probability * 100), intercept: forecast.intercept,
            contributions: forecast.contributions, logOdds: forecast.logOdds, model: model, at: moment,
            baseRate: baseRate, fit: side(.fit), engagement: side(.engagement))
    }
}
