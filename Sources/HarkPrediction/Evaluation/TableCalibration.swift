internal import HarkCore
internal import HarkLearning

/// What was foretold of the rows of one part, and what came true.
struct TestedPart {
    /// Shape `[rows of the part]`.
    let probabilities: [Double]
    /// Shape `[rows of the part]`.
    let outcomes: [Bool]
}

/// The calibration error of held-out rows, and how much of it rows of that number have by chance.
///
/// The mean of the folds' errors is mostly chance where folds are small: in a tenth of 1,400 rows the share that comes
/// true is off by some three points however honest the forecast. All held-out rows together show more; in both an error
/// speaks against a model only as far as it is above that by chance.
public struct TableCalibration: Hashable, Sendable {
    /// The mean of the folds' errors if every forecast were exactly the chance of its row.
    public let errorByChance: Double
    /// The error over 10 bins of all held-out rows together.
    public let pooledError: Double
    /// ``pooledError`` if every forecast were exactly the chance of its row.
    public let pooledErrorByChance: Double

    /// Chance is simulated with a seed of its own, so that the same forecasts give the same figures.
    init(of parts: [TestedPart]) throws(LearningError) {
        var generator = SeededGenerator(seed: 1)
        var sum = 0.0
        for part in parts { sum += CalibrationCurve.errorByChance(part.probabilities, using: &generator) }
        let probabilities = parts.flatMap(\.probabilities)
        errorByChance = sum / Double(max(1, parts.count))
        pooledError = try CalibrationCurve(probabilities, outcomes: parts.flatMap(\.outcomes)).error
        pooledErrorByChance = CalibrationCurve.errorByChance(probabilities, using: &generator)
    }

    var json: JSONValue {
        [
            "eceByChance": .number(errorByChance), "pooledEce": .number(pooledError),
            "pooledEceByChance": .number(pooledErrorByChance),
        ]
    }

    /// The figures in a sentence, beside the mean error of the folds.
    func sentence(beside foldError: Double) -> String {
        func figure(_ value: Double) -> String { value.text(places: 4) }
        return "Calibration error (ECE): mean of the parts \(figure(foldError)), where chance alone gives "
            + "\(figure(errorByChance)); all held-out rows together \(figure(pooledError)), by chance "
            + "\(figure(pooledErrorByChance))."
    }
}
