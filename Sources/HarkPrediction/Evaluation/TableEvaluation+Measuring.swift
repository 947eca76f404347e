internal import HarkLearning

extension TableEvaluation {
    /// Measures with the learner's own evaluation, or part by part where words are learned from too.
    static func measured(
        _ features: [(feature: Feature<String>, cells: [String])], _ texts: [(String, [TextGrams])],
        _ target: TableOutcomes, split: Split, _ request: TableRequest
    ) throws(LearningError) -> Measured {
        let numbers = Set(features.lazy.filter { $0.feature.kind == .number }.map(\.feature.name))
        let settings = request.training.boosting(numbers: numbers)
        var generator = SeededGenerator(seed: request.seed)
        func columns(_ rows: [Int]) -> [Column] {
            features.map { feature, cells in feature.column(of: rows.map { cells[target.rows[$0]] }) }
        }
        if texts.isEmpty {
            let dataset = try Dataset(Table(columns(Array(target.rows.indices))), outcomes: target.outcomes)
            return try Measured(
                Evaluation(of: dataset, split: split, settings: settings, using: &generator), target.outcomes)
        }
        let evaluation = TextEvaluation(
            columns: columns, texts: texts, outcomes: target.outcomes, settings: settings)
        let (parts, findings) = try evaluation.parts(of: split, using: &generator)
        var measured = try Measured(evaluation.folds(testing: parts, using: &generator))
        measured.findings = findings
        if measured.mean.auc > Evaluation.alarmAUC, !features.isEmpty {
            // Words may well tell outcomes nearly always; the other columns alone should not.
            let dataset = try Dataset(Table(columns(Array(target.rows.indices))), outcomes: target.outcomes)
            let others = try Evaluation(of: dataset, split: split, settings: settings, using: &generator)
            if case .leakSuspected = others.verdict { measured.verdict = Verdict(others.verdict) }
        }
        return measured
    }

    /// What either kind of measurement comes to.
    struct Measured {
        let mean: Metrics
        let folds: [Metrics]
        let calibration: TableCalibration
        var verdict: Verdict
        var findings: [Evaluation.Finding]

        init(_ evaluation: Evaluation, _ outcomes: [Bool]) throws(LearningError) {
            let tested = evaluation.parts.map { part in
                TestedPart(
                    probabilities: part.compactMap { evaluation.forecasts[$0] }, outcomes: part.map { outcomes[$0] })
            }
            mean = evaluation.mean
            folds = evaluation.folds
            calibration = try TableCalibration(of: tested)
            verdict = Verdict(evaluation.verdict)
            findings = evaluation.findings
        }

        /// A measurement with texts.
        init(_ tested: [TestedPart]) throws(LearningError) {
            folds = try tested.map { part throws(LearningError) in
                try Metrics(part.probabilities, outcomes: part.outcomes)
            }
            guard let mean = Metrics(meanOf: folds) else {
                throw .invalidSplit(reason: "every part has one class only")
            }
            self.mean = mean
            calibration = try TableCalibration(of: tested)
            verdict = mean.aucLow > 0.5 ? .signal : .noSignal
            findings = []
        }
    }
}

extension TableEvaluation.Verdict {
    fileprivate init(_ verdict: Evaluation.Verdict) {
        self =
            switch verdict {
            case .signal: .signal
            case .noSignal: .noSignal
            case .tooFewDifferentRows(let count): .tooFewDifferentRows(count)
            case .leakSuspected(let suspects): .leakSuspected(suspects.map(Leak.init))
            }
    }
}
