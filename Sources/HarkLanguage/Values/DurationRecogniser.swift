extension ValueFinder {
    /// A count of units.
    struct Span: Hashable, Sendable {
        var size: Int
        var unit: TimeUnit
    }

    /// `3 days`, `a week`, `two fortnights`, `a couple of hours`.
    func span(at start: Int) -> Found<Span>? {
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
        guard let unit = TimeWords.units[word(number.end)] else { return nil }
        return Found(number.end + 1, Span(size: size, unit: unit))
    }

    /// Minutes: `30 min`, `half an hour`, `an hour and a half`, `1.5 hours`, `45m`.
    func duration(at start: Int) -> Found<Int>? {
        guard mayBeNumber(start) else { return nil }
        if let fraction = fractionOfHour(at: start) { return fraction }
        if start + 1 < count, tokens[start].kind == .digits, word(start + 1) == "m", phrase.touches(start) {
            return Int(tokens[start].text).map { Found(start + 2, $0) }
        }
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
        guard let span = span(at: start) else { return nil }
        switch span.value.unit {
        case .minute where span.value.size > 0: return Found(span.end, span.value.size)
        case .hour:
            let isLonger = word(span.end) == "and" && word(span.end + 1) == "a" && word(span.end + 2) == "half"
            return Found(isLonger ? span.end + 3 : span.end, span.value.size * 60 + (isLonger ? 30 : 0))
        case .day where span.value.size > 0: return Found(span.end, span.value.size * 1_440)
        case .week where span.value.size > 0: return Found(span.end, span.value.size * 10_080)
        case .month where span.value.size > 0: return Found(span.end, span.value.size * 43_200)
        default: return nil
        }
    }

    private func fractionOfHour(at start: Int) -> Found<Int>? {
        let first = word(start) == "a" ? start + 1 : start
        if word(first) == "half", ["an", "a"].contains(word(first + 1)), word(first + 2) == "hour" {
            return Found(first + 3, 30)
        }
        if word(first) == "half", word(first + 1) == "hour" { return Found(first + 2, 30) }
        if word(first) == "quarter", word(first + 1) == "of", word(first + 2) == "an", word(first + 3) == "hour" {
            return Found(first + 4, 15)
        }
        return nil
    }
}
