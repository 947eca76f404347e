internal import HarkCore
internal import HarkLearning

/// Records with known outcomes, and what may be learned from them.
struct Lesson<Subject: Sendable>: Sendable {
    /// What is learned from, each at its moment.
    let subjects: [Subject]
    /// The records' numbers: shape `[subjects]`.
    let ids: [Int64]
    /// Features that may be learned from, before settings and leaks take some away.
    let features: [Feature<Subject>]
    /// Shape `[subjects]`.
    let outcomes: [Bool]
    /// Whether what depends on time may be learned.
    let isTimed: Bool
    /// The moments of the subjects, where the newest can be held out.
    let times: [LocalDateTime]?
    /// What was written.
    let passages: @Sendable (Subject) -> [Passage]

    init(
        subjects: [Subject], ids: [Int64], features: [Feature<Subject>], outcomes: [Bool], isTimed: Bool,
        times: [LocalDateTime]?, passages: @escaping @Sendable (Subject) -> [Passage]
    ) {
        self.subjects = subjects
        self.ids = ids
        self.features = features.filter { isTimed || !$0.isTimed }
        self.outcomes = outcomes
        self.isTimed = isTimed
        self.times = isTimed ? times : nil
        self.passages = passages
    }

    /// What came of a lesson.
    struct Result {
        let learned: LearnedModel<Subject>
        let summary: ModelSummary
        let heldOut: HeldOut
        let correlation: Correlation
    }

    /// A model and how it was measured; `nil` where there is too little to learn from, or nothing but leaks.
    func learned(
        now: LocalDateTime, seed: UInt64, _ settings: TrainingSettings
    ) throws(PredictionError) -> Result? {
        let positives = outcomes.count { $0 }
        var allowed = features.filter { !settings.refused.contains($0.name) }
        guard min(positives, outcomes.count - positives) >= settings.fewestOfAnOutcome, !allowed.isEmpty else {
            return nil
        }
        do {
            var training = try self.training(on: allowed, seed: seed, settings)
            var trial = try training.trial(times: times)
            // What was read off a timeline before the outcome cannot know it; a column of the record can, as can a day
            // in it: nobody knows when it was written.
            let dateless = Set(allowed.lazy.filter { !$0.isTimed || $0.attribute != nil }.map(\.name))
            let leaks = try training.suspects(trial, times: times).filter { dateless.contains($0.column) }
            if !leaks.isEmpty {
                allowed.removeAll { feature in leaks.contains { $0.column == feature.name } }
                guard !allowed.isEmpty else { return nil }
                training = try self.training(on: allowed, seed: seed, settings)
                trial = try training.trial(times: times)
            }
            trial = try training.withWords(trial, times: times)
            let whole = try training.fitted(Array(outcomes.indices))
            let summary = ModelSummary(
                trainedAt: now, rows: outcomes.count, positives: positives, quality: Quality(trial.metrics),
                basis: trial.basis, leaks: leaks.map(Leak.init), usesTime: isTimed)
            let text = whole.words.map { words in
                TextTerm(words: words, passages: passages, struck: StruckWords(settings.struckWords))
            }
            return Result(
                learned: try LearnedModel(features: allowed, model: whole.model, text: text), summary: summary,
                heldOut: HeldOut(ids: ids, forecasts: trial.forecasts, outcomes: outcomes),
                correlation: Correlation(of: training.dataset.table, in: whole.model))
        } catch let error as LearningError {
            throw PredictionError(error)
        } catch let error as PredictionError {
            throw error
        } catch { throw .damagedModel(reason: "\(error)") }
    }

    private func training(
        on features: [Feature<Subject>], seed: UInt64, _ settings: TrainingSettings
    ) throws -> Training {
        let numbers = Set(features.lazy.filter { $0.kind == .number }.map(\.name))
        let table = try Table(features.map { $0.column(of: subjects) })
        let struck = StruckWords(settings.struckWords)
        let grams = subjects.map { subject in
            TextGrams(passages(subject).map { struck.tokens(of: $0.text) })
        }
        return Training(
            dataset: try Dataset(table, outcomes: outcomes), grams: grams,
            settings: settings.boosting(numbers: numbers),
            seed: seed)
    }
}
