import HarkCore

extension Interpreter {
    /// Sums, counts and shares over a time, split or ranked by something, or two times side by side.
    func measure(_ reading: Reading) -> Draft {
        var draft = Draft(reading.intent, "GET /api/measures")
        let said = value("measure", in: reading, grammar) ?? value("deed", in: reading, grammar)
        if let year = number("year", in: reading), !(1_990...2_100).contains(year) { draft.doubt += 5 }
        let measure = said.flatMap(Measure.init).map { named($0, reading) }
        draft.both("measure", measure.map { .string($0.rawValue) })
        if reading.intent == .comparePeriods { return compared(reading, measure, draft) }
        let isClosing = reading.first("by")?.type == .table("closers")
        let asked = measure ?? (isClosing ? .wonDeals : isOfLeads(reading) ? .newLeads : .revenue)
        if measure == nil { draft.both("measure", .string(asked.rawValue)) }
        let isOfSeveral = Set(reading.all("owner").map { finder.user(at: $0.range.lowerBound)?.value }).count > 1
        let by = isOfSeveral ? .owner : field(of: asked, reading)
        if asked == .revenue, value("deed", in: reading, grammar) == "lost_deals" { draft.doubt += 2.5 }
        if reading.intent == .rank { draft.both("by", by.map { .string($0.rawValue) }) }
        let direction: TimeResolver.Direction = asked == .pipeline ? .future : .past
        let span = span("range", in: reading, direction)
        draft.both("range", span?.json)
        // "Maria and Jonas" are told one by one.
        let owner = isOfSeveral ? nil : ownerSaid(reading)
        draft.both("owner", owner.map { .string($0.name) })
        if reading.intent == .aggregate { draft.both("by", by.map { .string($0.rawValue) }) }
        let isMe = owner?.id == context.user.id
        let question = MeasureQuestion(
            asked, span: span?.span, owner: owner.map { isMe ? .me : .text($0.name) }, by: by)
        var ranked = question
        if let limit = number("limit", in: reading).flatMap({ Int(exactly: $0) }), (1...1_000).contains(limit) {
            ranked.limit = limit
        }
        guard reading.intent == .rank else {
            draft.command = .aggregate(question)
            return draft
        }
        let isDescending = !reading.all("order").contains { value(of: $0, grammar) == "asc" }
        draft.both("order", .string(isDescending ? "desc" : "asc"))
        draft.both("limit", ranked.limit.map { .integer($0) })
        guard by != nil else {
            draft.miss("by", asking: "Ranked by what: owner, source, company, city or industry?")
            return draft
        }
        draft.command = .rank(ranked, isDescending: isDescending)
        return draft
    }

    private func compared(_ reading: Reading, _ said: Measure?, _ base: Draft) -> Draft {
        var draft = base
        // "How does that compare with last year" is about the figure told last.
        let told = reading.first("range_a") == nil && said == nil ? context.last.flatMap(figure) : nil
        let measure = said ?? told?.measure ?? .revenue
        if let told { draft.both("measure", .string(told.measure.rawValue)) }
        var first = span("range_a", in: reading, .past) ?? month("month_a", in: reading) ?? year("year_a", in: reading)
        var second = span("range_b", in: reading, .past) ?? month("month_b", in: reading) ?? year("year_b", in: reading)
        for name in ["year_a", "year_b"] where reading.first(name) != nil && year(name, in: reading) == nil {
            draft.doubt += 3
        }
        // "Q1 vs Q4" compares with the one that is over.
        if let said = second, let from = said.span.from, from > context.now.date {
            second = earlier(said.span, by: "year")
        }
        if let unit = value("steps", in: reading, grammar) { first = current(unit) }
        if second == nil, let first {
            let step = value("steps", in: reading, grammar).map { $0 == "year" ? "year" : "before" }
            second = (step ?? value("before", in: reading, grammar)).flatMap { earlier(first.span, by: $0) }
        }
        if first == nil, let told, let span = told.span {
            first = described(span)
            if let before = value("before", in: reading, grammar) { second = earlier(span, by: before) }
        }
        if first == nil, let second { first = passing(like: second.span) }
        draft.both("range_a", first?.json)
        draft.both("range_b", second?.json)
        if first == nil { draft.miss("range_a", asking: "Which two times?") }
        if second == nil { draft.miss("range_b", asking: "Compared with when?") }
        let owner = ownerSaid(reading)
        draft.both("owner", owner.map { .string($0.name) })
        let whose: Condition.Value? = owner.map { $0.id == context.user.id ? .me : .text($0.name) }
        if let first, let second { draft.command = .compare(measure, first.span, second.span, of: whose) }
        return draft
    }

    /// What a figure is of, and when; of two times that were compared the first.
    private func figure(_ action: Action) -> (measure: Measure, span: DateSpan?)? {
        switch action.command {
        case .aggregate(let question)?, .rank(let question, _)?: (question.measure, question.span)
        case .compare(let measure, let span, _, _)?: (measure, span)
        default: nil
        }
    }

    /// "Top lead sources" are those with the most leads.
    private func isOfLeads(_ reading: Reading) -> Bool {
        reading.first("by").map { slot in phrase.tokens[slot.range].contains { $0.text == "lead" } } == true
    }

    /// What a ranking is by; those who open tickets are customers.
    private func field(of measure: Measure, _ reading: Reading) -> Field? {
        guard let slot = reading.first("by") else {
            // "Where does our revenue come from" asks for the sources.
            let words = phrase.tokens[reading.range].map(\.text)
            return reading.intent == .rank && words.contains("where") ? .source : nil
        }
        if measure == .tickets, slot.type == .table("whom") { return .company }
        return value(of: slot, grammar).flatMap(Field.init)
    }

    /// "The most deals" are the ones won where the verb says so.
    private func named(_ measure: Measure, _ reading: Reading) -> Measure {
        guard measure == .newDeals, let deed = value("deed", in: reading, grammar).flatMap(Measure.init) else {
            return measure
        }
        return deed == .lostDeals || deed == .wonDeals ? deed : measure
    }

    /// The latest month of a name said without any word of time before it.
    private func month(_ name: String, in reading: Reading) -> (span: DateSpan, json: JSONValue)? {
        guard let number = value(name, in: reading, grammar).flatMap({ Int($0) }) else { return nil }
        let today = context.now.date
        let year = number > today.month ? today.year - 1 : today.year
        return LocalDate(year: year, month: number, day: 1).map {
            described(DateSpan(from: $0, until: $0.adding(months: 1)))
        }
    }

    private func year(_ name: String, in reading: Reading) -> (span: DateSpan, json: JSONValue)? {
        guard let year = number(name, in: reading).flatMap(Int.init(exactly:)), (1_990...2_100).contains(year)
        else { return nil }
        return LocalDate(year: year, month: 1, day: 1).map {
            described(DateSpan(from: $0, until: $0.adding(months: 12)))
        }
    }

    /// The time as long that is passing: "up on last quarter" speaks of this one.
    private func passing(like span: DateSpan) -> (span: DateSpan, json: JSONValue)? {
        guard let from = span.from, let until = span.until else { return nil }
        switch until.daysSinceEpoch - from.daysSinceEpoch {
        case 7: return current("week")
        case 28...31: return current("month")
        case 89...92: return current("quarter")
        case 365...366: return current("year")
        default: return nil
        }
    }

    /// The year, quarter, month or week that is passing.
    private func current(_ unit: String) -> (span: DateSpan, json: JSONValue)? {
        let unit: TimeUnit? = ["year": .year, "quarter": .quarter, "month": .month, "week": .week][unit]
        guard let unit, let moment = times.resolve(TimeExpression(date: .period(unit, 0)), .past) else { return nil }
        let from = moment.from.date
        let until = moment.until?.adding(seconds: 86_399).date ?? from.adding(days: 1)
        return described(DateSpan(from: from, until: until))
    }

    /// A time as long, just before another or a year earlier.
    private func earlier(_ span: DateSpan, by step: String) -> (span: DateSpan, json: JSONValue)? {
        guard let from = span.from, let until = span.until else { return nil }
        let isWhole = from.day == 1 && until.day == 1
        let months = (until.year - from.year) * 12 + until.month - from.month
        if step == "year" {
            return described(DateSpan(from: from.adding(months: -12), until: until.adding(months: -12)))
        }
        let start =
            isWhole ? from.adding(months: -months) : from.adding(days: from.daysSinceEpoch - until.daysSinceEpoch)
        return described(DateSpan(from: start, until: from))
    }

    private func described(_ span: DateSpan) -> (span: DateSpan, json: JSONValue) {
        var members: [JSONValue.Member] = []
        if let from = span.from { members.append(.init("from", .string(from.midnight.description))) }
        if let until = span.until { members.append(.init("until", .string(until.midnight.description))) }
        return (span, .object(members))
    }

    /// The user whose records are meant, where one was said.
    private func ownerSaid(_ reading: Reading) -> User? {
        if let user = user("owner", in: reading) { return user }
        if let colleague = colleague(in: reading) { return colleague }
        return reading.first("owner") == nil && reading.first("mine") == nil ? nil : context.user
    }

    /// The days of a time said, and the same as an entity.
    func span(
        _ name: String, in reading: Reading, _ direction: TimeResolver.Direction
    ) -> (span: DateSpan, json: JSONValue)? {
        if name == "range", reading.first(name) == nil,
            let year = number("year", in: reading).flatMap(Int.init(exactly:))
        {
            let first = LocalDate(year: year, month: 1, day: 1)
            return first.map { described(DateSpan(from: $0, until: $0.adding(months: 12))) }
        }
        if name == "range", reading.first(name) == nil, let unit = value("whole", in: reading, grammar) {
            return current(unit)
        }
        guard let slot = reading.first(name), let expression = finder.time(at: slot.range.lowerBound)?.value,
            let moment = times.resolve(expression, direction)
        else { return nil }
        let first = moment.from.date
        let end = moment.until?.adding(seconds: 86_399).date ?? first.adding(days: 1)
        let from = expression.open == .start ? nil : first
        let until = expression.open == .end ? nil : expression.open == .start ? first : end
        return described(DateSpan(from: from, until: until))
    }

    func forecast(_ reading: Reading) -> Draft {
        var draft = Draft(.showForecast, "GET /api/forecast")
        if let year = number("year", in: reading), !(1_990...2_100).contains(year) { draft.doubt += 2.5 }
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
        let hoursFree = number("hours", in: reading).map { Int($0 * 60) }
        let minutes =
            duration("duration", in: reading) ?? hoursFree ?? value("length", in: reading, grammar).flatMap { Int($0) }
        var hours: Range<Int>?
        if let part = partOfDay(reading) {
            hours = part.hours
            draft.entities.removeAll { $0.name == "range" }
            draft.payload.removeAll { $0.name == "range" }
            draft.both("range", part.json)
        }
        draft.both("duration_min", minutes.map { .integer($0) })
        draft.command = .freeSlot(days, minutes: minutes ?? 30, hours: hours)
        return draft
    }

    /// The part of the day said with a range, such as its afternoon, in minutes from midnight.
    private func partOfDay(_ reading: Reading) -> (hours: Range<Int>, json: JSONValue)? {
        guard let moment = moment("range", in: reading, .future), moment.hasClock, let until = moment.until else {
            return nil
        }
        let start = Int(moment.from.seconds(since: moment.from.date.midnight) / 60)
        let length = Int(until.seconds(since: moment.from) / 60)
        guard length > 0, start + length <= 1_440 else { return nil }
        let json = JSONValue.object([
            .init("from", .string(moment.from.description)), .init("until", .string(until.description)),
        ])
        return (start..<(start + length), json)
    }
}
