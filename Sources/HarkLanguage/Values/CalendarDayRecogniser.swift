import HarkCore

extension ValueFinder {
    /// `5 march`, `the 5th`, `march 5th 2027`, `2026-03-05`, `03/04`, `5.3.2026`.
    func calendarDay(at start: Int, hasArticle: Bool) -> Found<DateExpression>? {
        guard start < count else { return nil }
        if let found = numericDay(at: start) ?? compactDay(at: start) { return found }
        if let month = TimeWords.months[word(start)] {
            let next = word(start + 1) == "the" ? start + 2 : start + 1
            guard let day = dayNumber(at: next), word(day.end) != ":" else { return nil }
            return withYear(month: month, day: day.value, end: day.end)
        }
        guard let day = dayNumber(at: start) else { return nil }
        let next = word(day.end) == "of" ? day.end + 1 : day.end
        if let month = TimeWords.months[word(next)] { return withYear(month: month, day: day.value, end: next + 1) }
        if word(next) == "next", word(next + 1) == "month" {
            return Found(next + 2, .later(.dayOfMonth(day.value), 1, .month))
        }
        let isOrdinal = day.end > start + 1 || NumberWords.ordinals[word(start)] != nil
        return isOrdinal && hasArticle ? Found(day.end, .dayOfMonth(day.value)) : nil
    }

    /// A month by name; "may" and "march" only after a cue.
    func month(at start: Int, isCued: Bool) -> Found<DateExpression>? {
        guard let month = TimeWords.months[word(start)] else { return nil }
        let year = year(at: word(start + 1) == "," ? start + 2 : start + 1)
        guard isCued || year != nil else { return nil }
        return Found(year?.end ?? start + 1, .month(month, year: year?.value, .nearest))
    }

    /// A year of four digits.
    func year(at start: Int) -> Found<Int>? {
        guard start < count, tokens[start].kind == .digits, tokens[start].text.utf8.count == 4,
            let year = Int(tokens[start].text), (1900...2100).contains(year), word(start + 1) != ":"
        else { return nil }
        return Found(start + 1, year)
    }

    func dayNumber(at start: Int) -> Found<Int>? {
        if let ordinal = ordinal(at: start), (1...31).contains(ordinal.value) { return ordinal }
        guard start < count, tokens[start].kind == .digits, tokens[start].text.utf8.count <= 2,
            let day = Int(tokens[start].text), (1...31).contains(day)
        else { return nil }
        return Found(start + 1, day)
    }

    private func withYear(month: Int, day: Int, end: Int) -> Found<DateExpression> {
        let next = word(end) == "," ? end + 1 : end
        let year = year(at: next)
        return Found(year?.end ?? end, .monthDay(month: month, day: day, year: year?.value))
    }

    /// `20260305`.
    func compactDay(at start: Int) -> Found<DateExpression>? {
        guard start < count, tokens[start].kind == .digits, tokens[start].text.utf8.count == 8 else { return nil }
        let text = tokens[start].text
        guard let year = Int(text.prefix(4)), (1990...2060).contains(year),
            let month = Int(text.dropFirst(4).prefix(2)),
            let day = Int(text.suffix(2)), let date = LocalDate(year: year, month: month, day: day)
        else { return nil }
        return Found(start + 1, .exact(date))
    }

    private func numericDay(at start: Int) -> Found<DateExpression>? {
        guard start + 2 < count, tokens[start].kind == .digits, tokens[start + 2].kind == .digits,
            phrase.touches(start), phrase.touches(start + 1), ["-", "/", "."].contains(word(start + 1)),
            let first = Int(tokens[start].text), let second = Int(tokens[start + 2].text)
        else { return nil }
        let mark = word(start + 1)
        var third: Int?
        var end = start + 3
        if end + 1 < count, word(end) == mark, phrase.touches(end - 1), phrase.touches(end),
            tokens[end + 1].kind == .digits
        {
            third = Int(tokens[end + 1].text)
            end += 2
        }
        if tokens[start].text.utf8.count == 4 {
            guard let third, let date = LocalDate(year: first, month: second, day: third) else { return nil }
            return Found(end, .exact(date))
        }
        guard mark == "/" || third != nil, (1...31).contains(first), (1...31).contains(second) else { return nil }
        let year = third.map { $0 < 100 ? 2000 + $0 : $0 }
        if mark == "." { return Found(end, .monthDay(month: min(second, 12), day: first, year: year)) }
        return Found(end, .numeric(first, second, year: year))
    }
}
