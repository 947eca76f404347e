import Foundation
import HarkTestSupport

/// A made-up tenant of many customers through the real program into files.
enum SimulateBench {
    private static let customers = 100_000
    private static let seconds = 60
    private static let mebibytes = 160

    /// Goes first: what a child's memory is counted from is that of its parent, which grows with the others.
    static func run(_ program: Program) throws {
        let folder = program.home.appendingPathComponent("simulated").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var outcome: Program.Outcome?
        let time = try ContinuousClock().measure {
            outcome = try program.run(["simulate", "--customers", "\(customers)", "--out", folder])
        }
        guard let outcome, outcome.status == 0, let rows = rows(outcome.output) else {
            return Figure.line("simulate", outcome?.errors ?? "failed", "")
        }
        let perSecond = Int((Double(customers) / Figure.seconds(time)).rounded())
        Figure.line(
            "simulate 100,000 customers", "\(perSecond) customers/s, \(Figure.rate(rows, time))",
            "\(customers / seconds) customers/s")
        Figure.line("most memory meanwhile", "\(outcome.peakKibibytes / 1_024) MiB", "\(mebibytes) MiB")
    }

    /// The number in `Wrote 10 files with 4711 rows to …`.
    private static func rows(_ output: String) -> Int? {
        let words = output.split(separator: " ")
        return words.firstIndex(of: "rows").flatMap { Int(words[$0 - 1]) }
    }
}
