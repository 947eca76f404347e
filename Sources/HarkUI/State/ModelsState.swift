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
            let chart: Chart
        }

        /// The ways to look at a model.
        enum Chart: Hashable, Sendable {
            case quality, distribution, calibration, gain, confusion, importance, correlation, drift
            /// What one feature adds, by its place among the shapes.
            case shape(Int)
        }

        /// The most features that have an entry of their own.
        private static let mostShapes = 12

        mutating func take(_ reports: [ModelReport]) {
            self.reports = reports
            entries = reports.indices.flatMap { index in
                ModelsState.charts(of: reports[index]).map { Entry(report: index, chart: $0) }
            }
            isLoaded = true
            failure = nil
            ticket = nil
            select(selection)
        }

        /// The selected chart with its model; `nil` while there is none.
        var selected: (report: ModelReport, chart: Chart)? {
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

        /// The charts that have something to show.
        private static func charts(of report: ModelReport) -> [Chart] {
            let known: [(Chart, Bool)] = [
                (.quality, true), (.distribution, !report.distribution.isEmpty),
                (.calibration, !report.calibration.isEmpty), (.gain, !report.lift.isEmpty),
                (.confusion, report.confusion != nil), (.importance, !report.importance.isEmpty),
                (.correlation, !report.correlation.labels.isEmpty), (.drift, !report.drift.isEmpty),
            ]
            return known.filter(\.1).map(\.0) + report.shapes.indices.prefix(mostShapes).map(Chart.shape)
        }
    }
}
