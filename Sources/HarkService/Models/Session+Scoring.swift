import HarkCore
import HarkLifecycle
import HarkPrediction
import HarkStore

extension Session {
    /// The tenant's live model for a target, or the rules while there is none that this version can read: one of an
    /// older format says nothing until the next training.
    func predictor(for target: Score.Target, in reading: Reading) throws -> Predictor {
        guard let model = try reading.model(for: target) else { return .rules(for: target) }
        do {
            return try Predictor(json: model.content).without(try reading.struckWords().map(\.phrase))
        } catch PredictionError.unsupportedFormat { return .rules(for: target) } catch let error as PredictionError {
            throw ServiceError.storage(error.message)
        }
    }

    /// Scores one lead or customer again within a change, so that lists show what is true after it.
    ///
    /// - Returns: The score; `nil` for a kind of record that has none.
    func rescore(_ reference: RecordReference, in writing: Writing) throws -> Score? {
        // What is written down at this moment is part of what is known, and the score stands from this moment on.
        let (moment, now) = (now, now.adding(seconds: 1))
        switch reference.kind {
        case .lead:
            let predictor = try predictor(for: .conversion, in: writing.reading)
            let history = try writing.reading.history(of: Identifier<Lead>(reference.id))
            var score = predictor.score(history, now: now, cutoffs: tenant.settings.priorities)
            score.at = moment
            try writing.save([score])
            try writing.keep(
                history.newEntries(after: try lastEntry(of: reference, in: writing), at: moment, cutoffs))
            return score
        case .customer:
            let predictor = try predictor(for: .churn, in: writing.reading)
            let history = try writing.reading.history(of: Identifier<Customer>(reference.id))
            var score = predictor.score(history, now: now, churnCutoff: tenant.settings.churnCutoff)
            score.at = moment
            try writing.save([score])
            let standing = CustomerStanding(history, score: score, cutoffs: cutoffs, now: now)
            try writing.save([standing.state])
            try writing.keep(standing.newEntries(after: try lastEntry(of: reference, in: writing), at: moment))
            return score
        default: return nil
        }
    }

    /// Scores every open lead and every customer with the live models.
    ///
    /// - Parameter progress: Told what is being done, in a few words.
    public func scoreAll(progress: (String) -> Void = { _ in }) throws(ServiceError) -> (leads: Int, customers: Int) {
        progress("Reading history …")
        let (leads, customers) = try read { (try $0.leadHistories(), try $0.customerHistories()) }
        return try scoreAll(leads, customers, progress: progress)
    }

    func scoreAll(
        _ leads: [LeadHistory], _ customers: [CustomerHistory], progress: (String) -> Void
    ) throws(ServiceError) -> (leads: Int, customers: Int) {
        progress("Scoring \(leads.count) leads and \(customers.count) customers …")
        try write(request(nil, title: "Scored every record", journalled: false)) { writing in
            let conversion = try predictor(for: .conversion, in: writing.reading)
            let leadScores = conversion.scores(leads, now: now, cutoffs: tenant.settings.priorities)
            try writing.save(leadScores)
            let churn = try predictor(for: .churn, in: writing.reading)
            let customerScores = churn.scores(customers, now: now, churnCutoff: tenant.settings.churnCutoff)
            try writing.save(customerScores)
            try keepStages(of: leads, in: writing)
            try keepStages(of: customers, customerScores, in: writing)
        }
        return (leads.count, customers.count)
    }
}
