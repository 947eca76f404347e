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
    /// What is not learned from, and why, in sentences.
    let omissions: [String]
    /// Shape `[subjects]`.
    let outcomes: [Bool]
    /// Whether what depends on time may be learned.
    let isTimed: Bool
    /// The moments of the subjects, where the newest can be held out.
    let times: [LocalDateTime]?
    /// What was written.
    let passages: @Sendable (Subject) -> [Passage]

    /// - Parameter imported: The features of imported columns, and the columns that only name records.
    init(
        subjects: [Subject], ids: [Int64], builtIn: [Feature<Subject>],
        imported: (features: [Feature<Subject>], naming: [String]), outcomes: [Bool], isTimed: Bool,
        times: [LocalDateTime]?, passages: @escaping @Sendable (Subject) -> [Passage]
    ) {
        self.subjects = subjects
        self.ids = ids
        let settled = TwinFeatures.settled(
            (builtIn + imported.features).filter { isTimed || !$0.isTimed }, by: subjects)
        features = settled.features
        let days = isTimed ? [] : imported.features.filter(\.isTimed).map(\.name)
        omissions = [
            DataNotes.sentence(DataNotes.namesRows, imported.naming),
            DataNotes.sentence("Left out, as the record itself or its timeline tells the same", settled.columns),
            DataNotes.sentence("Left out, as a day says nothing where outcomes have none", days),
        ].compactMap { $0 }
        self.outcomes = outcomes
        self.isTimed = isTimed
        self.times = isTimed ? times : nil
        self.passages = passages
    }

    /// A model and how it was measured.
    struct Result {
        let learned: LearnedModel<Subject>
        let summary: ModelSummary
        let heldOut: HeldOut
        let correlation: Correlation
    }

    /// What came of a lesson.
    enum Ending {
        case model(Result)
        case rules(RulesReason)
    }

    /// Learns, unless there is too little to learn from, or nothing but leaks.
    ///
    /// - Parameter different: How many of the records are different at all.
    func learned(
        different: Int, now: LocalDateTime, seed: UInt64, _ settings: TrainingSettings
    ) throws(PredictionError) -> Ending {
        let positives = outcomes.count { $0 }
        let (negatives, needed) = (outcomes.count - positives, settings.fewestOfAnOutcome)
        let allowed = features.filter { !settings.refused.contains($0.name) }
        guard min(positives, negatives) >= needed else {
            return .rules(.tooFewOutcomes(positives: positives, negatives: negatives, needed: needed))
        }
        guard different >= needed else {
            return .rules(.tooFewDifferentRows(distinct: different, rows: outcomes.count, needed: needed))
        }
        guard !allowed.isEmpty else { return .rules(.nothingToLearnFrom) }
        do {
            let training = try training(on: allowed, seed: seed, settings)
            if let reason = training.sameness(needed) { return .rules(reason) }
            return try learned(training, allowed, now: now, seed: seed, settings)
        } catch let error as LearningError {
            throw PredictionError(error)
        } catch let error as PredictionError {
            throw error
        } catch { throw .damagedModel(reason: "\(error)") }
    }

    private func learned(
        _ first: Training, _ features: [Feature<Subject>], now: LocalDateTime, seed: UInt64,
        _ settings: TrainingSettings
    ) throws -> Ending {
        var (allowed, training) = (features, first)
        var trial = try training.trial(times: times)
        // What was read off a timeline before the outcome cannot know it; a column of the record can, as can a day in it:
        // nobody knows when it was written.
        let dateless = Set(allowed.lazy.filter { !$0.isTimed || $0.attribute != nil }.map(\.name))
        let leaks = try training.suspects(trial, times: times).filter { dateless.contains($0.column) }
        if !leaks.isEmpty {
            allowed.removeAll { feature in leaks.contains { $0.column == feature.name } }
            guard !allowed.isEmpty else { return .rules(.nothingToLearnFrom) }
            training = try self.training(on: allowed, seed: seed, settings)
            if let reason = training.sameness(settings.fewestOfAnOutcome) { return .rules(reason) }
            trial = try training.trial(times: times)
        }
        trial = try training.withWords(trial, times: times)
        let whole = try training.fitted(Array(outcomes.indices))
        let summary = ModelSummary(
            trainedAt: now, rows: outcomes.count, positives: outcomes.count { $0 }, quality: Quality(trial.metrics),
            basis: trial.basis, leaks: leaks.map(Leak.init), usesTime: isTimed,
            notes: omissions + notes(training, trial, features: allowed))
        let text = whole.words.map { words in
            TextTerm(words: words, passages: passages, struck: StruckWords(settings.struckWords))
        }
        return .model(
            Result(
                learned: try LearnedModel(features: allowed, model: whole.model, text: text), summary: summary,
                heldOut: HeldOut(ids: ids, forecasts: trial.forecasts, outcomes: outcomes),
                correlation: Correlation(of: training.dataset.table, in: whole.model)))
    }

    /// What else to know of the rows. Built-in features are often the same everywhere, which is nobody's concern; an
    /// imported column that is may be a mistake.
    private func notes(_ training: Training, _ trial: Training.Trial, features: [Feature<Subject>]) -> [String] {
        let imported = Set(features.lazy.filter { $0.attribute != nil }.map(\.name))
        let constant = training.dataset.table.columns.filter(\.isConstant).map(\.name)
        // A few records that look alike are to be expected.
        let isRepeated = training.copies.distinct * 20 < outcomes.count * 19
        let copies = isRepeated ? Evaluation.findings(of: training.copies, testing: trial.parts) : []
        return DataNotes.sentences([.constantColumns(constant)] + copies, naming: imported.contains)
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
        let written = Column("written", categories: grams.map { $0.counts.isEmpty ? nil : $0.digest })
        return Training(
            dataset: try Dataset(table, outcomes: outcomes),
            copies: Copies(table.columns + [written]).agreeing(outcomes), grams: grams,
            settings: settings.boosting(numbers: numbers), seed: seed)
    }
}
