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
