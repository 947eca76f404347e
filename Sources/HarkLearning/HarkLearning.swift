/// Explainable boosting on plain arrays: columns and outcomes in, an additive model out whose every score is a sum of
/// parts that can be read.
///
/// The way through: ``Column`` → ``Table`` → ``Dataset`` → ``Model/init(trainedOn:settings:using:)`` →
/// ``Model/explanation(of:)``; and ``Evaluation`` for how far to trust it. The module knows no word of the trade it is
/// used in, reads no file and no clock, and has no randomness but the generator it is handed. What can go wrong is
/// listed here, each case with what a caller needs to explain it.
public enum LearningError: Error, Equatable, Sendable {
    /// A table or a list of forecasts without rows.
    case noRows
    /// No column is left to learn from.
    case noColumns
    /// Two columns share one name.
    case duplicateColumn(String)
    /// A list has another length than the rows it belongs to; `name` says which list.
    case lengthMismatch(name: String, expected: Int, found: Int)
    /// A category code that names no level; `-1` is the only code for missing.
    case invalidCode(column: String, row: Int, code: Int32)
    /// All outcomes are the same, so nothing can be told apart.
    case oneClassOnly
    /// Fewer rows of a class than training needs.
    case tooFewRows(positives: Int, negatives: Int, needed: Int)
    /// A column the model was trained on is not in the table.
    case missingColumn(String)
    /// A column holds numbers where categories were learned, or the other way round.
    case wrongKind(column: String)
    /// A setting out of its range.
    case invalidSetting(name: String, reason: String)
    /// A split that leaves nothing to learn from or nothing to test on.
    case invalidSplit(reason: String)
    /// A forecast that is no probability.
    case invalidProbability(row: Int)
    /// A model file that cannot be read, or that contradicts itself.
    case damagedModel(reason: String)
    /// A model file of a format this version does not know.
    case unsupportedFormat(Int)
}
