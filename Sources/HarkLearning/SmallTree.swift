/// Finds the step of one boosting round for one feature: a tree of a few leaves over the bins of that feature.
struct SmallTree {
    /// How a feature's bins may be grouped into leaves.
    enum Shape: Sendable {
        /// Neighbouring bins share a leaf; bin 0 (missing) is always a leaf of its own.
        case ordered(Monotonicity?)
        /// Bins are lined up by what they ask for, then neighbours share a leaf.
        case unordered
        /// The cells of two features.
        case pair(PairTree)
    }

    /// The sums that one histogram holds for each bin, interleaved: gradient, weight, gradient, weight …
    typealias Histogram = UnsafePointer<Double>

    private let settings: BoostingSettings
    private var order: [Int] = []
    private var gradients: [Double] = []
    private var weights: [Double] = []
    private var leaves: [Leaf] = []

    init(_ settings: BoostingSettings) { self.settings = settings }

    /// Writes the step for each of `bins` bins to `steps`.
    mutating func grow(_ shape: Shape, from histogram: Histogram, bins: Int, steps: UnsafeMutablePointer<Float>) {
        switch shape {
        case .ordered(let direction):
            steps[0] = Float(step(gradient: histogram[0], weight: histogram[1], settings.shrinkage))
            order = Array(1..<bins)
            splitRun(of: histogram, shrinkage: settings.shrinkage)
            write(to: steps, direction: direction, shrinkage: settings.shrinkage)
        case .unordered:
            let shrinkage = settings.categoryShrinkage
            let wanted = (0..<bins).map { histogram[2 * $0] / (histogram[2 * $0 + 1] + shrinkage + 1e-9) }
            order = (0..<bins).sorted { (wanted[$0], $0) < (wanted[$1], $1) }
            splitRun(of: histogram, shrinkage: shrinkage)
            write(to: steps, direction: nil, shrinkage: shrinkage)
        case .pair(let tree):
            tree.grow(from: histogram, settings, steps: steps)
        }
    }

    private func step(gradient: Double, weight: Double, _ shrinkage: Double) -> Double {
        weight > 0 ? settings.learningRate * gradient / (weight + shrinkage) : 0
    }

    /// Splits the best leaf until there are enough, or none gains.
    private mutating func splitRun(of histogram: Histogram, shrinkage: Double) {
        gradients = [0]
        weights = [0]
        for bin in order {
            gradients.append(gradients[gradients.count - 1] + histogram[2 * bin])
            weights.append(weights[weights.count - 1] + histogram[2 * bin + 1])
        }
        leaves = [bestSplit(from: 0, to: order.count, shrinkage)]
        while leaves.count < settings.leaves {
            guard let best = leaves.indices.max(by: { leaves[$0].gain < leaves[$1].gain }), leaves[best].gain > 0
            else { break }
            let leaf = leaves[best]
            leaves[best] = bestSplit(from: leaf.start, to: leaf.split, shrinkage)
            leaves.insert(bestSplit(from: leaf.split, to: leaf.end, shrinkage), at: best + 1)
        }
    }

    /// The leaf `start..<end` with the place where splitting it gains most; a gain of 0 says that none does.
    private func bestSplit(from start: Int, to end: Int, _ shrinkage: Double) -> Leaf {
        var leaf = Leaf(start: start, end: end, split: start, gain: 0)
        let gradient = gradients[end] - gradients[start]
        let weight = weights[end] - weights[start]
        guard end - start > 1, weight >= 2 * settings.leafWeight, weight > 0 else { return leaf }
        let whole = gradient * gradient / (weight + shrinkage)
        for split in (start + 1)..<end {
            let leftWeight = weights[split] - weights[start]
            let rightWeight = weight - leftWeight
            if leftWeight < settings.leafWeight || leftWeight <= 0 { continue }
            if rightWeight < settings.leafWeight || rightWeight <= 0 { break }
            let left = gradients[split] - gradients[start]
            let right = gradient - left
            let gain = left * left / (leftWeight + shrinkage) + right * right / (rightWeight + shrinkage) - whole
            if gain > leaf.gain {
                leaf.gain = gain
                leaf.split = split
            }
        }
        return leaf
    }

    /// Writes each leaf's step to its bins, after pooling neighbours that break `direction`.
    private func write(to steps: UnsafeMutablePointer<Float>, direction: Monotonicity?, shrinkage: Double) {
        var values = leaves.map { leaf in
            step(
                gradient: gradients[leaf.end] - gradients[leaf.start],
                weight: weights[leaf.end] - weights[leaf.start], shrinkage)
        }
        if let direction {
            let sign = direction == .increasing ? 1.0 : -1.0
            let masses = leaves.map { weights[$0.end] - weights[$0.start] + shrinkage + 1e-9 }
            values = nonDecreasing(values.map { sign * $0 }, weights: masses).map { sign * $0 }
        }
        for (leaf, value) in zip(leaves, values) {
            for position in leaf.start..<leaf.end { steps[order[position]] = Float(value) }
        }
    }

    private struct Leaf {
        var start: Int
        var end: Int
        var split: Int
        var gain: Double
    }
}
