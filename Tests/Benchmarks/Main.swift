import Foundation
import HarkTestSupport

/// Measures the speed budgets and prints one line a figure: what, measured, budget.
///
/// Times are wall-clock times on the machine at hand, so compare them within one run only.
@main
enum HarkBench {
    static func main() throws {
        Figure.heading()
        let program = try Program()
        defer { program.remove() }
        try ScreenBench.run(program)
        try PhraseBench.run()
        try LearningBench.run()
        try ImportBench.run(program)
    }
}
