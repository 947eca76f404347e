public import HarkCore
import HarkPrediction
import HarkStore

extension Session {
    /// The latest score of a lead or customer with every reason.
    ///
    /// - Throws: ``ServiceError/badInput(_:)`` for a kind of record that is not scored, ``ServiceError/notFound(_:)``
    ///   when it has no score yet.
    public func explanation(of reference: RecordReference) throws(ServiceError) -> Score {
        let detail = try detail(of: reference)
        try requireScored(reference, title: detail.title)
        guard let score = detail.score else {
            throw .notFound("\(detail.title) has no score yet: run 'hark train' or 'hark score'.")
        }
        return score
    }

    /// The score that stood at a moment, as the ledger has it.
    public func explanation(of reference: RecordReference, at moment: LocalDateTime) throws(ServiceError) -> Score {
        let title = try detail(of: reference).title
        try requireScored(reference, title: title)
        guard let score = try read({ try $0.score(of: reference, at: moment) }) else {
            throw .notFound("\(title) had no score yet on \(moment): its first one is younger.")
        }
        return score
    }

    /// What became of a score since a moment; a record scored later only is compared with its first score.
    public func change(of reference: RecordReference, since moment: LocalDateTime) throws(ServiceError) -> ScoreChange {
        let after = try explanation(of: reference)
        let before = try read { reading in
            try reading.score(of: reference, at: moment) ?? reading.scores(of: reference).first
        }
        return ScoreChange(from: before ?? after, to: after)
    }

    /// A record's score as it is now, and as it would be if one feature were something else.
    ///
    /// - Throws: ``ServiceError/badInput(_:)`` for a feature the model does not read, or a value it cannot take.
    public func change(
        of reference: RecordReference, if feature: String, is value: String
    ) throws(ServiceError) -> ScoreChange {
        _ = try explanation(of: reference)
        let settings = tenant.settings
        return try read { reading in
            let predictor = try predictor(for: reference.kind == .lead ? .conversion : .churn, in: reading)
            do {
                if reference.kind == .lead {
                    let history = try reading.history(of: Identifier<Lead>(reference.id))
                    return ScoreChange(
                        from: predictor.score(history, now: now, cutoffs: settings.priorities),
                        to: try predictor.score(
                            history, if: feature, is: value, now: now, cutoffs: settings.priorities))
                }
                let history = try reading.history(of: Identifier<Customer>(reference.id))
                return ScoreChange(
                    from: predictor.score(history, now: now, churnCutoff: settings.churnCutoff),
                    to: try predictor.score(
                        history, if: feature, is: value, now: now, churnCutoff: settings.churnCutoff))
            } catch PredictionError.unknownColumn {
                guard predictor.isLearned else {
                    throw ServiceError.badInput("There is no model yet, only rules: 'hark train' learns one first.")
                }
                let known = predictor.features.joined(separator: ", ")
                throw ServiceError.badInput("The model does not read '\(feature)'. It reads: \(known).")
            } catch let error as PredictionError { throw ServiceError.badInput(error.message) }
        }
    }

    /// The least that would take an open record to the next priority; `nil` where nothing does or none is needed.
    public func move(of reference: RecordReference) throws(ServiceError) -> Move? {
        try require(.read, reference.kind.subject)
        return try read { reading in
            switch reference.kind {
            case .lead:
                let history = try reading.history(of: Identifier<Lead>(reference.id))
                guard history.lead.converted == nil else { return nil }
                return try predictor(for: .conversion, in: reading)
                    .move(of: history, now: now, cutoffs: tenant.settings.priorities)
            case .customer:
                let history = try reading.history(of: Identifier<Customer>(reference.id))
                guard history.customer.churned != true else { return nil }
                return try predictor(for: .churn, in: reading)
                    .move(of: history, now: now, churnCutoff: tenant.settings.churnCutoff)
            default: return nil
            }
        }
    }

    private func requireScored(_ reference: RecordReference, title: String) throws(ServiceError) {
        guard ![.lead, .customer].contains(reference.kind) else { return }
        throw .badInput(
            "\(title) is a \(reference.kind.rawValue), and only leads and customers are scored: "
                + "'hark search \(title)' finds the lead or customer.")
    }
}
