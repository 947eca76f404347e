/// All outer bags of one training: which rows each holds out, and boosting them side by side.
struct Bagging {
    /// What the bags learned together.
    struct Ensemble {
        /// One for each bag.
        let bags: [BaggedShapes]
        /// Shape `[rows]`: each row's score by the bag that held it out.
        let heldOut: [Double]

        /// The bags' shapes, averaged: scores by feature and bin.
        var meanShapes: [[Double]] {
            guard let first = bags.first else { return [] }
            let count = Double(bags.count)
            return first.shapes.indices.map { feature in
                first.shapes[feature].indices.map { bin in bags.reduce(0) { $0 + $1.shapes[feature][bin] } / count }
            }
        }
    }

    /// The number of bags: no more than there are rows of a class.
    let count: Int
    /// Shape `[rows]`: the bag that holds the row out.
    let bagOfRow: [Int]
    let dataset: Dataset
    let settings: BoostingSettings

    init(_ dataset: Dataset, _ settings: BoostingSettings, using generator: inout some RandomNumberGenerator) {
        count = min(settings.bags, dataset.positives, dataset.rowCount - dataset.positives)
        bagOfRow = stratifiedFolds(dataset.outcomes, count: count, using: &generator)
        self.dataset = dataset
        self.settings = settings
    }

    /// Boosts features from the same log-odds for all rows.
    func boosted(_ features: [BinnedRows.Feature], from start: Double) -> Ensemble {
        let start = [Double](repeating: start, count: dataset.rowCount)
        return boosted(features) { _ in start }
    }

    /// The ensemble with as much of each feature's shape as held-out rows bear out.
    func weighed(_ learned: Ensemble, _ features: [BinnedRows.Feature], from start: Double) -> Ensemble {
        let scores = features.indices.map { feature in
            bagOfRow.indices.map { row in learned.bags[bagOfRow[row]].shapes[feature][Int(features[feature].bins[row])]
            }
        }
        let weights = TermWeights(scores, start: start, outcomes: dataset.outcomes).values
        let bags = learned.bags.map { bag in
            let shapes = zip(bag.shapes, weights).map { shape, weight in shape.map { weight * $0 } }
            let scores = bagOfRow.indices.map { row in
                zip(features, shapes).reduce(start) { $0 + $1.1[Int($1.0.bins[row])] }
            }
            return BaggedShapes(shapes: shapes, scores: scores)
        }
        return Ensemble(bags: bags, heldOut: bagOfRow.enumerated().map { bags[$1].scores[$0] })
    }

    /// Boosts the strongest pairs of columns on top of the single ones, and gives them back if that foretells held-out
    /// rows better by two standard errors or more.
    ///
    /// Half of the rows choose the pairs, the other half judge them: among many pairs some always seem to matter in the
    /// rows they were chosen by.
    func pairs(of tallies: [Tally], after alone: Ensemble) throws(LearningError) -> (
        pairs: [PairCandidate], ensemble: Ensemble
    )? {
        guard settings.pairs > 0 else { return nil }
        let columns = tallies.map(\.axis.column).filter { settings.monotone[$0] == nil }
        let coarse = try columns.compactMap { dataset.table[$0] }.map { column throws(LearningError) in
            try Tally(column, dataset, most: settings.pairBins, settings)
        }
        let isChoosing = bagOfRow.map { $0.isMultiple(of: 2) }
        let pairs = PairCandidate.strongest(
            settings.pairs, of: coarse, scores: alone.heldOut, outcomes: dataset.outcomes, isAsked: isChoosing,
            settings: settings)
        let ensemble = boosted(pairs.map(\.feature)) { alone.bags[$0].scores }
        func judged(_ ensemble: Ensemble) -> [Double] {
            let judging = isChoosing.indices.filter { !isChoosing[$0] }
            return losses(judging.map { ensemble.heldOut[$0] }, judging.map { dataset.outcomes[$0] })
        }
        guard isLess(judged(ensemble), than: judged(alone), byErrors: 2) else { return nil }
        return (pairs, ensemble)
    }

    private func boosted(_ features: [BinnedRows.Feature], from start: @Sendable (Int) -> [Double]) -> Ensemble {
        let data = BinnedRows(features: features, outcomes: dataset.outcomes)
        let bags = concurrentMap(count, parallel: settings.parallel) { [bagOfRow, settings] bag in
            Bag(data, heldOut: bagOfRow.map { $0 == bag }, settings: settings).boosted(from: start(bag))
        }
        return Ensemble(bags: bags, heldOut: bagOfRow.enumerated().map { bags[$1].scores[$0] })
    }
}

/// Each row's log-loss by its log-odds.
func losses(_ logOdds: [Double], _ outcomes: [Bool]) -> [Double] {
    zip(logOdds, outcomes).map { softplus($1 ? -$0 : $0) }
}

/// Whether the mean of `losses` lies below that of `others` by more than `errors` standard errors of the difference.
func isLess(_ losses: [Double], than others: [Double], byErrors errors: Double) -> Bool {
    let differences = zip(others, losses).map { $0 - $1 }
    let count = Double(differences.count)
    let mean = differences.reduce(0, +) / count
    let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count
    return mean > errors * (variance / count).squareRoot()
}
