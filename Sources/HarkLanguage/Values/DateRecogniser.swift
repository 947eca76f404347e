import HarkCore

extension ValueFinder {
    /// A day or a run of days.
    ///
    /// - Parameter isCued: Whether a word such as "on" or "in" stands before, so that "may", "march" and "sat" count.
    func date(at start: Int, isCued: Bool) -> Found<DateExpression>? {
        guard start < count, tokens[start].kind != .mark else { return nil }
        return dates.found(at: 2 * start + (isCued ? 1 : 0)) { newDate(at: start, isCued: isCued) }
    }

    private func newDate(at start: Int, isCued: Bool) -> Found<DateExpression>? {
        let first = word(start) == "the" ? start + 1 : start
        if let found = shifted(at: first) ?? composed(at: first) ?? holiday(at: first) { return found }
        if let found = named(at: first) ?? edge(at: first) ?? nthWeekday(at: first) { return found }
        if let found = stretch(at: first) ?? relative(at: first) { return found }
        return calendarDay(at: first, hasArticle: first > start) ?? month(at: first, isCued: isCued)
            ?? weekday(at: first, isCued: isCued)
    }

    /// `today`, `tomorrow`, `day after tomorrow`, `q2`, `eom`, `christmas`.
    private func named(at start: Int) -> Found<DateExpression>? {
        if let quarter = quarter(at: start) { return quarter }
        if word(start) == "day", word(start + 1) == "after", TimeWords.tomorrow.contains(word(start + 2)) {
            return Found(start + 3, .day(2))
        }
        if word(start) == "day", word(start + 1) == "before", word(start + 2) == "yesterday" {
            return Found(start + 3, .day(-2))
        }
        if TimeWords.tomorrow.contains(word(start)) { return Found(start + 1, .day(1)) }
        if let dayMeant, ["that", "same"].contains(word(start)), word(start + 1) == "day" {
            return Found(start + 2, .exact(dayMeant))
        }
        switch word(start) {
        case "today": return Found(start + 1, .day(0))
        case "yesterday": return Found(start + 1, .day(-1))
        case "eom": return Found(start + 1, .edge(of: .period(.month, 0), isEnd: true))
        case "eow": return Found(start + 1, .edge(of: .period(.week, 0), isEnd: true))
        case "eoq": return Found(start + 1, .edge(of: .period(.quarter, 0), isEnd: true))
        case "eoy": return Found(start + 1, .edge(of: .period(.year, 0), isEnd: true))
        default: return nil
        }
    }

    /// `end of the month`, `beginning of q2`, `month end`.
    private func edge(at start: Int) -> Found<DateExpression>? {
        let isEnd = word(start) == "end"
        guard isEnd || ["start", "beginning", "begin"].contains(word(start)), word(start + 1) == "of" else {
            return nil
        }
        var next = start + 2
        while ["the", "this"].contains(word(next)) { next += 1 }
        if let unit = TimeWords.units[word(next)], unit != .day, unit != .hour, unit != .minute {
            return Found(next + 1, .edge(of: .period(unit, 0), isEnd: isEnd))
        }
        guard var inner = named(at: next) ?? relative(at: next) ?? composed(at: next) ?? month(at: next, isCued: true)
        else { return nil }
        // "Beginning of January" is this year's where the free readings are wanted.
        if convention.weeksBelongByMonday, case .month(let month, nil, .nearest) = inner.value {
            inner.value = .month(month, year: nil, .this)
        }
        return Found(inner.end, .edge(of: inner.value, isEnd: isEnd))
    }

    /// `this week`, `next friday`, `last month`, `last 30 days`, `coming weekend`.
    func relative(at start: Int) -> Found<DateExpression>? {
        guard let step = TimeWords.steps[word(start)] else { return nil }
        let next = start + 1
        let which: DateExpression.Which = step == 0 ? .this : step > 0 ? .next : .last
        if let end = weekendEnd(at: next) { return Found(end, .weekend(step)) }
        if let unit = TimeWords.units[word(next)], unit != .hour, unit != .minute {
            return Found(next + 1, unit == .day ? .day(step) : .period(unit, step))
        }
        if let day = TimeWords.weekdays[word(next)] {
            return Found(next + 1, .weekday(day, word(start) == "coming" ? .nearest : which))
        }
        if let month = TimeWords.months[word(next)] { return Found(next + 1, .month(month, year: nil, which)) }
        if let number = number(at: next), step != 0, let unit = TimeWords.units[word(number.end)],
            let size = Int(exactly: number.value.value), (1...1_000).contains(size)
        {
            return Found(number.end + 1, .rolling(step * size, unit))
        }
        return nil
    }

    /// `in 3 days`, `two weeks ago`, `a week from friday`, `in a fortnight`.
    private func shifted(at start: Int) -> Found<DateExpression>? {
        let isLed = word(start) == "in" || word(start) == "within"
        var first = isLed ? start + 1 : start
        while isLed, ["about", "approximately", "around", "roughly", "the", "next"].contains(word(first)),
            first - start < 3
        {
            first += 1
        }
        if let half = halfHours(at: first) {
            if isLed { return Found(half.end, .shift(half.value, .minute)) }
            if word(half.end) == "ago" { return Found(half.end + 1, .shift(-half.value, .minute)) }
        }
        guard let span = span(at: first) else { return nil }
        let (size, unit) = (span.value.size, span.value.unit)
        if unit == .minute || unit == .hour {
            if isLed { return Found(span.end, .shift(size, unit)) }
            if word(span.end) == "ago" { return Found(span.end + 1, .shift(-size, unit)) }
            if word(span.end) == "later", convention.readsFreely { return Found(span.end + 1, .shift(size, unit)) }
            return word(span.end) == "from" && word(span.end + 1) == "now"
                ? Found(span.end + 2, .shift(size, unit)) : nil
        }
        switch word(span.end) {
        case "on", "today", "tomorrow", "yesterday":
            // "A week on Friday", "two weeks tomorrow"; "for a week on Friday" is a length and a day.
            let next = word(span.end) == "on" ? span.end + 1 : span.end
            guard !isLed, unit == .week, let base = weekday(at: next, isCued: true) ?? named(at: next) else {
                return nil
            }
            return Found(base.end, .later(base.value, size, unit))
        case "ago", "back": return Found(span.end + 1, .shift(-size, unit))
        case "later" where convention.readsFreely: return Found(span.end + 1, .shift(size, unit))
        case "hence": return Found(span.end + 1, .shift(size, unit))
        case "from", "after":
            if ["now", "today"].contains(word(span.end + 1)) { return Found(span.end + 2, .shift(size, unit)) }
            guard let base = date(at: span.end + 1, isCued: true) else { return nil }
            return Found(base.end, .later(base.value, size, unit))
        case "before":
            guard let base = date(at: span.end + 1, isCued: true) else { return nil }
            return Found(base.end, .later(base.value, -size, unit))
        default: return isLed ? Found(span.end, .shift(size, unit)) : nil
        }
    }

    /// Minutes of a length that is no whole number of units: `half an hour`, `two and a half hours`.
    private func halfHours(at start: Int) -> Found<Int>? {
        guard mayBeNumber(start), let length = duration(at: start), length.value % 60 != 0,
            span(at: start)?.end != length.end
        else { return nil }
        return length
    }

    /// `first monday of next month`, `last friday of april`.
    private func nthWeekday(at start: Int) -> Found<DateExpression>? {
        let ordinal = word(start) == "last" ? Found(start + 1, -1) : ordinal(at: start)
        guard let ordinal, let day = TimeWords.weekdays[word(ordinal.end)],
            ["of", "in"].contains(word(ordinal.end + 1))
        else { return nil }
        let next = word(ordinal.end + 2) == "the" ? ordinal.end + 3 : ordinal.end + 2
        if word(next) == "month" { return Found(next + 1, .nth(ordinal.value, day, of: .period(.month, 0))) }
        guard let base = relative(at: next) ?? month(at: next, isCued: true) else { return nil }
        return Found(base.end, .nth(ordinal.value, day, of: base.value))
    }

    /// Whether an hour is written at a token so that it is nothing else: "2pm", "14:30", "noon".
    private func isHour(_ start: Int) -> Bool {
        if ["noon", "morning", "afternoon", "evening"].contains(word(start)) { return true }
        return Int(word(start)) != nil && ["am", "pm", ":"].contains(word(start + 1))
    }

    private func weekday(at start: Int, isCued: Bool) -> Found<DateExpression>? {
        let text = word(start)
        if text.utf8.count == 3, word(start - 1) == "the", text != "thu", text != "tue" { return nil }
        guard let day = TimeWords.weekdays[text],
            isCued || text.utf8.count > 3 || ["tue", "thu", "fri"].contains(text) || isAlone(start)
                || word(start + 1) == "," && ["mon", "wed", "sun", "sat"].contains(text)
                || isHour(start + 1)
        else { return nil }
        // "Friday next week", "Monday last week".
        if let step = TimeWords.steps[word(start + 1)], word(start + 2) == "week" {
            return Found(start + 3, .later(.weekday(day, .ofThisWeek), step, .week))
        }
        if word(start + 1) == "week" { return Found(start + 2, .later(.weekday(day, .nearest), 1, .week)) }
        // "Friday 13 March" is a day of the calendar; the weekday only repeats it.
        var next = start + 1
        while [",", "the", "."].contains(word(next)), next - start < 3 { next += 1 }
        if let calendar = calendarDay(at: next, hasArticle: next > start + 1),
            word(calendar.end) != ":", !["am", "pm"].contains(word(calendar.end))
        {
            guard case .monthDay(let month, let number, nil) = calendar.value else { return calendar }
            return Found(calendar.end, .namedDay(day, month: month, day: number))
        }
        return Found(start + 1, .weekday(day, .nearest))
    }
}

/// The words of the calendar.
enum TimeWords {
    /// Words a time can start with, besides numbers.
    static let starters: Set<String> = Set(weekdays.keys).union(months.keys).union(Holiday.byFirstWord.keys).union(
        steps.keys
    ).union(tomorrow)
        .union([
            "today", "yesterday", "tonight", "tonite", "day", "the", "end", "start", "beginning", "eom", "eow", "eoq",
            "eoy",
            "eod", "cob", "christmas", "noon", "midday", "midnight", "first", "morning", "mornings", "afternoon",
            "evening", "night", "in", "within", "during", "on", "at", "by", "around", "@", "for", "from", "of", ",",
            "since", "last", "rest", "remainder", "week", "weekend", "month", "quarter", "year", "ytd", "mtd", "qtd",
            "h1",
            "h2", "tonight", "half", "quarter",
            "after", "before", "until", "till", "between", "all", "entire", "whole", "ides", "nye", "mid", "midweek",
            "early", "late", "middle", "twenties", "thirties", "forties",
            "fifties", "sixties", "seventies", "eighties", "nineties", "begin", "within",
            "about", "approximately", "until", "through", "anytime", "any", "later", "earlier", "no", "starting",
            "prior",
            "wkend", "h",
        ])
    static let tomorrow: Set<String> = ["tomorrow", "tmrw", "tmr", "tomorow", "tommorow", "tommorrow", "tomorrows"]
    static let steps = [
        "prior": -1, "nxt": 1, "lst": -1,
        "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1, "upcoming": 1, "last": -1, "past": -1,
        "previous": -1,
    ]
    static let weekdays: [String: Weekday] = {
        var names: [String: Weekday] = [
            "tues": .tuesday, "weds": .wednesday, "thur": .thursday, "thurs": .thursday, "wensday": .wednesday,
            "wendsday": .wednesday, "wednesay": .wednesday, "teusday": .tuesday,
        ]
        for day in Weekday.allCases {
            names[day.rawValue] = day
            names[String(day.rawValue.prefix(3))] = day
        }
        return names
    }()
    static let months: [String: Int] = {
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var names = ["sept": 9]
        for (index, name) in full.enumerated() {
            names[name] = index + 1
            names[String(name.prefix(3))] = index + 1
        }
        return names
    }()
    /// Months whose names are hardly anything else.
    static let sureMonths: Set<String> = [
        "january", "february", "feb", "september", "sept", "october", "november", "december", "july",
    ]
    static let units: [String: TimeUnit] = [
        "minute": .minute, "minutes": .minute, "min": .minute, "mins": .minute, "hour": .hour, "hours": .hour,
        "hr": .hour, "hrs": .hour, "h": .hour, "day": .day, "days": .day, "week": .week, "weeks": .week, "wk": .week,
        "wks": .week, "month": .month, "months": .month, "quarter": .quarter, "quarters": .quarter, "qtr": .quarter,
        "qtrs": .quarter,
        "year": .year, "years": .year, "yr": .year, "yrs": .year, "mth": .month, "mths": .month, "mo": .month,
        "mos": .month,
    ]
}
