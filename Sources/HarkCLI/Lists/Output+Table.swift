import HarkCore
import HarkScreen
import HarkService

/// A column of a list: its name in JSON and CSV, its title on paper.
struct ListColumn {
    var name: String
    var title: String
    var alignment: Alignment
    var widest: Int

    init(_ name: String, title: String, alignment: Alignment = .leading, widest: Int = 32) {
        self.name = name
        self.title = title
        self.alignment = alignment
        self.widest = widest
    }
}

extension Output {
    /// Prints a list in the wanted form.
    ///
    /// - Parameters:
    ///   - rows: Shape `[row][column]`, as many cells a row as there are columns.
    ///   - total: How many rows the whole list has; named below a plain list that shows fewer.
    static func table(_ columns: [ListColumn], _ rows: [[JSONValue]], format: ListFormat, total: Int) {
        switch format {
        case .json:
            for row in rows {
                json(.object(zip(columns, row).map { JSONValue.Member($0.name, $1) }))
            }
        case .csv:
            for row in [columns.map(\.name)] + rows.map({ $0.map(\.cell) }) {
                print(CSVWriter.line(row.map { SafeText($0, .line).string }), terminator: "")
            }
        case .plain:
            let table = PrintedTable(
                columns: columns.map {
                    PrintedTable.Column(title: $0.title, alignment: $0.alignment, widest: $0.widest)
                },
                rows: rows.map { $0.map(\.cell) })
            print(table.text)
            if total > rows.count { print("\(rows.count) of \(total); --limit shows more.") }
        }
    }
}

extension JSONValue {
    /// The value as the text of a cell; nothing for null.
    var cell: String {
        switch self {
        case .null: ""
        case .string(let text): text
        default: compact
        }
    }
}
