/// Which rows are held out to test on.
public enum Split: Equatable, Sendable {
    /// Each row's fold by number, any numbers; every fold is tested on once. Shape `[rows]`.
    case given([Int])
    /// Folds at random, each with its share of both classes. Copies stay together, so that no row is tested by a model
    /// that learned from its copy.
    case stratified(folds: Int)
    /// The newest `share` of the rows by `times` (shape `[rows]`, larger is newer) is tested on by a model of the older
    /// ones; rows without a time (NaN) are older, and rows of one time stay together.
    case newest(times: [Double], share: Double = 0.2)

    /// The parts to test on, in order, each as ascending row numbers.
    ///
    /// - Parameter copies: Which rows stay together in folds at random.
    /// - Throws: ``LearningError/invalidSplit(reason:)``, and ``LearningError/lengthMismatch(name:expected:found:)`` when
    ///   folds or times are not one a row.
    public func testParts(
        of dataset: Dataset, copies: Copies, using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> [[Int]] {
        switch self {
        case .given(let folds):
            guard folds.count == dataset.rowCount else {
                throw .lengthMismatch(name: "folds", expected: dataset.rowCount, found: folds.count)
            }
            let names = Set(folds).sorted()
            guard names.count > 1 else { throw .invalidSplit(reason: "there is one fold only") }
            return names.map { name in folds.indices.filter { folds[$0] == name } }
        case .stratified(let count):
            guard count >= 2 else { throw .invalidSplit(reason: "there must be at least 2 folds") }
            let fold = copies.dealt(dataset.outcomes, among: count, using: &generator)
            return (0..<count).map { name in fold.indices.filter { fold[$0] == name } }.filter { !$0.isEmpty }
        case .newest(let times, let share):
            guard times.count == dataset.rowCount else {
                throw .lengthMismatch(name: "times", expected: dataset.rowCount, found: times.count)
            }
            guard share > 0, share < 1 else { throw .invalidSplit(reason: "the share must be between 0 and 1") }
            let sorted = times.filter { !$0.isNaN }.sorted()
            let held = Int((share * Double(times.count)).rounded())
            guard held > 0, held <= sorted.count else { throw .invalidSplit(reason: "too few rows have a time") }
            let first = sorted[sorted.count - held]
            return [times.indices.filter { times[$0] >= first }]
        }
    }
}
