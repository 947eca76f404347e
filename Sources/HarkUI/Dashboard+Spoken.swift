import HarkCore

extension Dashboard {
    /// The state in one line, for readers that cannot see the screen: where one is, and what is there.
    ///
    /// `2 of 318, Bergen Fjordline, score 88 high, proposal, 4 hours`
    public static func spoken(_ state: State) -> String {
        if state.typing == .prompt, let reading = state.prompt.reading {
            let action = reading.decisive
            return ([action.status.rawValue, action.question] + [action.json.compact]).compactMap { $0 }.joined(
                separator: ", ")
        }
        if let status = state.status { return status.text }
        return switch state.focus {
        case .views: spoken(state.views)
        case .leads: spoken(state.leads) { words(for: $0, at: state.now) }
        case .customers: spoken(state.customers) { words(for: $0) }
        case .results: spoken(state.results) { [$0.name, $0.reference.kind.rawValue, $0.detail] }
        case .log: spoken(state.log)
        case .timeline: state.currentEvent?.line ?? "timeline of \(state.record.subject?.name ?? "nothing")"
        case .fields: state.record.detail.map(words) ?? "reading"
        case .why: state.record.detail?.score.map(words) ?? "not scored yet"
        case .help: "help"
        }
    }

    private static func spoken<Row>(_ table: Table<Row>, _ words: (Row) -> [String]) -> String {
        switch table.phase {
        case .loading: return "reading"
        case .failed(let reason): return reason
        case .loaded:
            guard let row = table.selected else { return table.total == 0 ? "empty list" : "reading" }
            let place = "\(table.selection + 1) of \(table.total)"
            let mark = table.isMarked(row.reference) ? ["marked"] : []
            return ([place] + words(row) + mark).filter { !$0.isEmpty }.joined(separator: ", ")
        }
    }

    private static func spoken(_ views: ViewsState) -> String {
        let place = "\(views.selection + 1) of \(views.count)"
        return switch views.selected {
        case .view(let view): "\(place), saved view \(view.name), \(view.filter)"
        case .value(let field, let count): "\(place), \(field.rawValue) \(count.value), \(count.count) leads"
        default: "reading"
        }
    }

    private static func spoken(_ log: LogState) -> String {
        guard let action = log.current else { return log.isLoaded ? "empty list" : "reading" }
        let parts = ["\(log.selection + 1) of \(log.rows.count)", action.title, action.at.dayAndTime]
        return (parts + (action.undone ? ["undone"] : [])).joined(separator: ", ")
    }

    private static func words(for lead: LeadSummary, at now: LocalDateTime) -> [String] {
        let score = lead.score.map { "score \($0.leadScore) \(lead.priority?.rawValue ?? "")" } ?? "not scored"
        return [lead.name, score, lead.stage, lead.lastTouch?.ageInWords(at: now) ?? "never touched"]
    }

    private static func words(for customer: CustomerSummary) -> [String] {
        [
            customer.name, customer.risk.map { "risk \($0.percent)" } ?? "not scored",
            customer.stage?.rawValue ?? "", customer.health.map { "health \($0.score)" } ?? "",
        ]
    }

    private static func words(_ detail: RecordDetail) -> String {
        ([detail.title] + detail.fields.map { "\($0.label) \($0.value)" }).joined(separator: ", ")
    }

    private static func words(_ score: Score) -> String {
        let reasons = score.contributions.byWeight
        return
            (["score \(score.value.leadScore) \(score.priority.rawValue)"]
            + reasons.map { "\($0.points.signed) \($0.reason)" })
            .joined(separator: ", ")
    }
}
