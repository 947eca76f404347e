import HarkCore

extension Dashboard {
    /// The customers week by week, and where the reader is among them.
    struct CohortState: Equatable, Sendable {
        private(set) var grid: CohortGrid?
        /// What is counted, or asked for.
        var measure = CohortGrid.Measure.usage
        var failure: String?
        var ticket: Ticket?
        private(set) var selection = 0
        /// The first customer in sight.
        private(set) var top = 0
        /// The first week in sight.
        private(set) var week = 0

        /// The selected customer.
        var selected: CohortGrid.Row? {
            guard let rows = grid?.rows, rows.indices.contains(selection) else { return nil }
            return rows[selection]
        }

        /// How many customers there are to look at.
        var count: Int { grid?.rows.count ?? 0 }

        mutating func take(_ grid: CohortGrid) {
            self.grid = grid
            failure = nil
            ticket = nil
            select(selection)
            scroll(by: 0)
        }

        /// Selects a customer, no further than the ends.
        mutating func select(_ place: Int) { selection = min(max(0, place), max(0, count - 1)) }

        /// Shows later weeks, or earlier ones; never past the longest life.
        mutating func scroll(by weeks: Int) { week = min(max(0, week + weeks), max(0, (grid?.means.count ?? 0) - 1)) }

        /// Keeps the selection in sight.
        mutating func reveal(rows: Int) {
            top = min(max(top, selection - max(1, rows) + 1), selection)
            top = max(0, min(top, count - rows))
        }
    }
}
