public import HarkCore

/// Why records are scored by rules rather than by a model learned from them.
public enum RulesReason: Hashable, Sendable {
    /// Nobody has asked for a model yet.
    case notTrained
    /// Too few records of an outcome: won and lost, or left and stayed.
    case tooFewOutcomes(positives: Int, negatives: Int, needed: Int)
    /// Too few different records, however often they are repeated.
    case tooFewDifferentRows(distinct: Int, rows: Int, needed: Int)
    /// Every column is refused, or knows the outcome.
    case nothingToLearnFrom

    /// Why a tenant with these outcomes that has no model is scored by rules.
    init(untrained outcomes: [Bool?]) {
        let positives = outcomes.count { $0 == true }
        let negatives = outcomes.count { $0 == false }
        let needed = TrainingSettings().fewestOfAnOutcome
        self =
            min(positives, negatives) < needed
            ? .tooFewOutcomes(positives: positives, negatives: negatives, needed: needed) : .notTrained
    }

    /// The reason in a sentence, such as "scored by rules: 3 won and 5 lost are known, and a model needs 40 of each".
    public func sentence(for target: Score.Target) -> String {
        let (positive, negative) = target == .conversion ? ("won", "lost") : ("left", "stayed")
        let reason =
            switch self {
            case .notTrained: "no model was learned yet; 'hark train' learns one"
            case .tooFewOutcomes(let positives, let negatives, let needed):
                "\(positives) \(positive) and \(negatives) \(negative) are known, and a model needs \(needed) of each"
            case .tooFewDifferentRows(let distinct, let rows, let needed):
                "of \(rows) records with an outcome only \(distinct) differ in what can be learned from, and a model needs \(needed)"
            case .nothingToLearnFrom: "every column is left out or knows the outcome"
            }
        return "scored by rules: \(reason)"
    }
}
