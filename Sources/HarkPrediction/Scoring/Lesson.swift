internal import HarkCore
internal import HarkLearning

/// Records with known outcomes, and what may be learned from them.
struct Lesson<Subject: Sendable> {
    /// What is learned from, each at its moment.
    let subjects: [Subject]
    /// Features that may be learned from, before settings and leaks take some away.
    let features: [Feature<Subject>]
    /// Shape `[subjects]`.
    let outcomes: [Bool]
    /// Whether what depends on time may be learned.
    let isTimed: Bool
    /// The moments of the subjects, where the newest can be held out.
    let times: [LocalDateTime]?

    init(
        subjects: [Subject], features: [Feature<Subject>], outcomes: [Bool], isTimed: Bool, times: [LocalDateTime]?
    ) {
        self.subjects = subjects
        self.features = features.filter { isTimed || !$0.isTimed }
        self.outcomes = outcomes
        self.isTimed = isTimed
        self.times = isTimed ? times : nil
    }

    /// A model and its summary; `nil` where there is too little to learn from, or nothing but leaks.
    func learned(
        now: LocalDateTime, seed: UInt64, _ settings: TrainingSettings
    ) throws(PredictionError) -> (LearnedModel<Subject>, ModelSummary)? {
        let positives = outcomes.count { $0 }
        var allowed = features.filter { !settings.refused.contains($0.name) }
        guard min(positives, outcomes.count - positives) >= settings.fewestOfAnOutcome else { return nil }
        guard var trial = try trial(of: allowed, seed: seed, settings) else { return nil }
        // What was read off a timeline before the outcome cannot know it; a column without a date can.
        let dateless = Set(allowed.lazy.filter { !$0.isTimed }.map(\.name))
        let leaks = trial.suspects.filter { dateless.contains($0.column) }
        if !leaks.isEmpty {
            allowed.removeAll { feature in leaks.contains { $0.column == feature.name } }
            guard let second = try self.trial(of: allowed, seed: seed, settings) else { return nil }
            trial = second
        }
        let summary = ModelSummary(
            trainedAt: now, rows: outcomes.count, positives: positives, quality: Quality(trial.metrics),
            basis: trial.basis, leaks: leaks.map(Leak.init), usesTime: isTimed)
        return (try LearnedModel(features: allowed, model: trial.model), summary)
    }

    /// Trains once; `nil` without features.
    private func trial(
        of features: [Feature<Subject>], seed: UInt64, _ settings: TrainingSettings
    ) throws(PredictionError) -> Trial? {
        guard !features.isEmpty else { return nil }
        let numbers = Set(features.lazy.filter { $0.kind == .number }.map(\.name))
        do {
            let table = try Table(features.map { $0.column(of: subjects) })
            return try Trial(
                Dataset(table, outcomes: outcomes), times: times, seed: seed, settings.boosting(numbers: numbers))
        } catch { throw PredictionError(error) }
    }
}

/// One training and how it was measured.
private struct Trial {
    let model: Model
    let metrics: Metrics
    let basis: ModelSummary.Basis
    /// The columns that tell outcomes too well, where the whole model does.
    let suspects: [LeakSuspect]

    /// Outcomes of either kind that the newest fifth must have to be measured on.
    private static let fewestHeldOut = 20

    init(
        _ dataset: Dataset, times: [LocalDateTime]?, seed: UInt64, _ settings: BoostingSettings
    ) throws(LearningError) {
        var generator = SeededGenerator(seed: seed)
        model = try Model(trainedOn: dataset, settings: settings, using: &generator)
        var evaluation: Evaluation?
        if let split = Trial.newest(times, outcomes: dataset.outcomes) {
            let newest = try Evaluation(of: dataset, split: split, settings: settings, using: &generator)
            metrics = newest.mean
            basis = .newest
            evaluation = newest
        } else {
            metrics = model.metrics
            basis = .outOfFold
            if metrics.auc > Evaluation.alarmAUC {
                evaluation = try Evaluation(
                    of: dataset, split: .stratified(folds: 2), settings: settings, using: &generator)
            }
        }
        if case .leakSuspected(let suspects) = evaluation?.verdict {
            self.suspects = suspects
        } else {
            suspects = []
        }
    }

    /// Holds out the newest fifth; `nil` where it has too few outcomes of either kind.
    private static func newest(_ times: [LocalDateTime]?, outcomes: [Bool]) -> Split? {
        guard let times else { return nil }
        let newest = times.indices.sorted { times[$0] > times[$1] }.prefix(times.count / 5)
        let positives = newest.count { outcomes[$0] }
        guard min(positives, newest.count - positives) >= fewestHeldOut else { return nil }
        return .newest(times: times.map { Double($0.secondsSinceEpoch) })
    }
}
