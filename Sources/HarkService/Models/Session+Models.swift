public import HarkCore
import HarkPrediction
import HarkStore

extension Session {
    /// What there is to see of the live model of a target, beside today's records and how far they came.
    ///
    /// - Throws: ``ServiceError/refused(_:)`` without the right to read leads or customers.
    public func modelReport(for target: Score.Target) throws(ServiceError) -> ModelReport {
        try require(.read, target == .conversion ? .leads : .customers)
        return try read { reading in
            var report = try modelReport(for: target, in: reading)
            report.funnels = try reading.funnels(for: target)
            return report
        }
    }

    private func modelReport(for target: Score.Target, in reading: Reading) throws -> ModelReport {
        let predictor = try predictor(for: target, in: reading)
        guard predictor.isLearned else {
            var report = predictor.report(on: [LeadHistory](), now: now, cutoff: 50)
            if try reading.model(for: target) != nil {
                report.notes = ["The model was learned by another version of Hark: 'hark train' learns it anew."]
            }
            return report
        }
        let settings = tenant.settings
        switch target {
        case .conversion:
            return predictor.report(on: try reading.leadHistories(), now: now, cutoff: settings.priorities.high)
        case .churn:
            return predictor.report(
                on: try reading.customerHistories(), now: now, cutoff: settings.churnCutoff * 100)
        }
    }

    /// Sets the scores from which a lead is High or Medium, and the churn probability from which a customer is at risk;
    /// every record is scored again.
    ///
    /// - Throws: ``ServiceError/refused(_:)`` without the right to train, ``ServiceError/badInput(_:)`` for cut-offs out
    ///   of range or order.
    public mutating func setCutoffs(high: Double?, medium: Double?, churn: Double?) throws(ServiceError) {
        try require(.run, .training)
        var session = self
        session.tenant.settings.priorities.high = high ?? tenant.settings.priorities.high
        session.tenant.settings.priorities.medium = medium ?? tenant.settings.priorities.medium
        session.tenant.settings.churnCutoff = churn.map { $0 / 100 } ?? tenant.settings.churnCutoff
        let chosen = session.tenant.settings
        guard chosen.priorities.medium > 0, chosen.priorities.medium < chosen.priorities.high,
            chosen.priorities.high < 100, chosen.churnCutoff > 0, chosen.churnCutoff < 1
        else { throw .badInput("Cut-offs lie between 0 and 100, Medium below High.") }
        let changed = session.tenant
        try translated { try store.platform.update(changed, by: user.id, at: now) }
        _ = try session.scoreAll()
        self = session
    }
}
