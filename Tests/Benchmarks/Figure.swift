import Foundation

/// One line of the benchmark's table.
enum Figure {
    static func heading() { line("what", "measured", "budget") }

    static func line(_ what: String, _ measured: String, _ budget: String) {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        print(padded(what, 44) + padded(measured, 34) + budget)
    }

    /// `97.2 % of 420`.
    static func share(_ part: Int, of whole: Int) -> String {
        "\((Double(part) / Double(max(1, whole)) * 1_000).rounded() / 10) % of \(whole)"
    }

    static func milliseconds(_ duration: Duration) -> String {
        let value = Double(duration.components.seconds) * 1e3 + Double(duration.components.attoseconds) / 1e15
        return "\((value * 1_000).rounded() / 1_000) ms"
    }

    static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// A rate such as `2.31 M rows/s`.
    static func rate(_ rows: Int, _ duration: Duration) -> String {
        let perSecond = Double(rows) / seconds(duration)
        return perSecond > 1e6
            ? "\((perSecond / 1e4).rounded() / 100) M rows/s" : "\(Int(perSecond.rounded())) rows/s"
    }

    /// The value that a share of the sorted values does not exceed.
    static func percentile(_ share: Double, of values: [Duration]) -> Duration {
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}
