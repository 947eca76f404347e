extension Bagging {
    /// What the bags learned in combination.
    struct Combined {
        let bags: [BaggedTrees]
        /// Shape `[rows]`: each row's score by the bag that held it out.
        let heldOut: [Double]
    }

    /// Boosts combination trees, and gives them back if that foretells held-out rows better.
    ///
    /// The trees start from a share of what the bags know, for what trees learn anew in company they learn better than
    /// on top of shapes that have already made the most of each column. Monotone columns have no part in trees, so
    /// their shapes are kept whole.
    ///
    /// - Parameters:
    ///   - tallies: The columns of `alone`.
    ///   - learned: The bags' shapes of single columns as they were learned, which give categories their order.
    ///   - alone: The same as held-out rows bear them out.
    ///   - last: The same with pairs, if there are any.
    ///   - base: The log-odds that boosting began with.
    func combination(
        of tallies: [Tally], orderedBy learned: Ensemble, alone: Ensemble, after last: Ensemble, from base: Double,
        using generator: inout some RandomNumberGenerator
    ) -> Combined? {
        let isFree = tallies.map { settings.monotone[$0.axis.column] == nil }
        guard settings.combination.trees > 0, isFree.count(where: { $0 }) > 1,
            dataset.rowCount >= CombinationSettings.fewestRows
        else { return nil }
        let seeds = (0..<count).map { _ in generator.next() }
        let columns = CodedColumn.columns(
            tallies.indices.filter { isFree[$0] }, of: tallies, orderedBy: learned, bagOfRow: bagOfRow,
            most: settings.combination.bins)
        let results = concurrentMap(count, parallel: settings.parallel) { [bagOfRow, settings, dataset] bag in
            let shapes = alone.bags[bag].shapes
            var kept = [Double](repeating: base, count: dataset.rowCount)
            for (tally, shape) in zip(tallies, shapes) where settings.monotone[tally.axis.column] != nil {
                for row in kept.indices { kept[row] += shape[Int(tally.bins[row])] }
            }
            let share = settings.combination.startShare
            let start = zip(kept, last.bags[bag].scores).map { $0 + share * ($1 - $0) }
            var learner = CombinationBag(
                columns[bag], outcomes: dataset.outcomes, heldOut: bagOfRow.map { $0 == bag }, from: start,
                settings.combination.ofBag(bag), seed: seeds[bag])
            return learner.boosted()
        }
        let heldOut = bagOfRow.enumerated().map { results[$1].score(of: $0) }
        guard gains(heldOut, over: last.heldOut) else { return nil }
        return Combined(bags: results, heldOut: heldOut)
    }

    /// Whether the mean of scores and others foretells plainly better than the others, once both are calibrated, which
    /// comes last in any case.
    ///
    /// Each row is foretold by one bag here, whose trees are noisier than the mean of all bags will be. In the mean with
    /// the others that noise counts little, and what trees alone know still shows: two standard errors, as for pairs, tell
    /// columns that act together from columns that add up.
    private func gains(_ scores: [Double], over others: [Double]) -> Bool {
        func calibrated(_ scores: [Double]) -> [Double] {
            let calibration = Calibration.fittedLogistic(raw: scores, outcomes: dataset.outcomes)
            return losses(scores.map { calibration($0) }, dataset.outcomes)
        }
        let both = zip(scores, others).map { ($0 + $1) / 2 }
        return isLess(calibrated(both), than: calibrated(others), byErrors: 2)
    }
}
