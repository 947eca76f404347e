import HarkCore

extension TimeResolver {
    /// A run of days, both ends included.
    struct Days {
        var first: LocalDate
        var last: LocalDate
        var grain: TimeUnit
        var other: LocalDate?

        init(_ day: LocalDate, _ grain: TimeUnit) { self.init(day, day, grain) }

        init(_ first: LocalDate, _ last: LocalDate, _ grain: TimeUnit) {
            self.first = first
            self.last = last
            self.grain = grain
        }
    }

    /// The days an expression means; `nil` for a day that does not exist.
    func days(of expression: DateExpression, _ direction: Direction) -> Days? {
        switch expression {
        case .day(let count): return Days(today.adding(days: count), .day)
        case .shift(let count, let unit): return shifted(today, count, unit).map { Days($0, .day) }
        case .weekday(let day, let which): return Days(weekday(day, which, direction), .day)
        case .exact(let date): return Days(date, .day)
        case .monthDay(let month, let day, let year):
            return monthDay(month, day, year, direction).map { Days($0, .day) }
        case .dayOfMonth(let day): return dayOfMonth(day, direction).map { Days($0, .day) }
        case .numeric(let first, let second, let year): return numeric(first, second, year, direction)
        case .period(let unit, let step): return period(unit, step)
        case .month(let month, let year, let which): return self.month(month, year, which, direction)
        case .quarter(let number, let year):
            return yearPart(startingIn: number * 3 - 2, months: 3, year: year, direction)
        case .weekend(let step):
            let saturday = today.startOfWeek.adding(days: 5 + 7 * step)
            return Days(saturday, saturday.adding(days: 1), .day)
        case .edge(let inner, let isEnd):
            return days(of: inner, direction).map { edge(of: $0, isEnd: isEnd) }
        case .nth(let count, let day, let inner): return nth(count, day, of: inner, direction)
        case .later(let inner, let count, let unit):
            if case .month = inner, let month = days(of: inner, direction) {
                return shifted(month.first, count, unit).map { Days($0, $0.endOfMonth, .month) }
            }
            // A part of next year is counted from this year, whether or not this year's part is over.
            if case .quarter(let number, nil) = inner, unit == .year {
                return yearPart(startingIn: number * 3 - 2, months: 3, year: today.year + count, direction)
            }
            if case .half(let number, nil) = inner, unit == .year {
                return yearPart(startingIn: number * 6 - 5, months: 6, year: today.year + count, direction)
            }
            if case .quarter = inner, let quarter = days(of: inner, direction) {
                return shifted(quarter.first, count, unit).map {
                    Days($0, $0.adding(months: 3).adding(days: -1), .quarter)
                }
            }
            return days(of: inner, direction).flatMap { shifted($0.first, count, unit) }.map { Days($0, .day) }
        case .rolling(let count, let unit): return rolling(count, unit)
        case .dayOf, .namedDay, .nthAfter, .afterNext, .season, .holidayNear, .longWeekend, .nthWeekend, .portion,
            .decade:
            return composedDays(of: expression, direction)
        case .holiday, .year, .half, .toDate, .rest, .weekOf, .numberedWeek, .nthWeek:
            return stretchDays(of: expression, direction)
        }
    }

    func shifted(_ date: LocalDate, _ count: Int, _ unit: TimeUnit) -> LocalDate? {
        guard abs(count) <= 10_000 else { return nil }
        switch unit {
        case .minute, .hour: return date
        case .day: return date.adding(days: count)
        case .week: return date.adding(days: 7 * count)
        case .month: return date.adding(months: count)
        case .quarter: return date.adding(months: 3 * count)
        case .year: return abs(count) < 200 ? date.adding(months: 12 * count) : nil
        }
    }

    private func weekday(_ day: Weekday, _ which: DateExpression.Which, _ direction: Direction) -> LocalDate {
        let thisWeek = today.startOfWeek.adding(days: day.daysSinceMonday)
        switch which {
        case .ofThisWeek: return thisWeek
        case .this:
            // "This Monday" said on a Tuesday is the one to come, unless weekdays may be today.
            let isPast = thisWeek < today && direction == .future && !convention.weekdayMayBeToday
            return isPast ? thisWeek.adding(days: 7) : thisWeek
        case .next: return thisWeek.adding(days: 7)
        case .last: return thisWeek < today ? thisWeek : thisWeek.adding(days: -7)
        case .nearest:
            if direction == .past { return thisWeek < today ? thisWeek : thisWeek.adding(days: -7) }
            if thisWeek == today, convention.weekdayMayBeToday { return today }
            return thisWeek > today ? thisWeek : thisWeek.adding(days: 7)
        }
    }

    private func monthDay(_ month: Int, _ day: Int, _ year: Int?, _ direction: Direction) -> LocalDate? {
        if let year { return LocalDate(year: year, month: month, day: day) }
        // A leap day is at most eight years away.
        for step in 0...8 {
            let candidateYear = today.year + (direction == .future ? step : -step)
            if let date = LocalDate(year: candidateYear, month: month, day: day),
                direction == .future ? date >= today : date <= today
            {
                return date
            }
        }
        return nil
    }

    private func dayOfMonth(_ day: Int, _ direction: Direction) -> LocalDate? {
        for step in 0...3 {
            let start = today.startOfMonth.adding(months: direction == .future ? step : -step)
            if let date = LocalDate(year: start.year, month: start.month, day: day),
                direction == .future ? date >= today : date <= today
            {
                return date
            }
        }
        return nil
    }

    private func numeric(_ first: Int, _ second: Int, _ year: Int?, _ direction: Direction) -> Days? {
        let dayFirst = monthDay(second, first, year, direction)
        let monthFirst = monthDay(first, second, year, direction)
        switch convention.dateOrder ?? dateOrder {
        case .dayFirst: return (dayFirst ?? monthFirst).map { Days($0, .day) }
        case .monthFirst: return (monthFirst ?? dayFirst).map { Days($0, .day) }
        case nil:
            guard let date = dayFirst ?? monthFirst else { return nil }
            var days = Days(date, .day)
            if let monthFirst, monthFirst != date { days.other = monthFirst }
            return days
        }
    }

    func period(_ unit: TimeUnit, _ step: Int) -> Days? {
        switch unit {
        case .minute, .hour, .day: return Days(today.adding(days: step), .day)
        case .week:
            let monday = today.startOfWeek.adding(days: 7 * step)
            return Days(monday, monday.adding(days: 6), .week)
        case .month:
            let start = today.startOfMonth.adding(months: step)
            return Days(start, start.endOfMonth, .month)
        case .quarter:
            let start = today.startOfMonth.adding(months: 3 * step - (today.month - 1) % 3)
            return Days(start, start.adding(months: 3).adding(days: -1), .quarter)
        case .year:
            let start = today.startOfMonth.adding(months: 12 * step - today.month + 1)
            return Days(start, start.adding(months: 12).adding(days: -1), .year)
        }
    }

    private func month(_ month: Int, _ year: Int?, _ which: DateExpression.Which, _ direction: Direction) -> Days? {
        var chosen = year ?? today.year
        if year == nil {
            switch which {
            case .this, .ofThisWeek: break
            case .next: if month <= today.month { chosen += 1 }
            case .last: if month >= today.month { chosen -= 1 }
            case .nearest:
                if direction == .future, month < today.month { chosen += 1 }
                if direction == .past, month > today.month { chosen -= 1 }
            }
        }
        return LocalDate(year: chosen, month: month, day: 1).map { Days($0, $0.endOfMonth, .month) }
    }

    /// A quarter or half of a year; without a year and looking ahead, the next that is not over.
    func yearPart(startingIn month: Int, months: Int, year: Int?, _ direction: Direction) -> Days? {
        guard let start = LocalDate(year: year ?? today.year, month: month, day: 1) else { return nil }
        let isOver = year == nil && direction == .future && start.adding(months: months) <= today
        let first = isOver ? start.adding(months: 12) : start
        return Days(first, first.adding(months: months).adding(days: -1), .quarter)
    }

    private func nth(_ count: Int, _ day: Weekday, of inner: DateExpression, _ direction: Direction) -> Days? {
        guard let month = days(of: inner, direction) else { return nil }
        if count < 0 {
            let back = (month.last.weekday.daysSinceMonday - day.daysSinceMonday + 7) % 7
            return Days(month.last.adding(days: -back), .day)
        }
        let ahead = (day.daysSinceMonday - month.first.weekday.daysSinceMonday + 7) % 7
        let date = month.first.adding(days: ahead + 7 * (count - 1))
        return date <= month.last ? Days(date, .day) : nil
    }
}
