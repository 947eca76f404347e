/// How well models of a dataset do on rows they did not learn from, and what to mind about it.
public struct Evaluation: Equatable, Sendable {
    /// What the measurement amounts to.
    public enum Verdict: Equatable, Sendable {
        /// Held-out rows are told apart better than by chance.
        case signal
        /// Held-out rows are not told apart: the interval of the AUC includes one half.
        case noSignal
        /// So few different rows that nothing can be said, however often they are repeated.
        case tooFewDifferentRows(Int)
        /// Too good to be true (AUC above ``Evaluation/alarmAUC``): these columns probably know the outcome.
        case leakSuspected([LeakSuspect])
    }

    /// Something about the data that a reader of the figures should know.
    public enum Finding: Equatable, Sendable {
        /// Columns with one value only, in any number of rows.
        case constantColumns([String])
        /// There are only `distinct` different rows among all `rows`.
        case repeatedRows(distinct: Int, rows: Int)
        /// This many tested rows equal a row that was learned from, in every column.
        case testedRowsSeenInTraining(Int)
        /// Test parts with one class only were left out of the measurement.
        case partsWithOneClassOnly(Int)
    }

    /// Held-out AUC above this raises the leak alarm.
    public static let alarmAUC = 0.95
    /// Fewer different rows than this say nothing.
    public static let fewestDifferentRows = 40

    /// One measurement for each part tested on.
    public let folds: [Metrics]
    /// Their mean.
    public let mean: Metrics
    /// Each row's probability by the model that did not learn from it; `nil` where a row was never tested on.
    public let forecasts: [Double?]
    /// The rows of each part tested on.
    public let parts: [[Int]]
    /// What the measurement amounts to.
    public let verdict: Verdict
    /// What else to know.
    public let findings: [Finding]

    /// Trains on all rows but those held out, tests on these, for each part of the split.
    ///
    /// - Throws: What training throws, ``LearningError/invalidSplit(reason:)``, and
    ///   ``LearningError/lengthMismatch(name:expected:found:)`` when folds or times are not one a row.
    /// - Complexity: One training for each part, and up to ``LeakSuspect/most`` small ones when the alarm is raised.
    public init(
        of dataset: Dataset, split: Split = .stratified(folds: 5), settings: BoostingSettings = BoostingSettings(),
        using generator: inout some RandomNumberGenerator
    ) throws(LearningError) {
        guard dataset.positives > 0, dataset.positives < dataset.rowCount else { throw .oneClassOnly }
        let copies = Copies(dataset.table)
        let agreeing = copies.agreeing(dataset.outcomes)
        let parts = try split.testParts(of: dataset, copies: agreeing, using: &generator)
        var forecasts = [Double?](repeating: nil, count: dataset.rowCount)
        var folds: [Metrics] = []
        for part in parts {
            guard part.count < dataset.rowCount else { throw .invalidSplit(reason: "nothing is left to learn from") }
            let (training, test) = try dataset.separating(part)
            let model = try Model(trainedOn: training, settings: settings, using: &generator)
            let probabilities = try model.probabilities(of: test.table)
            for (row, probability) in zip(part, probabilities) { forecasts[row] = probability }
            if (1..<test.rowCount).contains(test.positives) {
                folds.append(try Metrics(probabilities, outcomes: test.outcomes))
            }
        }
        guard let mean = Metrics(meanOf: folds), let firstPart = parts.first else {
            throw .invalidSplit(reason: "every part has one class only")
        }
        self.folds = folds
        self.mean = mean
        self.forecasts = forecasts
        self.parts = parts
        findings = Evaluation.findings(dataset, copies, parts: parts, measured: folds.count)
        if agreeing.distinct < Evaluation.fewestDifferentRows {
            verdict = .tooFewDifferentRows(agreeing.distinct)
        } else if mean.aucLow <= 0.5 {
            verdict = .noSignal
        } else if mean.auc > Evaluation.alarmAUC {
            verdict = .leakSuspected(
                try LeakSuspect.suspects(in: dataset, heldOut: firstPart, settings: settings, using: &generator))
        } else {
            verdict = .signal
        }
    }

    private static func findings(_ dataset: Dataset, _ copies: Copies, parts: [[Int]], measured: Int) -> [Finding] {
        let constant = dataset.table.columns.filter(\.isConstant)
        var findings: [Finding] = []
        if !constant.isEmpty { findings.append(.constantColumns(constant.map(\.name))) }
        findings += self.findings(of: copies, testing: parts)
        if measured < parts.count { findings.append(.partsWithOneClassOnly(parts.count - measured)) }
        return findings
    }

    /// What is to be said of rows that are repeated: that they are, and whether rows tested on were learned from.
    public static func findings(of copies: Copies, testing parts: [[Int]]) -> [Finding] {
        let rows = copies.groups.count
        let seen = parts.reduce(0) { $0 + copies.count(of: $1) }
        return (copies.distinct < rows ? [.repeatedRows(distinct: copies.distinct, rows: rows)] : [])
            + (seen > 0 ? [.testedRowsSeenInTraining(seen)] : [])
    }
}

extension Dataset {
    /// The rows outside of `part`, and those in it.
    func separating(_ part: [Int]) throws(LearningError) -> (training: Dataset, test: Dataset) {
        var held = [Bool](repeating: false, count: rowCount)
        for row in part { held[row] = true }
        return (try selecting(held.indices.filter { !held[$0] }), try selecting(part))
    }
}
