public import HarkCore
internal import HarkLearning

/// A new model against the one it would replace, on records that neither of them learned from.
public struct Contest: Hashable, Sendable {
    /// The records compared on.
    public let rows: Int
    /// The mean surprise (log-loss) of the new one; lower is better.
    public let candidate: Double
    /// The mean surprise of the live one.
    public let live: Double

    /// A difference in log-loss that is no difference.
    public static let tolerance = 0.002
    /// Records of either outcome needed to compare on.
    static let fewestOfAnOutcome = 20

    /// Whether the new one should not be published.
    public var isLost: Bool { candidate > live + Contest.tolerance }

    fileprivate init?(_ candidate: HeldOut, live: (Int) -> Double?) {
        var (ours, theirs, outcomes): ([Double], [Double], [Bool]) = ([], [], [])
        for index in candidate.ids.indices {
            guard let forecast = live(index) else { continue }
            ours.append(candidate.probabilities[index])
            theirs.append(forecast)
            outcomes.append(candidate.outcomes[index])
        }
        let positives = outcomes.count { $0 }
        guard min(positives, outcomes.count - positives) >= Contest.fewestOfAnOutcome,
            let our = try? Metrics(ours, outcomes: outcomes), let their = try? Metrics(theirs, outcomes: outcomes)
        else { return nil }
        rows = outcomes.count
        self.candidate = our.logLoss
        self.live = their.logLoss
    }
}

extension Predictor {
    /// How this new model does against the live one.
    ///
    /// Compared are the records held out in this model's training, with what the live one foretold of them when it had
    /// held them out too, or foretells of those whose outcome is newer than its training.
    ///
    /// - Parameter seed: The one both were trained with, which decides the moments looked at.
    /// - Returns: `nil` where too few records can be compared on.
    public func contest(with live: Predictor, leads: [LeadHistory], seed: UInt64) -> Contest? {
        guard let heldOut, let known = live.summary, case .leads(let learned) = live.engine else { return nil }
        let foretold = live.heldOut?.byID ?? [:]
        let histories = Dictionary(leads.map { ($0.lead.id.rawValue, $0) }) { first, _ in first }
        return Contest(heldOut) { index in
            let id = heldOut.ids[index]
            if let forecast = foretold[id] { return forecast }
            guard let history = histories[id], let closed = history.lead.closedAt, closed > known.trainedAt,
                let moment = Snapshot.moment(of: history, seed: seed)
            else { return nil }
            return learned.forecast(of: LeadMoment(history, at: moment)).probability
        }
    }

    /// How this new model of customers does against the live one, on the records both held out.
    public func contest(with live: Predictor) -> Contest? {
        guard let heldOut, let foretold = live.heldOut?.byID else { return nil }
        return Contest(heldOut) { foretold[heldOut.ids[$0]] }
    }

    /// This model with its calibration refitted to outcomes that are newer than its training; what it learned stays.
    ///
    /// - Returns: The model under `version`, and how many outcomes it was fitted to; `nil` for rules, or while fewer than
    ///   20 of either kind are known.
    public func recalibrated(
        onLeads leads: [LeadHistory], version: Int, seed: UInt64
    ) -> (predictor: Predictor, rows: Int)? {
        guard let summary, case .leads(let learned) = engine else { return nil }
        let newer = leads.compactMap { history -> (LeadMoment, Bool)? in
            guard let outcome = history.lead.converted,
                (history.lead.closedAt ?? summary.trainedAt) > summary.trainedAt,
                let moment = Snapshot.moment(of: history, seed: seed)
            else { return nil }
            return (LeadMoment(history, at: moment), outcome)
        }
        return recalibrated(learned, newer, version: version) { .leads($0) }
    }

    /// This model of customers, recalibrated as ``recalibrated(onLeads:version:seed:)`` does: on those that left since,
    /// and those that have stayed.
    public func recalibrated(
        onCustomers customers: [CustomerHistory], now: LocalDateTime, version: Int
    ) -> (predictor: Predictor, rows: Int)? {
        guard let summary, case .customers(let learned) = engine else { return nil }
        let newer = customers.compactMap { history -> (CustomerMoment, Bool)? in
            let customer = history.customer
            guard let left = customer.churned else { return nil }
            if left, (customer.churnedAt?.midnight ?? summary.trainedAt) <= summary.trainedAt { return nil }
            return (CustomerMoment(history, at: summary.trainedAt), left)
        }
        return recalibrated(learned, newer, version: version) { .customers($0) }
    }

    private func recalibrated<Subject>(
        _ learned: LearnedModel<Subject>, _ newer: [(subject: Subject, outcome: Bool)], version: Int,
        _ engine: (LearnedModel<Subject>) -> Engine
    ) -> (predictor: Predictor, rows: Int)? {
        let positives = newer.count { $0.outcome }
        guard min(positives, newer.count - positives) >= Contest.fewestOfAnOutcome else { return nil }
        var plain = learned
        plain.recalibration = nil
        let logOdds = newer.map { plain.forecast(of: $0.subject).logOdds }
        plain.recalibration = Recalibration(fitting: logOdds, outcomes: newer.map(\.outcome))
        let predictor = Predictor(
            target: target, version: version, summary: summary, engine: engine(plain), heldOut: heldOut,
            correlation: correlation)
        return (predictor, newer.count)
    }
}
