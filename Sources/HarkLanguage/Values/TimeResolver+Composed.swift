import HarkCore

extension TimeResolver {
    /// The days of expressions that are made of others.
    func composedDays(of expression: DateExpression, _ direction: Direction) -> Days? {
        switch expression {
        case .dayOf(let count, let inner): return dayOf(count, inner, direction)
        case .namedDay(let weekday, let month, let day): return namedDay(weekday, month, day, direction)
        case .nthAfter(let count, let weekday, let inner):
            guard let base = days(of: inner, direction) else { return nil }
            let ahead = (weekday.daysSinceMonday - base.last.weekday.daysSinceMonday + 6) % 7 + 1
            return Days(base.last.adding(days: ahead + 7 * (count - 1)), .day)
        case .afterNext(let weekday):
            let inner: DateExpression =
                convention.weeksBelongByMonday ? .weekday(weekday, .nearest) : .weekday(weekday, .next)
            return days(of: .later(inner, 1, .week), direction)
        case .season(let season, let which): return days(of: season, which)
        case .holidayNear(let holiday, let which):
            let years = which == .last ? [0, -1] : [0, 1, 2]
            return years.compactMap { holiday.date(in: today.year + $0) }
                .first { which == .last ? $0 < today : $0 > today }.map { Days($0, .day) }
        case .longWeekend(let holiday, let year):
            guard let day = days(of: .holiday(holiday, year: year), direction)?.first else { return nil }
            let saturday = day.startOfWeek.adding(days: day.weekday == .monday || day.weekday == .tuesday ? -2 : 5)
            return Days(min(saturday, day), max(saturday.adding(days: 1), day), .day)
        case .portion(let portion, let inner): return days(of: inner, direction).map { part(portion, of: $0) }
        case .decade(let year):
            return LocalDate(year: year, month: 1, day: 1).map {
                Days($0, $0.adding(months: 120).adding(days: -1), .year)
            }
        case .nthWeekend(let count, let inner):
            guard let month = days(of: inner, direction) else { return nil }
            let last = month.last.startOfWeek.adding(days: 5)
            let first = month.first.startOfWeek.adding(days: 5)
            let saturday =
                count < 0 ? (last > month.last ? last.adding(days: -7) : last) : first.adding(days: 7 * (count - 1))
            return Days(saturday, saturday.adding(days: 1), .day)
        default: return nil
        }
    }

    /// Thirds of a period, or halves with the middle between them; of a week the middle is Wednesday and Thursday.
    private func part(_ portion: DateExpression.Portion, of days: Days) -> Days {
        let count = days.last.daysSinceEpoch - days.first.daysSinceEpoch + 1
        let parts = convention.edges == .half ? 2 : 3
        let size = count / parts
        switch portion {
        case .early: return Days(days.first, days.first.adding(days: size - 1), .day)
        case .late: return Days(days.first.adding(days: size * (parts - 1)), days.last, .day)
        case .mid:
            let third = count / 3
            return Days(days.first.adding(days: third), days.first.adding(days: max(third, 2 * third - 1)), .day)
        }
    }

    private func dayOf(_ count: Int, _ inner: DateExpression, _ direction: Direction) -> Days? {
        guard let period = days(of: inner, direction) else { return nil }
        let day = count < 0 ? period.last.adding(days: count + 1) : period.first.adding(days: count - 1)
        return day >= period.first && day <= period.last ? Days(day, .day) : nil
    }

    /// The weekday tells the year where it is this one or a neighbour; otherwise it is passed over.
    private func namedDay(_ weekday: Weekday, _ month: Int, _ day: Int, _ direction: Direction) -> Days? {
        let dates = [0, 1, -1].compactMap { LocalDate(year: today.year + $0, month: month, day: day) }
        if let fitting = dates.first(where: { $0.weekday == weekday }) { return Days(fitting, .day) }
        return days(of: .monthDay(month: month, day: day, year: nil), direction)
    }

    /// By the usual dates of the sun's turns in the north.
    private func days(of season: DateExpression.Season, _ which: DateExpression.Which) -> Days? {
        func days(_ year: Int) -> Days? {
            let (start, end): ((Int, Int, Int), (Int, Int, Int)) =
                switch season {
                case .spring: ((year, 3, 20), (year, 6, 20))
                case .summer: ((year, 6, 21), (year, 9, 23))
                case .autumn: ((year, 9, 23), (year, 12, 20))
                case .winter: ((year, 12, 21), (year + 1, 3, 20))
                }
            guard let first = LocalDate(year: start.0, month: start.1, day: start.2),
                let last = LocalDate(year: end.0, month: end.1, day: end.2)
            else { return nil }
            return Days(first, last, .day)
        }
        let near = (-2...2).compactMap { days(today.year + $0) }
        switch which {
        case .last: return near.last { $0.last < today }
        case .next: return near.first { $0.first > today }
        default: return near.first { $0.last >= today }
        }
    }
}
