internal import HarkLearning

/// The measurement of a table with columns of free text: in each part, models of the words learn from the training rows
/// and stand in for the texts as columns of log-odds, which are out of fold where the boosted model learns from them.
struct TextEvaluation {
    /// The columns that are not free text: shape `[rows]` each, in any selection of rows.
    let columns: ([Int]) -> [Column]
    /// The columns of free text by name.
    let texts: [(name: String, grams: [TextGrams])]
    let outcomes: [Bool]
    let settings: BoostingSettings

    /// The settings, by which more log-odds of words never lower the forecast: the log-odds of a row leave its own outcome
    /// out, so among rows of one text those that turned out well have a little less.
    private var rising: BoostingSettings {
        var settings = settings
        for (name, _) in texts { settings.monotone[name] = .increasing }
        return settings
    }

    /// What was foretold of each part that has both outcomes.
    func folds(
        testing parts: [[Int]], using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> [TestedPart] {
        var folds: [TestedPart] = []
        for part in parts {
            let held = Set(part)
            let training = outcomes.indices.filter { !held.contains($0) }
            guard !training.isEmpty else { throw .invalidSplit(reason: "nothing is left to learn from") }
            var learned = columns(training)
            var tested = columns(part)
            for (name, grams) in texts {
                let (heldOut, whole) = WordModel.outOfFold(
                    grams, outcomes: outcomes, rows: training, folds: 5, using: &generator)
                learned.append(Column(name, numbers: heldOut))
                tested.append(Column(name, numbers: part.map { whole.logOdds(of: grams[$0]) }))
            }
            let model = try Model(
                trainedOn: Dataset(Table(learned), outcomes: training.map { outcomes[$0] }), settings: rising,
                using: &generator)
            let truth = part.map { outcomes[$0] }
            guard (1..<truth.count).contains(truth.count(where: { $0 })) else { continue }
            folds.append(TestedPart(probabilities: try model.probabilities(of: Table(tested)), outcomes: truth))
        }
        return folds
    }

    /// The parts that a split tests on, and what is to be said of rows that are repeated.
    func parts(
        of split: Split, using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> (parts: [[Int]], findings: [Evaluation.Finding]) {
        let written = texts.map { name, grams in Column(name, categories: grams.map(\.digest)) }
        let dataset = try Dataset(Table(columns(Array(outcomes.indices)) + written), outcomes: outcomes)
        let copies = Copies(dataset.table)
        let parts = try split.testParts(of: dataset, copies: copies.agreeing(outcomes), using: &generator)
        return (parts, Evaluation.findings(of: copies, testing: parts))
    }
}
