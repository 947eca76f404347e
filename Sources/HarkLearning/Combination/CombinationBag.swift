/// One bag's combination trees: boosted on some rows from where the other terms ended, stopped early by the others.
struct CombinationBag {
    private let columns: [CodedColumn]
    private let settings: CombinationSettings
    private let trainingCount: Int
    private let rows: Int
    private let order: [Int]
    private let codes: [[UInt8]]
    private let outcomes: [Float]
    private var scores: [Float]
    private var leafOfRow: [UInt8]
    private var generator: SeededGenerator
    private let start: [Double]

    /// - Parameters:
    ///   - outcomes: Shape `[rows]`.
    ///   - held: Shape `[rows]`: which rows are held out.
    ///   - start: Shape `[rows]`: log-odds so far.
    init(
        _ columns: [CodedColumn], outcomes: [Bool], heldOut held: [Bool], from start: [Double],
        _ settings: CombinationSettings, seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        self.columns = columns
        self.settings = settings
        // Shuffled once, so that any run of neighbours is a random sample.
        let training = held.indices.filter { !held[$0] }.shuffled(using: &generator)
        let order = training + held.indices.filter { held[$0] }
        self.order = order
        trainingCount = training.count
        rows = order.count
        codes = columns.map { column in order.map { column.codes[$0] } }
        self.outcomes = order.map { outcomes[$0] ? 1 : 0 }
        self.start = start
        scores = order.map { Float(start[$0]) }
        leafOfRow = Array(repeating: 0, count: rows)
        self.generator = generator
    }

    /// The trees up to the best held-out loss.
    mutating func boosted() -> BaggedTrees {
        let windowSize = max(1, Int(settings.rowShare * Double(trainingCount)))
        let chosenCount = max(1, Int((settings.columnShare * Double(columns.count)).rounded(.up)))
        var grower = TreeGrower(settings, rows: windowSize)
        var sums = [TreeGrower.Sums](repeating: .zero, count: trainingCount)
        let counts = columns.map(\.ranked.firstRanks.count)
        var trees: [ObliviousTree] = []
        var best = (count: 0, loss: heldOutLoss())
        while trees.count < settings.trees, trees.count - best.count < settings.patience {
            RowLoops.refresh(scores, outcomes: outcomes, rows: trainingCount, sums: &sums)
            // Chosen anew for each question, so that any columns can meet in one tree.
            let chosen = (0..<settings.depth).map { _ in
                columns.indices.shuffled(using: &generator).prefix(chosenCount).sorted()
            }
            let start = Int.random(in: 0...(trainingCount - windowSize), using: &generator)
            let questions = grower.questions(
                from: chosen, codes: codes, counts: counts, sums: sums, window: start..<(start + windowSize))
            trees.append(step(questions, sums))
            let loss = heldOutLoss()
            if loss < best.loss { best = (trees.count, loss) }
        }
        return BaggedTrees(columns: columns, start: start, trees: Array(trees.prefix(best.count)))
    }

    /// Finds the leaves' values by all training rows, and takes the step.
    private mutating func step(_ questions: [TreeGrower.Question], _ sums: [TreeGrower.Sums]) -> ObliviousTree {
        for row in 0..<rows { leafOfRow[row] = 0 }
        for (level, question) in questions.enumerated() {
            RowLoops.answer(codes[question.column], atLeast: question.code, bit: UInt8(1 << level), rows, &leafOfRow)
        }
        var totals = [SIMD2<Double>](repeating: .zero, count: 1 << questions.count)
        for row in 0..<trainingCount { totals[Int(leafOfRow[row])] += SIMD2<Double>(sums[row]) }
        let leaves = totals.map { settings.learningRate * $0.x / ($0.y + settings.shrinkage) }
        let steps = leaves.map { Float($0) }
        for row in 0..<rows { scores[row] += steps[Int(leafOfRow[row])] }
        return ObliviousTree(
            questions: questions.map { question in
                ObliviousTree.Question(
                    axis: question.column, rank: columns[question.column].ranked.firstRanks[Int(question.code)])
            }, leaves: leaves, rows: [])
    }

    private func heldOutLoss() -> Double {
        var sum = 0.0
        for row in trainingCount..<rows { sum += softplus(Double(outcomes[row] > 0 ? -scores[row] : scores[row])) }
        return sum / Double(max(1, rows - trainingCount))
    }
}

/// What one bag learned in combination.
struct BaggedTrees: Sendable {
    /// The columns as the bag saw them.
    let columns: [CodedColumn]
    /// Shape `[rows]`: where boosting started from.
    let start: [Double]
    let trees: [ObliviousTree]

    /// Start and trees for one row.
    func score(of row: Int) -> Double {
        trees.reduce(start[row]) { sum, tree in
            sum + tree.leaves[tree.leaf { columns[$0].rank(ofRow: row) }]
        }
    }
}
