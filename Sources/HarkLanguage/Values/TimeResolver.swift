import HarkCore

/// Turns what was said of time into places on the wall clock, by plain calendar arithmetic.
struct TimeResolver {
    let now: LocalDateTime
    let convention: Convention
    let dateOrder: Tenant.DateOrder?

    /// Which way a time without a year, week or day part is looked for.
    enum Direction: Hashable, Sendable { case future, past }

    var today: LocalDate { now.date }

    /// The moment, or `nil` where there is none, such as 30 February.
    func resolve(_ expression: TimeExpression, _ direction: Direction) -> Moment? {
        if case .shift(let count, let unit) = expression.date, unit == .minute || unit == .hour {
            return Moment(from: now.adding(minutes: count * (unit == .hour ? 60 : 1)), grain: .minute)
        }
        if case .rolling(let count, let unit) = expression.date, unit == .minute || unit == .hour {
            return rolling(minutes: count, unit)
        }
        if expression.clock == nil, let moment = conventional(expression.date) { return moment }
        let day = expression.date.map { days(of: $0, direction) } ?? Days(today, .day)
        guard let day else { return nil }
        var moment = Moment(
            from: day.first.midnight, until: day.last.adding(days: 1).midnight, grain: day.grain, otherDay: day.other)
        if let clock = expression.clock {
            guard let clocked = self.clocked(clock, on: day.first, expression, direction) else { return nil }
            moment.from = clocked.from
            moment.until = clocked.until
            moment.grain = clocked.grain
        }
        if let untilDate = expression.untilDate, let end = days(of: untilDate, direction) {
            var last = end.last
            // "Monday to Friday" said on a Tuesday: the Friday after that Monday.
            if last < moment.from.date {
                if case .weekday = untilDate { last = last.adding(days: 7) } else { last = last.adding(months: 12) }
            }
            moment.until = convention.edges == .half ? end.first.midnight : last.adding(days: 1).midnight
            if moment.grain == .month, case .month = untilDate {
            } else if moment.grain != .minute {
                moment.grain = .day
            }
        }
        if let untilClock = expression.untilClock { end(&moment, at: untilClock, from: expression.clock) }
        return moment
    }

    private func clocked(
        _ clock: ClockExpression, on day: LocalDate, _ expression: TimeExpression, _ direction: Direction
    ) -> Moment? {
        switch clock {
        case .part(let part):
            let hours = hours(of: part)
            let start = day.midnight.adding(minutes: hours.lowerBound * 60)
            return Moment(from: start, until: day.midnight.adding(minutes: hours.upperBound * 60), grain: .hour)
        case .clock(let hour, let minute, let meridian):
            var start = start(hour, minute, meridian, on: day, direction)
            if expression.date == nil, hour < 24 {
                if direction == .future, start <= now { start = start.adding(days: 1) }
                if direction == .past, start > now { start = start.adding(days: -1) }
            }
            return Moment(from: start, until: nil, grain: .minute)
        }
    }

    private func end(_ moment: inout Moment, at clock: ClockExpression, from start: ClockExpression?) {
        guard case .clock(let hour, let minute, let meridian) = clock else { return }
        var end = moment.from.date.midnight.adding(minutes: hourOfDay(hour, meridian) * 60 + minute)
        // "10 to 2pm" starts in the morning, "2 to 4pm" in the afternoon.
        if meridian == .pm, !(start?.hasMeridian ?? false), moment.from.hour + 12 < end.hour, moment.from.hour < 12,
            moment.from.hour < 8
        {
            moment.from = moment.from.adding(minutes: 720)
        }
        if end <= moment.from { end = end.adding(minutes: 720) }
        moment.until = end > moment.from ? rangeEnd(end, from: moment.from) : nil
    }

    /// The last or next so many minutes or hours; whole ones where whole units count.
    private func rolling(minutes count: Int, _ unit: TimeUnit) -> Moment {
        let size = unit == .hour ? 60 : 1
        guard convention.counting == .wholeUnits else {
            let edge = now.adding(minutes: count * size)
            return Moment(from: min(now, edge), until: max(now, edge), grain: .minute)
        }
        let start = now.adding(seconds: -Int64(now.secondOfDay % (size * 60)))
        let first = count < 0 ? count : 1
        return Moment(
            from: start.adding(minutes: first * size), until: start.adding(minutes: (count < 0 ? 0 : count + 1) * size),
            grain: unit)
    }

    func hourOfDay(_ hour: Int, _ meridian: ClockExpression.Meridian?) -> Int {
        switch meridian {
        case .am: hour == 12 ? 0 : hour
        case .pm: hour < 12 ? hour + 12 : hour
        case nil: plainHour(hour)
        }
    }

    func hours(of part: ClockExpression.DayPart) -> ClosedRange<Int> {
        switch part {
        case .morning: convention.morning
        case .lunch: 12...14
        case .afterLunch: 13...17
        case .afternoon: convention.afternoon
        case .evening: convention.evening
        case .night: convention.night
        }
    }
}
