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

    /// One measurement for each part that has both outcomes.
    func folds(
        testing parts: [[Int]], using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> [Metrics] {
        var folds: [Metrics] = []
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
                trainedOn: Dataset(Table(learned), outcomes: training.map { outcomes[$0] }), settings: settings,
                using: &generator)
            let truth = part.map { outcomes[$0] }
            guard (1..<truth.count).contains(truth.count(where: { $0 })) else { continue }
            folds.append(try Metrics(model.probabilities(of: Table(tested)), outcomes: truth))
        }
        return folds
    }

    /// The parts that a split tests on.
    static func parts(
        of split: Split, outcomes: [Bool], using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> [[Int]] {
        switch split {
        case .given(let folds):
            let names = Set(folds).sorted()
            guard names.count > 1 else { throw .invalidSplit(reason: "there is one fold only") }
            return names.map { name in folds.indices.filter { folds[$0] == name } }
        case .stratified(let count):
            guard count >= 2 else { throw .invalidSplit(reason: "there must be at least 2 folds") }
            var parts = [[Int]](repeating: [], count: count)
            var dealt = 0
            for outcome in [true, false] {
                for row in outcomes.indices.filter({ outcomes[$0] == outcome }).shuffled(using: &generator) {
                    parts[dealt % count].append(row)
                    dealt += 1
                }
            }
            return parts.map { $0.sorted() }
        case .newest(let times, let share):
            let sorted = times.filter { !$0.isNaN }.sorted()
            let held = Int((share * Double(times.count)).rounded())
            guard held > 0, held <= sorted.count else { throw .invalidSplit(reason: "too few rows have a time") }
            return [times.indices.filter { times[$0] >= sorted[sorted.count - held] }]
        }
    }

    /// Rows that are repeated, and tested ones that equal a row learned from.
    ///
    /// - Parameter rows: What is learned from, by row.
    static func copies(_ rows: [[String]], testing parts: [[Int]]) -> [Evaluation.Finding] {
        let distinct = Set(rows).count
        guard distinct < rows.count else { return [] }
        let seen = parts.reduce(0) { sum, part in
            let held = Set(part)
            let learned = Set(rows.indices.lazy.filter { !held.contains($0) }.map { rows[$0] })
            return sum + part.count { learned.contains(rows[$0]) }
        }
        let repeated = Evaluation.Finding.repeatedRows(distinct: distinct, rows: rows.count)
        return seen > 0 ? [repeated, .testedRowsSeenInTraining(seen)] : [repeated]
    }
}
