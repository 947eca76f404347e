import HarkCore

/// Something that happens again and again, as said.
struct Recurrence: Hashable, Sendable {
    var frequency: TimeUnit
    /// Every so many units; at least 1.
    var interval = 1
    var weekdays: [Weekday] = []
    /// Which of the weekday in the month, such as 1 for the first and -1 for the last.
    var position: Int?
    /// `1...31`, or -1 for the last day.
    var dayOfMonth: Int?
    var month: Int?
    var clock: ClockExpression?
    var until: DateExpression?
    var count: Int?

    /// The rule as RFC 5545 §3.3.10 writes it, without the name `RRULE`.
    ///
    /// - Parameters:
    ///   - clock: The time of day as hour and minute, to be part of the rule; `nil` leaves it to the first date.
    ///   - until: The last day.
    func rule(clock: (hour: Int, minute: Int)?, until: LocalDate?) -> String {
        var parts: [String] = []
        switch frequency {
        case .minute: parts.append("FREQ=MINUTELY")
        case .hour: parts.append("FREQ=HOURLY")
        case .day: parts.append("FREQ=DAILY")
        case .week: parts.append("FREQ=WEEKLY")
        case .month, .quarter: parts.append("FREQ=MONTHLY")
        case .year: parts.append("FREQ=YEARLY")
        }
        let step = frequency == .quarter ? interval * 3 : interval
        if step > 1 { parts.append("INTERVAL=\(step)") }
        if let month { parts.append("BYMONTH=\(month)") }
        if let dayOfMonth { parts.append("BYMONTHDAY=\(dayOfMonth)") }
        if !weekdays.isEmpty {
            let days = weekdays.map { (position.map(String.init) ?? "") + $0.rawValue.prefix(2).uppercased() }
            parts.append("BYDAY=\(days.joined(separator: ","))")
        }
        if let clock { parts.append("BYHOUR=\(clock.hour);BYMINUTE=\(clock.minute)") }
        if let count { parts.append("COUNT=\(count)") }
        if let until { parts.append("UNTIL=\(until.description.filter { $0 != "-" })") }
        return parts.joined(separator: ";")
    }

    /// How many times are entered of one that never ends.
    static let mostTimes = 12
    /// How many times are entered at the most.
    static let mostCounted = 60

    /// Whether the interval, counted from the first day, comes round to a day.
    func isTurn(_ day: LocalDate, after first: LocalDate) -> Bool {
        let months = (day.year - first.year) * 12 + day.month - first.month
        switch frequency {
        case .minute, .hour: return true
        case .day: return (day.daysSinceEpoch - first.daysSinceEpoch) % max(1, interval) == 0
        case .week:
            let monday = first.daysSinceEpoch - first.weekday.daysSinceMonday
            return (day.daysSinceEpoch - monday) / 7 % max(1, interval) == 0
        case .month: return months % max(1, interval) == 0
        case .quarter: return months % max(1, interval * 3) == 0
        case .year: return months % max(1, interval * 12) == 0
        }
    }

    /// Whether a day is one of the days named; every day is where none is.
    func falls(on day: LocalDate) -> Bool {
        if let month, day.month != month { return false }
        if let dayOfMonth, day.day != (dayOfMonth < 0 ? day.endOfMonth.day : dayOfMonth) { return false }
        guard !weekdays.isEmpty else { return true }
        guard weekdays.contains(day.weekday) else { return false }
        switch position {
        case nil: return true
        case let place? where place < 0: return day.endOfMonth.day - day.day < 7
        case let place?: return (day.day + 6) / 7 == place
        }
    }
}

extension TimeResolver {
    /// The time of day of a recurrence as hour and minute; the start of a part of the day.
    func clock(of recurrence: Recurrence) -> (hour: Int, minute: Int)? {
        switch recurrence.clock {
        case nil: nil
        case .clock(let hour, let minute, let meridian): (hourOfDay(hour, meridian) % 24, minute)
        case .part(let part): (hours(of: part).lowerBound, 0)
        }
    }

    /// The last day of a recurrence that ends.
    func lastDay(of recurrence: Recurrence) -> LocalDate? {
        recurrence.until.flatMap { days(of: $0, .future)?.last }
    }

    /// The rule with its time of day.
    func rule(of recurrence: Recurrence, withClock: Bool) -> String {
        recurrence.rule(clock: withClock ? clock(of: recurrence) : nil, until: lastDay(of: recurrence))
    }

    /// The times from now on, at most ``Recurrence/mostTimes`` and within a year; what ends by itself may have more.
    func times(of recurrence: Recurrence) -> [LocalDateTime] {
        guard let first = firstTime(of: recurrence) else { return [] }
        guard recurrence.frequency != .minute, recurrence.frequency != .hour else { return [first] }
        var rule = recurrence
        if rule.weekdays.isEmpty, rule.dayOfMonth == nil {
            switch rule.frequency {
            case .week: rule.weekdays = [first.date.weekday]
            case .month, .quarter, .year: rule.dayOfMonth = first.date.day
            default: break
            }
        }
        let last = lastDay(of: recurrence)
        let most = recurrence.count ?? (last == nil ? Recurrence.mostTimes : Recurrence.mostCounted)
        return (0..<365).lazy.map { first.adding(minutes: $0 * 24 * 60) }
            .filter { time in last.map { time.date <= $0 } ?? true }
            .filter { rule.falls(on: $0.date) && rule.isTurn($0.date, after: first.date) }
            .prefix(min(most, Recurrence.mostCounted)).map { $0 }
    }

    /// The first time from now on; midnight where no hour was said, `nil` for none within four years.
    func firstTime(of recurrence: Recurrence) -> LocalDateTime? {
        let time = clock(of: recurrence)
        for step in 0..<1_500 {
            let day = today.adding(days: step)
            guard recurrence.falls(on: day) else { continue }
            let at = day.midnight.adding(minutes: (time?.hour ?? 0) * 60 + (time?.minute ?? 0))
            if time == nil || at > now { return at }
        }
        return nil
    }
}
