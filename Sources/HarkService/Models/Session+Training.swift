public import HarkCore
import HarkPrediction
import HarkStore

/// What came of one training.
public struct TrainingOutcome: Hashable, Sendable {
    /// What is predicted.
    public var target: Score.Target
    /// The model now live, such as `conversion v3`, or `rules`.
    public var model: String
    /// A sentence or two on how good it is, and whether it was published.
    public var text: String
    /// The figures, as an object.
    public var json: JSONValue
}

/// How to train.
public struct TrainingOrder: Hashable, Sendable {
    /// Publish a new model even where it does worse than the live one.
    public var force = false
    /// Only refit the calibration of the live models to the newest outcomes.
    public var recalibrate = false

    /// Learns anew, and publishes what is no worse.
    public init(force: Bool = false, recalibrate: Bool = false) {
        self.force = force
        self.recalibrate = recalibrate
    }
}

extension Session {
    static let seed: UInt64 = 20_261_122

    /// Learns both models from the tenant's own history, publishes them and scores every record.
    ///
    /// With too little history the rules go on; the first learned lead model may propose other cut-offs, which then
    /// stay. A model that does worse than the live one on records neither learned from is not published unless the order
    /// says so.
    public func train(
        _ order: TrainingOrder = TrainingOrder(), progress: (String) -> Void = { _ in }
    ) throws(ServiceError) -> [TrainingOutcome] {
        try require(.run, .training)
        progress("Reading history …")
        let (leads, customers) = try read { (try $0.leadHistories(), try $0.customerHistories()) }
        let trials =
            order.recalibrate
            ? try recalibrated(leads, customers) : try trained(leads, customers, force: order.force, progress)
        let session = try publish(trials.compactMap(\.published))
        _ = try session.scoreAll(leads, customers, progress: progress)
        return trials.map { outcome(of: $0) }
    }

    /// A model that was learned, and what is said of it against the live one.
    private struct Trial {
        var learned: Predictor
        /// The model to publish; `nil` keeps the live one, or the rules.
        var published: Predictor?
        var remark = ""
        var contest: Contest?
    }

    private func trained(
        _ leads: [LeadHistory], _ customers: [CustomerHistory], force: Bool, _ progress: (String) -> Void
    ) throws(ServiceError) -> [Trial] {
        var settings = TrainingSettings()
        settings.struckWords = try struckWords().map(\.phrase)
        settings.rising = Set(tenant.settings.rising)
        settings.falling = Set(tenant.settings.falling)
        progress("Learning from \(leads.count) leads …")
        let conversion = try live(.conversion)
        let churn = try live(.churn)
        let versions = (try nextVersion(.conversion), try nextVersion(.churn))
        do {
            let first = try Predictor.trained(
                onLeads: leads, now: now, version: versions.0, seed: Session.seed, settings: settings)
            progress("Learning from \(customers.count) customers …")
            let second = try Predictor.trained(
                onCustomers: customers, now: now, version: versions.1, seed: Session.seed, settings: settings)
            return [
                judged(
                    first, first.contest(with: conversion, leads: leads, seed: Session.seed), conversion, force: force),
                judged(second, second.contest(with: churn), churn, force: force),
            ]
        } catch { throw .badInput(error.message) }
    }

    private func judged(_ learned: Predictor, _ contest: Contest?, _ live: Predictor, force: Bool) -> Trial {
        guard learned.isLearned else { return Trial(learned: learned) }
        guard live.isLearned else { return Trial(learned: learned, published: learned) }
        guard let contest else {
            return Trial(
                learned: learned, published: learned,
                remark: " Too few records are new to both to compare it with \(live.name).")
        }
        let figures =
            "log-loss \(thousandths(contest.candidate)) against \(thousandths(contest.live)) of \(live.name)"
            + " on \(contest.rows) records that neither learned from"
        guard contest.isLost, !force else {
            let forced = contest.isLost ? ", published as you said" : ""
            return Trial(
                learned: learned, published: learned, remark: " \(figures.capitalizedFirst)\(forced).", contest: contest
            )
        }
        return Trial(
            learned: learned, remark: " Not published: \(figures). \(live.name) stays; --force publishes it anyway.",
            contest: contest)
    }

    private func recalibrated(
        _ leads: [LeadHistory], _ customers: [CustomerHistory]
    ) throws(ServiceError) -> [Trial] {
        let conversion = try live(.conversion)
        let churn = try live(.churn)
        let results = [
            conversion.recalibrated(onLeads: leads, version: try nextVersion(.conversion), seed: Session.seed),
            churn.recalibrated(onCustomers: customers, now: now, version: try nextVersion(.churn)),
        ]
        return zip([conversion, churn], results).map { live, result in
            guard let result else {
                return Trial(
                    learned: live,
                    remark: " Not recalibrated: fewer than 20 outcomes of each kind are newer than its training.")
            }
            return Trial(
                learned: result.predictor, published: result.predictor,
                remark: " Only its calibration was refitted, to \(result.rows) newer outcomes.")
        }
    }

    private func nextVersion(_ target: Score.Target) throws(ServiceError) -> Int {
        try read { try $0.model(for: target)?.version ?? 0 } + 1
    }

    /// The live model of a target, or the rules.
    private func live(_ target: Score.Target) throws(ServiceError) -> Predictor {
        try read { try predictor(for: target, in: $0) }
    }

    /// Stores the learned ones among the predictors.
    ///
    /// - Returns: The session with the cut-offs now in force.
    private func publish(_ predictors: [Predictor]) throws(ServiceError) -> Session {
        var session = self
        try write(request(nil, title: "Trained models", journalled: false)) { writing in
            for predictor in predictors {
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

    private func outcome(of trial: Trial) -> TrainingOutcome {
        let predictor = trial.learned
        let subject = predictor.target == .conversion ? "Leads" : "Customers"
        guard let summary = predictor.summary else {
            return TrainingOutcome(
                target: predictor.target, model: "rules",
                text: "\(subject): \((predictor.rulesReason ?? .notTrained).sentence(for: predictor.target)).",
                json: metrics(of: predictor))
        }
        let words = predictor.target == .conversion ? ("won", "lost") : ("left", "stayed")
        let quality = summary.quality
        var text =
            "\(subject): \(predictor.name) from \(summary.positives) \(words.0) and \(summary.negatives) \(words.1); "
        text += "AUC \(thousandths(quality.auc)) (\(thousandths(quality.aucLow))–\(thousandths(quality.aucHigh)))."
        if predictor.usesWords { text += " What was written is part of it." }
        if !summary.hasSignal { text += " No signal: scores tell little more than chance." }
        if !summary.leaks.isEmpty {
            text += " Left out because they knew the outcome: \(summary.leaks.map(\.column).joined(separator: ", "))."
        }
        if summary.isSuspicious { text += " \(ModelSummary.suspicion)" }
        for note in summary.notes { text += " \(note)" }
        var members = metrics(of: predictor).members
        members.append(.init("usesWords", .bool(predictor.usesWords)))
        members.append(.init("published", .bool(trial.published != nil)))
        if let contest = trial.contest {
            members.append(.init("logLossNew", .number(contest.candidate)))
            members.append(.init("logLossLive", .number(contest.live)))
        }
        return TrainingOutcome(
            target: predictor.target, model: predictor.name, text: text + trial.remark, json: .object(members))
    }

    /// A share such as .907.
    private func thousandths(_ share: Double) -> String {
        let digits = String(Int((share * 1_000).rounded()))
        return share >= 1 ? "1.000" : "." + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
