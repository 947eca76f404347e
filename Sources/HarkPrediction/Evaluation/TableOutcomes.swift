/// The outcomes in a table's target column.
struct TableOutcomes {
    /// The value that counts as positive.
    let positive: String
    /// The rows that have an outcome, ascending.
    let rows: [Int]
    /// Shape `[rows]`.
    let outcomes: [Bool]

    /// Reads the target; rows where it is blank have no outcome.
    ///
    /// Without a named positive value there must be two values, one of which plainly means yes (`1`, `true`, `yes`,
    /// `won`, `churned` …), or which are numbers, of which the larger is taken.
    ///
    /// - Throws: ``PredictionError/unclearTarget(column:values:)``, ``PredictionError/unknownPositive(column:value:)``,
    ///   ``PredictionError/oneOutcomeOnly``.
    init(_ cells: [String], column: String, positive wanted: String?) throws(PredictionError) {
        let values = cells.map { cell in String(cell.filter { !$0.isWhitespace }).lowercased() }
        let rows = values.indices.filter { !values[$0].isEmpty }
        let distinct = Set(rows.map { values[$0] }).sorted()
        let positive: String
        if let wanted {
            positive = wanted.filter { !$0.isWhitespace }.lowercased()
            guard distinct.contains(positive) else { throw .unknownPositive(column: column, value: wanted) }
        } else {
            guard let plain = TableOutcomes.plain(distinct) else {
                throw .unclearTarget(column: column, values: Array(distinct.prefix(5)))
            }
            positive = plain
        }
        guard distinct.count > 1 else { throw .oneOutcomeOnly }
        self.positive = positive
        self.rows = rows
        outcomes = rows.map { values[$0] == positive }
    }

    private static func plain(_ values: [String]) -> String? {
        guard values.count <= 2 else { return nil }
        let yes = values.filter { meaningYes.contains($0) }
        if yes.count == 1 { return yes.first }
        let numbers = values.compactMap { value in Double(value).map { (value, $0) } }
        return numbers.count == values.count ? numbers.max { $0.1 < $1.1 }?.0 : nil
    }

    private static let meaningYes: Set<String> = [
        "1", "1.0", "true", "yes", "y", "t", "won", "converted", "churned", "churn", "exited", "left", "positive",
        "spam",
    ]
}
