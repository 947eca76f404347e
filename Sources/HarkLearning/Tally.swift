/// The training rows of one axis, counted by bin.
struct Tally: Sendable {
    let axis: Term.Axis
    /// Shape `[rows of the dataset]`.
    let bins: [UInt16]
    /// Shape `[bins]`.
    let rows: [Int]
    /// Shape `[bins]`.
    let positives: [Int]

    /// Learns the bins of a column, at most `most`, and counts its rows.
    init(_ column: Column, _ dataset: Dataset, most: Int, _ settings: BoostingSettings) throws(LearningError) {
        let binning = Binning(of: column, most: most, rareBelow: settings.rareLevelRows)
        axis = Term.Axis(column: column.name, binning: binning)
        bins = try binning.bins(of: column)
        (rows, positives) = counts(bins, dataset.outcomes, cells: binning.count)
    }

    /// Whether the rows fall into more than one bin.
    var isVaried: Bool { rows.count { $0 > 0 } > 1 }

    /// The term with these scores, smoothed and centred, and how far it was moved for that.
    func term(_ learned: [Double], smoothing: Double) -> (term: Term, shift: Double) {
        var scores = learned
        if smoothing > 0, axis.binning.kind == .number {
            scores.replaceSubrange(1..., with: smoothed(scores[1...], rows: rows[1...], by: smoothing))
        }
        return Term.centred([axis], scores, rows: rows, positives: positives)
    }
}

extension PairCandidate {
    /// The pair's term with these scores by cell, centred, and how far it was moved for that.
    func term(_ learned: [Double], _ outcomes: [Bool]) -> (term: Term, shift: Double) {
        let (rows, positives) = counts(feature.bins, outcomes, cells: learned.count)
        return Term.centred([first.axis, second.axis], learned, rows: rows, positives: positives)
    }
}

extension Term {
    /// A term moved so that its mean over the training rows is 0. Cells without rows are neutral: their score is
    /// exactly 0.
    static func centred(
        _ axes: [Axis], _ scores: [Double], rows: [Int], positives: [Int]
    ) -> (term: Term, shift: Double) {
        let total = Double(rows.reduce(0, +))
        let mean = zip(scores, rows).reduce(0) { $0 + $1.0 * Double($1.1) } / total
        let centred = zip(scores, rows).map { $1 > 0 ? Grain.nearest($0 - mean) : 0 }
        return (Term(axes: axes, scores: centred, rows: rows, positives: positives), mean)
    }
}

/// How many rows, and how many positive ones, fall into each cell.
private func counts(_ cellOfRow: [UInt16], _ outcomes: [Bool], cells: Int) -> (rows: [Int], positives: [Int]) {
    var rows = [Int](repeating: 0, count: cells)
    var positives = rows
    for (cell, outcome) in zip(cellOfRow, outcomes) {
        rows[Int(cell)] += 1
        if outcome { positives[Int(cell)] += 1 }
    }
    return (rows, positives)
}
