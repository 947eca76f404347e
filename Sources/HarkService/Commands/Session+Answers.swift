import HarkCore
import HarkStore

extension Session {
    /// Answers a command that changes nothing.
    func answer(_ command: Command) throws(ServiceError) -> Reply {
        switch command {
        case .list(let query), .showRisk(let query): return try answerList(query)
        case .search(let query, let text): return try answerSearch(query, text: text)
        case .show(let reference): return try answerShow(reference)
        case .showScore(let reference): return try answerScore(reference)
        case .showField(let reference, let field): return try answerField(reference, field)
        case .showHistory(let reference, let span): return try answerHistory(reference, span)
        case .count(let query, let field): return try answerCount(query, by: field)
        case .aggregate(let question): return try answerMeasure(question)
        case .rank(let question, let isDescending): return try answerRank(question, isDescending: isDescending)
        case .compare(let measure, let first, let second, let owner):
            return try answerComparison(measure, first, second, of: owner)
        case .pipeline(let query): return try answerPipeline(query)
        case .forecast(let query): return try answerForecast(query)
        case .nextAction(let reference): return try answerNext(reference)
        case .freeSlot(let days, let minutes, let hours):
            return try answerFreeSlot(days, minutes: minutes, hours: hours ?? 540..<1_020)
        case .call(let reference): return try answerCall(reference)
        case .navigate(let place):
            var reply = Reply("This is the \(place.rawValue) screen.")
            reply.destination = place
            return reply
        case .saveView(let name, let query): return try answerSaving(name, query)
        case .export(let query): return try answerExport(query)
        case .help(let topic): return Reply(topic.map { "Help on \($0)." } ?? "Help lists what can be said.")
        case .switchTenant(let name):
            throw .badInput(
                "One command works for one tenant: say --tenant \(name.lowercased()) and its words once more.")
        case .confirm: throw .needsAnswer("Nothing waits for a yes.")
        case .reject: throw .needsAnswer("Nothing waits for a no. To take back what was done last, say undo.")
        default: throw .badInput("\(command.type.rawValue) changes records and cannot be answered.")
        }
    }

    func answerList(_ query: RecordQuery) throws(ServiceError) -> Reply {
        let found = try namedRecords(query)
        let noun = found.total == 1 ? query.kind.rawValue : query.kind.plural
        guard found.total > 0 else {
            return Reply("No \(query.kind.plural)\(sought(query)).", query: query)
        }
        // Leads and customers have lists of their own, which hold them all.
        let isCut = found.rows.count < found.total && query.kind != .lead && query.kind != .customer
        let first = found.rows.count == 1 ? "the first is listed" : "the first \(found.rows.count) are listed"
        let rest = isCut ? "; \(first)" : ""
        return Reply(
            "\(found.total) \(noun)\(rest).", focus: found.rows.first?.reference, records: found.rows, query: query)
    }

    /// What a list that found nothing was to hold.
    func sought(_ query: RecordQuery) -> String {
        let text = query.spokenText(me: user.name)
        return text.isEmpty ? "" : " with \(text)"
    }

    private func namedRecords(_ query: RecordQuery) throws(ServiceError) -> Listing<NamedRecord> {
        switch query.kind {
        case .lead:
            let found = try leads(query)
            return Listing(
                rows: found.rows.map { row in
                    let score =
                        row.score.map { "score \(Int($0.rounded())) \(row.priority?.title ?? "")" } ?? "no score"
                    return NamedRecord(row.reference, name: row.name, detail: "\(score), \(row.stage)")
                }, total: found.total)
        case .customer:
            let found = try customers(query)
            return Listing(
                rows: found.rows.map { row in
                    let risk = row.risk.map { "risk \(Int(($0 * 100).rounded()))%" } ?? "no risk yet"
                    return NamedRecord(row.reference, name: row.name, detail: risk)
                }, total: found.total)
        default: return try told(query)
        }
    }

    private func answerSaving(_ name: String, _ query: RecordQuery) throws(ServiceError) -> Reply {
        try keep(SavedView(name: name, kind: query.kind, filter: query.filterText, sort: query.sort))
        return Reply(
            "Kept the view \(name): \(query.filterText.isEmpty ? "all \(query.kind.plural)" : query.filterText).")
    }

    private func answerSearch(_ query: RecordQuery?, text: String) throws(ServiceError) -> Reply {
        if let query { return try answerList(query) }
        let found = try search(text)
        guard !found.isEmpty else { return Reply("Nothing found for '\(text)'.") }
        return Reply("\(found.count) found for '\(text)'.", focus: found.first?.reference, records: found)
    }

    private func answerShow(_ reference: RecordReference) throws(ServiceError) -> Reply {
        let detail = try detail(of: reference)
        let lines = detail.fields.prefix(6).map { "\($0.label) \($0.value)" }
        return Reply(
            "\(detail.title): \(lines.joined(separator: ", ")).", focus: reference,
            records: [NamedRecord(reference, name: detail.title)])
    }

    private func answerScore(_ reference: RecordReference) throws(ServiceError) -> Reply {
        let detail = try detail(of: reference)
        guard let score = detail.score else { return Reply("\(detail.title) has no score yet.", focus: reference) }
        let reasons = score.strongestReasons(3)
            .map { "\($0.points < 0 ? "" : "+")\(Int($0.points.rounded())) \($0.reason)" }
        let value = "\(Int(score.value.rounded())) (\(score.priority.title))"
        return Reply(
            "\(detail.title): \(value), because \(reasons.joined(separator: ", ")).", focus: reference,
            records: [NamedRecord(reference, name: detail.title)])
    }
}
