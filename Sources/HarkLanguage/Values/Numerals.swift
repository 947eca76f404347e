/// Numbers in digits and in words.
struct Numeral: Hashable, Sendable {
    var value: Double
    /// Whether a digit was written, or a word that can be nothing but a number.
    var isPlain: Bool
    /// Whether a magnitude such as `k` or `million` was said.
    var hasMagnitude: Bool
}

extension ValueFinder {
    /// A number that starts at a token: `12,500`, `1.5`, `10 k`, `fifty five thousand`, `half a million`.
    func number(at start: Int) -> Found<Numeral>? {
        guard mayBeNumber(start) else { return nil }
        return numbers.found(at: start) { newNumber(at: start) }
    }

    private func newNumber(at start: Int) -> Found<Numeral>? {
        if let negative = negative(at: start) { return negative }
        if tokens[start].kind == .digits {
            var digits = fraction(at: start) ?? digits(at: start)
            if word(digits.end) == "and", ["a", "an"].contains(word(digits.end + 1)), word(digits.end + 2) == "half" {
                digits.value.value += 0.5
                digits.end += 3
            }
            return magnitude(after: digits)
        }
        if let few = few(at: start) { return few }
        if let read = digitByDigit(at: start) { return read }
        if word(start) == "half", word(start + 1) == "a", word(start + 2) == "million" {
            return Found(start + 3, Numeral(value: 500_000, isPlain: true, hasMagnitude: true))
        }
        return magnitude(after: spelled(at: start))
    }

    /// `a few`, `several`, `a pair of`, `a couple more`.
    private func few(at start: Int) -> Found<Numeral>? {
        let noun = word(start) == "a" ? start + 1 : start
        let value: Double
        switch word(noun) {
        case "few", "several": value = 3
        case "couple", "pair": value = 2
        default: return nil
        }
        let end = word(noun + 1) == "of" ? noun + 2 : noun + 1
        // "A couple hundred".
        if let more = NumberWords.counts[word(end)] {
            return magnitude(
                after: Found(end + 1, Numeral(value: value * more, isPlain: true, hasMagnitude: more > 100)))
        }
        return Found(end, Numeral(value: value, isPlain: false, hasMagnitude: false))
    }

    /// `1/2`, `3/4` before an hour, which no date has beside it.
    private func fraction(at start: Int) -> Found<Numeral>? {
        guard start + 2 < count, word(start + 1) == "/", phrase.touches(start), phrase.touches(start + 1),
            let part = Double(word(start)), let whole = Double(word(start + 2)), [2, 3, 4].contains(whole),
            part < whole,
            ["h", "hour", "an", "of", "hr"].contains(word(start + 3))
        else { return nil }
        return Found(start + 3, Numeral(value: part / whole, isPlain: true, hasMagnitude: false))
    }

    /// `1.234,56` and `1.234.567`, as much of Europe writes.
    private func continentalDigits(at start: Int) -> Found<Numeral>? {
        var text = tokens[start].text
        var end = start + 1
        var groups = 0
        guard text.utf8.count <= 3 else { return nil }
        while end + 1 < count, tokens[end].text == ".", phrase.touches(end - 1), phrase.touches(end),
            tokens[end + 1].kind == .digits, tokens[end + 1].text.utf8.count == 3, groups < 4
        {
            text += tokens[end + 1].text
            end += 2
            groups += 1
        }
        guard groups > 0 else { return nil }
        let hasDecimals =
            end + 1 < count && tokens[end].text == "," && phrase.touches(end - 1) && phrase.touches(end)
            && tokens[end + 1].kind == .digits && tokens[end + 1].text.utf8.count == 2
        guard hasDecimals || groups > 1 else { return nil }
        if hasDecimals {
            text += "." + tokens[end + 1].text
            end += 2
        }
        return Found(end, Numeral(value: Double(text) ?? 0, isPlain: true, hasMagnitude: false))
    }

    /// `12`, `12,500`, `1.5`; groups of three after commas, decimals after a point, without spaces.
    private func digits(at start: Int) -> Found<Numeral> {
        if let found = continentalDigits(at: start) { return found }
        var text = tokens[start].text
        var end = start + 1
        while end + 1 < count, tokens[end].text == ",", phrase.touches(end - 1), phrase.touches(end),
            tokens[end + 1].kind == .digits, tokens[end + 1].text.utf8.count == 3, text.utf8.count <= 15
        {
            text += tokens[end + 1].text
            end += 2
        }
        if end + 1 < count, tokens[end].text == ".", phrase.touches(end - 1), phrase.touches(end),
            tokens[end + 1].kind == .digits
        {
            text += "." + tokens[end + 1].text
            end += 2
        }
        return Found(end, Numeral(value: Double(text) ?? 0, isPlain: true, hasMagnitude: false))
    }

    /// `minus five`, `-5` where no word or number touches the sign.
    private func negative(at start: Int) -> Found<Numeral>? {
        guard word(start) == "minus" || word(start) == "negative" || word(start) == "-" else { return nil }
        let isSign = word(start) == "-"
        guard !isSign || phrase.touches(start) && (start == 0 || !phrase.touches(start - 1)) && start + 1 < count,
            !isSign || tokens[start + 1].kind == .digits, ["-", "minus"].contains(word(start + 1)) == false,
            var number = number(at: start + 1)
        else { return nil }
        number.value.value.negate()
        number.value.isPlain = true
        return number
    }

    /// `four two seven`: three digits or more, one after the other.
    private func digitByDigit(at start: Int) -> Found<Numeral>? {
        var value = 0.0
        var end = start
        while end < count, end - start < 15 {
            guard let digit = word(end) == "oh" ? 0 : NumberWords.units[word(end)], digit < 10 else { break }
            value = value * 10 + digit
            end += 1
        }
        guard end - start >= 3, word(start) != "oh" else { return nil }
        return Found(end, Numeral(value: value, isPlain: true, hasMagnitude: false))
    }

    private func magnitude(after found: Found<Numeral>?) -> Found<Numeral>? {
        guard var found else { return nil }
        while let factor = NumberWords.magnitudes[word(found.end)] {
            // A lone letter counts only where it touches the digits: "10k", "10 m".
            let isLetter = word(found.end).utf8.count == 1
            if isLetter, !phrase.touches(found.end - 1), word(found.end) != "k" { break }
            if word(found.end) == "m", tokens[found.end - 1].kind == .digits, word(found.end + 1) == "in" { break }
            found.value.value *= factor
            found.value.hasMagnitude = true
            found.value.isPlain = true
            found.end += 1
        }
        return found
    }

    /// `fifty five`, `two hundred and fifty`, `two point five`, `a hundred`, `a dozen`.
    private func spelled(at start: Int) -> Found<Numeral>? {
        var total = 0.0
        var group = 0.0
        var end = start
        var last = 0.0
        if word(start) == "a" || word(start) == "an" {
            guard ["hundred", "thousand", "million", "billion", "dozen"].contains(word(start + 1)) else { return nil }
            if word(start + 1) == "dozen" {
                return Found(start + 2, Numeral(value: 12, isPlain: true, hasMagnitude: false))
            }
            group = 1
            end += 1
        }
        loop: while end < count {
            let text = word(end)
            // "Twenty-five" is one number.
            if text == "-", (20...90).contains(last), phrase.touches(end - 1), phrase.touches(end),
                let unit = NumberWords.units[word(end + 1)], unit > 0, unit < 10
            {
                end += 1
                continue loop
            }
            let mayFollow = group == 0 || last == 100 || (20...90).contains(last)
            if let unit = NumberWords.units[text], mayFollow, last == 100 || group == 0 || unit < 10 {
                group += unit
                last = unit
            } else if text == "dozen", group > 0 {
                group *= 12
                last = 1
            } else if text == "hundred", group > 0 {
                group *= 100
                last = 100
            } else if let factor = ["thousand": 1e3, "million": 1e6, "billion": 1e9][text], group > 0 {
                total += group * factor
                group = 0
                last = 100
            } else if text == "and", end > start, last >= 100, NumberWords.units[word(end + 1)] != nil {
                end += 1
                continue loop
            } else {
                break
            }
            end += 1
        }
        guard end > start, total + group > 0 || word(start) == "zero" else { return nil }
        var value = total + group
        if word(end) == "point", let tenth = NumberWords.units[word(end + 1)], tenth < 10 {
            value += tenth / 10
            end += 2
            var place = 100.0
            while let digit = NumberWords.units[word(end)], digit < 10, place < 1e6 {
                value += digit / place
                place *= 10
                end += 1
            }
        } else if word(end) == "and", ["a", "an"].contains(word(end + 1)), word(end + 2) == "half" {
            value += 0.5
            end += 3
        }
        return Found(end, Numeral(value: value, isPlain: end - start > 1, hasMagnitude: total > 0))
    }

    /// `first`, `2nd`, `twenty first`, as its number.
    func ordinal(at start: Int) -> Found<Int>? {
        guard mayBeNumber(start) else { return nil }
        if start < count, tokens[start].kind == .digits, phrase.touches(start),
            ["st", "nd", "rd", "th"].contains(word(start + 1)), let value = Int(tokens[start].text), value <= 1_000
        {
            return Found(start + 2, value)
        }
        if let tens = NumberWords.units[word(start)], tens >= 20, let unit = NumberWords.ordinals[word(start + 1)],
            unit < 10
        {
            return Found(start + 2, Int(tens) + unit)
        }
        return NumberWords.ordinals[word(start)].map { Found(start + 1, $0) }
    }

    /// `20%`, `twenty percent`, `5 per cent`.
    func percent(at start: Int) -> Found<Double>? {
        if word(start) == "half", word(start + 1) == "a", ["percent", "pct"].contains(word(start + 2)) {
            return Found(start + 3, 0.5)
        }
        guard let number = number(at: start) else { return nil }
        switch word(number.end) {
        case "percentage" where ["point", "points"].contains(word(number.end + 1)):
            return Found(number.end + 2, number.value.value)
        case "%", "percent", "pct": return Found(number.end + 1, number.value.value)
        case "per" where word(number.end + 1) == "cent": return Found(number.end + 2, number.value.value)
        default: return nil
        }
    }
}

/// The words of numbers.
enum NumberWords {
    static let units: [String: Double] = [
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    static let magnitudes: [String: Double] = [
        "k": 1e3, "thousand": 1e3, "grand": 1e3, "m": 1e6, "mil": 1e6, "mn": 1e6, "million": 1e6, "millions": 1e6,
        "bn": 1e9, "billion": 1e9,
    ]
    static let counts: [String: Double] = [
        "hundred": 100, "thousand": 1_000, "grand": 1_000, "k": 1_000, "million": 1_000_000, "dozen": 12,
    ]
    /// Words a number, ordinal or duration can start with.
    static let starters: Set<String> = Set(units.keys).union(ordinals.keys)
        .union([
            "a", "an", "half", "quarter", "double", "triple", "plus", "+", "oh", "o", "(", "last", "minus", "negative",
            "-", "three", "few", "several", "couple", "pair", "thousand", "hundred", "million",
        ])
    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
    ]
}
