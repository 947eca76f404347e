/// Logistic regression on one or two features by Newton's method, a touch of ridge keeping it finite.
struct LogisticFit {
    /// One weight for each feature, then the offset.
    let weights: [Double]

    /// - Parameters:
    ///   - features: Shape `[features][n]`.
    ///   - outcomes: Shape `[n]`.
    init(features: [[Double]], outcomes: [Bool]) {
        let size = features.count + 1
        let ridge = 1e-3
        // The identity map is the place to start from, and to be pulled to.
        let start = Array(repeating: 1.0, count: features.count) + [0]
        var weights = start
        for _ in 0..<30 {
            var gradient = zip(weights, start).map { ridge * ($1 - $0) }
            var curvature = (0..<size).map { row in (0..<size).map { $0 == row ? ridge : 0 } }
            for row in outcomes.indices {
                let inputs = features.map { $0[row] } + [1]
                let chance = sigmoid(zip(weights, inputs).reduce(0) { $0 + $1.0 * $1.1 })
                for first in 0..<size {
                    gradient[first] += inputs[first] * ((outcomes[row] ? 1 : 0) - chance)
                    for second in 0..<size {
                        curvature[first][second] += chance * (1 - chance) * inputs[first] * inputs[second]
                    }
                }
            }
            let step = LogisticFit.solved(curvature, gradient)
            let length = step.map(abs).max() ?? 0
            let damping = length > 1 ? 1 / length : 1
            weights = zip(weights, step).map { $0 + damping * $1 }
            if length < 1e-9 { break }
        }
        self.weights = weights
    }

    /// Solves a symmetric positive definite system by Gaussian elimination.
    private static func solved(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var rows = zip(matrix, right).map { $0 + [$1] }
        let size = rows.count
        for pivot in 0..<size {
            for row in 0..<size where row != pivot {
                let factor = rows[row][pivot] / rows[pivot][pivot]
                for column in pivot...size { rows[row][column] -= factor * rows[pivot][column] }
            }
        }
        return (0..<size).map { rows[$0][size] / rows[$0][$0] }
    }
}
