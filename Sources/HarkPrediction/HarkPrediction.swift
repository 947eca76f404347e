/// Records in, scores with reasons out: what is known of a lead or customer becomes features, a model learned from the
/// tenant's own outcomes turns them into a probability, and every part of that probability is said in words.
///
/// The way through: ``LeadHistory`` or ``CustomerHistory`` → ``Predictor`` → `Score`; and ``TableEvaluation`` for how
/// far a model of any table could be trusted. The module reads no file, database or clock, shows nothing, and draws
/// random numbers only from the seed it is given. What can go wrong is listed here.
public enum PredictionError: Error, Equatable, Sendable {
    /// A model file that cannot be read, or that contradicts itself.
    case damagedModel(reason: String)
    /// A model file of a format this version does not know.
    case unsupportedFormat(Int)
    /// A table without rows or columns.
    case emptyTable
    /// A row with more or fewer cells than the table has columns; rows count from 1.
    case raggedRow(Int, expected: Int, found: Int)
    /// Two columns share one name.
    case duplicateColumn(String)
    /// A column that was asked for and is not there.
    case unknownColumn(String)
    /// The target has more than two values, and none was named as the positive one.
    case unclearTarget(column: String, values: [String])
    /// The value named as positive does not occur in the target.
    case unknownPositive(column: String, value: String)
    /// All outcomes are the same, so nothing can be told apart.
    case oneOutcomeOnly
    /// No column can tell rows apart: these are the same in every row, and those only name rows.
    case nothingToLearnFrom(constant: [String], naming: [String])
    /// Too few rows of one outcome to learn from.
    case tooFewRows(positives: Int, negatives: Int, needed: Int)
    /// A split that leaves nothing to learn from or nothing to test on.
    case invalidSplit(reason: String)
    /// A setting out of its range.
    case invalidSetting(name: String, reason: String)

    /// The error in a sentence: what, why, and what to do where there is something to do.
    public var message: String {
        switch self {
        case .damagedModel(let reason): "The model file is damaged: \(reason). Train again to replace it."
        case .unsupportedFormat(let format):
            "The model file has format \(format), which this version cannot read. Train again to replace it."
        case .emptyTable: "The table has no rows to learn from."
        case .raggedRow(let row, let expected, let found):
            "Row \(row) has \(found) cells where the header names \(expected) columns."
        case .duplicateColumn(let name): "Two columns are called \(name); rename or drop one."
        case .unknownColumn(let name): "There is no column called \(name)."
        case .unclearTarget(let column, let values):
            "\(column) has more than two values (\(values.joined(separator: ", "))); name the one to predict with --positive."
        case .unknownPositive(let column, let value): "\(column) never holds \(value), so it cannot be predicted."
        case .oneOutcomeOnly: "All outcomes are the same, so there is nothing to tell apart."
        case .nothingToLearnFrom(let constant, let naming):
            "No column can tell rows apart"
                + ([
                    constant.isEmpty ? nil : "the same or nothing in every row: \(constant.joined(separator: ", "))",
                    naming.isEmpty ? nil : "a name for each row: \(naming.joined(separator: ", "))",
                ].compactMap(\.self).map { " (\($0))" }.joined()) + "."
        case .tooFewRows(let positives, let negatives, let needed):
            "There are \(positives) positive and \(negatives) negative rows; at least \(needed) of each are needed."
        case .invalidSplit(let reason): "The rows cannot be split that way: \(reason)."
        case .invalidSetting(let name, let reason): "The setting \(name) \(reason)."
        }
    }
}
