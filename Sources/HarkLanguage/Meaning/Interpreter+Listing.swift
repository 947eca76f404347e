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
            (draft.commandType, draft.command) = (.countRecords, .count(query))
            return draft
        }
        if query.kind == .deal, isPlain, isPipeline(reading), names.isSubset(of: ["owner", "stage", "close"]) {
            let open = filters.first { $0.name == "stage" }?.value.string ?? "open"
            guard open == "open" else { return list }
            return rebuilt(list, as: .showPipeline, range: "close", .pipeline(query), filters)
        }
        if query.kind == .customer, names.contains("risk") { return atRisk(query, filters) }
        if names.contains("touched_before") {
            var draft = list
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

    /// Customers at risk, with whatever else was asked of them.
    private func atRisk(_ query: RecordQuery, _ filters: [JSONValue.Member]) -> Draft {
        var draft = Draft(.showRisk, "GET /api/risk")
        draft.both("filters", .object(filters.filter { $0.name != "risk" }))
        var query = query
        query.conditions.removeAll { $0.field == .risk }
        query.sort = [SortKey(.risk, descending: true)]
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
