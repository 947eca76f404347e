public import HarkCore
internal import HarkLearning

extension Predictor {
    /// Learns conversion from leads whose outcome is known; open ones are passed over.
    ///
    /// Every lead is seen once, at a moment of its open time (see ``Snapshot``). What it looked like is read from its
    /// source, company, counted engagement, imported columns and events before that moment; never from its status, its
    /// closing, or anything that happened later. Imported columns carry no date, so one that was written after the
    /// outcome cannot be told by itself: when the model tells outcomes too well (AUC above .95), the columns that do it
    /// are left out and listed in ``ModelSummary/leaks``.
    ///
    /// - Parameters:
    ///   - leads: In any order.
    ///   - version: The number the model is to have.
    ///   - seed: Decides which rows are held out and the moments drawn; the same seed gives the same model.
    /// - Returns: A learned model, or the rules with the reason why none was learned (see ``RulesReason``).
    /// - Throws: ``PredictionError/invalidSetting(name:reason:)``.
    public static func trained(
        onLeads leads: [LeadHistory], now: LocalDateTime, version: Int, seed: UInt64,
        settings: TrainingSettings = TrainingSettings()
    ) throws(PredictionError) -> Predictor {
        try settings.validate()
        let known = leads.filter { $0.lead.converted != nil }
        let moments = known.map { Snapshot.moment(of: $0, seed: seed) }
        let outcomes = known.map { $0.lead.converted == true }
        let (rows, isTimed) = Snapshot.dated(moments, isPositive: outcomes)
        let subjects = rows.map { LeadMoment(known[$0], at: moments[$0] ?? known[$0].lead.createdAt) }
        let lesson = Lesson(
            subjects: subjects, ids: subjects.map(\.lead.id.rawValue), builtIn: LeadFeatures.builtIn,
            imported: LeadFeatures.attributes(subjects), outcomes: rows.map { outcomes[$0] }, isTimed: isTimed,
            times: subjects.map(\.at), passages: { $0.passages })
        let different = Set(known.lazy.map(\.lead.unnumbered)).count
        switch try lesson.learned(different: different, now: now, seed: seed, settings) {
        case .rules(let reason): return rules(for: .conversion, because: reason)
        case .model(let result): return Predictor(.conversion, version: version, result, engine: { .leads($0) })
        }
    }

    /// Learns churn from customers of whom it is known whether they left; those of whom nobody knows are passed over.
    ///
    /// Every customer is seen once: one that left at a moment of the last ``TrainingSettings/churnWindowDays`` days
    /// before it did, one that stayed at the time when some other one left (see ``Snapshot``). So the probability says
    /// how much this customer looks like those who left within that time. Everything else is as for leads.
    ///
    /// - Returns: A learned model, or the rules with the reason why none was learned (see ``RulesReason``).
    /// - Throws: ``PredictionError/invalidSetting(name:reason:)``.
    public static func trained(
        onCustomers customers: [CustomerHistory], now: LocalDateTime, version: Int, seed: UInt64,
        settings: TrainingSettings = TrainingSettings()
    ) throws(PredictionError) -> Predictor {
        try settings.validate()
        let known = customers.filter { $0.customer.churned != nil }
        let moments = Snapshot.moments(of: known, now: now, window: settings.churnWindowDays, seed: seed)
        let outcomes = known.map { $0.customer.churned == true }
        let (rows, isTimed) = Snapshot.dated(moments, isPositive: outcomes)
        let subjects = rows.map { CustomerMoment(known[$0], at: moments[$0] ?? now) }
        // Whether somebody stayed is only known today, so no older part can be learned from to test on a newer one.
        let lesson = Lesson(
            subjects: subjects, ids: subjects.map(\.customer.id.rawValue), builtIn: CustomerFeatures.builtIn,
            imported: CustomerFeatures.attributes(subjects), outcomes: rows.map { outcomes[$0] }, isTimed: isTimed,
            times: nil, passages: { $0.passages })
        let different = Set(known.lazy.map(\.customer.unnumbered)).count
        switch try lesson.learned(different: different, now: now, seed: seed, settings) {
        case .rules(let reason): return rules(for: .churn, because: reason)
        case .model(let result): return Predictor(.churn, version: version, result, engine: { .customers($0) })
        }
    }

    private init<Subject>(
        _ target: Score.Target, version: Int, _ result: Lesson<Subject>.Result,
        engine: (LearnedModel<Subject>) -> Engine
    ) {
        self.init(
            target: target, version: version, summary: result.summary, engine: engine(result.learned),
            heldOut: result.heldOut, correlation: result.correlation)
    }
}

extension Lead {
    /// What tells it from other leads, numbers and dates aside: the same row imported twice is the same.
    fileprivate var unnumbered: Lead {
        var lead = self
        lead.id = Identifier(0)
        lead.createdAt = LocalDateTime(secondsSinceEpoch: 0)
        lead.closedAt = nil
        return lead
    }
}

extension Customer {
    /// What tells it from other customers, numbers aside.
    fileprivate var unnumbered: Customer {
        var customer = self
        customer.id = Identifier(0)
        customer.company = nil
        return customer
    }
}
