/// The non-decreasing values nearest to `values` in weighted squares (pool adjacent violators).
///
/// - Parameters:
///   - values: Shape `[n]`.
///   - weights: Shape `[n]`, above 0.
/// - Returns: Shape `[n]`.
/// - Complexity: O(n).
func nonDecreasing(_ values: [Double], weights: [Double]) -> [Double] {
    var blocks: [(mean: Double, weight: Double, count: Int)] = []
    for (value, weight) in zip(values, weights) {
        var block = (mean: value, weight: weight, count: 1)
        while let last = blocks.last, last.mean > block.mean {
            let weight = last.weight + block.weight
            block = (
                (last.mean * last.weight + block.mean * block.weight) / weight, weight, last.count + block.count
            )
            blocks.removeLast()
        }
        blocks.append(block)
    }
    return blocks.flatMap { Array(repeating: $0.mean, count: $0.count) }
}
