import HarkCore

extension CommandType {
    /// Lists with a name of their own are read, followed up and answered as the plain list they are.
    var family: CommandType {
        switch self {
        case .countRecords, .showTasks, .showAgenda, .showPipeline, .showStale: .listRecords
        case .setReminder, .callContact: .createTask
        default: self
        }
    }
}

extension Interpreter {
    /// The list by the name the contract has for it: a count, somebody's tasks, meetings or pipeline, or what is
    /// stale; anything with other requirements stays a plain list.
    func named(_ list: Draft, _ query: RecordQuery, _ reading: Reading) -> Draft {
        let filters = list.entities.first { $0.name == "filters" }?.value.members ?? []
        let names = Set(filters.map(\.name))
        let isPlain = query.sort.isEmpty && reading.first("limit") == nil
        if reading.intent == .countRecords {
            var draft = list
            let by = value("by", in: reading, grammar).flatMap(Field.init)
            draft.both("by", by.map { .string($0.rawValue) })
            (draft.commandType, draft.command) = (.countRecords, .count(query, by: by))
            return draft
        }
        if query.kind == .deal, isPlain, isPipeline(reading), names.isSubset(of: ["owner", "stage", "close"]) {
            let open = filters.first { $0.name == "stage" }?.value.string ?? "open"
            guard open == "open" else { return list }
            return rebuilt(list, as: .showPipeline, range: "close", .pipeline(query), filters)
        }
        if query.kind == .customer || query.kind == .deal, names.contains("risk") {
            var draft = list
            draft.entities = []
            draft.payload = []
            draft.commandType = .showRisk
            return atRisk(draft, query, query.conditions, filters)
        }
        if names.contains("touched_before") {
            var (draft, query) = (list, query)
            if query.kind == .deal, !names.contains("stage") {
                query.conditions.append(Condition(.stage, .equals, .text("open")))
                draft.command = .list(query)
            }
            draft.commandType = .showStale
            draft.entities = list.entities.filter { $0.name != "filters" }
            draft.entity("since", filters.first { $0.name == "touched_before" }?.value)
            draft.entity("filters", .object(filters.filter { $0.name != "touched_before" }))
            return draft
        }
        // What is done is on nobody's list, so "open" says nothing of tasks.
        let isOpen = query.kind == .task && filters.contains { $0.name == "status" && $0.value.string == "open" }
        let asked = isOpen ? names.subtracting(["status"]) : names
        guard isPlain, asked.isSubset(of: ["owner", "due"]), reading.first("late") == nil else { return list }
        var query = query
        query.sort = [SortKey(.due)]
        switch query.kind {
        case .task:
            if !isOpen { query.conditions.append(Condition(.status, .equals, .text("open"))) }
            return rebuilt(list, as: .showTasks, range: "due", .list(query), filters)
        case .meeting: return rebuilt(list, as: .showAgenda, range: "due", .list(query), filters)
        default: return list
        }
    }

    /// How many days before its close date an open deal counts as at risk.
    private static let riskDays = 14

    /// Customers or deals at risk, with whatever else was asked of them.
    ///
    /// Customers have a risk that is predicted. A deal is at risk where it is open and its close date is near or has
    /// passed, unless other dates were asked for.
    func atRisk(
        _ list: Draft, _ query: RecordQuery, _ conditions: [Condition], _ filters: [JSONValue.Member]
    ) -> Draft {
        var draft = list
        draft.apiCall = "GET /api/risk"
        if query.kind == .deal { draft.both("type", .string(query.kind.rawValue)) }
        draft.both("filters", .object(filters.filter { $0.name != "risk" }))
        var query = query
        query.conditions = conditions.filter { $0.field != .risk }
        query.sort = [query.kind == .deal ? SortKey(.close) : SortKey(.risk, descending: true)]
        if query.kind == .deal {
            let fields = query.conditions.map(\.field)
            if !fields.contains(.stage) { query.conditions.append(Condition(.stage, .equals, .text("open"))) }
            if !fields.contains(.close) {
                let day = context.now.date.adding(days: Interpreter.riskDays)
                query.conditions.append(Condition(.close, .atMost, .date(day)))
            }
        }
        draft.command = .showRisk(query)
        return draft
    }

    private func isPipeline(_ reading: Reading) -> Bool {
        reading.intent == .showPipeline || phrase.tokens[reading.range].contains { $0.text == "pipeline" }
    }

    private func rebuilt(
        _ list: Draft, as type: CommandType, range: String, _ command: Command, _ filters: [JSONValue.Member]
    ) -> Draft {
        var draft = list
        draft.commandType = type
        draft.entities = []
        draft.entity("range", filters.first { $0.name == range }?.value)
        draft.entity("owner", filters.first { $0.name == "owner" }?.value)
        draft.command = command
        return draft
    }
}
