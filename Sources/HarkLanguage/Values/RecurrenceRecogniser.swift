import HarkCore

extension ValueFinder {
    /// `every Monday at 9`, `weekly`, `the first Monday of every month`, `on Mondays`, `monthly on the 15th`.
    func recurrence(at start: Int) -> Found<Recurrence>? {
        guard RecurrenceWords.starters.contains(word(start)) || mayBeNumber(start) else { return nil }
        var first = start
        var clock: Found<ClockExpression>?
        // "At nine every Monday."
        if word(start) == "at", let said = self.clock(at: start + 1, isCued: true) {
            clock = said
            first = said.end
        }
        while ["on", "the", "in"].contains(word(first)), first - start < 3 { first += 1 }
        guard var found = every(at: first) ?? adverb(at: first) ?? plural(at: first) ?? placed(at: first) else {
            return nil
        }
        found.value.clock = clock?.value ?? found.value.clock
        addTail(to: &found)
        return found
    }

    /// `every day`, `each other week`, `every 3 months`, `every Monday and Thursday`, `every first Monday`.
    private func every(at start: Int) -> Found<Recurrence>? {
        var next = start
        switch word(start) {
        case "every", "each": next += 1
        case "once", "twice":
            guard ["a", "an", "every", "per", "each"].contains(word(start + 1)) else { return nil }
            next += 2
            guard let unit = TimeWords.units[word(next)] else { return nil }
            if word(start) == "once" { return Found(next + 1, Recurrence(frequency: unit)) }
            // Only halves that are whole units are rules.
            switch unit {
            case .year: return Found(next + 1, Recurrence(frequency: .month, interval: 6))
            case .day: return Found(next + 1, Recurrence(frequency: .hour, interval: 12))
            default: return nil
            }
        default: return nil
        }
        var interval = 1
        if ["other", "second"].contains(word(next)), dayWord(at: next + 1) != nil || unit(at: next + 1) != nil {
            interval = 2
            next += 1
        } else if let number = number(at: next), unit(at: number.end) != nil,
            let size = Int(exactly: number.value.value), (1...400).contains(size)
        {
            interval = size
            next = number.end
        }
        if let placed = placed(at: next, isEvery: true) { return placed }
        if word(next) == "single" { next += 1 }
        if let unit = unit(at: next) {
            return Found(next + 1, Recurrence(frequency: unit.0, interval: interval * unit.1))
        }
        if let part = dayPart(at: next), part.end == next + 1 {
            return Found(part.end, Recurrence(frequency: .day, interval: interval, clock: .part(part.value)))
        }
        if let month = TimeWords.months[word(next)] {
            return Found(next + 1, Recurrence(frequency: .year, month: month))
        }
        if let day = ordinal(at: next), (1...31).contains(day.value), day.end > next + 1 || word(day.end) == "of" {
            return Found(day.end, Recurrence(frequency: .month, dayOfMonth: day.value))
        }
        guard var days = weekdays(at: next) else { return nil }
        days.value.interval = interval
        return days
    }

    /// `daily`, `weekly`, `fortnightly`, `quarterly`.
    private func adverb(at start: Int) -> Found<Recurrence>? {
        guard let (unit, interval) = RecurrenceWords.adverbs[word(start)] else { return nil }
        return Found(start + 1, Recurrence(frequency: unit, interval: interval))
    }

    /// `Mondays`, `Tuesdays and Thursdays`, `weekdays`.
    private func plural(at start: Int) -> Found<Recurrence>? {
        guard RecurrenceWords.plurals[word(start)] != nil || ["weekdays", "weekends"].contains(word(start)) else {
            return nil
        }
        return weekdays(at: start)
    }

    /// `first Monday of the month`, `last Friday of every month`, `last day of each month`.
    private func placed(at start: Int, isEvery: Bool = false) -> Found<Recurrence>? {
        let place = word(start) == "last" ? Found(start + 1, -1) : ordinal(at: start)
        guard let place, (-1...5).contains(place.value) else { return nil }
        var next = place.end
        let isDay = word(next) == "day"
        guard let day = isDay ? Weekday.monday : TimeWords.weekdays[word(next)] else { return nil }
        next += 1
        let isOf = word(next) == "of" || word(next) == "in"
        let isRepeated = isOf && ["every", "each"].contains(word(next + 1))
        let isMonth = isOf && ["every", "each", "the"].contains(word(next + 1)) && word(next + 2) == "month"
        guard isMonth, isEvery || isRepeated else {
            return isEvery && !isOf && !isDay
                ? Found(next, Recurrence(frequency: .month, weekdays: [day], position: place.value)) : nil
        }
        let recurrence =
            isDay
            ? Recurrence(frequency: .month, dayOfMonth: place.value)
            : Recurrence(frequency: .month, weekdays: [day], position: place.value)
        return Found(next + 3, recurrence)
    }

    /// One or more weekdays: `Monday, Wednesday and Friday`, `weekday`, `weekend`.
    private func weekdays(at start: Int) -> Found<Recurrence>? {
        guard let first = dayWord(at: start) else { return nil }
        var days = first
        var end = start + 1
        while true {
            var next = end
            while [",", "and", "or", "/"].contains(word(next)), next - end < 2 { next += 1 }
            guard next > end, let more = dayWord(at: next) else { break }
            days += more.filter { !days.contains($0) }
            end = next + 1
        }
        days.sort { $0.daysSinceMonday < $1.daysSinceMonday }
        return Found(end, Recurrence(frequency: .week, weekdays: days))
    }

    private func dayWord(at index: Int) -> [Weekday]? {
        switch word(index) {
        case "weekday", "weekdays": Array(Weekday.allCases.prefix(5))
        case "weekend", "weekends": [.saturday, .sunday]
        case let text: (TimeWords.weekdays[text] ?? RecurrenceWords.plurals[text]).map { [$0] }
        }
    }

    private func unit(at index: Int) -> (TimeUnit, Int)? {
        switch word(index) {
        case "fortnight": (.week, 2)
        case "workday", "m": nil
        case let text: TimeWords.units[text].map { ($0, 1) }
        }
    }

    /// What follows: the day of the week or month, the hour, the end.
    private func addTail(to found: inout Found<Recurrence>) {
        pieces: for _ in 0..<5 {
            let end = found.end
            if word(end) == "on" || word(end) == "," || word(end) == "of" {
                addDay(to: &found, at: word(end + 1) == "the" ? end + 2 : end + 1)
            } else if found.value.clock == nil, ["at", "@", "in", "from", "around"].contains(word(end)),
                let clock = clock(at: end + 1, isCued: true)
            {
                (found.value.clock, found.end) = (clock.value, clock.end)
            } else if found.value.clock == nil, let clock = clock(at: end, isCued: false) {
                (found.value.clock, found.end) = (clock.value, clock.end)
            } else if case .part = found.value.clock, word(end) == "at", let clock = clock(at: end + 1, isCued: true) {
                (found.value.clock, found.end) = (joined(clock.value, with: found.value.clock), clock.end)
            } else if ["until", "till", "through", "ending"].contains(word(end)),
                let last = date(at: end + 1, isCued: true)
            {
                (found.value.until, found.end) = (last.value, last.end)
            } else if let times = number(at: word(end) == "for" ? end + 1 : end), word(times.end) == "times",
                let count = Int(exactly: times.value.value), (1...1_000).contains(count)
            {
                (found.value.count, found.end) = (count, times.end + 1)
            }
            if found.end == end { break pieces }
        }
    }

    private func addDay(to found: inout Found<Recurrence>, at start: Int) {
        let isOpen = found.value.weekdays.isEmpty && found.value.dayOfMonth == nil
        switch found.value.frequency {
        case .week where isOpen:
            guard let days = weekdays(at: start) else { return }
            (found.value.weekdays, found.end) = (days.value.weekdays, days.end)
        case .month where isOpen, .quarter where isOpen:
            let place = word(start) == "last" ? Found(start + 1, -1) : ordinal(at: start)
            guard let place, (-1...31).contains(place.value) else { return }
            if let day = TimeWords.weekdays[word(place.end)] {
                (found.value.weekdays, found.value.position, found.end) = ([day], place.value, place.end + 1)
            } else {
                let isDay = word(place.end) == "day"
                (found.value.dayOfMonth, found.end) = (place.value, isDay ? place.end + 1 : place.end)
            }
        case .year where isOpen:
            guard let day = calendarDay(at: start, hasArticle: false),
                case .monthDay(let month, let number, nil) = day.value
            else { return }
            (found.value.month, found.value.dayOfMonth, found.end) = (month, number, day.end)
        default: return
        }
    }
}

/// The words of things that happen again.
enum RecurrenceWords {
    static let starters: Set<String> = Set(adverbs.keys).union(plurals.keys)
        .union(["every", "each", "once", "twice", "on", "the", "at", "last", "weekdays", "weekends"])
    static let adverbs: [String: (TimeUnit, Int)] = [
        "hourly": (.hour, 1), "daily": (.day, 1), "weekly": (.week, 1), "biweekly": (.week, 2),
        "fortnightly": (.week, 2), "monthly": (.month, 1), "bimonthly": (.month, 2), "quarterly": (.quarter, 1),
        "yearly": (.year, 1), "annually": (.year, 1),
    ]
    static let plurals: [String: Weekday] = Dictionary(
        uniqueKeysWithValues: Weekday.allCases.map { ($0.rawValue + "s", $0) })
}
