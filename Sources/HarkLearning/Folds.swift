/// Deals rows into `count` folds at random, each with its share of both classes.
///
/// - Returns: Shape `[rows]`, each in `0..<count`.
func stratifiedFolds(_ outcomes: [Bool], count: Int, using generator: inout some RandomNumberGenerator) -> [Int] {
    var folds = [Int](repeating: 0, count: outcomes.count)
    var dealt = 0
    for outcome in [true, false] {
        for row in outcomes.indices.filter({ outcomes[$0] == outcome }).shuffled(using: &generator) {
            folds[row] = dealt % count
            dealt += 1
        }
    }
    return folds
}
