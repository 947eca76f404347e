/// Checks that forecasts and outcomes belong together: at least one row, one outcome a forecast, probabilities only.
///
/// - Throws: ``LearningError/noRows``, ``LearningError/lengthMismatch(name:expected:found:)``,
///   ``LearningError/invalidProbability(row:)``.
func checkForecasts(_ probabilities: [Double], _ outcomes: [Bool]) throws(LearningError) {
    guard !outcomes.isEmpty else { throw .noRows }
    guard probabilities.count == outcomes.count else {
        throw .lengthMismatch(name: "probabilities", expected: outcomes.count, found: probabilities.count)
    }
    if let row = probabilities.firstIndex(where: { !(0...1).contains($0) }) { throw .invalidProbability(row: row) }
}
