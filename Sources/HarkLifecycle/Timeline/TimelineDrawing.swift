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
        /// Stand before the number of events left and after that of events right of the window.
        public var earlier: Character
        public var later: Character

        /// Lines of Unicode's box drawing block.
        public static let unicode = Strokes(
            past: "═", ahead: "┄", now: "│", times: "×", earlier: "←", later: "→")
        /// Pure ASCII.
        public static let ascii = Strokes(past: "=", ahead: "-", now: "|", times: "x", earlier: "<", later: ">")
    }

    /// The axis as one row of exactly ``columns`` characters.
    public func axisRow(_ strokes: Strokes) -> String {
        var row = [Character](repeating: " ", count: columns)
        for tick in ticks { TimelineLayout.put(tick.label, at: tick.column, in: &row) }
        if let nowLabelColumn { TimelineLayout.put(TimelineAxis.nowWord, at: nowLabelColumn, in: &row) }
        if let nowColumn { row[nowColumn] = strokes.now }
        let signs = hidden.signs(strokes, columns: columns)
        TimelineLayout.put(signs.left, at: 0, in: &row)
        TimelineLayout.put(signs.right, at: columns - signs.right.count, in: &row)
        return String(row)
    }

    /// The whole picture as lines: the axis, every lane with something in it behind its name, then what the letters
    /// mean.
    ///
    /// - Parameter width: Lines of the legend break before it; the others are ``columns`` and ``gutter`` wide.
    public func page(_ strokes: Strokes, width: Int) -> [String] {
        pictureRows(strokes) + TimelineLayout.legendLines(legend, width: width)
    }

    /// The axis, then every lane with something in it, each behind its name.
    public func pictureRows(_ strokes: Strokes) -> [String] {
        func row(_ name: String, _ text: String) -> String {
            " \(name)\(String(repeating: " ", count: TimelineLayout.gutter - 2 - name.count)) \(text)"
        }
        let shown = lanes.filter { !$0.isEmpty }
        return [row(window.zoom.rawValue, axisRow(strokes))]
            + (shown.isEmpty ? Array(lanes.prefix(1)) : shown).map { row($0.lane.rawValue, self.row($0, strokes)) }
    }

    /// The columns the names of the lanes take.
    public static let gutter = 9

    /// Letters and their meaning, as many on a line as go in.
    public static func legendLines(_ looks: [EventLook], width: Int) -> [String] {
        var lines: [String] = []
        for entry in looks.map({ "\($0.symbol) \($0.title)" }) {
            if let last = lines.last, last.count + 2 + entry.count < width {
                lines[lines.count - 1] = "\(last)  \(entry)"
            } else {
                lines.append(" \(entry)")
            }
        }
        return lines
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
