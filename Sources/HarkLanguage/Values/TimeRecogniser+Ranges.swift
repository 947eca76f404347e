import HarkCore

extension ValueFinder {
    /// Ranges that no "from" or "between" announces: `may 5-7`, `3rd to 7th of march`, `monday to friday`, `3-5pm`.
    func bareRange(at start: Int) -> Found<TimeExpression>? {
        let first = word(start) == "the" ? start + 1 : start
        return daysOfMonth(at: first) ?? hours(at: first) ?? clocks(at: first) ?? dates(at: first)
    }

    private func isJoint(_ index: Int) -> Bool {
        ["-", "to", "through", "thru", "until", "till", "untill"].contains(word(index))
            || word(index) == "and" && isAfterBetween(index)
    }

    /// Whether "between" announced the range this "and" joins.
    private func isAfterBetween(_ index: Int) -> Bool {
        (max(0, index - 5)..<index).contains { word($0) == "between" }
    }

    /// `9:30 - 11:00`, with the day after it where one is said.
    private func clocks(at start: Int) -> Found<TimeExpression>? {
        guard mayBeNumber(start), let first = clock(at: start, isCued: true),
            case .clock = first.value, isJoint(first.end), var last = clock(at: first.end + 1, isCued: true),
            case .clock = last.value
        else { return nil }
        let part = word(last.end) == "in" ? dayPart(at: last.end) : nil
        if let part { last = Found(part.end, joined(last.value, with: .part(part.value)) ?? last.value) }
        let expression = TimeExpression(clock: first.value, untilClock: last.value)
        let range = dated(Found(last.end, expression))
        // Bare numbers are hours only where a day follows.
        if word(last.end) == "on", range.value.date != nil { return range }
        return convention.readsFreely && clock(at: start, isCued: false) != nil ? range : nil
    }

    private func daysOfMonth(at start: Int) -> Found<TimeExpression>? {
        if let month = TimeWords.months[word(start)], let first = dayNumber(at: start + 1), isJoint(first.end),
            let last = dayNumber(at: first.end + 1), first.value < last.value,
            ![":", "am", "pm"].contains(word(last.end)),
            TimeWords.months[word(last.end)] == nil
        {
            let year = year(at: word(last.end) == "," ? last.end + 1 : last.end)
            return days(first.value, last.value, of: month, year: year?.value, end: year?.end ?? last.end)
        }
        guard let first = dayNumber(at: start), isJoint(first.end) else { return nil }
        let next = word(first.end + 1) == "the" ? first.end + 2 : first.end + 1
        guard let last = dayNumber(at: next), first.value < last.value,
            let month = TimeWords.months[word(word(last.end) == "of" ? last.end + 1 : last.end)]
        else { return nil }
        let end = word(last.end) == "of" ? last.end + 2 : last.end + 1
        let year = year(at: word(end) == "," ? end + 1 : end)
        return days(first.value, last.value, of: month, year: year?.value, end: year?.end ?? end)
    }

    private func days(_ first: Int, _ last: Int, of month: Int, year: Int?, end: Int) -> Found<TimeExpression> {
        Found(
            end,
            TimeExpression(
                date: .monthDay(month: month, day: first, year: year),
                untilDate: .monthDay(month: month, day: last, year: year)))
    }

    /// `3-5pm`: the first hour takes its half of the day from the second.
    private func hours(at start: Int) -> Found<TimeExpression>? {
        guard mayBeNumber(start), !isPronoun(start), let first = clockNumber(at: start), (1...12).contains(first),
            isJoint(start + 1),
            let last = clock(at: start + 2, isCued: false), case .clock(let hour, _, let meridian?) = last.value
        else { return nil }
        let isSame = first < hour || hour == 12
        let other: ClockExpression.Meridian = meridian == .pm && isSame == (hour != 12) ? .pm : .am
        var expression = TimeExpression()
        expression.clock = .clock(hour: first, minute: 0, meridian: first == 12 ? .pm : other)
        expression.untilClock = last.value
        // "3-5pm tomorrow".
        let next = ["on", "of"].contains(word(last.end)) ? last.end + 1 : last.end
        guard let day = date(at: next, isCued: next > last.end) else { return Found(last.end, expression) }
        expression.date = day.value
        return Found(day.end, expression)
    }

    /// Whether "one" is a thing and no hour: "the flowers one to 5pm".
    private func isPronoun(_ start: Int) -> Bool {
        guard word(start) == "one", start > 1 else { return false }
        return (max(0, start - 3)..<(start - 1)).contains { word($0) == "the" }
            && dayPart(at: start - 1) == nil && date(at: start - 1, isCued: true) == nil
    }

    private func dates(at start: Int) -> Found<TimeExpression>? {
        guard TimeWords.weekdays[word(start)] != nil || TimeWords.months[word(start)] != nil || mayBeNumber(start),
            let first = date(at: start, isCued: isJoint(start + 1)), isJoint(first.end),
            let last = date(at: first.end + 1, isCued: true), first.value.isNamedDay,
            last.value.isNamedDay
        else { return nil }
        return Found(last.end, TimeExpression(date: first.value.like(last.value), untilDate: last.value))
    }
}

extension DateExpression {
    /// Whether it is a weekday, a date or a month, of which two make a range.
    fileprivate var isNamedDay: Bool {
        switch self {
        case .weekday, .monthDay, .exact, .numeric, .month, .dayOfMonth, .holiday, .namedDay, .year: true
        case .later(.weekday, _, .week): true
        default: false
        }
    }

    /// The day with what the end of its range says for both: "may to october 2016", "monday to friday next week".
    fileprivate func like(_ last: DateExpression) -> DateExpression {
        switch (self, last) {
        case (.month(let month, nil, .nearest), .month(_, let year?, _)): .month(month, year: year, .nearest)
        case (.monthDay(let month, let day, nil), .monthDay(_, _, let year?)):
            .monthDay(month: month, day: day, year: year)
        case (.weekday(let day, .nearest), .later(.weekday, let step, .week)):
            .later(.weekday(day, .ofThisWeek), step, .week)
        default: self
        }
    }
}
