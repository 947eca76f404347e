extension Combination {
    /// Averages the bags' trees: centres each tree over the training rows, and drops columns never asked about.
    ///
    /// - Returns: The term, and what centring took from it.
    static func averaged(_ bags: [BaggedTrees], rows: Int) -> (combination: Combination, shift: Double) {
        var axes: [Axis] = []
        var ranks: [[UInt8]] = []
        var shift = 0.0
        var trees: [ObliviousTree] = []
        for bag in bags {
            var places: [Int: Int] = [:]
            for grown in bag.trees {
                var tree = grown
                for index in tree.questions.indices {
                    let column = tree.questions[index].axis
                    if places[column] == nil {
                        let ranked = bag.columns[column]
                        let axis = Axis(axis: ranked.tally.axis, ranks: ranked.ranks)
                        if let known = axes.firstIndex(of: axis) {
                            places[column] = known
                        } else {
                            places[column] = axes.count
                            axes.append(axis)
                            ranks.append(ranked.tally.bins.map { ranked.ranks[Int($0)] })
                        }
                    }
                    tree.questions[index].axis = places[column] ?? 0
                }
                tree.rows = Array(repeating: 0, count: tree.leaves.count)
                for row in 0..<rows { tree.rows[tree.leaf { ranks[$0][row] }] += 1 }
                for leaf in tree.leaves.indices { tree.leaves[leaf] /= Double(bags.count) }
                let mean = tree.mean
                shift += mean
                for leaf in tree.leaves.indices { tree.leaves[leaf] = Grain.nearest(tree.leaves[leaf] - mean) }
                trees.append(tree)
            }
        }
        let combination = Combination(axes: axes, trees: trees, importances: axes.map { _ in 0 })
        var sums = [Double](repeating: 0, count: combination.columns.count)
        for row in 0..<rows {
            for (column, share) in combination.shares(ranks: ranks.map { $0[row] }).enumerated() {
                sums[column] += abs(share)
            }
        }
        let importances = sums.map { $0 / Double(rows) }
        return (Combination(axes: axes, trees: trees, importances: importances), shift)
    }
}

extension Bagging {
    /// Boosts combination trees on top of what the bags know, and gives them back if that foretells held-out rows
    /// plainly better.
    func combination(
        of tallies: [Tally], alone: Ensemble, after ensemble: Ensemble, from base: Double,
        using generator: inout some RandomNumberGenerator
    ) -> (trees: [BaggedTrees], heldOut: [Double])? {
        let free = tallies.indices.filter { settings.monotone[tallies[$0].axis.column] == nil }
        guard settings.combination.trees > 0, free.count > 1, dataset.rowCount >= CombinationSettings.fewestRows else {
            return nil
        }
        let seeds = (0..<count).map { _ in generator.next() }
        let results = concurrentMap(count, parallel: settings.parallel) { [bagOfRow, settings, dataset] bag in
            var generator = SeededGenerator(seed: seeds[bag])
            let held = bagOfRow.map { $0 == bag }
            let columns = free.map {
                RankedColumn(tallies[$0], scores: alone.bags[bag].shapes[$0], most: settings.combination.bins)
            }
            let share = settings.combination.startShare
            var scores = ensemble.bags[bag].scores.map { base + share * ($0 - base) }
            var learner = CombinationBag(
                columns, outcomes: dataset.outcomes, heldOut: held, from: scores,
                settings.combination, using: &generator)
            let learned = learner.boosted(using: &generator)
            for row in scores.indices where held[row] {
                for tree in learned.trees {
                    scores[row] += tree.leaves[tree.leaf { columns[$0].ranks[Int(columns[$0].tally.bins[row])] }]
                }
            }
            return (trees: learned, scores: scores)
        }
        let heldOut = bagOfRow.enumerated().map { results[$1].scores[$0] }
        // Calibration comes last in any case, so only what it cannot mend counts.
        func calibrated(_ scores: [Double]) -> [Double] {
            let calibration = Calibration.fittedLogistic(raw: scores, outcomes: dataset.outcomes)
            return losses(scores.map { calibration($0) }, dataset.outcomes)
        }
        // Each row is foretold by one bag here; the mean of the bags gains more by trees than by shapes.
        guard isLess(calibrated(heldOut), than: calibrated(ensemble.heldOut), byErrors: 0.5) else { return nil }
        return (results.map(\.trees), heldOut)
    }
}
