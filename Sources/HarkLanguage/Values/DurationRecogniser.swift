extension ValueFinder {
    /// A count of units.
    struct Span: Hashable, Sendable {
        var size: Int
        var unit: TimeUnit
    }

    /// `3 days`, `a week`, `two fortnights`, `a couple of hours`.
    func span(at start: Int) -> Found<Span>? {
        if word(start) == "half", word(start + 1) == "a", word(start + 2) == "year" {
            return Found(start + 3, Span(size: 6, unit: .month))
        }
        guard mayBeNumber(start) else { return nil }
        if word(start) == "a" || word(start) == "an" || word(start) == "one" {
            if let unit = TimeWords.units[word(start + 1)], word(start + 1).utf8.count > 1 {
                return Found(start + 2, Span(size: 1, unit: unit))
            }
            if word(start + 1) == "fortnight" { return Found(start + 2, Span(size: 2, unit: .week)) }
        }
        guard let number = number(at: start), let size = Int(exactly: number.value.value), (0...10_000).contains(size)
        else { return nil }
        if ["fortnight", "fortnights"].contains(word(number.end)) {
            return Found(number.end + 1, Span(size: 2 * size, unit: .week))
        }
        let noun = ["more", "additional", "further"].contains(word(number.end)) ? number.end + 1 : number.end
        guard let unit = TimeWords.units[word(noun)] else { return nil }
        return Found(noun + 1, Span(size: size, unit: unit))
    }

    /// Minutes: `30 min`, `half an hour`, `an hour and a half`, `1.5 hours`, `45m`.
    func duration(at start: Int) -> Found<Int>? {
        guard mayBeNumber(start) else { return nil }
        if let fraction = fractionOfHour(at: start) { return fraction }
        if start + 1 < count, tokens[start].kind == .digits, word(start + 1) == "m", phrase.touches(start) {
            return Int(tokens[start].text).map { Found(start + 2, $0) }
        }
        if let hours = hoursWithMinutes(at: start) { return hours }
        if let number = number(at: start), TimeWords.units[word(number.end)] == .hour {
            var minutes = Int((number.value.value * 60).rounded())
            var end = number.end + 1
            guard (1...6_000).contains(minutes) else { return nil }
            if word(end) == "and", word(end + 1) == "a", word(end + 2) == "half" {
                minutes += 30
                end += 3
            } else if let rest = span(at: word(end) == "and" ? end + 1 : end), rest.value.unit == .minute {
                minutes += rest.value.size
                end = rest.end
            }
            return Found(end, minutes)
        }
        if let part = partOfUnits(at: start) { return part }
        guard let first = span(at: start), let size = minutes(of: first.value) else { return nil }
        if word(first.end) == "and", word(first.end + 1) == "a", word(first.end + 2) == "half" {
            return Found(first.end + 3, size + size / (2 * max(1, first.value.size)))
        }
        // "Two weeks and 3 days": a smaller unit adds to it.
        let next = word(first.end) == "and" || word(first.end) == "," ? first.end + 1 : first.end
        if let rest = span(at: next), let more = minutes(of: rest.value), more < size,
            rest.value.unit != first.value.unit
        {
            return Found(rest.end, size + more)
        }
        return Found(first.end, size)
    }

    /// `3.5 years`, `half a year`, `3-day`.
    private func partOfUnits(at start: Int) -> Found<Int>? {
        if word(start) == "half" {
            let noun = ["a", "an"].contains(word(start + 1)) ? start + 2 : start + 1
            guard let unit = TimeWords.units[word(noun)], let whole = minutes(of: Span(size: 1, unit: unit)),
                unit != .minute
            else { return nil }
            return Found(noun + 1, whole / 2)
        }
        guard let number = number(at: start), number.value.value > 0, number.value.value < 10_000 else { return nil }
        let isJoined = word(number.end) == "-" && phrase.touches(number.end - 1) && phrase.touches(number.end)
        let noun = isJoined ? number.end + 1 : number.end
        guard isJoined || number.value.value != number.value.value.rounded(), let unit = TimeWords.units[word(noun)],
            let whole = minutes(of: Span(size: 1, unit: unit))
        else { return nil }
        return Found(noun + 1, Int((number.value.value * Double(whole)).rounded()))
    }

    /// The minutes of a count of units, a month as 30 days and a year as 365; `nil` for none.
    private func minutes(of span: Span) -> Int? {
        guard span.size > 0 else { return nil }
        return switch span.unit {
        case .minute: span.size
        case .hour: span.size * 60
        case .day: span.size * 1_440
        case .week: span.size * 10_080
        case .month: span.size * 43_200
        case .quarter: span.size * 129_600
        case .year: span.size * 525_600
        }
    }

    /// `1h30`.
    private func hoursWithMinutes(at start: Int) -> Found<Int>? {
        guard start + 1 < count, tokens[start].kind == .digits, phrase.touches(start), word(start + 1).first == "h",
            let hours = Int(tokens[start].text), hours < 6, let minutes = Int(word(start + 1).dropFirst()), minutes < 60
        else { return nil }
        return Found(start + 2, hours * 60 + minutes)
    }

    private func fractionOfHour(at start: Int) -> Found<Int>? {
        let first = word(start) == "a" ? start + 1 : start
        if word(first) == "half", ["an", "a"].contains(word(first + 1)), word(first + 2) == "hour" {
            return Found(first + 3, 30)
        }
        if word(first) == "half", word(first + 1) == "hour" { return Found(first + 2, 30) }
        let quarters = word(first + 1) == "-" ? first + 2 : first + 1
        if word(first) == "three", word(quarters) == "quarters", word(quarters + 1) == "of", word(quarters + 2) == "an",
            word(quarters + 3) == "hour"
        {
            return Found(quarters + 4, 45)
        }
        if word(first) == "quarter", word(first + 1) == "hour" { return Found(first + 2, 15) }
        if let part = number(at: start), part.value.value < 1, word(part.end) == "of", word(part.end + 1) == "an",
            word(part.end + 2) == "hour"
        {
            return Found(part.end + 3, Int((part.value.value * 60).rounded()))
        }
        if word(first) == "quarter", word(first + 1) == "of", word(first + 2) == "an", word(first + 3) == "hour" {
            return Found(first + 4, 15)
        }
        return nil
    }
}
