import HarkCore

extension ValueFinder {
    /// Stretches of the calendar by name: `h1 2026`, `first quarter of 2027`, `week 12`, `rest of the week`, `ytd`.
    func stretch(at start: Int) -> Found<DateExpression>? {
        switch word(start) {
        case "ytd": return Found(start + 1, .toDate(.year))
        case "mtd": return Found(start + 1, .toDate(.month))
        case "qtd": return Found(start + 1, .toDate(.quarter))
        case "h1", "h2": return half(word(start) == "h1" ? 1 : 2, end: start + 1)
        case "rest", "remainder":
            guard word(start + 1) == "of", ["the", "this"].contains(word(start + 2)),
                let unit = TimeWords.units[word(start + 3)]
            else { return nil }
            return Found(start + 4, .rest(unit))
        case "week":
            if word(start + 1) == "of" || word(start + 1) == "commencing" || word(start + 1) == "beginning",
                let day = date(at: start + 2, isCued: true)
            {
                return Found(day.end, .weekOf(day.value))
            }
            guard start + 1 < count, tokens[start + 1].kind == .digits, let number = Int(word(start + 1)),
                (1...53).contains(number)
            else { return nil }
            let year = year(at: ["of", "in"].contains(word(start + 2)) ? start + 3 : start + 2)
            return Found(year?.end ?? start + 2, .numberedWeek(number, year: year?.value))
        default: break
        }
        if let unit = TimeWords.units[word(start)], [.year, .quarter, .month].contains(unit), word(start + 1) == "to",
            word(start + 2) == "date"
        {
            return Found(start + 3, .toDate(unit))
        }
        return placed(at: start) ?? afterNext(at: start)
    }

    /// `first quarter of 2027`, `second half of the year`, `last week of march`, `last day of the month`.
    private func placed(at start: Int) -> Found<DateExpression>? {
        let place = word(start) == "last" ? Found(start + 1, -1) : ordinal(at: start)
        guard let place else { return nil }
        let noun = word(place.end)
        guard ["quarter", "half", "week"].contains(noun) else { return nil }
        let hasOf = ["of", "in"].contains(word(place.end + 1))
        var next = hasOf ? place.end + 2 : place.end + 1
        if hasOf { while ["the", "this"].contains(word(next)) { next += 1 } }
        switch noun {
        case "quarter" where (1...4).contains(place.value):
            if let year = year(at: next) { return Found(year.end, .quarter(place.value, year: year.value)) }
            return hasOf && word(next) == "year" ? Found(next + 1, .quarter(place.value, year: nil)) : nil
        case "half" where (1...2).contains(place.value) && hasOf && TimeWords.units[word(next + 1)] == .year:
            let step = TimeWords.steps[word(next)]
            return step.map { Found(next + 2, .later(.half(place.value, year: nil), $0, .year)) }
        case "half" where (1...2).contains(place.value):
            if let year = year(at: next) { return Found(year.end, .half(place.value, year: year.value)) }
            return hasOf && word(next) == "year" ? Found(next + 1, .half(place.value, year: nil)) : nil
        case "week":
            guard hasOf else { return nil }
            let unit = TimeWords.units[word(next)].flatMap { [.month, .quarter, .year].contains($0) ? $0 : nil }
            let inner =
                unit.map { Found(next + 1, DateExpression.period($0, 0)) } ?? relative(at: next)
                ?? month(at: next, isCued: true)
            guard let inner, abs(place.value) <= 5, noun == "week" else { return nil }
            return Found(inner.end, .nthWeek(place.value, of: inner.value))
        default: return nil
        }
    }

    private func half(_ number: Int, end: Int) -> Found<DateExpression> {
        let year = year(at: ["of", "in"].contains(word(end)) ? end + 1 : end)
        return Found(year?.end ?? end, .half(number, year: year?.value))
    }

    /// `friday after next`, `the week after next`.
    private func afterNext(at start: Int) -> Found<DateExpression>? {
        guard word(start + 1) == "after", word(start + 2) == "next" else { return nil }
        if let day = TimeWords.weekdays[word(start)] {
            return Found(start + 3, .later(.weekday(day, .next), 1, .week))
        }
        if word(start) == "weekend" { return Found(start + 3, .weekend(2)) }
        guard let unit = TimeWords.units[word(start)], ![.minute, .hour, .day].contains(unit) else { return nil }
        return Found(start + 3, .period(unit, 2))
    }
}

extension TimeResolver {
    /// The days of the stretches that only names tell.
    func stretchDays(of expression: DateExpression, _ direction: Direction) -> Days? {
        switch expression {
        case .holiday(let holiday, let year):
            if let year { return holiday.date(in: year).map { Days($0, .day) } }
            return (-1...1).compactMap { holiday.date(in: today.year + (direction == .future ? $0 : -$0)) }
                .first { direction == .future ? $0 >= today : $0 <= today }.map { Days($0, .day) }
        case .year(let year):
            return LocalDate(year: year, month: 1, day: 1).map {
                Days($0, $0.adding(months: 12).adding(days: -1), .year)
            }
        case .half(let number, let year):
            return yearPart(startingIn: number * 6 - 5, months: 6, year: year, direction)
        case .toDate(let unit): return days(of: .period(unit, 0), direction).map { Days($0.first, today, .day) }
        case .rest(let unit): return days(of: .period(unit, 0), direction).map { Days(today, $0.last, .day) }
        case .weekOf(let inner):
            return days(of: inner, direction).map {
                Days($0.first.startOfWeek, $0.first.startOfWeek.adding(days: 6), .week)
            }
        case .numberedWeek(let number, let year):
            // ISO 8601: the first week is the one with 4 January in it.
            guard let fourth = LocalDate(year: year ?? today.year, month: 1, day: 4) else { return nil }
            let monday = fourth.startOfWeek.adding(days: 7 * (number - 1))
            return Days(monday, monday.adding(days: 6), .week)
        case .nthWeek(let count, let inner):
            guard let month = days(of: inner, direction) else { return nil }
            return nthWeek(count, of: month)
        default: return nil
        }
    }

    /// The n-th of the weeks that belong to a month.
    private func nthWeek(_ count: Int, of month: Days) -> Days {
        // A week belongs to the month of its fourth day, or of its first.
        let key = convention.weeksBelongByMonday ? 0 : 3
        var first = month.first.startOfWeek
        if first.adding(days: key) < month.first { first = first.adding(days: 7) }
        var last = month.last.startOfWeek
        if convention.weeksBelongByMonday ? last.adding(days: 6) > month.last : last.adding(days: key) > month.last {
            last = last.adding(days: -7)
        }
        let monday = count < 0 ? last.adding(days: 7 * (count + 1)) : first.adding(days: 7 * (count - 1))
        return Days(monday, monday.adding(days: 6), .week)
    }
}
