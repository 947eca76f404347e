extension Model {
    /// The calibrated log-odds of each row.
    ///
    /// - Returns: Shape `[rows]`; each is the sum that ``explanation(of:)`` shows, bit for bit.
    /// - Throws: ``LearningError/missingColumn(_:)`` or ``LearningError/wrongKind(column:)`` when the table lacks a
    ///   column the model reads; columns it does not read are ignored.
    /// - Complexity: O(rows × terms × log bins).
    public func logOdds(of table: Table) throws(LearningError) -> [Double] {
        var sums = try BatchSum(terms, combination, of: table).added(to: intercept)
        for row in sums.indices { sums[row] += adjustment(of: sums[row]) }
        return sums
    }

    /// The calibrated probability of each row, never 0 or 1; throws as ``logOdds(of:)`` does.
    public func probabilities(of table: Table) throws(LearningError) -> [Double] {
        var result = try logOdds(of: table)
        for row in result.indices { result[row] = sigmoid(result[row]) }
        return result
    }

    /// The parts that one row's score is the sum of.
    ///
    /// - Parameter row: Values by column name; a column that is absent, or holds a value of the wrong kind, is missing.
    public func explanation(of row: [String: Value]) -> Explanation {
        var sum = intercept
        var contributions = terms.map { term in
            let cell = term.cell(of: row)
            sum += cell.score
            let columns = term.axes.map(\.column)
            return Explanation.Contribution(
                term: term.name, columns: columns, values: columns.map { row[$0] ?? .missing }, cell: cell,
                isInCombination: false)
        }
        if let combination {
            let own = contributions.filter { $0.columns.count == 1 }.map { ($0.columns[0], $0.cell) }
            let cells = Dictionary(own) { first, _ in first }
            for share in combination.contributions(of: row, cells: cells) {
                sum += share.score
                contributions.append(share)
            }
        }
        let adjustment = adjustment(of: sum)
        return Explanation(
            intercept: intercept, contributions: contributions, calibration: adjustment, logOdds: sum + adjustment)
    }

    /// One row's calibrated probability: what ``explanation(of:)`` ends in, without the reasons.
    public func probability(of row: [String: Value]) -> Double {
        var sum = terms.reduce(intercept) { $0 + $1.scores[$1.index(of: row)] }
        sum += combination?.shares(of: row).reduce(0, +) ?? 0
        return sigmoid(sum + adjustment(of: sum))
    }
}
