import HarkCore

extension ValueFinder {
    /// A point in time or a range: a date, a time of day, or both in any order, with their small words.
    func time(at start: Int) -> Found<TimeExpression>? {
        guard mayBeTime(start) else { return nil }
        if let range = range(at: start) ?? bareRange(at: start) ?? openRange(at: start) { return range }
        var expression = TimeExpression()
        var end = start
        var position = start
        pieces: for _ in 0..<4 {
            var isCued = false
            var isClockCued = expression.date != nil
            var next = position
            while next < count, let cue = TimeCues.before[word(next)], next - position < 2 {
                if let open = open(by: cue, at: next, start) { expression.open = open }
                isCued = isCued || cue != .comma
                isClockCued = isClockCued || cue == .clock || cue == .open
                next += 1
                // "Later than", "prior to", "starting from".
                if ["than", "to", "from", "about", "at", "on"].contains(word(next)), TimeCues.pairs.contains(word(next - 1)) {
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
                (expression.date, expression.clock, position) = (night.value.date, clock ?? night.value.clock, night.end)
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
                break pieces
            }
            end = position
        }
        return end > start ? Found(end, expression) : nil
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
        guard let first = boundary(at: start, ["after", "later", "since"]), let from = point(at: first) else { return nil }
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
    private func nightOfDay(at start: Int) -> Found<TimeExpression>? {
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
        return clock(at: start, isCued: true).map { Found($0.end, TimeExpression(clock: $0.value)) }
    }

    private func untilClock(at start: Int) -> Found<ClockExpression>? {
        guard ["-", "to", "until", "till", "–"].contains(word(start)) else { return nil }
        guard let clock = clock(at: start + 1, isCued: true), case .clock = clock.value else { return nil }
        return clock
    }

    /// A time of day; a bare number only after a cue.
    func clock(at start: Int, isCued: Bool) -> Found<ClockExpression>? {
        switch word(start) {
        case "noon", "midday", "noontime": return Found(start + 1, .clock(hour: 12, minute: 0, meridian: .pm))
        case "midnight": return Found(start + 1, .clock(hour: 0, minute: 0, meridian: .am))
        case "mid" where ["day", "night"].contains(word(word(start + 1) == "-" ? start + 2 : start + 1)):
            let noun = word(start + 1) == "-" ? start + 2 : start + 1
            let isDay = word(noun) == "day"
            return Found(noun + 1, .clock(hour: isDay ? 12 : 0, minute: 0, meridian: isDay ? .pm : .am))
        case "first" where word(start + 1) == "thing":
            return Found(start + 2, .clock(hour: 9, minute: 0, meridian: .am))
                case "eod", "cob": return Found(start + 1, .clock(hour: 17, minute: 0, meridian: .pm))
        case "end" where word(start + 1) == "of" && word(start + 2) == "day":
            return Found(start + 3, .clock(hour: 17, minute: 0, meridian: .pm))
        default: break
        }
        if let part = dayPart(at: start) { return Found(part.end, .part(part.value)) }
        return spokenFraction(at: start) ?? hour(at: start, isCued: isCued)
    }

    /// `half past two`, `quarter to five`, `ten past three`.
    private func spokenFraction(at start: Int) -> Found<ClockExpression>? {
        let first = word(start) == "a" ? start + 1 : start
        let minutes: Found<Int>? =
            switch word(first) {
            case "half": Found(first + 1, 30)
            case "quarter": Found(first + 1, 15)
            case "an", "a", "the": nil
            default: number(at: first).flatMap { found in Int(exactly: found.value.value).map { Found(found.end, $0) } }
            }
        guard var minutes, (1...59).contains(minutes.value) else { return nil }
        let hasUnit = ["minute", "minutes", "min", "mins"].contains(word(minutes.end))
        if hasUnit { minutes.end += 1 }
        let isPast = word(minutes.end) == "past" || word(minutes.end) == "after"
        // "Ten to six" is an hour in words only; "10 to 6" is a range.
        let isSpelled = tokens[first].kind == .word && [5, 10, 15, 20, 25].contains(minutes.value)
        let isBefore =
            ["to", "till", "before"].contains(word(minutes.end)) || word(minutes.end) == "of" && word(first) == "quarter"
        let isHalfTo = word(minutes.end) == "to" && word(first) == "half"
        guard isPast || isBefore || isHalfTo, let hour = wholeHour(at: minutes.end + 1),
            case .clock(let value, 0, let meridian) = hour.value
        else { return nil }
        // "15 to 3pm" can only be before it; "10 to 3pm" is a range, "20 minutes after 5" a time.
        let isUnlikelyHour = minutes.value > 12 && meridian != nil && [15, 20, 25].contains(minutes.value)
        guard isPast || isHalfTo || isSpelled || hasUnit || isUnlikelyHour else { return nil }
        if word(minutes.end) == "before", !hasUnit { return nil }
        // A quarter to noon is in the morning, one to one in the afternoon.
        let other: ClockExpression.Meridian? = value == 12 ? (meridian == .pm ? .am : meridian) : meridian
        if isPast { return Found(hour.end, .clock(hour: value, minute: minutes.value, meridian: meridian)) }
        let before = value == 0 || value == 24 ? 23 : value == 1 && meridian == nil ? 12 : value - 1
        return Found(hour.end, .clock(hour: before, minute: 60 - minutes.value, meridian: other))
    }

    /// An hour without minutes, or noon or midnight.
    private func wholeHour(at start: Int) -> Found<ClockExpression>? {
        switch word(start) {
        case "noon", "midday": Found(start + 1, .clock(hour: 12, minute: 0, meridian: .pm))
        case "midnight": Found(start + 1, .clock(hour: 24, minute: 0, meridian: .am))
        default: hour(at: start, isCued: true)
        }
    }

    /// `15:00`, `3pm`, `eleven thirty`, `3 o'clock`, `9`.
    private func hour(at start: Int, isCued: Bool) -> Found<ClockExpression>? {
        guard start < count else { return nil }
        var end = start + 1
        var minute = 0
        var isSure = isCued
        guard let hour = clockNumber(at: start), (0...24).contains(hour) else { return nil }
        if word(end).first == "h", word(end).utf8.count == 3, phrase.touches(start),
            let value = Int(word(end).dropFirst()),
            value < 60, hour > 5 || isCued
        {
            (minute, isSure) = (value, true)
            end += 1
        } else if [":", ".", "h"].contains(word(end)), phrase.touches(end - 1), end + 1 < count, phrase.touches(end),
            tokens[end + 1].kind == .digits, tokens[end + 1].text.utf8.count == 2,
            let value = Int(tokens[end + 1].text),
            value < 60
        {
            minute = value
            isSure = isSure || word(end) != "."
            end += 2
        } else if tokens[start].kind == .word, let value = number(at: end)?.value.value, value >= 10, value < 60,
            let found = number(at: end)
        {
            minute = Int(value)
            end = found.end
        } else if word(end) == "h", phrase.touches(start), tokens[start].kind == .digits, hour > 12 {
            // "15h" is an hour of the day; "2h" a length.
            end += 1
            isSure = true
        }
        if word(end) == "oclock" || word(end) == "o" && word(end + 1) == "clock" {
            end += word(end) == "oclock" ? 1 : 2
            isSure = true
        }
        if word(end) == "ish" { end += 1 } else if word(end) == "-", word(end + 1) == "ish" { end += 2 }
        if let meridian = meridian(at: end) {
            guard (1...12).contains(hour) || meridian.value == .pm && hour < 24 else { return nil }
            return Found(meridian.end, .clock(hour: hour, minute: minute, meridian: meridian.value))
        }
        // "Eight in the morning" needs no other cue.
        if !isSure, nightOfDay(at: end) != nil || followsHour(end) { isSure = true }
        if !isSure, ["in", "at"].contains(word(end)), dayPart(at: word(end) == "at" ? end + 1 : end) != nil {
            isSure = true
        }
        guard isSure, !TimeCues.notAfterHour.contains(word(end)), CurrencyWords.after[word(end)] == nil else {
            return nil
        }
        return Found(end, .clock(hour: hour, minute: minute, meridian: nil))
    }

    /// Whether a day with a part of it follows, as in "nine tomorrow morning" and "eight this evening".
    private func followsHour(_ start: Int) -> Bool {
        if word(start) == "this" { return dayPart(at: start) != nil }
        return TimeWords.tomorrow.contains(word(start)) && dayPart(at: start + 1) != nil
    }

    func clockNumber(at start: Int) -> Int? {
        guard start < count else { return nil }
        if tokens[start].kind == .digits { return tokens[start].text.utf8.count <= 2 ? Int(tokens[start].text) : nil }
        return NumberWords.units[word(start)].flatMap { $0 >= 1 && $0 <= 12 ? Int($0) : nil }
    }

    private func meridian(at start: Int) -> Found<ClockExpression.Meridian>? {
        switch word(start) {
        case "am": Found(start + 1, .am)
        case "pm": Found(start + 1, .pm)
        case "in" where word(start + 1) == "the" && ["am", "pm"].contains(word(start + 2)):
            Found(start + 3, word(start + 2) == "am" ? .am : .pm)
        case "a" where isLetterAfterHour(start): Found(start + 1, .am)
        case "p" where isLetterAfterHour(start): Found(start + 1, .pm)
        case "a" where word(start + 1) == "m": Found(start + 2, .am)
        case "p" where word(start + 1) == "m": Found(start + 2, .pm)
        default: nil
        }
    }

    /// "9a" and "3p", written without a space.
    private func isLetterAfterHour(_ start: Int) -> Bool {
        start > 0 && tokens[start - 1].kind == .digits && phrase.touches(start - 1) && word(start + 1) != "m"
    }

    func dayPart(at start: Int) -> Found<ClockExpression.DayPart>? {
        var next = start
        while ["in", "the", "this", "during", "early", "late"].contains(word(next)), next - start < 3 { next += 1 }
        switch word(next) {
        case "lunch" where convention.readsFreely, "lunchtime": return Found(next + 1, .lunch)
        case "morning", "mornings": return Found(next + 1, .morning)
        case "afternoon": return Found(next + 1, .afternoon)
        case "evening": return Found(next + 1, .evening)
        case "night": return Found(next + 1, .night)
        default: return nil
        }
    }

    func joined(_ clock: ClockExpression?, with part: ClockExpression?) -> ClockExpression? {
        guard case .clock(let hour, let minute, nil) = clock, case .part(let part) = part else { return clock }
        return .clock(hour: hour, minute: minute, meridian: part == .morning ? .am : .pm)
    }
}

/// Small words around times.
private enum TimeCues {
    enum Sort { case plain, clock, open, comma }

    /// Cues that take another small word after them.
    static let pairs: Set<String> = ["later", "earlier", "prior", "starting", "beginning", "any", "anytime", "no", "around", "after"]
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
