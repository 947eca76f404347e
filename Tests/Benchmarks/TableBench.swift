import Foundation
import HarkLearning

/// Scoring a table from columns and a row by itself, for the comparison with other learners.
///
/// The table has tabs between its cells; a heading begins with `n:` for numbers or `c:` for categories, and the last
/// column holds the outcomes as 0 and 1.
enum TableBench {
    /// Prints rows scored a second and milliseconds a row, as JSON.
    static func run(_ path: String) throws {
        let clock = ContinuousClock()
        let data = try table(path)
        var settings = BoostingSettings()
        settings.parallel = false
        var generator = SeededGenerator(seed: 1)
        let model = try Model(trainedOn: data, settings: settings, using: &generator)
        let many = try data.selecting((0..<200_000).map { $0 % data.rowCount }).table
        let scoring = try clock.measure { _ = try model.probabilities(of: many) }
        let row = data.table.row(0)
        let explaining = clock.measure { for _ in 0..<1_000 { _ = model.explanation(of: row) } }
        print(
            #"{"rowsPerSecond": \#(200_000 / (scoring / .seconds(1))), "rowMilliseconds": \#(explaining / .seconds(1))}"#
        )
    }

    private static func table(_ path: String) throws -> Dataset {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let rows = lines.dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        let names = lines[0].split(separator: "\t").dropLast()
        let columns = names.enumerated().map { index, name in
            Column(
                String(name.dropFirst(2)), texts: rows.map { $0[index] }, as: name.hasPrefix("n:") ? .number : .category
            )
        }
        return try Dataset(Table(columns), outcomes: rows.map { $0.last == "1" })
    }
}
