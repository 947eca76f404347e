/// A table as it comes out of a CSV file: column names and rows of texts.
public struct TextTable: Equatable, Sendable {
    /// The header.
    public let names: [String]
    /// The cells by column: shape `[columns][rows]`.
    public let columns: [[String]]
    /// The number of rows.
    public let rowCount: Int

    /// Takes a table row by row.
    ///
    /// - Parameters:
    ///   - names: The header.
    ///   - rows: Shape `[rows][columns]`.
    /// - Throws: ``PredictionError/emptyTable``, ``PredictionError/duplicateColumn(_:)``, and
    ///   ``PredictionError/raggedRow(_:expected:found:)`` for the first row that does not fit the header.
    public init(names: [String], rows: some Collection<[String]>) throws(PredictionError) {
        var columns = [[String]](repeating: [], count: names.count)
        for index in columns.indices { columns[index].reserveCapacity(rows.count) }
        for (number, row) in rows.enumerated() {
            guard row.count == names.count else {
                throw .raggedRow(number + 1, expected: names.count, found: row.count)
            }
            for (index, cell) in row.enumerated() { columns[index].append(cell) }
        }
        try self.init(names: names, columns: columns)
    }

    /// Takes a table column by column; throws as the initialiser by rows does, counting columns instead of rows.
    public init(names: [String], columns: [[String]]) throws(PredictionError) {
        guard names.count == columns.count, let first = columns.first, !first.isEmpty else { throw .emptyTable }
        var seen: Set<String> = []
        if let twice = names.first(where: { !seen.insert($0).inserted }) { throw .duplicateColumn(twice) }
        for (index, column) in columns.enumerated() where column.count != first.count {
            throw .raggedRow(index + 1, expected: first.count, found: column.count)
        }
        self.names = names
        self.columns = columns
        rowCount = first.count
    }

    /// The cells of a column.
    ///
    /// - Throws: ``PredictionError/unknownColumn(_:)``.
    func column(_ name: String) throws(PredictionError) -> [String] {
        guard let index = names.firstIndex(of: name) else { throw .unknownColumn(name) }
        return columns[index]
    }
}
