internal import HarkLearning

/// How a predictor is trained; the defaults suit a tenant that has asked for nothing.
public struct TrainingSettings: Hashable, Sendable {
    /// Won and lost (or left and stayed) records needed before a model is learned; below, rules score.
    public var fewestOfAnOutcome = 40
    /// Features and imported columns that must not be learned from, such as those written after the outcome.
    public var refused: Set<String> = []
    /// Features of numbers of which more never lowers the score.
    public var rising: Set<String> = []
    /// Features of numbers of which more never raises the score.
    public var falling: Set<String> = []
    /// Words and phrases that must not be learned from.
    public var struckWords: [String] = []
    /// The days before leaving, or before now, from which a customer's one training moment is drawn; 1 or more.
    public var churnWindowDays = 60
    /// The most rounds of boosting; fewer are faster, and coarser.
    public var rounds = 1000
    /// How many models are averaged, 2 to 100.
    public var bags = 8
    /// Train on all cores; the result is the same bit for bit.
    public var isParallel = true

    /// The defaults.
    public init() {}

    /// The settings of the learner, for a table with these columns of numbers.
    func boosting(numbers: Set<String>) -> BoostingSettings {
        var settings = BoostingSettings()
        settings.rounds = rounds
        settings.bags = bags
        settings.parallel = isParallel
        for name in numbers.intersection(rising) { settings.monotone[name] = .increasing }
        for name in numbers.intersection(falling) { settings.monotone[name] = .decreasing }
        return settings
    }

    func validate() throws(PredictionError) {
        guard churnWindowDays >= 1 else {
            throw .invalidSetting(name: "churnWindowDays", reason: "must be at least 1")
        }
        do { try boosting(numbers: []).validate() } catch { throw PredictionError(error) }
    }
}

extension PredictionError {
    /// The learner's errors, as far as this module can cause them, in this module's words.
    init(_ error: LearningError) {
        self =
            switch error {
            case .noRows, .noColumns: .emptyTable
            case .duplicateColumn(let name): .duplicateColumn(name)
            case .missingColumn(let name): .unknownColumn(name)
            case .oneClassOnly: .oneOutcomeOnly
            case .tooFewRows(let positives, let negatives, let needed):
                .tooFewRows(positives: positives, negatives: negatives, needed: needed)
            case .invalidSplit(let reason): .invalidSplit(reason: reason)
            case .invalidSetting(let name, let reason): .invalidSetting(name: name, reason: reason)
            case .unsupportedFormat(let format): .unsupportedFormat(format)
            case .damagedModel(let reason): .damagedModel(reason: reason)
            case .lengthMismatch(let name, let expected, let found):
                .invalidSplit(reason: "\(name) has \(found) values for \(expected) rows")
            case .invalidCode(let column, _, _), .wrongKind(let column):
                .damagedModel(reason: "\(column) does not hold what was learned")
            case .invalidProbability(let row): .damagedModel(reason: "row \(row) has no probability")
            }
    }
}
