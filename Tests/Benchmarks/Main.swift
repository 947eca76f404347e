import Foundation
import HarkTestSupport

/// Measures the speed budgets and prints one line a figure: what, measured, budget.
///
/// Times are wall-clock times on the machine at hand, so compare them within one run only. `hark-bench table FILE`
/// measures scoring on a table instead, see ``TableBench``, and
/// `hark-bench language` how phrases are read, see ``LanguageBench``.
@main
enum HarkBench {
    static func main() throws {
        if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "table" {
            return try TableBench.run(CommandLine.arguments[2])
        }
        if CommandLine.arguments.dropFirst().first == "language" {
            return try LanguageBench.run(Array(CommandLine.arguments.dropFirst(2)))
        }
        Figure.heading()
        let program = try Program()
        defer { program.remove() }
        try SimulateBench.run(program)
        try ScreenBench.run(program)
        try PhraseBench.run()
        try LearningBench.run()
        try ImportBench.run(program)
    }
}
