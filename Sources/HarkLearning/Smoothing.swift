/// Draws neighbouring scores together: minimises Σ rows·(new − old)² + strength·Σ (new − next new)² (Whittaker, 1923).
///
/// Keeps a rising shape rising and a falling one falling.
///
/// - Parameters:
///   - scores: Shape `[bins]`, in order.
///   - rows: Shape `[bins]`; a bin without rows follows its neighbours.
///   - strength: Above 0, in rows.
/// - Returns: Shape `[bins]`.
/// - Complexity: O(bins), by elimination in a tridiagonal system.
func smoothed(_ scores: some Sequence<Double>, rows: some Sequence<Int>, by strength: Double) -> [Double] {
    var values = Array(scores)
    let weights = rows.map { max(Double($0), 1e-6) }
    guard values.count > 1 else { return values }
    let last = values.count - 1
    var carried = [Double](repeating: 0, count: values.count)
    for bin in 0...last {
        let diagonal = weights[bin] + (bin == 0 || bin == last ? strength : 2 * strength)
        let pivot = bin == 0 ? diagonal : diagonal - strength * carried[bin - 1]
        values[bin] = (weights[bin] * values[bin] + (bin == 0 ? 0 : strength * values[bin - 1])) / pivot
        carried[bin] = strength / pivot
    }
    for bin in (0..<last).reversed() { values[bin] += carried[bin] * values[bin + 1] }
    return values
}
