import HarkCore

extension ValueFinder {
    /// A time of day; a bare number only after a cue.
    func clock(at start: Int, isCued: Bool) -> Found<ClockExpression>? {
        switch word(start) {
        case "noon", "midday", "noontime": return Found(start + 1, .clock(hour: 12, minute: 0, meridian: .pm))
        case "midnight": return Found(start + 1, .clock(hour: 0, minute: 0, meridian: .am))
        case "mid" where ["day", "night"].contains(word(word(start + 1) == "-" ? start + 2 : start + 1)):
            let noun = word(start + 1) == "-" ? start + 2 : start + 1
            let isDay = word(noun) == "day"
            return Found(noun + 1, .clock(hour: isDay ? 12 : 0, minute: 0, meridian: isDay ? .pm : .am))
        case "first" where word(start + 1) == "thing":
            return Found(start + 2, .clock(hour: 9, minute: 0, meridian: .am))
        case "eod", "cob": return Found(start + 1, .clock(hour: 17, minute: 0, meridian: .pm))
        case "end" where word(start + 1) == "of" && word(start + 2) == "day":
            return Found(start + 3, .clock(hour: 17, minute: 0, meridian: .pm))
        default: break
        }
        if let part = dayPart(at: start) { return Found(part.end, .part(part.value)) }
        return spokenFraction(at: start) ?? hour(at: start, isCued: isCued)
    }

    /// `half past two`, `quarter to five`, `ten past three`.
    private func spokenFraction(at start: Int) -> Found<ClockExpression>? {
        let first = word(start) == "a" ? start + 1 : start
        let minutes: Found<Int>? =
            switch word(first) {
            case "half": Found(first + 1, 30)
            case "quarter": Found(first + 1, 15)
            case "an", "a", "the": nil
            default: number(at: first).flatMap { found in Int(exactly: found.value.value).map { Found(found.end, $0) } }
            }
        // "Half ten" is half past ten where no unit follows.
        if word(first) == "half", let hour = clockNumber(at: first + 1), (1...12).contains(hour),
            !TimeCues.notAfterHour.contains(word(first + 2))
        {
            return Found(first + 2, .clock(hour: hour, minute: 30, meridian: nil))
        }
        guard var minutes, (1...59).contains(minutes.value) else { return nil }
        let hasUnit = ["minute", "minutes", "min", "mins"].contains(word(minutes.end))
        if hasUnit { minutes.end += 1 }
        let isPast = word(minutes.end) == "past" || word(minutes.end) == "after"
        // "Ten to six" is an hour in words only; "10 to 6" is a range.
        let isSpelled = tokens[first].kind == .word && [5, 10, 15, 20, 25].contains(minutes.value)
        let isBefore =
            ["to", "till", "before"].contains(word(minutes.end))
            || word(minutes.end) == "of" && word(first) == "quarter"
        let isHalfTo = word(minutes.end) == "to" && word(first) == "half"
        guard isPast || isBefore || isHalfTo, let hour = wholeHour(at: minutes.end + 1),
            case .clock(let value, 0, let meridian) = hour.value
        else { return nil }
        // "15 to 3pm" can only be before it; "10 to 3pm" is a range, "20 minutes after 5" a time.
        let isUnlikelyHour = minutes.value > 12 && meridian != nil && [15, 20, 25].contains(minutes.value)
        guard isPast || isHalfTo || isSpelled || hasUnit || isUnlikelyHour else { return nil }
        if word(minutes.end) == "before", !hasUnit { return nil }
        // A quarter to noon is in the morning, one to one in the afternoon.
        let other: ClockExpression.Meridian? = value == 12 ? (meridian == .pm ? .am : meridian) : meridian
        if isPast { return Found(hour.end, .clock(hour: value, minute: minutes.value, meridian: meridian)) }
        let before = value == 0 || value == 24 ? 23 : value == 1 && meridian == nil ? 12 : value - 1
        return Found(hour.end, .clock(hour: before, minute: 60 - minutes.value, meridian: other))
    }

    /// An hour without minutes, or noon or midnight.
    private func wholeHour(at start: Int) -> Found<ClockExpression>? {
        switch word(start) {
        case "noon", "midday": Found(start + 1, .clock(hour: 12, minute: 0, meridian: .pm))
        case "midnight": Found(start + 1, .clock(hour: 24, minute: 0, meridian: .am))
        default: hour(at: start, isCued: true)
        }
    }

    /// `15:00`, `3pm`, `eleven thirty`, `3 o'clock`, `9`.
    private func hour(at start: Int, isCued: Bool) -> Found<ClockExpression>? {
        guard start < count else { return nil }
        var end = start + 1
        var minute = 0
        var isSure = isCued
        guard let hour = clockNumber(at: start), (0...24).contains(hour) else { return nil }
        // "Yesterday, one hour" is how long.
        if ["hour", "hours", "minutes", "minute", "mins", "min"].contains(word(end)) { return nil }
        if word(end).first == "h", word(end).utf8.count == 3, phrase.touches(start),
            let value = Int(word(end).dropFirst()),
            value < 60, hour > 5 || isCued
        {
            (minute, isSure) = (value, true)
            end += 1
        } else if [":", ".", "h"].contains(word(end)), phrase.touches(end - 1), end + 1 < count, phrase.touches(end),
            tokens[end + 1].kind == .digits, tokens[end + 1].text.utf8.count == 2,
            let value = Int(tokens[end + 1].text),
            value < 60
        {
            minute = value
            isSure = isSure || word(end) != "."
            end += 2
        } else if tokens[start].kind == .word, let value = number(at: end)?.value.value, value >= 10, value < 60,
            let found = number(at: end)
        {
            minute = Int(value)
            end = found.end
        } else if word(end) == "h", phrase.touches(start), tokens[start].kind == .digits, hour > 12 {
            // "15h" is an hour of the day; "2h" a length.
            end += 1
            isSure = true
        }
        if word(end) == "oclock" || word(end) == "o" && word(end + 1) == "clock" {
            end += word(end) == "oclock" ? 1 : 2
            isSure = true
        }
        if word(end) == "ish" { end += 1 } else if word(end) == "-", word(end + 1) == "ish" { end += 2 }
        if let meridian = meridian(at: end) {
            guard (1...12).contains(hour) || meridian.value == .pm && hour < 24 else { return nil }
            return Found(meridian.end, .clock(hour: hour, minute: minute, meridian: meridian.value))
        }
        // "Eight in the morning" needs no other cue.
        if !isSure, nightOfDay(at: end) != nil || followsHour(end) { isSure = true }
        if !isSure, ["in", "at"].contains(word(end)), dayPart(at: word(end) == "at" ? end + 1 : end) != nil {
            isSure = true
        }
        guard isSure, !TimeCues.notAfterHour.contains(word(end)), CurrencyWords.after[word(end)] == nil else {
            return nil
        }
        return Found(end, .clock(hour: hour, minute: minute, meridian: nil))
    }

    /// Whether a day with a part of it follows, as in "nine tomorrow morning" and "eight this evening".
    private func followsHour(_ start: Int) -> Bool {
        if word(start) == "this" { return dayPart(at: start) != nil }
        return TimeWords.tomorrow.contains(word(start)) && dayPart(at: start + 1) != nil
    }

    func clockNumber(at start: Int) -> Int? {
        guard start < count else { return nil }
        if tokens[start].kind == .digits { return tokens[start].text.utf8.count <= 2 ? Int(tokens[start].text) : nil }
        return NumberWords.units[word(start)].flatMap { $0 >= 1 && $0 <= 12 ? Int($0) : nil }
    }

    private func meridian(at start: Int) -> Found<ClockExpression.Meridian>? {
        switch word(start) {
        case "am": Found(start + 1, .am)
        case "pm": Found(start + 1, .pm)
        case "in" where word(start + 1) == "the" && ["am", "pm"].contains(word(start + 2)):
            Found(start + 3, word(start + 2) == "am" ? .am : .pm)
        case "a" where isLetterAfterHour(start): Found(start + 1, .am)
        case "p" where isLetterAfterHour(start): Found(start + 1, .pm)
        case "a" where word(start + 1) == "m": Found(start + 2, .am)
        case "p" where word(start + 1) == "m": Found(start + 2, .pm)
        default: nil
        }
    }

    /// "9a" and "3p", written without a space.
    private func isLetterAfterHour(_ start: Int) -> Bool {
        start > 0 && tokens[start - 1].kind == .digits && phrase.touches(start - 1) && word(start + 1) != "m"
    }

    func dayPart(at start: Int) -> Found<ClockExpression.DayPart>? {
        var next = start
        while ["in", "the", "this", "during", "early", "late"].contains(word(next)), next - start < 3 { next += 1 }
        switch word(next) {
        case "lunch" where next > 0 && word(next - 1) == "after": return Found(next + 1, .afterLunch)
        case "lunch" where convention.readsFreely, "lunchtime": return Found(next + 1, .lunch)
        case "morning", "mornings": return Found(next + 1, .morning)
        case "afternoon": return Found(next + 1, .afternoon)
        case "evening": return Found(next + 1, .evening)
        case "night": return Found(next + 1, .night)
        default: return nil
        }
    }

    func joined(_ clock: ClockExpression?, with part: ClockExpression?) -> ClockExpression? {
        guard case .clock(let hour, let minute, nil) = clock, case .part(let part) = part else { return clock }
        return .clock(hour: hour, minute: minute, meridian: part == .morning ? .am : .pm)
    }
}
