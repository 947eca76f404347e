import HarkCore

extension ValueFinder {
    /// A point in time or a range: a date, a time of day, or both in any order, with their small words.
    func time(at start: Int) -> Found<TimeExpression>? {
        guard mayBeTime(start) else { return nil }
        return times.found(at: start) { newTime(at: start) }
    }

    private func newTime(at start: Int) -> Found<TimeExpression>? {
        if let range = range(at: start) ?? bareRange(at: start) ?? openRange(at: start) { return range }
        var expression = TimeExpression()
        var end = start
        var position = start
        pieces: for _ in 0..<4 {
            let openBefore = expression.open
            var isCued = false
            var isClockCued = expression.date != nil
            var next = position
            while next < count, let cue = TimeCues.before[word(next)], next - position < 2 {
                if let open = open(by: cue, at: next, start) { expression.open = open }
                isCued = isCued || cue != .comma
                isClockCued = isClockCued || cue == .clock || cue == .open
                next += 1
                // "Later than", "prior to", "starting from".
                if ["than", "to", "from", "about", "at", "on"].contains(word(next)),
                    TimeCues.pairs.contains(word(next - 1))
                {
                    next += 1
                }
            }
            if expression.open == .end, next > position, expression.date == nil, expression.clock == nil,
                let span = span(at: next), !["before", "after", "from", "ago"].contains(word(span.end))
            {
                // "After five days".
                expression.date = .shift(span.value.size, span.value.unit)
                position = span.end
            } else if expression.date == nil, let date = ledDate(at: position) ?? date(at: next, isCued: isCued) {
                expression.date = date.value
                position = date.end
                if let clock = isoClock(at: position) {
                    expression.clock = clock.value
                    position = clock.end
                }
            } else if expression.date == nil, let night = nightOfDay(at: next) {
                let clock = expression.clock.flatMap { joined($0, with: night.value.clock) }
                (expression.date, expression.clock, position) = (
                    night.value.date, clock ?? night.value.clock, night.end
                )
            } else if expression.date == nil, isCued, expression.clock == nil, next > start, word(next - 1) != "at",
                word(next - 1) != "by", word(next - 1) != "for", let year = year(at: next)
            {
                expression.date = .year(year.value)
                position = year.end
            } else if expression.clock == nil, let clock = clock(at: next, isCued: isClockCued) {
                expression.clock = clock.value
                position = clock.end
                if let until = untilClock(at: position) {
                    expression.untilClock = until.value
                    position = until.end
                }
            } else if case .part = expression.clock, let clock = clock(at: next, isCued: isClockCued),
                case .clock = clock.value
            {
                expression.clock = joined(clock.value, with: expression.clock)
                position = clock.end
            } else if case .clock = expression.clock, let part = dayPart(at: next) {
                expression.clock = joined(expression.clock, with: .part(part.value))
                position = part.end
            } else {
                // The "till" behind "today" is of what comes next.
                expression.open = openBefore
                break pieces
            }
            end = position
        }
        if let between = hoursBetween(at: end, after: expression) { return between }
        return end > start ? Found(end, expression) : nil
    }

    /// `tomorrow between 5pm and 6pm`: the hours after the day.
    private func hoursBetween(at start: Int, after day: TimeExpression) -> Found<TimeExpression>? {
        guard day.date != nil, day.clock == nil, day.untilDate == nil, ["between", "from"].contains(word(start)),
            let hours = range(at: start), hours.value.date == nil, hours.value.clock != nil
        else { return nil }
        var whole = hours
        whole.value.date = day.date
        return whole
    }

    /// What a small word leaves open.
    private func open(by cue: TimeCues.Sort, at index: Int, _ start: Int) -> TimeExpression.Open? {
        let cueWord = word(index)
        if cue == .open {
            return ["before", "until", "till", "earlier", "prior", "through"].contains(cueWord) ? .start : .end
        }
        guard index == start, convention.deadlines != .moment else { return nil }
        if cueWord == "by" { return .deadline }
        return cueWord == "from" && convention.readsFreely ? .end : nil
    }

    /// `later than 9:30 but before 11:00 on thursday`.
    private func openRange(at start: Int) -> Found<TimeExpression>? {
        guard let first = boundary(at: start, ["after", "later", "since"]), let from = point(at: first) else {
            return nil
        }
        let joint = ["but", "and"].contains(word(from.end)) ? from.end + 1 : from.end
        guard let second = boundary(at: joint, ["before", "earlier", "until"]), let until = point(at: second) else {
            return nil
        }
        return dated(joined(from, until))
    }

    private func boundary(at start: Int, _ words: Set<String>) -> Int? {
        guard words.contains(word(start)) else { return nil }
        return word(start + 1) == "than" ? start + 2 : start + 1
    }

    private func joined(_ first: Found<TimeExpression>, _ second: Found<TimeExpression>) -> Found<TimeExpression> {
        var expression = first.value
        expression.untilDate = second.value.date
        expression.untilClock = second.value.clock
        if expression.date == nil, expression.untilClock != nil { expression.date = expression.untilDate }
        return Found(second.end, expression)
    }

    /// The range with the day said after it: "from 9:30 to 11 on Thursday".
    func dated(_ range: Found<TimeExpression>) -> Found<TimeExpression> {
        guard range.value.date == nil, range.value.untilClock != nil else { return range }
        let next = ["on", "of", ","].contains(word(range.end)) ? range.end + 1 : range.end
        guard let day = date(at: next, isCued: next > range.end) else { return range }
        var dated = range
        dated.value.date = day.value
        dated.end = day.end
        return dated
    }

    /// `tonight`, `last night`.
    func nightOfDay(at start: Int) -> Found<TimeExpression>? {
        if ["tonight", "tonite"].contains(word(start)) {
            return Found(start + 1, TimeExpression(date: .day(0), clock: .part(.night)))
        }
        guard word(start) == "last", ["night", "evening"].contains(word(start + 1)) else { return nil }
        let part: ClockExpression.DayPart = word(start + 1) == "night" ? .night : .evening
        return Found(start + 2, TimeExpression(date: .day(-1), clock: .part(part)))
    }

    /// The hour of `2026-03-05T14:00`.
    private func isoClock(at start: Int) -> Found<ClockExpression>? {
        guard start > 0, start + 2 < count, phrase.touches(start - 1), word(start).first == "t",
            let hour = Int(word(start).dropFirst()), hour < 24, word(start + 1) == ":",
            let minute = Int(word(start + 2)), minute < 60
        else { return nil }
        var end = start + 3
        if word(end) == ":", phrase.touches(end - 1), Int(word(end + 1)) != nil { end += 2 }
        if word(end) == "z", phrase.touches(end - 1) { end += 1 }
        // Past noon nothing is in doubt; before it "am" says so.
        return Found(end, .clock(hour: hour, minute: minute, meridian: hour < 12 ? .am : .pm))
    }

    /// `in 3 days`, whose "in" is no mere preposition.
    private func ledDate(at start: Int) -> Found<DateExpression>? {
        word(start) == "in" || word(start) == "within" ? date(at: start, isCued: false) : nil
    }

    /// `from 2 to 4`, `between monday and friday`.
    private func range(at start: Int) -> Found<TimeExpression>? {
        guard word(start) == "between" || word(start) == "from" else { return nil }
        if let range = bareRange(at: start + 1), range.value.untilDate != nil || range.value.untilClock != nil {
            return dated(range)
        }
        guard let first = point(at: start + 1),
            ["and", "to", "until", "till", "-", "through", "thru", "untill"].contains(word(first.end)),
            let second = point(at: first.end + 1)
        else { return nil }
        return dated(joined(first, second))
    }

    private func point(at start: Int) -> Found<TimeExpression>? {
        if let date = date(at: start, isCued: true) {
            let next = word(date.end) == "at" ? date.end + 1 : date.end
            let clock = clock(at: next, isCued: next > date.end)
            return Found(clock?.end ?? date.end, TimeExpression(date: date.value, clock: clock?.value))
        }
        if let year = year(at: start) { return Found(year.end, TimeExpression(date: .year(year.value))) }
        guard let clock = clock(at: start, isCued: true) else { return nil }
        // "Three in the morning".
        if case .clock = clock.value, ["in", "at"].contains(word(clock.end)), let part = dayPart(at: clock.end) {
            return Found(part.end, TimeExpression(clock: joined(clock.value, with: .part(part.value))))
        }
        return Found(clock.end, TimeExpression(clock: clock.value))
    }

    private func untilClock(at start: Int) -> Found<ClockExpression>? {
        guard ["-", "to", "until", "till", "–"].contains(word(start)) else { return nil }
        guard let clock = clock(at: start + 1, isCued: true), case .clock = clock.value else { return nil }
        return clock
    }
}

/// Small words around times.
enum TimeCues {
    enum Sort { case plain, clock, open, comma }

    /// Cues that take another small word after them.
    static let pairs: Set<String> = [
        "later", "earlier", "prior", "starting", "beginning", "any", "anytime", "no", "around", "after",
    ]
    static let before: [String: Sort] = [
        "later": .open, "earlier": .open, "prior": .open, "starting": .open, "anytime": .plain, "during": .plain,
        "about": .clock, "approximately": .clock, "through": .open,
        "on": .plain, "at": .clock, "by": .clock, "around": .clock, "@": .clock, "in": .plain, "for": .plain,
        "from": .plain, "of": .plain, ",": .comma, "since": .open, "after": .open, "before": .open, "until": .open,
        "till": .open,
    ]
    /// Words that make the number before them a count, not an hour.
    static let notAfterHour: Set<String> = [
        "%", "percent", "k", "thousand", "million", "days", "day", "weeks", "week", "months", "minutes", "mins", "min",
        "hours", "leads", "deals", "shares", "people", "times", "th", "st", "nd", "rd",
    ]
}
