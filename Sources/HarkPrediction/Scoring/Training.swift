internal import HarkCore
internal import HarkLearning

/// One way of learning from a set of rows, tried on rows held out and then done with all of them.
struct Training {
    let dataset: Dataset
    /// Which rows are copies: equal in every column, in what was written and in their outcome.
    let copies: Copies
    /// What was written, by row; empty where nothing was.
    let grams: [TextGrams]
    let settings: BoostingSettings
    let seed: UInt64
    /// Whether the words are learned from.
    var usesWords = false

    /// A model of some of the rows.
    struct Fitted {
        let model: Model
        let words: WordModel?
    }

    /// How a way of learning did on rows it did not learn from.
    struct Trial {
        /// Shape `[rows]`; `nil` for rows that were not tested on.
        let forecasts: [Double?]
        /// The rows of each part that was tested on.
        let parts: [[Int]]
        let metrics: Metrics
        let basis: ModelSummary.Basis

        /// Whether forecasts are nearer to what came true by more than what chance alone would move one time in twenty: a
        /// mean difference of squared errors above 1.645 of its standard errors. One wrong certainty cannot decide it.
        func isBetter(than other: Trial, outcomes: [Bool]) -> Bool {
            let differences = zip(zip(other.forecasts, forecasts), outcomes).compactMap { pair, outcome -> Double? in
                guard let theirs = pair.0, let ours = pair.1 else { return nil }
                let truth = outcome ? 1.0 : 0
                return (theirs - truth) * (theirs - truth) - (ours - truth) * (ours - truth)
            }
            let count = Double(differences.count)
            let mean = differences.reduce(0, +) / count
            let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
            return mean > 1.645 * (variance / count).squareRoot()
        }
    }

    /// Outcomes of either kind that the newest fifth must have to be measured on.
    private static let fewestHeldOut = 20
    /// Rows of either outcome that must have words for them to be learned from.
    private static let fewestWritten = 40
    private static let folds = 4
    private static let wordFolds = 5

    /// Whether the rows are fewer than `needed`, repeated.
    func sameness(_ needed: Int) -> RulesReason? {
        copies.distinct < needed
            ? .tooFewDifferentRows(distinct: copies.distinct, rows: dataset.rowCount, needed: needed) : nil
    }

    /// Learns from `rows`; the log-odds of the words come from models that did not see the row.
    func fitted(_ rows: [Int]) throws(LearningError) -> Fitted {
        var generator = SeededGenerator(seed: seed)
        let part = try dataset.selecting(rows)
        guard usesWords else {
            return Fitted(model: try Model(trainedOn: part, settings: settings, using: &generator), words: nil)
        }
        let written = rows.indices.filter { !grams[rows[$0]].counts.isEmpty }
        let (heldOut, whole) = WordModel.outOfFold(
            grams, outcomes: dataset.outcomes, rows: written.map { rows[$0] }, folds: Training.wordFolds,
            fewest: TextFeature.fewestTexts, using: &generator)
        var logOdds = [Double](repeating: .nan, count: rows.count)
        for (index, value) in zip(written, heldOut) { logOdds[index] = value }
        var settings = settings
        settings.monotone[TextFeature.name] = .increasing
        let table = try Training.appending(logOdds, to: part.table)
        let model = try Model(
            trainedOn: Dataset(table, outcomes: part.outcomes), settings: settings, using: &generator)
        return Fitted(model: model, words: whole)
    }

    /// Learns from the older rows and tests on the newest fifth, or, where there is no time or too little of it, tests on
    /// each of a few parts by a model of the others.
    func trial(times: [LocalDateTime]?) throws(LearningError) -> Trial {
        let newest = Training.newest(times, outcomes: dataset.outcomes)
        if let newest { return try trial(of: [newest], basis: .newest) }
        return try trial(of: parts(), basis: .outOfFold)
    }

    private func trial(of parts: [[Int]], basis: ModelSummary.Basis) throws(LearningError) -> Trial {
        var forecasts = [Double?](repeating: nil, count: dataset.rowCount)
        var measured: [Metrics] = []
        for part in parts {
            let held = Set(part)
            let fitted = try fitted(dataset.outcomes.indices.filter { !held.contains($0) })
            let probabilities = try probabilities(of: part, by: fitted)
            for (row, probability) in zip(part, probabilities) { forecasts[row] = probability }
            let outcomes = part.map { dataset.outcomes[$0] }
            if outcomes.contains(true), outcomes.contains(false) {
                measured.append(try Metrics(probabilities, outcomes: outcomes))
            }
        }
        guard let metrics = Metrics(meanOf: measured) else {
            throw .invalidSplit(reason: "every part has one class only")
        }
        return Trial(forecasts: forecasts, parts: parts, metrics: metrics, basis: basis)
    }

    /// The columns that tell outcomes too well, where the whole model does.
    func suspects(_ trial: Trial, times: [LocalDateTime]?) throws(LearningError) -> [LeakSuspect] {
        guard trial.metrics.auc > Evaluation.alarmAUC else { return [] }
        var generator = SeededGenerator(seed: seed)
        let split: Split =
            trial.basis == .newest
            ? .newest(times: (times ?? []).map { Double($0.secondsSinceEpoch) }) : .stratified(folds: 2)
        let evaluation = try Evaluation(of: dataset, split: split, settings: settings, using: &generator)
        if case .leakSuspected(let suspects) = evaluation.verdict { return suspects }
        return []
    }

    /// Learns from the words too, where rows are foretold better with them.
    ///
    /// The newest rows alone are too few to tell, so both ways are compared on every row, out of fold.
    mutating func withWords(_ without: Trial, times: [LocalDateTime]?) throws(LearningError) -> Trial {
        let written = grams.indices.filter { !grams[$0].counts.isEmpty }
        let positives = written.count { dataset.outcomes[$0] }
        guard min(positives, written.count - positives) >= Training.fewestWritten,
            dataset.table[TextFeature.name] == nil
        else { return without }
        var other = self
        other.usesWords = true
        let parts = try parts()
        let plain = try without.basis == .outOfFold ? without : trial(of: parts, basis: .outOfFold)
        let worded = try other.trial(of: parts, basis: .outOfFold)
        guard worded.isBetter(than: plain, outcomes: dataset.outcomes) else { return without }
        usesWords = true
        return try without.basis == .outOfFold ? worded : trial(times: times)
    }

    private func probabilities(of rows: [Int], by fitted: Fitted) throws(LearningError) -> [Double] {
        var table = try dataset.selecting(rows).table
        if let words = fitted.words {
            let logOdds = rows.map { grams[$0].counts.isEmpty ? .nan : words.logOdds(of: grams[$0]) }
            table = try Training.appending(logOdds, to: table)
        }
        return try fitted.model.probabilities(of: table)
    }

    private static func appending(_ logOdds: [Double], to table: Table) throws(LearningError) -> Table {
        var table = table
        try table.append(Column(TextFeature.name, numbers: logOdds))
        return table
    }

    /// Holds out the newest fifth; `nil` where it has too few outcomes of either kind.
    private static func newest(_ times: [LocalDateTime]?, outcomes: [Bool]) -> [Int]? {
        guard let times else { return nil }
        let newest = times.indices.sorted { (times[$0], $0) > (times[$1], $1) }.prefix(times.count / 5)
        let positives = newest.count { outcomes[$0] }
        guard min(positives, newest.count - positives) >= fewestHeldOut else { return nil }
        return newest.sorted()
    }

    /// Parts with their share of both outcomes each; copies of a row are in one part.
    private func parts() throws(LearningError) -> [[Int]] {
        var generator = SeededGenerator(seed: seed)
        return try Split.stratified(folds: Training.folds).testParts(of: dataset, copies: copies, using: &generator)
    }
}
