/// Named columns of one length: what a model is trained on and what it scores.
public struct Table: Equatable, Sendable {
    /// The columns, in the order they were added.
    public private(set) var columns: [Column]
    /// The number of rows, the same in every column.
    public let rowCount: Int

    /// Puts columns together.
    ///
    /// - Throws: ``LearningError/noColumns``, ``LearningError/noRows``, ``LearningError/duplicateColumn(_:)``,
    ///   ``LearningError/lengthMismatch(name:expected:found:)``,
    ///   ``LearningError/invalidCode(column:row:code:)``.
    public init(_ columns: [Column]) throws(LearningError) {
        guard let first = columns.first else { throw .noColumns }
        guard first.count > 0 else { throw .noRows }
        self.columns = []
        rowCount = first.count
        for column in columns { try append(column) }
    }

    /// Adds a column at the end; throws as the initialiser does, and then leaves the table as it was.
    public mutating func append(_ column: Column) throws(LearningError) {
        guard column.count == rowCount else {
            throw .lengthMismatch(name: column.name, expected: rowCount, found: column.count)
        }
        guard self[column.name] == nil else { throw .duplicateColumn(column.name) }
        if case .categories(let codes, let levels) = column.values,
            let row = codes.firstIndex(where: { $0 < -1 || Int($0) >= levels.count })
        {
            throw .invalidCode(column: column.name, row: row, code: codes[row])
        }
        columns.append(column)
    }

    /// The column called `name`, if there is one.
    public subscript(name: String) -> Column? { columns.first { $0.name == name } }

    /// One row as values by column name.
    public func row(_ row: Int) -> [String: Value] {
        Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0.value(at: row)) })
    }

    /// The table with only `rows`, in that order.
    func selecting(_ rows: [Int]) throws(LearningError) -> Table { try Table(columns.map { $0.selecting(rows) }) }

    /// The table without the named columns.
    public func dropping(_ names: Set<String>) throws(LearningError) -> Table {
        try Table(columns.filter { !names.contains($0.name) })
    }
}

/// A table and what became of each of its rows.
public struct Dataset: Equatable, Sendable {
    /// The columns to learn from.
    public let table: Table
    /// Shape `[rows]`; `true` for the outcome to be predicted.
    public let outcomes: [Bool]

    /// Joins columns and outcomes.
    ///
    /// - Throws: ``LearningError/lengthMismatch(name:expected:found:)`` when there is not one outcome a row. One class
    ///   only is an error of training, not of the data.
    public init(_ table: Table, outcomes: [Bool]) throws(LearningError) {
        guard outcomes.count == table.rowCount else {
            throw .lengthMismatch(name: "outcomes", expected: table.rowCount, found: outcomes.count)
        }
        self.table = table
        self.outcomes = outcomes
    }

    /// The number of rows.
    public var rowCount: Int { outcomes.count }
    /// The number of rows whose outcome is `true`.
    public var positives: Int { outcomes.count { $0 } }

    /// The rows given, in that order.
    public func selecting(_ rows: [Int]) throws(LearningError) -> Dataset {
        try Dataset(table.selecting(rows), outcomes: rows.map { outcomes[$0] })
    }

    /// The same rows without the named columns.
    public func dropping(_ names: Set<String>) throws(LearningError) -> Dataset {
        try Dataset(table.dropping(names), outcomes: outcomes)
    }
}
