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
    /// The points of the parts add up to the score (`0...100`) minus that of the intercept alone.
    func forecast(of subject: Subject) -> Forecast {
        var row: [String: Value] = Dictionary(minimumCapacity: features.count)
        for feature in features { row[feature.name] = feature.read(subject) }
        let explanation = model.explanation(of: row)
        let points = Forecast.Points(intercept: explanation.intercept, logOdds: explanation.logOdds)
        var contributions: [Contribution] = []
        contributions.reserveCapacity(explanation.contributions.count + 1)
        for part in explanation.contributions {
            contributions.append(
                Contribution(
                    feature: part.term, reason: reason(for: part), logOdds: part.score,
                    points: points.worth(of: part.score), cohortRate: part.cell.rate))
        }
        contributions.append(
            Contribution(
                feature: Contribution.calibrationFeature, reason: "calibration", logOdds: explanation.calibration,
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

    /// The values a term saw, in words; two features of a pair are joined by "and".
    private func reason(for part: Explanation.Contribution) -> String {
        var reason = ""
        for (column, value) in zip(part.columns, part.values) {
            guard let index = featureOfColumn[column] else { continue }
            let words = features[index].words(value)
            reason = reason.isEmpty ? words : "\(reason) and \(words)"
        }
        return reason
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

    /// What parts are worth at one score: the way from the start to the score, shared out by log-odds.
    ///
    /// These are the integrated gradients (Sundararajan et al., 2017) of the logistic function along the straight line
    /// from the intercept: each part has its own sign, and all of them add up to the score minus the start.
    struct Points {
        private let perLogOdds: Double

        init(intercept: Double, logOdds: Double) {
            let probability = sigmoid(logOdds)
            let way = logOdds - intercept
            let isShort = abs(way) < 1e-6
            let slope = isShort ? probability * (1 - probability) : (probability - sigmoid(intercept)) / way
            perLogOdds = 100 * slope
        }

        /// The points, on the scale `0...100`, of a part of so many log-odds.
        func worth(of part: Double) -> Double { perLogOdds * part }
    }
}
