import HarkCore

extension Dashboard {
    /// The views kept and how the leads spread, as one list.
    struct ViewsState: Equatable, Sendable {
        private(set) var saved: [SavedView] = []
        private(set) var facets: [FieldCounts] = []
        /// Whether they have been asked for; they are from the first time somebody can see them.
        var isAsked = false
        var savedTicket: Ticket?
        var facetsTicket: Ticket?
        /// What to say once the views are here again.
        var note: String?
        /// The lines of the list.
        private(set) var lines: [Line] = [.hint("Reading")]
        /// The selected line's place among those that can be.
        private(set) var selection = 0
        /// The first line in sight.
        private(set) var top = 0

        /// A line of the list.
        enum Line: Hashable, Sendable {
            case heading(String)
            case hint(String)
            case view(SavedView)
            case value(Field, FieldCounts.Count)

            var canBeSelected: Bool {
                switch self {
                case .heading, .hint: false
                case .view, .value: true
                }
            }
        }

        /// The most values shown of one field.
        private static let mostValues = 8

        mutating func take(_ saved: [SavedView]) {
            self.saved = saved
            rebuild()
        }

        mutating func take(_ facets: [FieldCounts]) {
            self.facets = facets
            rebuild()
        }

        /// The selected line; `nil` while nothing can be selected.
        var selected: Line? { selectedLine.map { lines[$0] } }

        /// The number of the selected line.
        var selectedLine: Int? {
            let choices = lines.indices.filter { lines[$0].canBeSelected }
            return choices.indices.contains(selection) ? choices[selection] : nil
        }

        /// How many lines can be selected.
        var count: Int { lines.count { $0.canBeSelected } }

        /// Selects among the lines that can be, no further than the ends.
        mutating func select(_ place: Int) { selection = min(max(0, place), max(0, count - 1)) }

        /// Selects the line with that number.
        ///
        /// - Returns: Whether it can be.
        mutating func select(line: Int) -> Bool {
            guard lines.indices.contains(line), lines[line].canBeSelected else { return false }
            selection = lines[..<line].count { $0.canBeSelected }
            return true
        }

        /// Keeps the selection in sight, with its heading where that is the line above.
        mutating func reveal(rows: Int) {
            let line = selectedLine ?? 0
            let first = selection == 0 ? 0 : line
            top = min(max(top, line - max(1, rows) + 1), first)
            top = max(0, min(top, lines.count - rows))
        }

        private mutating func rebuild() {
            lines = [.heading("Saved")] + (saved.isEmpty ? [.hint("none yet")] : saved.map(Line.view))
            for facet in facets where !facet.values.isEmpty {
                lines.append(.heading(facet.field.rawValue.capitalised))
                lines += facet.values.prefix(Self.mostValues).map { .value(facet.field, $0) }
                let rest = facet.values.count - Self.mostValues
                if rest > 0 { lines.append(.hint("and \(rest) more")) }
            }
            select(selection)
        }
    }
}
