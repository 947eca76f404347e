import ArgumentParser
import HarkCore
import HarkLifecycle
import HarkScreen
import HarkService

struct CohortsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cohorts",
        abstract: "Show how busy customers were in each week since they signed up, the newest first.",
        discussion: """
            A row is a customer, a column a week since its sign-up, the darker the busier. --json prints every count, \
            one customer a line.
            """)

    @OptionGroup var options: GlobalOptions
    @Option(
        help: "What is counted: usage, touches or tickets.",
        transform: { text in
            guard let measure = CohortGrid.Measure(rawValue: text) else {
                throw ValidationError("usage, touches or tickets can be counted, not '\(text)'.")
            }
            return measure
        })
    var by = CohortGrid.Measure.usage
    @Option(help: "How many customers at most (default: 40 in the picture, all with --json).") var limit: Int?
    @Option(name: .customLong("from-week"), help: "The first week shown.") var week = 0
    @Flag(help: "Print JSON, one customer a line.") var json = false
    @Flag(help: "Draw with ASCII only.") var ascii = false
    @Option(help: "The width of the picture in columns (default: the terminal's, or 100).") var width: Int?

    func validate() throws {
        guard limit ?? 1 > 0 else { throw ValidationError("--limit needs a number from 1.") }
        guard (0...1_000).contains(week) else { throw ValidationError("--from-week needs a number from 0 to 1000.") }
        if let width, !(40...1_000).contains(width) {
            throw ValidationError("--width needs a number from 40 to 1000.")
        }
    }

    func run() throws {
        let grid = try options.session().cohorts(by, limit: limit ?? (json ? nil : 40))
        if json { return grid.rows.forEach { Output.json(CohortsCommand.json($0)) } }
        guard !grid.rows.isEmpty else { return Output.plain("There is no customer whose first day is known.") }
        print(lines(of: grid).joined(separator: "\n"))
    }

    private func lines(of grid: CohortGrid) -> [String] {
        let isASCII = ascii || !Output.isUnicode
        let strokes: CohortGrid.Strokes = isASCII ? .ascii : .unicode
        let names = grid.rows.map { SafeText($0.record.name, .list, asciiMarks: isASCII).string }
        let widest = max(8, min(20, names.map(\.columns).max() ?? 0))
        let columns = max((width ?? Output.columns ?? 100) - widest - 12, 1)
        func line(_ name: String, _ since: String, _ cells: String) -> String {
            let fitted = name.fitted(to: widest, ellipsis: isASCII ? "~" : "…")
            let line = " \(fitted)  \(since.fitted(to: 7))  \(cells)"
            return String(line.reversed().drop { $0 == " " }.reversed())
        }
        let rows = zip(grid.rows, names).map { row, name in
            line(
                name, String(row.since.description.prefix(7)),
                grid.cells(of: row, from: week, columns: columns, strokes))
        }
        let count = grid.total > rows.count ? "\(rows.count) of \(grid.total)" : "\(grid.total)"
        return ["\(by.rawValue.prefix(1).uppercased() + by.rawValue.dropFirst()) by week since sign-up, \(count)"]
            + [line("CUSTOMER", "SINCE", CohortGrid.scale(from: week, columns: columns))] + rows
            + [line("mean", "", grid.meanCells(from: week, columns: columns, strokes)), " " + grid.legend(strokes)]
            + (grid.unseen.map { [" \($0)\(grid.total > rows.count ? "; --limit shows more" : "")"] } ?? [])
    }

    private static func json(_ row: CohortGrid.Row) -> JSONValue {
        [
            "id": .integer(row.record.reference.id), "name": .string(row.record.name),
            "since": .string(row.since.description), "left": .bool(row.hasLeft), "before": .integer(Int64(row.before)),
            "weeks": .array(row.counts.map { .integer(Int64($0)) }),
        ]
    }
}
