public import HarkCore
import HarkPrediction
import HarkStore

/// What came of one training.
public struct TrainingOutcome: Hashable, Sendable {
    /// What is predicted.
    public var target: Score.Target
    /// The model now live, such as `conversion v3`, or `rules`.
    public var model: String
    /// One sentence on how good it is.
    public var text: String
    /// The figures, as an object.
    public var json: JSONValue
}

extension Session {
    private static let seed: UInt64 = 20_261_122

    /// Learns both models from the tenant's own history, publishes them and scores every record.
    ///
    /// With too little history the rules go on; the first learned lead model may propose other cut-offs, which then
    /// stay.
    public func train(progress: (String) -> Void = { _ in }) throws(ServiceError) -> [TrainingOutcome] {
        try require(.run, .training)
        progress("Reading history …")
        let (leads, customers) = try read { (try $0.leadHistories(), try $0.customerHistories()) }
        progress("Learning from \(leads.count) leads …")
        let conversion = try trained(.conversion) { version throws(PredictionError) in
            try Predictor.trained(onLeads: leads, now: now, version: version, seed: Session.seed)
        }
        progress("Learning from \(customers.count) customers …")
        let churn = try trained(.churn) { version throws(PredictionError) in
            try Predictor.trained(onCustomers: customers, now: now, version: version, seed: Session.seed)
        }
        let session = try publish([conversion, churn])
        _ = try session.scoreAll(leads, customers, progress: progress)
        return [outcome(of: conversion), outcome(of: churn)]
    }

    private func trained(
        _ target: Score.Target, _ learn: (Int) throws(PredictionError) -> Predictor
    ) throws(ServiceError) -> Predictor {
        let version = try read { try $0.model(for: target)?.version ?? 0 } + 1
        do { return try learn(version) } catch { throw .badInput(error.message) }
    }

    /// Stores the learned ones among the predictors.
    ///
    /// - Returns: The session with the cut-offs now in force.
    private func publish(_ predictors: [Predictor]) throws(ServiceError) -> Session {
        let learned = predictors.filter(\.isLearned)
        var session = self
        try write(request(nil, title: "Trained models", journalled: false)) { writing in
            for predictor in learned {
                if predictor.target == .conversion, try writing.reading.model(for: .conversion) == nil {
                    session.tenant.settings.priorities = predictor.proposedCutoffs
                }
                _ = try writing.save(
                    model: predictor.name, for: predictor.target, content: predictor.json,
                    metrics: metrics(of: predictor).compact)
            }
        }
        if session.tenant.settings != tenant.settings {
            let changed = session.tenant
            try translated { try store.platform.update(changed, by: user.id, at: now) }
        }
        return session
    }

    private func metrics(of predictor: Predictor) -> JSONValue {
        guard let summary = predictor.summary else { return ["model": "rules"] }
        return .object([.init("model", .string(predictor.name))] + summary.json.members)
    }

    private func outcome(of predictor: Predictor) -> TrainingOutcome {
        let subject = predictor.target == .conversion ? "Leads" : "Customers"
        guard let summary = predictor.summary else {
            return TrainingOutcome(
                target: predictor.target, model: "rules",
                text: "\(subject): scored by rules, as fewer than 40 outcomes of each kind are known.",
                json: metrics(of: predictor))
        }
        let words = predictor.target == .conversion ? ("won", "lost") : ("left", "stayed")
        let quality = summary.quality
        var text =
            "\(subject): \(predictor.name) from \(summary.positives) \(words.0) and \(summary.negatives) \(words.1); "
        text += "AUC \(thousandths(quality.auc)) (\(thousandths(quality.aucLow))–\(thousandths(quality.aucHigh)))."
        if !summary.hasSignal { text += " No signal: scores tell little more than chance." }
        if !summary.leaks.isEmpty {
            text += " Left out because they knew the outcome: \(summary.leaks.map(\.column).joined(separator: ", "))."
        }
        return TrainingOutcome(
            target: predictor.target, model: predictor.name, text: text, json: metrics(of: predictor))
    }

    /// A share such as .907.
    private func thousandths(_ share: Double) -> String {
        let digits = String(Int((share * 1_000).rounded()))
        return share >= 1 ? "1.000" : "." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
