public import HarkCore

extension CohortGrid.Measure {
    /// Whether an event of a kind is counted.
    public func counts(_ kind: Event.Kind) -> Bool {
        switch self {
        case .usage: EventLook.of(kind).lane == .product
        case .touches: EventLook.of(kind).lane == .touch
        case .tickets: kind == .ticketRaised
        }
    }
}

extension CohortGrid {
    /// The characters a grid is drawn with.
    public struct Strokes: Hashable, Sendable {
        /// Five shades, that of nothing first.
        let shades: [Character]
        /// Ends the weeks of a customer that is still one.
        let today: Character
        /// Ends the weeks of one that left.
        let left: Character
        /// Stands in the last column where weeks go on out of sight.
        let more: Character

        /// Blocks of Unicode.
        public static let unicode = Strokes(shades: Array(" ░▒▓█"), today: "│", left: "x", more: "→")
        /// Pure ASCII.
        public static let ascii = Strokes(shades: Array(" .:*#"), today: "|", left: "x", more: ">")
    }

    /// Week numbers, every fourth one, as one row of exactly `columns` characters.
    public static func scale(from week: Int, columns: Int) -> String {
        var row = [Character](repeating: " ", count: max(columns, 0))
        var free = 0
        for column in row.indices where (week + column).isMultiple(of: 4) && column >= free {
            let label = String(week + column)
            guard column + label.count <= row.count else { break }
            for (offset, character) in label.enumerated() { row[column + offset] = character }
            free = column + label.count + 1
        }
        return String(row)
    }

    /// A customer's weeks as one row of exactly `columns` characters.
    public func cells(of row: Row, from week: Int, columns: Int, _ strokes: Strokes) -> String {
        cells(
            row.counts.map(Double.init), from: week, columns: columns, end: row.hasLeft ? strokes.left : strokes.today,
            strokes)
    }

    /// The mean of all customers, drawn like one.
    public func meanCells(from week: Int, columns: Int, _ strokes: Strokes) -> String {
        cells(means, from: week, columns: columns, end: " ", strokes)
    }

    /// What the shades mean, such as `. 1  : 2  * 3-4  # 5+  | today  x left`.
    public func legend(_ strokes: Strokes) -> String {
        var entries: [String] = []
        var least = 1
        for level in 1...4 {
            let most = level == 4 ? Int.max : self.most * level / 4
            guard most >= least else { continue }
            let range = level == 4 ? "\(least)+" : most == least ? "\(least)" : "\(least)-\(most)"
            entries.append("\(strokes.shades[level]) \(range)")
            least = level == 4 ? least : most + 1
        }
        return (entries + ["\(strokes.today) today", "\(strokes.left) left"]).joined(separator: "  ")
    }

    private func cells(
        _ counts: [Double], from week: Int, columns: Int, end: Character, _ strokes: Strokes
    ) -> String {
        let shown = (0..<max(columns, 0)).map { column -> Character in
            let place = week + column
            if place == counts.count { return end }
            guard counts.indices.contains(place) else { return " " }
            if column == columns - 1, place + 1 < counts.count { return strokes.more }
            return strokes.shades[level(counts[place])]
        }
        return String(shown)
    }
}
