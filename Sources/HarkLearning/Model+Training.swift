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
        let axes = dataset.table.columns.map { column in
            let binning = Binning(of: column, most: settings.bins, rareBelow: settings.rareLevelRows)
            return Term.Axis(column: column.name, binning: binning)
        }
        let tallies = try axes.map { axis throws(LearningError) in try Tally(axis, dataset) }
        let varied = tallies.filter { $0.rows.count { $0 > 0 } > 1 }
        let data = BinnedRows(
            features: varied.map { BinnedRows.Feature($0, settings) }, outcomes: dataset.outcomes,
            intercept: logit(Double(dataset.positives) / Double(dataset.rowCount)))
        let bagCount = min(settings.bags, dataset.positives, dataset.rowCount - dataset.positives)
        let bagOfRow = stratifiedFolds(dataset.outcomes, count: bagCount, using: &generator)
        let bags = concurrentMap(bagCount, parallel: settings.parallel) { bag in
            Bag(data, heldOut: bagOfRow.map { $0 == bag }, settings: settings).boosted()
        }
        var intercept = data.intercept
        terms = varied.indices.map { index in
            let mean = Model.mean(of: bags.map { $0.shapes[index] })
            let (term, shift) = varied[index].term(mean, smoothing: settings.smoothing)
            intercept += shift
            return term
        }
        self.intercept = intercept
        self.settings = settings
        rows = dataset.rowCount
        positives = dataset.positives
        dataFingerprint = fingerprint(of: dataset)
        constantColumns = tallies.filter { $0.rows.count { $0 > 0 } <= 1 }.map(\.axis.column)
        var raw = [Double](repeating: 0, count: rows)
        for bag in bags { for held in bag.heldOut { raw[held.row] = held.score } }
        let chosen = Calibration.chosen(raw: raw, outcomes: dataset.outcomes, folds: bagOfRow, foldCount: bagCount)
        calibration = chosen.calibration
        metrics = try Metrics(chosen.heldOut.map { sigmoid($0) }, outcomes: dataset.outcomes)
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

    private static func mean(of shapes: [[Double]]) -> [Double] {
        let count = Double(shapes.count)
        return (shapes.first ?? []).indices.map { bin in shapes.reduce(0) { $0 + $1[bin] } / count }
    }
}

/// The training rows of one axis, counted by bin.
struct Tally {
    let axis: Term.Axis
    /// Shape `[rows of the dataset]`.
    let bins: [UInt16]
    /// Shape `[bins]`.
    let rows: [Int]
    /// Shape `[bins]`.
    let positives: [Int]

    init(_ axis: Term.Axis, _ dataset: Dataset) throws(LearningError) {
        guard let column = dataset.table[axis.column] else { throw .missingColumn(axis.column) }
        self.axis = axis
        bins = try axis.binning.bins(of: column)
        var rows = [Int](repeating: 0, count: axis.binning.count)
        var positives = rows
        for (bin, outcome) in zip(bins, dataset.outcomes) {
            rows[Int(bin)] += 1
            if outcome { positives[Int(bin)] += 1 }
        }
        self.rows = rows
        self.positives = positives
    }

    /// The term with these scores, smoothed and moved so that its mean over the training rows is 0, and how far it was
    /// moved. Bins without rows are neutral: their score is exactly 0.
    func term(_ learned: [Double], smoothing: Double) -> (term: Term, shift: Double) {
        var scores = learned
        if smoothing > 0, axis.binning.kind == .number {
            scores.replaceSubrange(1..., with: smoothed(scores[1...], rows: rows[1...], by: smoothing))
        }
        let total = Double(rows.reduce(0, +))
        let mean = zip(scores, rows).reduce(0) { $0 + $1.0 * Double($1.1) } / total
        scores = zip(scores, rows).map { $1 > 0 ? $0 - mean : 0 }
        return (Term(axes: [axis], scores: scores, rows: rows, positives: positives), mean)
    }
}

extension BinnedRows.Feature {
    fileprivate init(_ tally: Tally, _ settings: BoostingSettings) {
        self.init(
            shape: tally.axis.binning.kind == .number ? .ordered(settings.monotone[tally.axis.column]) : .unordered,
            binCount: tally.axis.binning.count, bins: tally.bins)
    }
}
