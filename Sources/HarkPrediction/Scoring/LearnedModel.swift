internal import HarkCore
internal import HarkLearning

/// A learned model together with how its columns are read off a record and said in words.
struct LearnedModel<Subject: Sendable>: Sendable {
    /// The features the model reads, in the order of its terms; what was written is none of them.
    let features: [Feature<Subject>]
    let model: Model
    /// The part that reads what was written; `nil` where words were not learned from.
    var text: TextTerm<Subject>?
    /// A later correction of the calibration.
    var recalibration: Recalibration?
    private let featureOfColumn: [String: Int]
    private let cohorts: Cohorts

    /// Keeps those of `features` that the model reads.
    ///
    /// - Throws: ``PredictionError/damagedModel(reason:)`` when one that it reads is not among them, or is of another
    ///   kind.
    init(
        features: [Feature<Subject>], model: Model, text: TextTerm<Subject>? = nil, recalibration: Recalibration? = nil
    ) throws(PredictionError) {
        let known = Dictionary(features.map { ($0.name, $0) }) { first, _ in first }
        var read: [Feature<Subject>] = []
        for column in model.columns where text == nil || column.name != TextFeature.name {
            guard let feature = known[column.name], feature.kind == column.kind else {
                throw .damagedModel(reason: "nothing is known of the feature \(column.name)")
            }
            read.append(feature)
        }
        self.features = read
        self.model = model
        self.text = text
        self.recalibration = recalibration
        featureOfColumn = Dictionary(uniqueKeysWithValues: read.enumerated().map { ($0.element.name, $0.offset) })
        cohorts = Cohorts(model.terms)
    }

    /// The values of one record by column name.
    func values(of subject: Subject) -> [String: Value] {
        var row: [String: Value] = Dictionary(minimumCapacity: features.count + 1)
        for feature in features { row[feature.name] = feature.read(subject) }
        if let text { row[TextFeature.name] = text.value(of: subject) }
        return row
    }

    /// The log-odds of one record and their parts.
    ///
    /// The points of the parts add up to the score (`0...100`) minus that of the intercept alone.
    ///
    /// - Parameter replacing: Values to take in place of the record's own, by column name.
    func forecast(of subject: Subject, replacing: [String: Value] = [:]) -> Forecast {
        let row = values(of: subject).merging(replacing) { $1 }
        let explanation = model.explanation(of: row)
        let correction = recalibration.map { $0(explanation.logOdds) - explanation.logOdds } ?? 0
        let raw = explanation.contributions.reduce(explanation.intercept) { $0 + $1.score }
        let adjustment = explanation.calibration + correction
        let logOdds = raw + adjustment
        let points = Forecast.Points(intercept: explanation.intercept, logOdds: logOdds)
        var contributions: [Contribution] = []
        contributions.reserveCapacity(explanation.contributions.count + 1)
        for (index, part) in explanation.contributions.enumerated() {
            let isText = part.term == TextFeature.name && part.values != [.missing]
            let spans =
                isText && replacing[TextFeature.name] == nil
                ? text?.spans(of: subject, in: model.terms[index], points: points) ?? [] : []
            let reason = reason(for: part, spans) + (part.isInCombination ? ", in combination" : "")
            contributions.append(
                Contribution(
                    feature: part.term, reason: reason, logOdds: part.score, points: points.worth(of: part.score),
                    cohortRate: part.isInCombination ? nil : cohorts.rate(ofTerm: index, part),
                    facet: facet(of: part.columns), words: spans))
        }
        contributions.append(
            Contribution(
                feature: Contribution.calibrationFeature, reason: "calibration", logOdds: adjustment,
                points: points.worth(of: adjustment)))
        return Forecast(intercept: explanation.intercept, contributions: contributions, logOdds: logOdds)
    }

    /// The probability of each record, without reasons: the same numbers as ``forecast(of:replacing:)``, from columns.
    func probabilities(of subjects: [Subject]) -> [Double] {
        guard !subjects.isEmpty, recalibration == nil, let table = try? Table(columns(of: subjects)),
            let probabilities = try? model.probabilities(of: table)
        else { return subjects.map { forecast(of: $0).probability } }
        return probabilities
    }

    /// What the model reads of many records.
    func columns(of subjects: [Subject]) -> [Column] {
        var columns = features.map { $0.column(of: subjects) }
        if let text {
            columns.append(Column(TextFeature.name, numbers: subjects.map { text.value(of: $0).numberOrNaN }))
        }
        return columns
    }

    /// Which side of the record columns speak of; of a pair, engagement when either does.
    func facet(of columns: [String]) -> Facet? {
        let found = columns.compactMap { column in
            column == TextFeature.name && text != nil
                ? TextFeature.facet : featureOfColumn[column].map { features[$0].facet }
        }
        return found.contains(.engagement) ? .engagement : found.first
    }

    /// The values a term saw, in words; two features of a pair are joined by "and".
    private func reason(for part: Explanation.Contribution, _ spans: [WordSpan]) -> String {
        var reason = ""
        for (column, value) in zip(part.columns, part.values) {
            var words = ""
            if column == TextFeature.name, text != nil {
                words = TextFeature.reason(spans, logOdds: part.score, value: value)
            } else if let index = featureOfColumn[column] {
                words = features[index].words(value)
            }
            reason = reason.isEmpty || words.isEmpty ? reason + words : "\(reason) and \(words)"
        }
        return reason
    }
}

extension Value {
    /// The number, NaN for anything else.
    var numberOrNaN: Double {
        if case .number(let number) = self { number } else { .nan }
    }
}
