import HarkCore

extension ValueFinder {
    /// `5 march`, `the 5th`, `march 5th 2027`, `2026-03-05`, `03/04`, `5.3.2026`.
    func calendarDay(at start: Int, hasArticle: Bool) -> Found<DateExpression>? {
        guard start < count else { return nil }
        if let found = numericDay(at: start) ?? compactDay(at: start) ?? markedDay(at: start) { return found }
        if let month = TimeWords.months[word(start)] {
            var next = word(start + 1) == "the" ? start + 2 : start + 1
            // "Oct. 2", "Oct-2", "Oct/2".
            if [".", "-", "/"].contains(word(next)), phrase.touches(start) { next += 1 }
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
        guard isOrdinal, hasArticle, isDayAlone(start, day.end) else { return nil }
        return Found(day.end, .dayOfMonth(day.value))
    }

    /// Whether "the 3rd" may be a day: after a word such as "on", or with nothing after it that it could count.
    private func isDayAlone(_ start: Int, _ end: Int) -> Bool {
        let cues: Set<String> = ["on", "by", "until", "till", "from", "before", "after", "since", "to", "for"]
        if word(end) == "one" || word(end) == "two" { return false }
        if start > 1, cues.contains(word(start - 2)) { return true }
        let isSpelled = tokens[start].kind == .word
        if end >= count || tokens[end].kind == .mark { return !isSpelled || start <= 1 }
        return !isSpelled && (SmallWords.all.contains(word(end)) || TimeWords.starters.contains(word(end)))
    }

    /// A month by name; "may" and "march" only after a cue.
    func month(at start: Int, isCued: Bool) -> Found<DateExpression>? {
        guard let month = TimeWords.months[word(start)] else { return nil }
        let next = [",", "of", "-", "/"].contains(word(start + 1)) ? start + 2 : start + 1
        let year = year(at: next)
        let isSure = TimeWords.sureMonths.contains(word(start)) || isAlone(start) && word(start) != "may"
        guard isCued || year != nil || isSure else { return nil }
        return Found(year?.end ?? start + 1, .month(month, year: year?.value, .nearest))
    }

    /// Whether the phrase is this word and nothing else.
    func isAlone(_ start: Int) -> Bool { count == 1 || count == 2 && start == 0 && word(1) == "." }

    /// A year of four digits.
    func year(at start: Int) -> Found<Int>? {
        guard start < count, tokens[start].kind == .digits, tokens[start].text.utf8.count == 4,
            let year = Int(tokens[start].text), (1900...2100).contains(year), word(start + 1) != ":"
        else { return nil }
        return Found(start + 1, year)
    }

    func dayNumber(at start: Int) -> Found<Int>? {
        if let ordinal = ordinal(at: start), (1...31).contains(ordinal.value) { return ordinal }
        // "Thirty June" beside a month.
        if start < count, tokens[start].kind == .word, let number = number(at: start),
            let day = Int(exactly: number.value.value), (1...31).contains(day),
            TimeWords.months[word(number.end)] != nil || TimeWords.months[word(start - 1)] != nil
        {
            return Found(number.end, day)
        }
        guard start < count, tokens[start].kind == .digits, tokens[start].text.utf8.count <= 2,
            let day = Int(tokens[start].text), (1...31).contains(day)
        else { return nil }
        return Found(start + 1, day)
    }

    private func withYear(month: Int, day: Int, end: Int) -> Found<DateExpression> {
        let next = word(end) == "," ? end + 1 : end
        if let year = year(at: next) ?? year(at: word(end) == "of" || word(end) == "in" ? end + 1 : next) {
            return Found(year.end, .monthDay(month: month, day: day, year: year.value))
        }
        // "14 april '15" and, where nothing else can be meant, "14 april 15".
        let short = word(end) == "'" ? end + 1 : end
        if short < count, tokens[short].kind == .digits, word(short).utf8.count == 2,
            short > end || convention.readsFreely,
            ![":", "am", "pm", "-", "to", "."].contains(word(short + 1)), let year = Int(word(short))
        {
            return Found(short + 1, .monthDay(month: month, day: day, year: year < 50 ? 2_000 + year : 1_900 + year))
        }
        return Found(end, .monthDay(month: month, day: day, year: nil))
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

    /// `31/Oct/1974`, `31-oct-74`.
    private func markedDay(at start: Int) -> Found<DateExpression>? {
        guard start + 4 < count, tokens[start].kind == .digits, let day = Int(word(start)), (1...31).contains(day),
            ["-", "/"].contains(word(start + 1)), let month = TimeWords.months[word(start + 2)],
            word(start + 3) == word(start + 1), tokens[start + 4].kind == .digits, let year = Int(word(start + 4)),
            [2, 4].contains(word(start + 4).utf8.count), phrase.touches(start)
        else { return nil }
        let whole = year >= 100 ? year : year < 50 ? 2_000 + year : 1_900 + year
        return Found(start + 5, .monthDay(month: month, day: day, year: whole))
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
        if mark == ".", tokens[end - 1].text.utf8.count == 1 { return nil }
        if first == 24, second == 7, third == nil { return nil }
        let isCuedDash = mark == "-" && convention.readsFreely && word(start - 1) == "on"
        guard mark == "/" || third != nil || isCuedDash, (1...31).contains(first), (1...31).contains(second) else {
            return nil
        }
        let year = third.map { $0 >= 100 ? $0 : $0 < 50 ? 2_000 + $0 : 1_900 + $0 }
        if mark == ".", second > 12, first <= 12 {
            return Found(end, .monthDay(month: first, day: second, year: year))
        }
        if mark == "." { return Found(end, .monthDay(month: min(second, 12), day: first, year: year)) }
        return Found(end, .numeric(first, second, year: year))
    }
}
