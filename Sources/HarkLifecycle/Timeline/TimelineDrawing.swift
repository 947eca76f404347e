extension TimelineLayout {
    /// The characters a timeline is drawn with.
    public struct Strokes: Hashable, Sendable {
        /// Fills a span that is over.
        public var past: Character
        /// Fills a span that lies ahead.
        public var ahead: Character
        /// The now line.
        public var now: Character
        /// Stands between letter and count of a collapsed run.
        public var times: Character

        /// Lines of Unicode's box drawing block.
        public static let unicode = Strokes(past: "═", ahead: "┄", now: "│", times: "×")
        /// Pure ASCII.
        public static let ascii = Strokes(past: "=", ahead: "-", now: "|", times: "x")
    }

    /// The axis as one row of exactly ``columns`` characters.
    public func axisRow(_ strokes: Strokes) -> String {
        var row = [Character](repeating: " ", count: columns)
        for tick in ticks { TimelineLayout.put(tick.label, at: tick.column, in: &row) }
        if let nowLabelColumn { TimelineLayout.put(TimelineAxis.nowWord, at: nowLabelColumn, in: &row) }
        if let nowColumn { row[nowColumn] = strokes.now }
        return String(row)
    }

    /// One lane as one row of exactly ``columns`` characters: spans, the now line, labels, then marks.
    public func row(_ lane: Lane, _ strokes: Strokes) -> String {
        var row = [Character](repeating: " ", count: columns)
        for span in lane.spans {
            for column in span.columns { row[column] = span.isAhead ? strokes.ahead : strokes.past }
        }
        if let nowColumn { row[nowColumn] = strokes.now }
        for span in lane.spans { TimelineLayout.put(span.label, at: span.labelColumn, in: &row) }
        for mark in lane.marks {
            let text = String(mark.text.map { $0 == "×" ? strokes.times : $0 })
            TimelineLayout.put(text, at: mark.column, in: &row)
        }
        return String(row)
    }

    private static func put(_ text: String, at column: Int, in row: inout [Character]) {
        for (offset, character) in text.enumerated() where row.indices.contains(column + offset) {
            row[column + offset] = character
        }
    }
}
