import HarkCore

extension Interpreter {
    /// Goes to a screen, or narrows, orders or keeps the list shown last.
    func changeView(_ reading: Reading) -> Draft {
        var draft = Draft(reading.intent)
        switch reading.intent {
        case .navigate:
            let view = value("view", in: reading, grammar)
            draft.entity("view", view.map(JSONValue.string))
            draft.command = view.flatMap(Destination.init).map(Command.navigate) ?? view.flatMap(list).map(Command.list)
        case .saveView:
            let name = text("name", in: reading)
            draft.entity("name", name.map(JSONValue.string))
            guard let name else {
                draft.miss("name", asking: "Under which name?")
                return draft
            }
            // "Call it pilot phase 1" after a deal was created names the deal.
            let words = ["view", "list", "filter", "filters", "search", "query", "screen", "report"]
            let isSaid = phrase.tokens[reading.range].contains { words.contains($0.text) }
            let isBusy = context.pending != nil || context.last != nil && context.last?.command?.query == nil
            if !isSaid, isBusy { draft.doubt += 3 }
            // "Let's call it a day" names nothing.
            if !isSaid, let slot = reading.first("name"), isThing(slot) { draft.doubt += Interpreter.costOfThing }
            draft.command = .saveView(name: name, listShown(reading))
        case .sortView:
            let field = value("sort", in: reading, grammar).flatMap(Field.init) ?? fieldImplied(reading)
            let rises: [Field] = [.name, .company, .owner, .close, .due, .stage, .source]
            let isDescending =
                value("order", in: reading, grammar).map { $0 == "desc" } ?? !rises.contains(field ?? .score)
            draft.entity("field", field.map { .string($0.rawValue) })
            draft.entity("order", .string(isDescending ? "desc" : "asc"))
            var query = listShown(reading)
            guard let field else { return draft }
            query.sort = [SortKey(field, descending: isDescending)]
            draft.command = .list(query)
        case _ where reading.first("unfiltered") != nil:
            var query = listShown(reading)
            query.conditions = []
            draft.entity("filters", .object([]))
            draft.command = .list(query)
        default:
            var query = listShown(reading)
            var filters = FilterReader(interpreter: self, reading: reading, kind: query.kind)
            filters.read()
            draft.entity("filters", .object(filters.members))
            draft.take(filters)
            // What is left out is not put in the place of what was asked for.
            let fields = Set(filters.conditions.filter { $0.comparison != .notEquals }.map(\.field))
            query.conditions = query.conditions.filter { !fields.contains($0.field) } + filters.conditions
            query.page = Page()
            if filters.conditions.isEmpty { draft.miss("filters", asking: "Filter by what?") }
            draft.command = .list(query)
        }
        return draft
    }

    /// The list a view without a screen of its own opens as.
    private func list(of view: String) -> RecordQuery? {
        switch view {
        case "deals": RecordQuery(.deal)
        case "contacts": RecordQuery(.contact)
        case "companies": RecordQuery(.company)
        case "tickets": RecordQuery(.ticket)
        case "tasks":
            RecordQuery(.task, conditions: [Condition(.status, .equals, .text("open"))], sort: [SortKey(.due)])
        case "calendar": RecordQuery(.meeting, sort: [SortKey(.due)])
        default: nil
        }
    }

    /// What "newest first" or "alphabetically" is about.
    private func fieldImplied(_ reading: Reading) -> Field? {
        let words = Set(phrase.tokens[reading.range].map(\.text))
        if !words.isDisjoint(with: ["alphabetically", "alphabetical", "alphabetic", "alphabet", "z"]) { return .name }
        guard reading.first("order") != nil else { return nil }
        if !words.isDisjoint(with: ["newest", "oldest", "latest", "recent"]) { return .created }
        if !words.isDisjoint(with: ["soonest", "nearest", "earliest"]) { return .close }
        if !words.isDisjoint(with: ["biggest", "largest", "smallest", "cheapest", "priciest", "expensive", "valuable"])
        {
            return .amount
        }
        return listShown(reading).kind == .deal ? .amount : .score
    }

    /// Stages no lead can have, so that deals are meant.
    private static let dealStages: Set<String> = ["proposal", "negotiation", "won", "lost"]

    /// The list asked for last, else all leads; another kind where one was named or the stage is a deal's.
    private func listShown(_ reading: Reading) -> RecordQuery {
        var kind = value("type", in: reading, grammar).flatMap(RecordKind.init)
        if kind == nil, let stage = value("stage", in: reading, grammar), Interpreter.dealStages.contains(stage) {
            kind = .deal
        }
        let last = context.list?.command?.query
        if let last, kind == nil || kind == last.kind { return last }
        return RecordQuery(kind ?? .lead)
    }
}
