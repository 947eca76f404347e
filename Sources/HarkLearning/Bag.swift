/// The binned rows that all bags share.
struct BinnedRows: Sendable {
    /// One boosted feature: how its bins may be grouped, and each row's bin.
    struct Feature: Sendable {
        let shape: SmallTree.Shape
        let binCount: Int
        /// Shape `[rows]`.
        let bins: [UInt16]
    }

    let features: [Feature]
    /// Shape `[rows]`.
    let outcomes: [Bool]
}

/// What one bag learned.
struct BaggedShapes: Sendable {
    /// Scores by feature and bin.
    let shapes: [[Double]]
    /// Shape `[rows]`: where boosting started from, plus all shapes; the bag's held-out rows had no part in them.
    let scores: [Double]
}

/// One outer bag: cyclic gradient boosting on some rows, stopped early by the others.
struct Bag {
    private let data: BinnedRows
    private let settings: BoostingSettings
    private let order: [Int]
    private let trainingCount: Int

    /// - Parameters:
    ///   - held: Shape `[rows]`: which rows are held out; the others must contain both classes.
    init(_ data: BinnedRows, heldOut held: [Bool], settings: BoostingSettings) {
        self.data = data
        self.settings = settings
        let training = held.indices.filter { !held[$0] }
        order = training + held.indices.filter { held[$0] }
        trainingCount = training.count
    }

    /// Boosts from `start` (shape `[rows]`) until the held-out log-loss has not fallen for `settings.patience` rounds,
    /// and takes what was best.
    func boosted(from start: [Double]) -> BaggedShapes {
        var work = Workspace(data, order: order, trainingCount: trainingCount, start: start)
        var tree = SmallTree(settings)
        var shapes = data.features.map { [Double](repeating: 0, count: $0.binCount) }
        var best = (shapes: shapes, loss: work.heldOutLoss(), round: 0)
        for round in 1...settings.rounds where !data.features.isEmpty {
            work.refresh()
            for (index, feature) in data.features.enumerated() {
                work.boost(index, feature, &tree)
                for bin in 0..<feature.binCount { shapes[index][bin] += Double(work.steps[bin]) }
            }
            let loss = work.heldOutLoss()
            if loss < best.loss { best = (shapes, loss, round) }
            if round - best.round >= settings.patience { break }
        }
        let scores = start.indices.map { row in
            zip(data.features, best.shapes).reduce(start[row]) { $0 + $1.1[Int($1.0.bins[row])] }
        }
        return BaggedShapes(shapes: best.shapes, scores: scores)
    }
}

/// The arrays of one bag: training rows first, held-out rows after them.
private struct Workspace {
    private let rows: Int
    private let trainingCount: Int
    private let bins: [[UInt16]]
    private let outcomes: [Float]
    private var scores: [Float]
    private var gradients: [Float]
    private var weights: [Float]
    private var histogram: [Double]
    private(set) var steps: [Float]

    init(_ data: BinnedRows, order: [Int], trainingCount: Int, start: [Double]) {
        rows = order.count
        self.trainingCount = trainingCount
        bins = data.features.map { feature in order.map { feature.bins[$0] } }
        outcomes = order.map { data.outcomes[$0] ? 1 : 0 }
        scores = order.map { Float(start[$0]) }
        gradients = Array(repeating: 0, count: trainingCount)
        weights = gradients
        let most = data.features.map(\.binCount).max() ?? 0
        histogram = Array(repeating: 0, count: 2 * most)
        steps = Array(repeating: 0, count: most)
    }

    mutating func refresh() {
        RowLoops.refresh(scores, outcomes: outcomes, rows: trainingCount, gradients: &gradients, weights: &weights)
    }

    /// Grows one tree for one feature and takes its steps.
    mutating func boost(_ index: Int, _ feature: BinnedRows.Feature, _ tree: inout SmallTree) {
        for slot in 0..<(2 * feature.binCount) { histogram[slot] = 0 }
        RowLoops.sum(bins[index], gradients, weights, rows: trainingCount, into: &histogram)
        tree.grow(feature.shape, from: histogram, bins: feature.binCount, steps: &steps)
        RowLoops.take(
            steps, bins[index], rows: trainingCount, scores: &scores, gradients: &gradients, weights: weights)
        RowLoops.take(steps, bins[index], rows: trainingCount..<rows, scores: &scores)
    }

    /// The mean log-loss of the held-out rows.
    func heldOutLoss() -> Double {
        var sum = 0.0
        for row in trainingCount..<rows { sum += softplus(Double(outcomes[row] > 0 ? -scores[row] : scores[row])) }
        return sum / Double(max(1, rows - trainingCount))
    }
}
