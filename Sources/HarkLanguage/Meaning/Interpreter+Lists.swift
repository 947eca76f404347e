import HarkCore

extension Interpreter {
    func listRecords(_ reading: Reading) -> Draft {
        if reading.intent == .countRecords, reading.slots.allSatisfy({ $0.name == "by" }) {
            return countOfList(by: value("by", in: reading, grammar).flatMap(Field.init))
        }
        var draft = Draft(.listRecords)
        let kind = value("type", in: reading, grammar).flatMap(RecordKind.init) ?? impliedKind(reading)
        var filters = FilterReader(interpreter: self, reading: reading, kind: kind)
        filters.read()
        var query = RecordQuery(kind, conditions: filters.conditions, sort: filters.sort)
        draft.apiCall = "GET /api/\(kind.plural)"
        draft.entity("type", .string(kind.rawValue))
        draft.both("filters", .object(filters.members))
        draft.take(filters)
        if filters.members.isEmpty, isLoneNoun(kind, in: reading) { draft.doubt += 4 }
        let isOrdered = ["sort", "recency", "magnitude"].contains { reading.first($0) != nil }
        if let first = query.sort.first, isOrdered {
            draft.both("sort", .string(first.field.rawValue))
            draft.both("order", .string(first.descending ? "desc" : "asc"))
        }
        if let limit = number("limit", in: reading).flatMap({ Int(exactly: $0) }), (1...1_000).contains(limit) {
            query.page.limit = limit
            draft.both("limit", .integer(limit))
        }
        draft.command = .list(query)
        return named(draft, query, reading)
    }

    /// "How many is that?", "what are they worth together?", "which customers are they from?"
    private func countOfList(by field: Field?) -> Draft {
        var draft = Draft(.countRecords)
        guard let list = context.list, let query = list.command?.query else {
            draft.miss("type", asking: "How many of what?")
            return draft
        }
        draft.apiCall = "GET /api/\(query.kind.plural)"
        draft.entity("type", .string(query.kind.rawValue))
        draft.both("filters", list.entities["filters"] ?? .object([]))
        if let field, !query.kind.has(field) {
            draft.miss("by", asking: "\(Interpreter.sentence(query.kind.plural)) have no \(field.label). By what else?")
            return draft
        }
        draft.both("by", field.map { .string($0.rawValue) })
        draft.command = .count(query, by: field)
        return draft
    }

    /// The kind a list is of where none was named.
    private func impliedKind(_ reading: Reading) -> RecordKind {
        switch reading.intent {
        case .showTasks: .task
        case .showAgenda: .meeting
        case .showPipeline: .deal
        case _ where reading.first("late")?.type == .table("slipping"): .deal
        case _ where reading.first("late") != nil: .task
        case _ where reading.first("renewal") != nil: .customer
        case _ where reading.first("stage") != nil || reading.first("close") != nil: .deal
        case _ where reading.first("openness") != nil: .ticket
        case .countRecords where context.touched.first != nil: context.touched[0].reference.kind
        case _ where reading.first("source") == nil && (reading.first("company") ?? reading.first("city")) != nil:
            .contact
        default: reading.first("when") == nil ? .lead : .meeting
        }
    }

    func showRisk(_ reading: Reading) -> Draft {
        let isDeals = value("type", in: reading, grammar) == RecordKind.deal.rawValue
        let query = RecordQuery(isDeals ? .deal : .customer)
        var draft = Draft(.showRisk)
        var filters = FilterReader(interpreter: self, reading: reading, kind: query.kind)
        filters.read()
        draft.take(filters)
        return atRisk(draft, query, filters.conditions, filters.members)
    }

    func search(_ reading: Reading) -> Draft {
        var draft = Draft(.search, "GET /api/search")
        let kind = value("type", in: reading, grammar).flatMap(RecordKind.init)
        draft.both("type", kind.map { .string($0.rawValue) })
        guard let slot = reading.first("text"), let text = searchText(slot) else {
            draft.miss("text", asking: "What should be searched for?")
            return draft
        }
        draft.both("text", .string(text))
        draft.doubt = strangeness(of: slot, isTyped: kind != nil)
        if kind == nil, isThing(slot, behind: Interpreter.ownersAndOneOfMany) { draft.doubt += 1.5 }
        draft.command = .search(kind.map { RecordQuery($0, words: text) }, text: text)
        return draft
    }

    private func searchText(_ slot: FilledSlot) -> String? {
        let known = newName(slot)
        let isKnown = spans.mentions[slot.range.lowerBound].contains {
            $0.end == slot.range.upperBound && $0.match >= 1
        }
        return isKnown ? known : phrase.text(slot.range)
    }

    /// Words that are in no name make a search for a thing of the world likelier than one for a record.
    private func strangeness(of slot: FilledSlot, isTyped: Bool) -> Float {
        let unknown = slot.range.filter {
            let token = phrase.tokens[$0]
            return token.kind == .word && !token.isCapitalised && !context.names.knows(token.text)
        }
        guard !unknown.isEmpty, !isTyped else { return 0 }
        let words = slot.range.map { phrase.tokens[$0].text }
        if let near = context.names.nearest(to: words, kinds: .all, limit: 1).first, near.match >= 0.75 { return 0.3 }
        return 0.3 + 1.2 * Float(unknown.count)
    }
}
