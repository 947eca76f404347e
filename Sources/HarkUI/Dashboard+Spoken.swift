import HarkCore
import HarkLifecycle
import HarkScreen

extension Dashboard {
    /// The state in one line, for readers that cannot see the screen: where one is, and what is there.
    ///
    /// `2 of 318, Bergen Fjordline, score 88 high, proposal, 4 hours`
    public static func spoken(_ state: State) -> String {
        if state.typing == .prompt, let reading = state.prompt.reading {
            return (state.status.map { "\($0.text)\n" } ?? "") + spoken(reading, state.options.keys)
        }
        if let status = state.status { return status.text }
        if state.tellsEvent, let event = told(state) { return event }
        return switch state.focus {
        case .views: spoken(state.views)
        case .leads: spoken(state.leads) { words(for: $0, at: state.now) }
        case .customers: spoken(state.customers) { words(for: $0) }
        case .results: spoken(state.results) { [$0.name, $0.reference.kind.rawValue, $0.detail] }
        case .log: spoken(state.log)
        case .timeline: told(state) ?? dates(state)
        case .fields: state.record.detail.map(words) ?? "reading"
        case .why: (state.record.detail?.score.map(words) ?? "not scored yet") + moveWords(state.record.move)
        case .help: HelpScreen.lines(state, columns: 60).map(plain).joined(separator: "\n")
        case .charts: spoken(state.models)
        case .cohorts: CohortPane.spoken(state.cohorts)
        case .chart:
            state.models.selected.map { $0.report.spoken($0.chart) } ?? "reading"
        }
    }

    /// The event under the cursor and how the record stood then.
    private static func told(_ state: State) -> String? {
        state.currentEvent.map { ([words($0)] + past(state)).joined(separator: "\n") }
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

    private static func spoken(_ models: ModelsState) -> String {
        guard let (report, chart) = models.selected else { return models.failure ?? "reading" }
        return "\(models.selection + 1) of \(models.entries.count), \(report.title), \(report.title(of: chart))"
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

    /// The events as a list, oldest first, each with its day.
    private static func dates(_ state: State) -> String {
        let events = state.record.detail?.events ?? []
        let title = "timeline of \(state.record.subject?.name ?? "nothing"), \(events.count) events"
        let lines = TimelineText.runs(events).map { event, count in
            words(event) + (count > 1 ? ", \(count) times" : "")
        }
        return ([title] + lines).joined(separator: "\n")
    }

    /// What the event under the cursor changed, and how the record stood then.
    private static func past(_ state: State) -> [String] {
        let changes = state.currentDetail?.changes().map { $0.replacing(" → ", with: " to ") } ?? []
        return changes + (state.standing.map { [$0.line] } ?? [])
    }

    private static func words(_ event: Event) -> String { "\(event.at.date.inFull) \(event.line.dropFirst(7))" }

    private static func plain(_ runs: [Run]) -> String { runs.map(\.text).joined() }

    private static func words(_ detail: RecordDetail) -> String {
        let fields = ([detail.title] + detail.fields.map { "\($0.label) \($0.value)" }).joined(separator: ", ")
        let messages = detail.messages.map { "\($0.at.dayAndTime), \($0.channel) \($0.direction.rawValue): \($0.body)" }
        return ([fields] + messages).joined(separator: "\n")
    }

    /// How many reasons are heard; the weaker ones would only take time, and the pane shows them.
    private static let reasonsSpoken = 8

    private static func words(_ score: Score) -> String {
        let reasons = score.contributions.byWeight
        let rest = reasons.count - reasonsSpoken
        return
            (["score \(score.value.leadScore) \(score.priority.rawValue)"]
            + reasons.prefix(reasonsSpoken).map { "\($0.points.signed) \($0.reason)" }
            + (rest > 0 ? ["and \(rest) weaker"] : []))
            .joined(separator: ", ")
    }

    /// What would take the record to the next priority, once asked for and known.
    private static func moveWords(_ move: MoveState) -> String {
        guard case .known(let move) = move else { return "" }
        return "\n" + (move.map { "what would move it: \($0.words)" } ?? Move.absence)
    }
}
