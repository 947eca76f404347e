import HarkCore

extension Dashboard {
    /// The models there are, and which chart of them is looked at.
    struct ModelsState: Equatable, Sendable {
        private(set) var reports: [ModelReport] = []
        /// What can be looked at, model by model.
        private(set) var entries: [Entry] = []
        private(set) var isLoaded = false
        var failure: String?
        var ticket: Ticket?
        private(set) var selection = 0
        /// The first entry in sight.
        private(set) var top = 0
        /// The first line of the chart in sight.
        var chartTop = 0

        /// A chart of one of the models.
        struct Entry: Hashable, Sendable {
            /// The model's place among the reports.
            let report: Int
            let chart: ModelReport.Chart
        }

        mutating func take(_ reports: [ModelReport]) {
            self.reports = reports
            entries = reports.indices.flatMap { index in
                reports[index].charts.map { Entry(report: index, chart: $0) }
            }
            isLoaded = true
            failure = nil
            ticket = nil
            select(selection)
        }

        /// The selected chart with its model; `nil` while there is none.
        var selected: (report: ModelReport, chart: ModelReport.Chart)? {
            entries.indices.contains(selection)
                ? (reports[entries[selection].report], entries[selection].chart) : nil
        }

        /// Selects an entry, no further than the ends.
        mutating func select(_ place: Int) {
            let wanted = min(max(0, place), max(0, entries.count - 1))
            if wanted != selection { chartTop = 0 }
            selection = wanted
        }

        /// Keeps the selection in sight.
        mutating func reveal(rows: Int) {
            top = min(max(top, selection - max(1, rows) + 1), selection)
            top = max(0, min(top, entries.count - rows))
        }
    }
}
