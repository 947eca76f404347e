extension Dashboard {
    /// The screens.
    public enum View: String, CaseIterable, Hashable, Sendable {
        case desk, leads, customers, log, models, cohorts, record, results, help

        /// The screens with a number, in its order.
        static let numbered: [View] = [.desk, .leads, .customers, .log, .models]

        /// The word in the header.
        var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

        /// The pane that takes the keys when the screen opens.
        var home: Pane {
            switch self {
            case .desk, .leads: .leads
            case .customers: .customers
            case .log: .log
            case .models: .charts
            case .cohorts: .cohorts
            case .record: .fields
            case .results: .results
            case .help: .help
            }
        }

        /// The panes, in the order Tab visits them.
        var panes: [Pane] {
            switch self {
            case .desk: [.views, .leads, .customers, .why, .timeline]
            case .record: [.fields, .why, .timeline]
            case .models: [.charts, .chart]
            default: [home]
            }
        }
    }

    /// The parts of a screen.
    public enum Pane: String, CaseIterable, Hashable, Sendable {
        case views, leads, customers, fields, why, timeline, log, results, help, charts, chart, cohorts
    }

    /// Who takes a key: a pane, or a line being typed.
    public enum Place: String, CaseIterable, Hashable, Sendable {
        case views, leads, customers, fields, why, timeline, log, results, help, charts, chart, cohorts
        case prompt, history, filter, question, notice

        init(_ pane: Pane) {
            self =
                switch pane {
                case .views: .views
                case .leads: .leads
                case .customers: .customers
                case .fields: .fields
                case .why: .why
                case .timeline: .timeline
                case .log: .log
                case .results: .results
                case .help: .help
                case .charts: .charts
                case .chart: .chart
                case .cohorts: .cohorts
                }
        }

        /// Whether a line is being typed there, so that letters are text.
        var isTyping: Bool { [.prompt, .history, .filter, .question].contains(self) }
    }
}
