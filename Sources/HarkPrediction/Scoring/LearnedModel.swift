internal import HarkCore
internal import HarkLearning

/// A learned model together with how its columns are read off a record and said in words.
struct LearnedModel<Subject: Sendable>: Sendable {
    /// The features the model reads, in the order of its terms.
    let features: [Feature<Subject>]
    let model: Model
    private let featureOfColumn: [String: Int]

    /// Keeps those of `features` that the model reads.
    ///
    /// - Throws: ``PredictionError/damagedModel(reason:)`` when one that it reads is not among them, or is of another
    ///   kind.
    init(features: [Feature<Subject>], model: Model) throws(PredictionError) {
        let known = Dictionary(features.map { ($0.name, $0) }) { first, _ in first }
        var read: [Feature<Subject>] = []
        for column in model.columns {
            guard let feature = known[column.name], feature.kind == column.kind else {
                throw .damagedModel(reason: "nothing is known of the feature \(column.name)")
            }
            read.append(feature)
        }
        self.features = read
        self.model = model
        featureOfColumn = Dictionary(uniqueKeysWithValues: read.enumerated().map { ($0.element.name, $0.offset) })
    }

    /// The log-odds of one record and their parts.
    ///
    /// The points of a part are the score (`0...100`) as it is, minus the score without that part.
    func forecast(of subject: Subject) -> Forecast {
        let row = Dictionary(uniqueKeysWithValues: features.map { ($0.name, $0.read(subject)) })
        let explanation = model.explanation(of: row)
        let points = Forecast.Points(logOdds: explanation.logOdds)
        var contributions = explanation.contributions.map { part in
            Contribution(
                feature: part.term, reason: reason(for: part), logOdds: part.score,
                points: points.worth(of: part.score),
                cohortRate: part.cell.rate)
        }
        contributions.append(
            Contribution(
                feature: "calibration", reason: "calibration", logOdds: explanation.calibration,
                points: points.worth(of: explanation.calibration)))
        return Forecast(
            intercept: explanation.intercept, contributions: contributions, logOdds: explanation.logOdds)
    }

    /// The probability of each record, without reasons: the same numbers as ``forecast(of:)``, from columns.
    func probabilities(of subjects: [Subject]) -> [Double] {
        guard !subjects.isEmpty, !features.isEmpty,
            let table = try? Table(features.map { $0.column(of: subjects) }),
            let probabilities = try? model.probabilities(of: table)
        else { return subjects.map { forecast(of: $0).probability } }
        return probabilities
    }

    private func reason(for part: Explanation.Contribution) -> String {
        zip(part.columns, part.values)
            .compactMap { column, value in featureOfColumn[column].map { features[$0].words(value) } }
            .joined(separator: " and ")
    }
}

/// What a model or the rules say of one record.
struct Forecast: Sendable {
    let intercept: Double
    let contributions: [Contribution]
    let logOdds: Double

    var probability: Double { sigmoid(logOdds) }

    /// The sum of `intercept` and `contributions`, in that order.
    init(intercept: Double, contributions: [Contribution], logOdds: Double) {
        self.intercept = intercept
        self.contributions = contributions
        self.logOdds = logOdds
    }

    /// What parts are worth at one score.
    struct Points {
        let logOdds: Double
        private let probability: Double

        init(logOdds: Double) {
            self.logOdds = logOdds
            probability = sigmoid(logOdds)
        }

        /// The score minus the score without a part of so many log-odds, on the scale `0...100`.
        func worth(of part: Double) -> Double { 100 * (probability - sigmoid(logOdds - part)) }
    }
}
