extension Model {
    /// Trains a model.
    ///
    /// Columns with one value only get no term and are listed in ``constantColumns``; when nothing is left, the model
    /// is its intercept.
    ///
    /// - Parameters:
    ///   - dataset: The training rows.
    ///   - settings: Checked before anything else.
    ///   - generator: Decides which rows each bag holds out, nothing else; the same state gives the same model.
    /// - Throws: ``LearningError/invalidSetting(name:reason:)``, ``LearningError/oneClassOnly``,
    ///   ``LearningError/tooFewRows(positives:negatives:needed:)``,
    ///   ``LearningError/missingColumn(_:)`` and ``LearningError/wrongKind(column:)`` for a monotone column that is
    ///   absent or holds categories.
    /// - Complexity: O(rows × columns × rounds × bags).
    public init(
        trainedOn dataset: Dataset, settings: BoostingSettings = BoostingSettings(),
        using generator: inout some RandomNumberGenerator
    ) throws(LearningError) {
        try settings.validate()
        try Model.check(dataset, settings)
        let tallies = try dataset.table.columns.map { column throws(LearningError) in
            try Tally(column, dataset, most: settings.bins, settings)
        }
        let varied = tallies.filter(\.isVaried)
        let bags = Bagging(dataset, settings, using: &generator)
        let start = logit(Double(dataset.positives) / Double(dataset.rowCount))
        let features = varied.map { BinnedRows.Feature($0, settings) }
        let learned = bags.boosted(features, from: start)
        let alone = bags.weighed(learned, features, from: start)
        var shapes = zip(varied, alone.meanShapes).map { $0.term($1, smoothing: settings.smoothing) }
        var last = alone
        if let together = try bags.pairs(of: varied, after: alone) {
            shapes += zip(together.pairs, together.ensemble.meanShapes).map { $0.term($1, dataset.outcomes) }
            last = together.ensemble
        }
        let found = bags.combination(
            of: varied, orderedBy: learned, alone: alone, after: last, from: start, using: &generator)
        let heldOut = found?.heldOut ?? last.heldOut
        let average = found.map { Combination.Average(of: $0.bags, rows: dataset.rowCount) }
        if let average { shapes = shapes.map { Model.shape($0, beside: average, settings) } }
        combination = average?.combination
        terms = shapes.map(\.term)
        intercept = Grain.nearest(shapes.reduce(start + (average?.shift ?? 0)) { $0 + $1.shift })
        self.settings = settings
        rows = dataset.rowCount
        positives = dataset.positives
        dataFingerprint = dataset.fingerprint
        constantColumns = tallies.filter { !$0.isVaried }.map(\.axis.column)
        let chosen = Calibration.chosen(
            raw: heldOut, outcomes: dataset.outcomes, folds: bags.bagOfRow, foldCount: bags.count)
        calibration = chosen.calibration
        metrics = try Metrics(chosen.heldOut.map { sigmoid($0) }, outcomes: dataset.outcomes)
    }

    /// What stays of a shape beside a combination, together with what the trees say of its column alone.
    private static func shape(
        _ learned: (term: Term, shift: Double), beside average: Combination.Average, _ settings: BoostingSettings
    ) -> (term: Term, shift: Double) {
        let (term, shift) = learned
        if term.axes.count == 1, settings.monotone[term.name] != nil { return learned }
        let share = settings.combination.startShare
        let own = term.axes.count == 1 ? average.singles[term.name] : nil
        let scores = term.scores.indices.map { share * term.scores[$0] + (own?[$0] ?? 0) }
        let (centred, rest) = Term.centred(term.axes, scores, rows: term.rows, positives: term.positives)
        return (centred, share * shift + rest)
    }

    private static func check(_ dataset: Dataset, _ settings: BoostingSettings) throws(LearningError) {
        let positives = dataset.positives
        let negatives = dataset.rowCount - positives
        guard positives > 0, negatives > 0 else { throw .oneClassOnly }
        let needed = BoostingSettings.fewestRowsOfAClass
        guard min(positives, negatives) >= needed else {
            throw .tooFewRows(positives: positives, negatives: negatives, needed: needed)
        }
        for name in settings.monotone.keys.sorted() {
            guard let column = dataset.table[name] else { throw .missingColumn(name) }
            guard column.kind == .number else { throw .wrongKind(column: name) }
        }
    }
}

extension BinnedRows.Feature {
    fileprivate init(_ tally: Tally, _ settings: BoostingSettings) {
        self.init(
            shape: tally.axis.binning.kind == .number ? .ordered(settings.monotone[tally.axis.column]) : .unordered,
            binCount: tally.axis.binning.count, bins: tally.bins)
    }
}
