import HarkCore

extension ValueFinder {
    /// The values of the phrase from left to right; of several that start at a word the longest.
    func values(in context: ReadingContext) -> [TypedValue] {
        var values: [TypedValue] = []
        var start = 0
        while start < count {
            let best = value(at: start, in: context)
            if let best, best.end > start { values.append(best.value) }
            start = max(start + 1, best?.end ?? 0)
        }
        return values
    }

    private func value(at start: Int, in context: ReadingContext) -> Found<TypedValue>? {
        if let email = email(at: start) {
            return made(start, email.end, .email, [.init("value", .string(email.value))])
        }
        var best: Found<TypedValue>?
        func offer(_ other: Found<TypedValue>?) {
            if let other, other.end > best?.end ?? start { best = other }
        }
        if let url = url(at: start) { return made(start, url.end, .url, [.init("value", .string(url.value))]) }
        offer(phone(at: start).flatMap { made(start, $0.end, .phone, [.init("value", .string($0.value))]) })
        offer(lasting(at: start, in: context))
        offer(time(at: start).flatMap { listed($0, at: start, in: context) })
        // "Every Monday until May" is one thing, so that at the same end the rule wins.
        if let again = recurrence(at: start), again.end >= best?.end ?? 0 {
            best = repeated(again, at: start, in: context)
        }
        offer(moneyRange(at: start).flatMap { made(start, $0.end, .money, members(of: $0.value)) })
        offer(money(at: start).flatMap { made(start, $0.end, .money, members(of: $0.value)) })
        let isRightNow = ["right", "just", "by"].contains(word(start)) && word(start + 1) == "now"
        if ["now", "asap", "immediately"].contains(word(start)) || isRightNow {
            let value = JSONValue.Member("value", .string(context.now.description))
            offer(made(start, isRightNow ? start + 2 : start + 1, .instant, [value, .init("grain", "minute")]))
        }
        offer(percent(at: start).flatMap { made(start, $0.end, .percent, [.init("value", .number($0.value))]) })
        offer(duration(at: start).flatMap { made(start, $0.end, .duration, [.init("value", .integer($0.value))]) })
        offer(
            number(at: start).flatMap { found in
                found.value.isPlain
                    ? made(start, found.end, .number, [.init("value", .number(found.value.value))]) : nil
            })
        return best
    }

    private func repeated(_ found: Found<Recurrence>, at start: Int, in context: ReadingContext) -> Found<TypedValue>? {
        let resolver = TimeResolver(
            now: context.now, convention: context.convention, dateOrder: context.settings.dateOrder)
        let rule = resolver.rule(of: found.value, withClock: true)
        let grain = resolver.clock(of: found.value) == nil ? found.value.frequency : TimeUnit.minute
        // "On Mondays" starts with a small word that is not part of it.
        let first = word(start) == "on" ? start + 1 : start
        return made(
            first, found.end, .recurrence, [.init("value", .string(rule)), .init("grain", .string(grain.rawValue))])
    }

    private func members(of range: AmountRange) -> [JSONValue.Member] {
        (range.from.map { [.init("from", .number($0))] } ?? [])
            + (range.until.map { [.init("until", .number($0))] } ?? [])
            + (range.currency.map { [.init("currency", .string($0))] } ?? [])
    }

    private func members(of amount: Amount) -> [JSONValue.Member] {
        [.init("value", .number(amount.value))] + (amount.currency.map { [.init("currency", .string($0))] } ?? [])
    }

    private func listed(_ found: Found<TimeExpression>, at start: Int, in context: ReadingContext) -> Found<TypedValue>?
    {
        let resolver = TimeResolver(
            now: context.now, convention: context.convention, dateOrder: context.settings.dateOrder)
        let looksBack = word(start) == "since" && !convention.clockRangesAreClosed
        guard let moment = resolver.resolve(found.value, looksBack ? .past : .future) else { return nil }
        // The small words before a time are not part of it.
        var first = start
        while first < found.end - 1,
            [
                "on", "at", "by", "for", "in", "from", "of", ",", "since", "@", "about", "around", "during", "through",
                "approximately",
            ].contains(word(first)),
            time(at: first + 1)?.end == found.end
        {
            first += 1
        }
        let grain = JSONValue.Member("grain", .string(moment.grain.rawValue))
        if let open = found.value.open, moment.until == nil || open != .end || word(start) != "from" {
            return opened(open, moment, start, found.end, grain, in: context)
        }
        if case .shift(let size, _) = found.value.date, size > 0, word(start) == "within",
            convention.deadlines == .fromNow
        {
            var moment = moment
            moment.until = nil
            return opened(.deadline, moment, start, found.end, grain, in: context)
        }
        let isDay = moment.grain == .day && found.value.untilDate == nil && moment.until == moment.from.adding(days: 1)
        if isDay {
            return made(first, found.end, .instant, [.init("value", .string(moment.from.date.description)), grain])
        }
        guard let until = moment.until else {
            return made(first, found.end, .instant, [.init("value", .string(moment.from.description)), grain])
        }
        let members: [JSONValue.Member] = [
            .init("from", .string(moment.from.description)), .init("until", .string(until.description)), grain,
        ]
        return made(first, found.end, .range, members)
    }

    /// A range with one end: "since Monday" has no `until`, "until Friday" and "before noon" no `from`.
    private func opened(
        _ open: TimeExpression.Open, _ moment: Moment, _ start: Int, _ end: Int, _ grain: JSONValue.Member,
        in context: ReadingContext
    ) -> Found<TypedValue>? {
        switch open {
        case .end:
            // "After March" starts when March is over, "since March" with its first day.
            let from = word(start) == "after" ? moment.until ?? moment.from : moment.from
            return made(start, end, .range, [.init("from", .string(from.description)), grain])
        case .deadline:
            let isDayEnd = ["eod", "cob"].contains(word(end - 1)) && moment.grain == .minute
            let last = isDayEnd ? moment.from.date.adding(days: 1).midnight : moment.until ?? moment.from
            let until = JSONValue.Member("until", .string(last.description))
            let from = JSONValue.Member("from", .string(context.now.description))
            return made(start, end, .range, convention.deadlines == .fromNow ? [from, until, grain] : [until, grain])
        case .start:
            let until =
                ["before", "earlier", "prior"].contains(word(start)) ? moment.from : moment.until ?? moment.from
            return made(start, end, .range, [.init("until", .string(until.description)), grain])
        }
    }

    /// `from 4pm for thirty minutes`, `for 10 days from 18th Dec`: a start and a length.
    private func lasting(at start: Int, in context: ReadingContext) -> Found<TypedValue>? {
        guard convention.readsFreely, convention.clockRangesAreClosed else { return nil }
        let from: Found<TimeExpression>
        let length: Found<Int>
        let end: Int
        if word(start) == "for", let said = duration(at: start + 1) {
            var next = said.end
            while ["starting", "from", "beginning", "at", "on"].contains(word(next)), next - said.end < 3 { next += 1 }
            guard next > said.end, let point = time(at: word(next - 1) == "at" ? next - 1 : next) else { return nil }
            (from, length, end) = (point, said, point.end)
        } else {
            guard let point = time(at: start), word(point.end) == "for", let said = duration(at: point.end + 1) else {
                return nil
            }
            (from, length, end) = (point, said, said.end)
        }
        let resolver = TimeResolver(
            now: context.now, convention: context.convention, dateOrder: context.settings.dateOrder)
        var expression = from.value
        expression.open = nil
        guard expression.untilDate == nil, expression.untilClock == nil,
            let moment = resolver.resolve(expression, .future)
        else { return nil }
        let extra = moment.hasClock && length.value < 1_440 ? 1 : 0
        let members: [JSONValue.Member] = [
            .init("from", .string(moment.from.description)),
            .init("until", .string(moment.from.adding(minutes: length.value + extra).description)),
            .init("grain", .string(moment.grain.rawValue)),
        ]
        return made(start, end, .range, members)
    }

    private func made(_ start: Int, _ end: Int, _ kind: TypedValue.Kind, _ members: [JSONValue.Member]) -> Found<
        TypedValue
    >? {
        let range = start..<end
        let value = TypedValue(
            text: phrase.text(range), start: phrase.tokens[start].start, end: phrase.tokens[end - 1].end, kind: kind,
            members: members)
        return Found(end, value)
    }
}
