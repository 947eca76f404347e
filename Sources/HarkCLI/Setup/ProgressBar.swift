import HarkScreen

/// A line that says how far something long is: a bar, the share, the rows, and how long it will take.
struct ProgressBar {
    /// How wide the line may be, in columns.
    var columns: Int
    var glyphs: Glyphs

    /// The bar is no wider than this.
    private static let widest = 40
    /// A narrower bar says less than the number beside it.
    private static let narrowest = 8

    /// The line, shorter than ``columns``: on narrow terminals the time goes first, then the rows, then the bar.
    ///
    /// - Parameter share: How much is done, `0...1`.
    func line(_ share: Double, rows: Int, after elapsed: Duration) -> String {
        let share = min(1, max(0, share))
        let percent = "\(Int(100 * share))%"
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        var words = ["\(rows) rows"]
        // The first moments say nothing about the speed.
        if seconds > 0.5, share > 0.01 {
            words.append("\(Int(Double(rows) / seconds)) rows/s")
            words.append("\(Int((seconds / share * (1 - share)).rounded(.up))) s left")
        }
        var text = ([percent] + words).joined(separator: "  ")
        while text.count + Self.narrowest + 2 > columns, !words.isEmpty {
            words.removeLast()
            text = ([percent] + words).joined(separator: "  ")
        }
        let room = columns - text.count - 2
        guard room >= Self.narrowest else { return String(text.prefix(max(0, columns - 1))) }
        return glyphs.bar(share, columns: min(Self.widest, room)) + " " + text
    }
}

/// A ``ProgressBar`` on the terminal that counts the time since it was made.
struct ProgressLine {
    private let bar = ProgressBar(columns: Output.errorColumns, glyphs: Output.isUnicode ? .unicode : .ascii)
    private let start = ContinuousClock.now

    /// Shows how much is done, `0...1`.
    func show(_ share: Double, rows: Int) {
        Output.progress(bar.line(share, rows: rows, after: ContinuousClock.now - start))
    }
}
