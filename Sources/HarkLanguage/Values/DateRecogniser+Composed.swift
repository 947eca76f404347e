import HarkCore

extension ValueFinder {
    /// Dates made of others: `20th of next month`, `last christmas`, `memorial day weekend`, `all week`, `this summer`.
    func composed(at start: Int) -> Found<DateExpression>? {
        if let found = season(at: start) ?? wholePeriod(at: start) ?? holidayBesides(at: start) { return found }
        if let found = ides(at: start) ?? weekdayOfWeek(at: start) ?? countedStep(at: start) { return found }
        if let found = dayOfPeriod(at: start) ?? nthAfter(at: start) ?? yearAndQuarter(at: start) { return found }
        return portion(at: start) ?? periodEnd(at: start) ?? years(at: start)
    }

    /// `early september`, `mid-march`, `late next week`, `midweek`.
    private func portion(at start: Int) -> Found<DateExpression>? {
        if word(start) == "midweek" { return Found(start + 1, .portion(.mid, of: .period(.week, 0))) }
        let next = word(start + 1) == "-" || word(start + 1) == "in" ? start + 2 : start + 1
        guard let portion = DateExpression.Portion(rawValue: word(start) == "middle" ? "mid" : word(start)) else {
            return nil
        }
        let inside = word(start) == "middle" ? afterOf(next) ?? next : next
        if portion == .mid, TimeWords.units[word(inside)] == .week {
            return Found(inside + 1, .portion(.mid, of: .period(.week, 0)))
        }
        if word(start) == "middle", let unit = TimeWords.units[word(inside)], [.month, .quarter, .year].contains(unit) {
            return Found(inside + 1, .portion(.mid, of: .period(unit, 0)))
        }
        guard let inner = month(at: inside, isCued: true) ?? relative(at: inside) ?? quarter(at: inside) else {
            return nil
        }
        switch inner.value {
        case .month, .period(.week, _), .period(.month, _), .period(.quarter, _), .period(.year, _), .quarter:
            return Found(inner.end, .portion(portion, of: inner.value))
        default: return nil
        }
    }

    /// `month end`, `year end`.
    private func periodEnd(at start: Int) -> Found<DateExpression>? {
        let next = word(start + 1) == "-" ? start + 2 : start + 1
        guard let unit = TimeWords.units[word(start)], [.month, .quarter, .year].contains(unit), word(next) == "end"
        else {
            return nil
        }
        return Found(next + 1, .edge(of: .period(unit, 0), isEnd: true))
    }

    /// `the 1990s`, `the nineties`, `year 2015`, `2016-05`, and a year alone.
    private func years(at start: Int) -> Found<DateExpression>? {
        if word(start) == "year", let year = year(at: start + 1) { return Found(year.end, .year(year.value)) }
        guard convention.readsFreely else { return nil }
        if let decade = TimeWords.decades[word(start)], word(start - 1) == "the" {
            return Found(start + 1, .decade(decade))
        }
        guard let year = year(at: start) else { return nil }
        if word(start + 1) == "s", phrase.touches(start), year.value.isMultiple(of: 10) {
            return Found(start + 2, .decade(year.value))
        }
        if word(start + 1) == "-", phrase.touches(start), phrase.touches(start + 1), word(start + 2).utf8.count == 2,
            let month = Int(word(start + 2)), (1...12).contains(month), word(start + 3) != "-"
        {
            return Found(start + 3, .month(month, year: year.value, .nearest))
        }
        return isAlone(start) ? Found(year.end, .year(year.value)) : nil
    }

    /// The index after small words between a part and its whole: "of the", "in", "from".
    private func afterOf(_ start: Int, _ words: Set<String> = ["of", "in", "from"]) -> Int? {
        guard words.contains(word(start)) else { return nil }
        return word(start + 1) == "the" ? start + 2 : start + 1
    }

    /// `this summer`, `last winter`; the bare word is too often something else.
    private func season(at start: Int) -> Found<DateExpression>? {
        guard let step = TimeWords.steps[word(start)], let season = TimeWords.seasons[word(start + 1)] else {
            return nil
        }
        return Found(start + 2, .season(season, step == 0 ? .this : step > 0 ? .next : .last))
    }

    /// `all week`, `the entire month`, `all of next week`.
    private func wholePeriod(at start: Int) -> Found<DateExpression>? {
        guard ["all", "whole", "entire", "full"].contains(word(start)) else { return nil }
        let next = word(start + 1) == "of" ? start + 2 : start + 1
        let bare = ["the", "this"].contains(word(next)) ? next + 1 : next
        if let unit = TimeWords.units[word(bare)], [.week, .month, .quarter, .year].contains(unit),
            !word(bare).hasSuffix("s"), bare > next || word(start + 1) != "of"
        {
            return Found(bare + 1, .period(unit, 0))
        }
        return word(start) == "full" ? nil : relative(at: next)
    }

    /// `last christmas`, `memorial day weekend`.
    private func holidayBesides(at start: Int) -> Found<DateExpression>? {
        if let found = holiday(at: start), case .holiday(let holiday, let year) = found.value,
            let end = weekendEnd(at: found.end)
        {
            return Found(end, .longWeekend(holiday, year: year))
        }
        guard let step = TimeWords.steps[word(start)], step != 0, let found = holiday(at: start + 1),
            case .holiday(let holiday, nil) = found.value
        else { return nil }
        return Found(found.end, .holidayNear(holiday, step > 0 ? .nearest : .last))
    }

    /// The token after `weekend`, `week-end`, `wkend`.
    func weekendEnd(at start: Int) -> Int? {
        if ["weekend", "wkend", "weekends"].contains(word(start)) { return start + 1 }
        guard word(start) == "week" else { return nil }
        if word(start + 1) == "end" { return start + 2 }
        return word(start + 1) == "-" && word(start + 2) == "end" ? start + 3 : nil
    }

    /// `the ides of march`.
    private func ides(at start: Int) -> Found<DateExpression>? {
        guard word(start) == "ides", word(start + 1) == "of", let month = TimeWords.months[word(start + 2)] else {
            return nil
        }
        let day = [3, 5, 7, 10].contains(month) ? 15 : 13
        return Found(start + 3, .monthDay(month: month, day: day, year: nil))
    }

    /// `wednesday of next week`, `last week's sunday`.
    private func weekdayOfWeek(at start: Int) -> Found<DateExpression>? {
        if let day = TimeWords.weekdays[word(start)], let next = afterOf(start + 1),
            let step = TimeWords.steps[word(next)], TimeWords.units[word(next + 1)] == .week
        {
            return Found(next + 2, .later(.weekday(day, .ofThisWeek), step, .week))
        }
        if let day = TimeWords.weekdays[word(start)], TimeWords.weekAfterNext(word(start + 1), word(start + 2)) {
            return Found(start + 3, .afterNext(day))
        }
        if ["today", "tomorrow"].contains(word(start)), word(start + 1) == "week" {
            return Found(start + 2, .day(word(start) == "today" ? 7 : 8))
        }
        // "Last week's Sunday", "next week on Friday".
        guard let step = TimeWords.steps[word(start)], TimeWords.units[word(start + 1)] == .week,
            !word(start + 1).hasSuffix("s")
        else { return nil }
        let next = ["'s", "on", ","].contains(word(start + 2)) ? start + 3 : start + 2
        guard let day = TimeWords.weekdays[word(next)], word(next).utf8.count > 3 || next > start + 2,
            !["-", "to", "through"].contains(word(next + 1))
        else { return nil }
        return Found(next + 1, .later(.weekday(day, .ofThisWeek), step, .week))
    }

    /// `two upcoming weeks`, `next few days`, and `march after next`.
    private func countedStep(at start: Int) -> Found<DateExpression>? {
        if let month = TimeWords.months[word(start)], TimeWords.weekAfterNext(word(start + 1), word(start + 2)) {
            return Found(start + 3, .later(.month(month, year: nil, .nearest), 1, .year))
        }
        guard let number = number(at: start), let step = TimeWords.steps[word(number.end)], step != 0,
            let unit = TimeWords.units[word(number.end + 1)], let size = Int(exactly: number.value.value),
            (1...1_000).contains(size)
        else { return nil }
        return Found(number.end + 2, .rolling(step * size, unit))
    }

    /// `20th of next month`, `third day of october`, `last day of october 2015`, `last weekend of july`.
    private func dayOfPeriod(at start: Int) -> Found<DateExpression>? {
        let place = word(start) == "last" ? Found(start + 1, -1) : dayNumber(at: start)
        guard let place else { return nil }
        if let end = weekendEnd(at: place.end), let next = afterOf(end), let month = month(at: next, isCued: true) {
            return Found(month.end, .nthWeekend(place.value, of: month.value))
        }
        if word(place.end) == "day", let next = afterOf(place.end + 1) {
            if let unit = TimeWords.units[word(next)], ![.minute, .hour, .day].contains(unit) {
                return Found(next + 1, .dayOf(place.value, of: .period(unit, 0)))
            }
            guard let inner = relative(at: next) ?? month(at: next, isCued: true) ?? quarter(at: next) else {
                return nil
            }
            return Found(inner.end, .dayOf(place.value, of: inner.value))
        }
        guard place.value > 0, let next = afterOf(place.end, ["of"]) ?? (word(start) == "last" ? nil : place.end),
            let step = TimeWords.steps[word(next)], TimeWords.units[word(next + 1)] == .month
        else { return nil }
        return Found(next + 2, .dayOf(place.value, of: .period(.month, step)))
    }

    /// `third tuesday after christmas`.
    private func nthAfter(at start: Int) -> Found<DateExpression>? {
        guard let place = ordinal(at: start), let day = TimeWords.weekdays[word(place.end)],
            word(place.end + 1) == "after",
            let base = holiday(at: place.end + 2) ?? calendarDay(at: place.end + 2, hasArticle: false)
        else { return nil }
        return Found(base.end, .nthAfter(place.value, day, base.value))
    }

    /// `2018q4`, `18 Q4`, `third quarter`, `the 4th qtr 2018`.
    private func yearAndQuarter(at start: Int) -> Found<DateExpression>? {
        if start + 1 < count, tokens[start].kind == .digits, let year = Int(word(start)),
            word(start).utf8.count == 4 || word(start).utf8.count == 2 && phrase.touches(start),
            let quarter = TimeWords.quarters[word(start + 1)]
        {
            return Found(start + 2, .quarter(quarter, year: year < 100 ? 2_000 + year : year))
        }
        guard let place = ordinal(at: start), (1...4).contains(place.value),
            TimeWords.units[word(place.end)] == .quarter, !word(place.end).hasSuffix("s")
        else { return nil }
        let next = afterOf(place.end + 1) ?? place.end + 1
        if let step = TimeWords.steps[word(next)], TimeWords.units[word(next + 1)] == .year {
            return Found(next + 2, .later(.quarter(place.value, year: nil), step, .year))
        }
        if word(next) == "year" { return Found(next + 1, .quarter(place.value, year: nil)) }
        let year = year(at: next)
        return Found(year?.end ?? place.end + 1, .quarter(place.value, year: year?.value))
    }

    /// `q4`, `q4 2018`.
    func quarter(at start: Int) -> Found<DateExpression>? {
        guard let number = TimeWords.quarters[word(start)] else { return nil }
        let next = ["of", "in", ",", "/", "-"].contains(word(start + 1)) ? start + 2 : start + 1
        if let step = TimeWords.steps[word(next)], TimeWords.units[word(next + 1)] == .year {
            return Found(next + 2, .later(.quarter(number, year: nil), step, .year))
        }
        let year = year(at: next)
        return Found(year?.end ?? start + 1, .quarter(number, year: year?.value))
    }
}

extension TimeWords {
    static let seasons: [String: DateExpression.Season] = [
        "spring": .spring, "summer": .summer, "autumn": .autumn, "fall": .autumn, "winter": .winter,
    ]
    static let decades = [
        "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
        "eighties": 1980, "nineties": 1990,
    ]
    static let quarters = ["q1": 1, "q2": 2, "q3": 3, "q4": 4]

    static func weekAfterNext(_ first: String, _ second: String) -> Bool { first == "after" && second == "next" }
}
