/// How much of each term held-out rows bear out: 1 keeps what was learned, 0 drops it.
///
/// A column that foretells nothing still gets a shape, for its bins are fitted to the rows they were learned from, most
/// of all a category of many rare levels. The rows that a bag held out show how much of the shape is real: the weights
/// are the coefficients, `0...1`, of a logistic regression of the held-out rows' outcomes on the terms' scores there,
/// drawn towards 1 (stacking, L. Breiman, 1996).
struct TermWeights {
    /// Shape `[terms]`.
    let values: [Double]

    /// How hard a weight is drawn to 1, as what this many rows of even odds with a score of 1 would weigh.
    private static let pull = 4.0
    private static let passes = 30

    /// Fits the weights by coordinate descent.
    ///
    /// - Parameters:
    ///   - scores: Shape `[terms][rows]`: what each term adds to the log-odds, by the bag that held the row out.
    ///   - start: The log-odds that the terms are added to.
    ///   - outcomes: Shape `[rows]`.
    /// - Complexity: O(terms × rows) a pass, at most 30 passes.
    init(_ scores: [[Double]], start: Double, outcomes: [Bool]) {
        var weights = [Double](repeating: 1, count: scores.count)
        var intercept = start
        var sums = outcomes.indices.map { row in scores.reduce(start) { $0 + $1[row] } }
        for _ in 0..<TermWeights.passes {
            var largest = 0.0
            for term in scores.indices {
                let column = scores[term]
                let (gradient, curvature) = TermWeights.slope(sums, outcomes) { column[$0] }
                let pull = TermWeights.pull / 4
                let step = (gradient - pull * (weights[term] - 1)) / (curvature + pull)
                let next = min(max(weights[term] + step, 0), 1)
                let change = next - weights[term]
                guard change != 0 else { continue }
                for row in sums.indices { sums[row] += change * column[row] }
                weights[term] = next
                largest = max(largest, change.magnitude)
            }
            let (gradient, curvature) = TermWeights.slope(sums, outcomes) { _ in 1 }
            let change = gradient / max(curvature, 1e-9)
            intercept += change
            for row in sums.indices { sums[row] += change }
            if largest < 0.01 { break }
        }
        values = weights
    }

    /// The slope of the log-likelihood along one direction, and how fast it falls.
    private static func slope(
        _ sums: [Double], _ outcomes: [Bool], along direction: (Int) -> Double
    ) -> (gradient: Double, curvature: Double) {
        var gradient = 0.0
        var curvature = 0.0
        for row in sums.indices {
            let probability = sigmoid(sums[row])
            let value = direction(row)
            gradient += value * ((outcomes[row] ? 1 : 0) - probability)
            curvature += value * value * probability * (1 - probability)
        }
        return (gradient, curvature)
    }
}
