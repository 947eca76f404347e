internal import HarkCore
internal import HarkLearning

/// How well a model of a table's other columns foretells one of them, measured on rows it did not learn from.
public struct TableEvaluation: Hashable, Sendable {
    /// What the measurement amounts to.
    public enum Verdict: Hashable, Sendable {
        /// Held-out rows are told apart better than by chance.
        case signal
        /// Held-out rows are not told apart.
        case noSignal
        /// So few different rows that nothing can be said, however often they are repeated.
        case tooFewDifferentRows(Int)
        /// Too good to be true (AUC above .95): these columns probably know the outcome.
        case leakSuspected([Leak])
    }

    /// The column foretold, and the value of it that counts as the outcome.
    public let target: String
    public let positive: String
    /// Rows with an outcome.
    public let rows: Int
    /// Those among them with the positive one.
    public let positives: Int
    /// The columns learned from, in the table's order.
    public let columns: [String]
    /// The mean of the folds; the interval is that of the mean.
    public let mean: Quality
    /// One measurement for each part tested on.
    public let folds: [Quality]
    /// The calibration error of all held-out rows, and what of such errors is chance.
    public let calibration: TableCalibration
    public let verdict: Verdict
    /// What else a reader of the figures should know, in sentences.
    public let notes: [String]

    /// Trains and tests a model for each part of the split.
    ///
    /// A column is read as numbers or as days where all its texts are such, else as categories. Columns that only name
    /// rows (nearly every row its own text, or a whole number of its own under a heading such as `ID`) are left out,
    /// with a note.
    ///
    /// - Throws: What is wrong with the target, the columns named or the split; ``PredictionError/tooFewRows``.
    public init(of table: TextTable, _ request: TableRequest) throws(PredictionError) {
        try request.training.validate()
        let target = try TableOutcomes(table.column(request.target), column: request.target, positive: request.positive)
        var left = request.dropped.union(request.training.refused)
        let directed = request.training.rising.union(request.training.falling)
        for name in left.sorted() + request.texts + directed.sorted() { _ = try table.column(name) }
        left.insert(request.target)
        if let name = request.splitColumn { left.insert(name) }
        left.formUnion(request.texts)
        let namesakes = TableEvaluation.namesakes(of: request.target, in: table).filter { !left.contains($0) }
        left.formUnion(namesakes)
        let (features, naming) = TableEvaluation.features(of: table, rows: target.rows, without: left)
        let numbers = Set(features.lazy.filter { $0.feature.kind == .number }.map(\.feature.name))
        if let name = directed.sorted().first(where: { !numbers.contains($0) }) {
            throw .invalidSetting(name: name, reason: "cannot rise or fall with the chance: it is no column of numbers")
        }
        try TableEvaluation.check(target, features, naming: naming, hasTexts: !request.texts.isEmpty)
        let split = try TableEvaluation.split(request.split, table, rows: target.rows)
        let texts = zip(table.names, table.columns).filter { request.texts.contains($0.0) }
            .map { name, cells in (name, target.rows.map { TextGrams(cells[$0]) }) }
        let measured: Measured
        do {
            measured = try TableEvaluation.measured(features, texts, target, split: split, request)
        } catch { throw PredictionError(error) }
        self.target = request.target
        positive = request.positive ?? target.positive
        rows = target.rows.count
        positives = target.outcomes.count { $0 }
        columns = features.map(\.feature.name) + request.texts
        mean = Quality(measured.mean)
        folds = measured.folds.map(Quality.init)
        calibration = measured.calibration
        verdict = measured.verdict
        notes =
            TableEvaluation.notes(measured.findings, naming: naming, blank: table.rowCount - target.rows.count)
            + (namesakes.isEmpty
                ? []
                : ["Left out, as it is called like \(request.target): \(namesakes.joined(separator: ", "))."])
    }

    /// Columns called as the target is but for case, spaces and marks: the outcome once more.
    private static func namesakes(of target: String, in table: TextTable) -> [String] {
        func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
        return table.names.filter { $0 != target && key($0) == key(target) }
    }

    /// Refuses what nothing can be learned from.
    private static func check(
        _ target: TableOutcomes, _ features: [(feature: Feature<String>, cells: [String])], naming: [String],
        hasTexts: Bool
    ) throws(PredictionError) {
        let positives = target.outcomes.count { $0 }
        let negatives = target.rows.count - positives
        guard min(positives, negatives) >= fewestOfAnOutcome else {
            throw .tooFewRows(positives: positives, negatives: negatives, needed: fewestOfAnOutcome)
        }
        let constant = features.filter { feature, cells in
            guard let first = target.rows.first.map({ feature.read(cells[$0]) }) else { return true }
            return target.rows.allSatisfy { feature.read(cells[$0]) == first }
        }
        guard hasTexts || constant.count < features.count else {
            throw .nothingToLearnFrom(constant: constant.map(\.feature.name), naming: naming)
        }
    }

    /// Fewer rows of an outcome cannot be learned from and tested on.
    private static let fewestOfAnOutcome = 2

    /// The columns to learn from with their cells, and the names of those left out because they only name rows.
    private static func features(
        of table: TextTable, rows: [Int], without left: Set<String>
    ) -> (features: [(feature: Feature<String>, cells: [String])], naming: [String]) {
        var features: [(feature: Feature<String>, cells: [String])] = []
        var naming: [String] = []
        for (name, cells) in zip(table.names, table.columns) where !left.contains(name) {
            let values = rows.map { AttributeValue.text(cells[$0]) }
            guard let reading = AttributeFeature(name, values: values) else {
                naming.append(name)
                continue
            }
            let feature: Feature<String> = reading.feature(avoiding: []) { ([name: .text($0)], .epoch) }
            features.append((feature, cells))
        }
        return (features, naming)
    }

    private static func split(
        _ split: TableRequest.Split, _ table: TextTable, rows: [Int]
    ) throws(PredictionError) -> Split {
        switch split {
        case .folds(let count): return .stratified(folds: count)
        case .foldColumn(let name):
            let cells = try table.column(name)
            let names = Set(rows.map { cells[$0] }).sorted()
            guard names.count <= 100 else {
                throw .invalidSplit(reason: "\(name) has \(names.count) values; a column of folds has at most 100")
            }
            let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
            return .given(rows.map { numbers[cells[$0]] ?? 0 })
        case .timeColumn(let name):
            let cells = try table.column(name)
            let order = WrittenDate.order(of: rows.map { cells[$0] }.filter { !AttributeFeature.saysNothing($0) })
            return .newest(
                times: rows.map { row in
                    order.flatMap { WrittenDate.read(cells[row], $0) }.map { Double($0.secondsSinceEpoch) }
                        ?? AttributeFeature.number(cells[row]) ?? .nan
                })
        }
    }

    private static func notes(_ findings: [Evaluation.Finding], naming: [String], blank: Int) -> [String] {
        var notes = DataNotes.sentences(findings)
        if let sentence = DataNotes.sentence(DataNotes.namesRows, naming) { notes.append(sentence) }
        if blank > 0 { notes.append("\(blank) rows have no outcome and were left out.") }
        return notes
    }
}

extension LocalDateTime {
    /// 1970-01-01, from which a table's days are counted.
    fileprivate static let epoch = LocalDateTime(secondsSinceEpoch: 0)
}
