public import HarkCore
internal import HarkLearning

extension Predictor {
    /// What there is to see of the model.
    ///
    /// - Parameters:
    ///   - leads: Today's leads; the open ones are compared with those that were open before the training.
    ///   - cutoff: The score from which a record counts as foretold, `0...100`.
    public func report(on leads: [LeadHistory], now: LocalDateTime, cutoff: Double) -> ModelReport {
        guard case .leads(let learned) = engine else { return rulesReport(leads.map(\.lead.converted)) }
        let open = leads.filter { $0.lead.converted == nil }
        let then = lookBack(from: now)
        let past = leads.filter { Snapshot.isOpen($0, at: then) }.map { LeadMoment($0, at: then) }
        let today = open.map { LeadMoment($0, at: now) }
        // Without a past to compare with, they are seen as those learned from were: somewhere in their time so far.
        let compared =
            past.count < Populations<LeadMoment>.fewest
            ? open.map { LeadMoment($0, at: Snapshot.moment(ofOpen: $0.lead, now: now)) } : today
        var report = report(learned, open: today, Populations(past: past, today: compared), cutoff: cutoff)
        report.slips = heldOut.map { heldOut in
            let held = Set(heldOut.ids)
            let subjects = leads.filter { held.contains($0.lead.id.rawValue) }.map { LeadMoment($0, at: now) }
            return learned.slips(of: heldOut, subjects: subjects.byNumber(\.lead.id.rawValue)) { subject in
                (RecordReference(.lead, subject.lead.id.rawValue), subject.lead.displayName)
            }
        }
        return report
    }

    /// What there is to see of the model; as for leads, with the customers that have not left.
    public func report(on customers: [CustomerHistory], now: LocalDateTime, cutoff: Double) -> ModelReport {
        guard case .customers(let learned) = engine else {
            return rulesReport(customers.map(\.customer.churned))
        }
        let then = lookBack(from: now)
        let today = customers.filter { $0.customer.churned != true }.map { CustomerMoment($0, at: now) }
        let populations = Populations(
            past: customers.filter { Snapshot.isCustomer($0, at: then) }.map { CustomerMoment($0, at: then) },
            today: today, everybody: customers.map { CustomerMoment($0, at: now) })
        var report = report(learned, open: today, populations, cutoff: cutoff)
        report.slips = heldOut.map { heldOut in
            let subjects = (populations.everybody ?? []).byNumber(\.customer.id.rawValue)
            return learned.slips(of: heldOut, subjects: subjects) { subject in
                (RecordReference(.customer, subject.customer.id.rawValue), subject.customer.name)
            }
        }
        return report
    }

    /// A day shortly before the training.
    private func lookBack(from now: LocalDateTime) -> LocalDateTime {
        min(summary?.trainedAt ?? now, now).adding(days: -Populations<LeadMoment>.days)
    }

    private func rulesReport(_ outcomes: [Bool?]) -> ModelReport {
        let reason = RulesReason(untrained: outcomes).sentence(for: target)
        return ModelReport(target: target, model: "rules", notes: ["Records are \(reason)."])
    }

    /// - Parameter open: Today's records, as they are now.
    private func report<Subject>(
        _ learned: LearnedModel<Subject>, open: [Subject], _ populations: Populations<Subject>, cutoff: Double
    ) -> ModelReport {
        guard let summary else { return rulesReport([]) }
        var report = ModelReport(
            target: target, model: name, trainedAt: summary.trainedAt, positives: summary.positives,
            negatives: summary.negatives, measuredOn: summary.measuredOn, quality: summary.quality.measures)
        if let heldOut { report.measure(heldOut, open: learned.probabilities(of: open), cutoff: cutoff) }
        report.importance = learned.model.importances.map { part in
            ModelReport.Importance(
                feature: part.term, label: learned.label(ofTerm: part.term, columns: part.columns),
                facet: learned.facet(of: part.columns), value: part.value)
        }
        report.shapes = learned.model.shapes.filter { $0.axes.count == 1 }.map { learned.drawn($0) }
        if let correlation {
            report.correlation = ModelReport.CorrelationMatrix(
                labels: correlation.names.map { learned.label(ofColumn: $0) }, values: correlation.values)
        }
        report.drift = learned.drift(of: populations)
        report.notes = notes(summary, drift: report.drift)
        return report
    }

    private func notes(_ summary: ModelSummary, drift: [ModelReport.Drift]) -> [String] {
        var notes: [String] = []
        if !summary.hasSignal { notes.append("No signal: scores tell little more than chance.") }
        if !summary.leaks.isEmpty {
            let names = summary.leaks.map(\.column).joined(separator: ", ")
            notes.append("Left out because they knew the outcome: \(names).")
        }
        if summary.isSuspicious { notes.append(ModelSummary.suspicion) }
        notes += summary.notes
        if !summary.usesTime { notes.append("Outcomes have no dates, so nothing that depends on time was learned.") }
        notes.append(
            usesWords
                ? "What was written is part of the scores."
                : "What was written is no part of the scores: too little of it, or it foretold nothing more.")
        let drifted = drift.filter { $0.verdict == .drifted }.map(\.label)
        if !drifted.isEmpty {
            notes.append("Today's records differ from those before the training in \(drifted.joined(separator: ", ")).")
        }
        return notes
    }
}

extension ModelReport {
    /// Draws what was foretold of held-out records, beside the probabilities of today's.
    fileprivate mutating func measure(_ heldOut: HeldOut, open: [Double], cutoff: Double) {
        let (probabilities, outcomes) = (heldOut.probabilities, heldOut.outcomes)
        calibration =
            (try? CalibrationCurve(probabilities, outcomes: outcomes))?.points.map {
                CalibrationPoint(forecast: $0.forecast, observed: $0.observed, count: $0.rows)
            } ?? []
        lift =
            (try? LiftCurve(probabilities, outcomes: outcomes))?.points.map {
                LiftPoint(share: $0.share, gain: $0.gain, lift: $0.lift)
            } ?? []
        confusion = (try? HarkLearning.ConfusionMatrix(probabilities, outcomes: outcomes, cutOff: cutoff / 100)).map {
            ConfusionMatrix(
                cutoff: cutoff, truePositives: $0.truePositives, falsePositives: $0.falsePositives,
                falseNegatives: $0.falseNegatives, trueNegatives: $0.trueNegatives)
        }
        let bins = (try? ScoreHistogram(probabilities, outcomes: outcomes, bins: 10))?.bins ?? []
        distribution = bins.enumerated().map { index, bin in
            DistributionBin(
                from: bin.from * 100, below: bin.below * 100, positives: bin.positives, negatives: bin.negatives,
                open: open.count { min(9, Int($0 * 10)) == index })
        }
    }
}

extension ModelSummary {
    /// Which records the quality was measured on, in words.
    fileprivate var measuredOn: String {
        switch basis {
        case .newest: "the newest fifth of the outcomes, by a model of the older ones"
        case .outOfFold: "every record, by a model that did not learn from it"
        }
    }
}

extension Quality {
    fileprivate var measures: [ModelReport.Measure] {
        [
            .init(
                "AUC", auc, low: aucLow, high: aucHigh,
                meaning: "the chance that a positive record is placed above another"),
            .init("PR-AUC", prAUC, meaning: "the mean precision from the top down"),
            .init("log-loss", logLoss, meaning: "surprise a record; lower is better"),
            .init("Brier", brier, meaning: "mean squared error; lower is better"),
            .init("calibration error", calibrationError, meaning: "how far forecasts lie from what came true"),
            .init("lift 10%", lift, meaning: "the rate in the highest tenth over that of all"),
            .init("accuracy", accuracy, meaning: "right at one half"),
            .init("macro-F1", macroF1, meaning: "the mean F1 of both outcomes at one half"),
        ]
    }
}

extension Array {
    /// The records by number.
    fileprivate func byNumber(_ number: (Element) -> Int64) -> [Int64: Element] {
        Dictionary(map { (number($0), $0) }) { first, _ in first }
    }
}
