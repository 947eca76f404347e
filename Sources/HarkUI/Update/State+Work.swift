import HarkCore

extension Dashboard.State {
    /// Begins the phrase a working key stands for; it is shown, and read, before anything happens.
    mutating func prepare(_ intent: Dashboard.Intent) {
        if intent == .suggestion {
            guard let suggestion else { return say("Nothing to suggest here.") }
            return startPhrase(suggestion)
        }
        let names = namesForWork
        guard let name = names.first else { return }
        guard names.count == 1 || (intent != .note && intent != .edit) else {
            return say("Notes and changes go to one record at a time; \(key(.unmarkAll)) takes the marks away.")
        }
        // One clause a record: they are shown, run and undone together.
        func each(_ phrase: (String) -> String) -> String { names.map(phrase).joined(separator: " and ") }
        switch intent {
        case .task: startPhrase(each { "follow up with \($0)" } + " ")
        case .note: startPhrase("add a note to \(name): ")
        case .call: startPhrase(each { "log a call with \($0)" } + " ")
        case .edit: startPhrase("set the phone of \(name) to ")
        case .nextStage:
            guard let nextStage else { return say("No next stage is known for \(name).") }
            startPhrase(each { "mark \($0) as \(nextStage)" })
        case .close:
            guard current?.reference.kind == .lead else { return say("Only leads are disqualified.") }
            startPhrase(each { "disqualify \($0)" })
        default: break
        }
    }

    /// What would be wise to do about the current record, as a phrase; `nil` for nothing in particular.
    var suggestion: String? { suggestion(for: current) }

    /// The best thing to do next with a record, as a phrase; `nil` while it is not known or where there is none.
    func suggestion(for record: NamedRecord?) -> String? { action(for: record)?.phrase }

    /// The best thing to do next with a record whose detail is there.
    func action(for record: NamedRecord?) -> NextAction? {
        guard let record, let detail = self.record.detail, detail.reference == record.reference else { return nil }
        return detail.actions.first
    }

    /// The names of the marked records, else of the current one.
    private var namesForWork: [String] {
        (marks.isEmpty ? [current].compactMap(\.self) : marks).map { $0.name.oneLine }
    }

    /// The step of the sale after the one the current lead is at.
    private var nextStage: String? {
        guard let current, let lead = leads.rows.first(where: { $0.reference == current.reference }) else { return nil }
        let stage = lead.stage.lowercased()
        if stage == Lead.Status.contacted.rawValue { return Deal.Stage.qualified.rawValue }
        let open = Deal.Stage.allCases.filter { $0 != .lost }
        guard let index = open.firstIndex(where: { $0.rawValue == stage }), index + 1 < open.count else { return nil }
        return open[index + 1].rawValue
    }

    /// Copies what the current line is called.
    mutating func copyName() -> [Dashboard.Effect] {
        let text =
            switch focus {
            case .log: log.current?.title
            case .timeline: currentEvent?.line ?? record.subject?.name
            default: current?.name
            }
        return text.map { [.copy($0)] } ?? []
    }

    /// Copies the current line as JSON.
    mutating func copyRow() -> [Dashboard.Effect] {
        let json: JSONValue? =
            switch focus {
            case .leads: leads.selected?.json
            case .customers: customers.selected?.json
            case .results: results.selected?.json
            case .log: log.current?.json
            case .timeline: currentEvent?.json
            case .fields, .why: record.detail?.json
            case .views, .help, .charts, .chart, .cohorts: nil
            }
        return json.map { [.copy($0.compact)] } ?? []
    }
}

extension Dashboard.LogState {
    /// The selected action.
    var current: LoggedAction? { rows.indices.contains(selection) ? rows[selection] : nil }
}

extension String {
    /// The text with every line end as a space, as a phrase needs it.
    var oneLine: String { String(map { $0.isNewline ? " " : $0 }) }
}
