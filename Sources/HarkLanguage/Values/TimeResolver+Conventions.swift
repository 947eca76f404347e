import HarkCore

extension TimeResolver {
    /// What only a convention makes of a date without an hour; `nil` where all conventions agree.
    func conventional(_ date: DateExpression?) -> Moment? {
        switch date {
        case .weekend(let step):
            guard let hour = convention.weekendStartsOnFridayAt else { return nil }
            let friday = today.startOfWeek.adding(days: 4 + 7 * step)
            return Moment(
                from: friday.midnight.adding(minutes: hour * 60), until: friday.adding(days: 3).midnight, grain: .hour)
        case .longWeekend(let holiday, let year):
            guard let days = composedDays(of: .longWeekend(holiday, year: year), .future) else { return nil }
            let hour = convention.weekendStartsOnFridayAt
            let first =
                hour == nil
                ? days.first.midnight : days.first.adding(days: -1).midnight.adding(minutes: (hour ?? 0) * 60)
            return Moment(from: first, until: days.last.adding(days: 1).midnight, grain: hour == nil ? .day : .hour)
        case .nthWeekend(let count, let inner):
            guard let hour = convention.weekendStartsOnFridayAt,
                let days = composedDays(of: .nthWeekend(count, of: inner), .future)
            else { return nil }
            let friday = days.first.adding(days: -1)
            return Moment(
                from: friday.midnight.adding(minutes: hour * 60), until: days.last.adding(days: 1).midnight,
                grain: .hour)
        case .shift(let count, .day) where convention.shiftsKeepFinerGrain:
            let hour = now.adding(seconds: -Int64(now.secondOfDay % 3_600))
            return Moment(from: hour.adding(days: count), grain: .hour)
        case .shift(let count, .year) where convention.shiftsKeepFinerGrain && abs(count) < 200:
            let first = today.startOfMonth.adding(months: 12 * count)
            return Moment(from: first.midnight, until: first.adding(months: 1).midnight, grain: .month)
        default: return nil
        }
    }

    /// The last or next so many units.
    func rolling(_ count: Int, _ unit: TimeUnit) -> Days? {
        switch convention.counting {
        case .throughToday:
            guard let edge = shifted(today, count, unit) else { return nil }
            return count < 0 ? Days(edge, today, .day) : Days(today, edge, .day)
        case .besideToday:
            guard let edge = shifted(today, count, unit) else { return nil }
            return count < 0
                ? Days(edge, today.adding(days: -1), .day) : Days(today.adding(days: 1), edge, .day)
        case .wholeUnits:
            guard abs(count) <= 1_000, let far = period(unit, count), let near = period(unit, count < 0 ? -1 : 1)
            else { return nil }
            return count < 0 ? Days(far.first, near.last, unit) : Days(near.first, far.last, unit)
        }
    }

    /// The start or end of a period.
    func edge(of days: Days, isEnd: Bool) -> Days {
        let count = days.last.daysSinceEpoch - days.first.daysSinceEpoch + 1
        switch convention.edges {
        case .day: return Days(isEnd ? days.last : days.first, .day)
        case .third:
            // Of a year the end is four months and the start three, of a month what is left after twice ten days.
            if count > 300 { return months(isEnd ? 4 : 3, of: days, isEnd: isEnd) }
            if count > 80 { return months(1, of: days, isEnd: isEnd) }
            let part = count > 7 ? 10 : 3
            let first = count > 7 ? days.first.adding(days: 20) : days.last.adding(days: 1 - part)
            return isEnd ? Days(first, days.last, .day) : Days(days.first, days.first.adding(days: part - 1), .day)
        case .half:
            if count > 300 { return months(6, of: days, isEnd: isEnd) }
            let half = count / 2
            return isEnd
                ? Days(days.first.adding(days: half), days.last, .day)
                : Days(days.first, days.first.adding(days: half - 1), .day)
        }
    }

    private func months(_ count: Int, of days: Days, isEnd: Bool) -> Days {
        isEnd
            ? Days(days.last.adding(days: 1).adding(months: -count), days.last, .month)
            : Days(days.first, days.first.adding(months: count).adding(days: -1), .month)
    }

    /// The hour of the day where none of am and pm was said.
    func plainHour(_ hour: Int) -> Int {
        if case .afternoon(let hours) = convention.hours, hours.contains(hour) { return hour + 12 }
        return hour
    }

    /// The start of an hour on a day, or, where the next such hour counts, twelve hours later if it has passed.
    func start(
        _ hour: Int, _ minute: Int, _ meridian: ClockExpression.Meridian?, on day: LocalDate, _ direction: Direction
    ) -> LocalDateTime {
        let start = day.midnight.adding(minutes: hourOfDay(hour, meridian) * 60 + minute)
        guard convention.hours == .next, meridian == nil, direction == .future, start <= now, hour <= 12, day == today,
            start.adding(minutes: 720) > now
        else { return start }
        return start.adding(minutes: 720)
    }

    /// The end of a range of clock times, which some count to it.
    func rangeEnd(_ end: LocalDateTime, from start: LocalDateTime) -> LocalDateTime {
        guard convention.clockRangesAreClosed else { return end }
        let isToTheMinute = start.minute != 0 || end.minute != 0
        return end.adding(minutes: isToTheMinute ? 1 : 60)
    }
}
