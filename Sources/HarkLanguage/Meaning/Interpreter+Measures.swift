import HarkCore

extension Interpreter {
    /// Sums, counts and shares over a time, split or ranked by something, or two times side by side.
    func measure(_ reading: Reading) -> Draft {
        var draft = Draft(reading.intent, "GET /api/measures")
        let said = value("measure", in: reading, grammar) ?? value("deed", in: reading, grammar)
        let measure = said.flatMap(Measure.init)
        draft.both("measure", measure.map { .string($0.rawValue) })
        if reading.intent == .comparePeriods { return compared(reading, measure ?? .revenue, draft) }
        let asked = measure ?? .revenue
        if measure == nil { draft.both("measure", .string(asked.rawValue)) }
        let by = value("by", in: reading, grammar).flatMap(Field.init)
        if reading.intent == .rank { draft.both("by", by.map { .string($0.rawValue) }) }
        let direction: TimeResolver.Direction = asked == .pipeline ? .future : .past
        let span = span("range", in: reading, direction)
        draft.both("range", span?.json)
        let owner = ownerSaid(reading)
        draft.both("owner", owner.map { .string($0.name) })
        if reading.intent == .aggregate { draft.both("by", by.map { .string($0.rawValue) }) }
        let isMe = owner?.id == context.user.id
        let question = MeasureQuestion(
            asked, span: span?.span, owner: owner.map { isMe ? .me : .text($0.name) }, by: by)
        guard reading.intent == .rank else {
            draft.command = .aggregate(question)
            return draft
        }
        let isDescending = value("order", in: reading, grammar) != "asc"
        draft.both("order", .string(isDescending ? "desc" : "asc"))
        guard by != nil else {
            draft.miss("by", asking: "Ranked by what: owner, source, company, city or industry?")
            return draft
        }
        draft.command = .rank(question, isDescending: isDescending)
        return draft
    }

    private func compared(_ reading: Reading, _ measure: Measure, _ base: Draft) -> Draft {
        var draft = base
        let (first, second) = (span("range_a", in: reading, .past), span("range_b", in: reading, .past))
        draft.both("range_a", first?.json)
        draft.both("range_b", second?.json)
        if first == nil { draft.miss("range_a", asking: "Which two times?") }
        if second == nil { draft.miss("range_b", asking: "Compared with when?") }
        if let first, let second { draft.command = .compare(measure, first.span, second.span) }
        return draft
    }

    /// The user whose records are meant, where one was said.
    private func ownerSaid(_ reading: Reading) -> User? {
        if let user = user("owner", in: reading) { return user }
        return reading.first("owner") == nil && reading.first("mine") == nil ? nil : context.user
    }

    /// The days of a time said, and the same as an entity.
    func span(
        _ name: String, in reading: Reading, _ direction: TimeResolver.Direction
    ) -> (span: DateSpan, json: JSONValue)? {
        guard let slot = reading.first(name), let expression = finder.time(at: slot.range.lowerBound)?.value,
            let moment = times.resolve(expression, direction)
        else { return nil }
        let first = moment.from.date
        let end = moment.until?.adding(seconds: 86_399).date ?? first.adding(days: 1)
        let from = expression.open == .start ? nil : first
        let until = expression.open == .end ? nil : expression.open == .start ? first : end
        var members: [JSONValue.Member] = []
        if let from { members.append(.init("from", .string(from.midnight.description))) }
        if let until { members.append(.init("until", .string(until.midnight.description))) }
        return (DateSpan(from: from, until: until), .object(members))
    }

    func forecast(_ reading: Reading) -> Draft {
        var draft = Draft(.showForecast, "GET /api/forecast")
        let owner = ownerSaid(reading)
        draft.both("owner", owner.map { .string($0.name) })
        let span = span("range", in: reading, .future)
        draft.both("range", span?.json)
        var conditions = [Condition(.stage, .equals, .text("open"))] + (span?.span.conditions(on: .close) ?? [])
        if let owner {
            let value: Condition.Value = owner.id == context.user.id ? .me : .text(owner.name)
            conditions.append(Condition(.owner, .equals, value))
        }
        draft.command = .forecast(RecordQuery(.deal, conditions: conditions))
        return draft
    }

    func freeSlot(_ reading: Reading) -> Draft {
        var draft = Draft(.findFreeSlot, "GET /api/agenda/free")
        let span = span("range", in: reading, .future)
        let today = context.now.date
        let days = span?.span ?? DateSpan(from: today, until: today.startOfWeek.adding(days: 7))
        draft.both(
            "range",
            span?.json
                ?? .object([
                    .init("from", .string(today.midnight.description)),
                    .init("until", .string((days.until ?? today).midnight.description)),
                ]))
        let minutes = duration("duration", in: reading)
        draft.both("duration_min", minutes.map { .integer($0) })
        draft.command = .freeSlot(days, minutes: minutes ?? 30)
        return draft
    }
}
