import HarkCore

extension Interpreter {
    /// The words of an open slot as they stand, from its first piece to its last, without the marks around them.
    func text(_ name: String, in reading: Reading) -> String? {
        let pieces = reading.all(name)
        guard let first = pieces.first, let last = pieces.last else { return nil }
        return phrase.text(bare(first.range.lowerBound..<last.range.upperBound))
    }

    /// A run of words without the colon, commas or quotes it begins and ends with.
    func bare(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while range.count > 1, Interpreter.edges.contains(phrase.tokens[range.lowerBound].text) {
            range = (range.lowerBound + 1)..<range.upperBound
        }
        while range.count > 1, Interpreter.edges.contains(phrase.tokens[range.upperBound - 1].text) {
            range = range.lowerBound..<(range.upperBound - 1)
        }
        return range
    }

    private static let edges: Set<String> = [":", ",", ";", "-", "\"", "“", "”", "'", "‘", "’"]

    /// Verbatim text: to the last byte of the phrase where the reading ends there.
    func verbatim(_ name: String, in reading: Reading) -> String? {
        guard let slot = reading.all(name).last, let first = reading.first(name) else { return nil }
        let start = phrase.tokens[first.range.lowerBound].start
        var end = phrase.tokens[slot.range.upperBound - 1].end
        if slot.range.upperBound == phrase.tokens.count { end = phrase.endOfText }
        return phrase.text(bytes: start..<end)
    }

    /// Why something is so, without the words that only say that a reason follows and without brackets around it.
    func reason(in reading: Reading) -> String? {
        guard let first = reading.first("reason"), let last = reading.all("reason").last else { return nil }
        let tokens = phrase.tokens
        var start = first.range.lowerBound
        let end = last.range.upperBound
        while start < end - 1, tokens[start].kind == .mark { start += 1 }
        if tokens[start].text == "the", start + 1 < end, tokens[start + 1].text == "reason" { start += 1 }
        if tokens[start].text == "reason" {
            start += 1
            while start < end, tokens[start].kind == .mark || ["is", "was", "being"].contains(tokens[start].text) {
                start += 1
            }
        }
        while start < end - 1, ["is", "was", "because", "due"].contains(tokens[start].text) { start += 1 }
        guard start < end else { return nil }
        if start == first.range.lowerBound, tokens[end - 1].text != ")" { return verbatim("reason", in: reading) }
        let isBracketed = tokens[end - 1].text == ")" && start > 0 && tokens[start - 1].text == "("
        var text = phrase.text(start..<(isBracketed ? end - 1 : end))
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    /// A new name with its capitals: as the tenant spells it, as typed, or restored.
    func newName(_ slot: FilledSlot?) -> String? {
        guard let slot, !isPronoun(slot) else { return nil }
        if let known = knownName(slot.range) { return known }
        let rest = spans.trailingWords(in: slot.range)?.lowerBound ?? slot.range.upperBound
        var first = isChatFor(slot.range) ? slot.range.lowerBound + 1 : slot.range.lowerBound
        // "Got Harrow Mills through a referral" tells how they came.
        if first + 1 < rest, ["got", "met", "have", "had"].contains(phrase.tokens[first].text) { first += 1 }
        let range = first..<max(rest, first + 1)
        let raw = phrase.text(range)
        if phrase.tokens[range].contains(where: \.isCapitalised) { return raw }
        return NameWords.capitalised(raw)
    }

    /// Whether words in small letters follow "is a", or begin with "no": no name does.
    func isCommonNoun(_ slot: FilledSlot) -> Bool {
        let start = slot.range.lowerBound
        if ["no", "any", "some", "nobody", "nothing"].contains(phrase.tokens[start].text),
            !phrase.tokens[start].isCapitalised
        {
            return true
        }
        guard start > 1, ["a", "an"].contains(phrase.tokens[start - 1].text),
            ["is", "are"].contains(phrase.tokens[start - 2].text)
        else { return false }
        return !phrase.tokens[slot.range].contains(where: \.isCapitalised)
    }

    /// Whether a name begins with the "4" that stands for "for" where "u" stands for "you".
    private func isChatFor(_ range: Range<Int>) -> Bool {
        range.count > 1 && phrase.tokens[range.lowerBound].text == "4"
            && phrase.tokens.contains { ["u", "ur", "pls", "plz", "thx"].contains($0.text) }
    }

    private func knownName(_ range: Range<Int>) -> String? {
        guard let mention = spans.mentions[range.lowerBound].first(where: { $0.end == range.upperBound }),
            let whole = mention.candidates.first(where: { $0.match >= 1 }),
            let record = context.names.records[Int(whole.place)], NameWords.words(of: record.name).count == range.count
        else { return nil }
        return record.name
    }

    /// A value of a table, such as a stage.
    func value(_ name: String, in reading: Reading, _ grammar: Grammar) -> String? {
        reading.first(name).flatMap { value(of: $0, grammar) }
    }

    /// The value of a table that a slot's words are.
    func value(of slot: FilledSlot, _ grammar: Grammar) -> String? {
        guard case .table = slot.type else { return nil }
        for alternative in spans.alternatives[slot.range.lowerBound] {
            for entry in grammar.tableEntries[Int(alternative.word)]
            where entry.type == slot.type && entry.words.count == slot.range.count && said(entry.words, at: slot.range)
            {
                return slot.type == .table("source") ? source(entry.value, saidBy: slot) : entry.value
            }
        }
        return nil
    }

    private func said(_ words: [Int32], at range: Range<Int>) -> Bool {
        zip(words, range).allSatisfy { word, token in spans.alternatives[token].contains { $0.word == word } }
    }

    func money(_ name: String, in reading: Reading) -> ValueFinder.Amount? {
        guard let slot = reading.first(name) else { return nil }
        if let money = finder.money(at: slot.range.lowerBound), money.end == slot.range.upperBound {
            return money.value
        }
        return finder.number(at: slot.range.lowerBound).map { ValueFinder.Amount(value: $0.value.value, currency: nil) }
    }

    func number(_ name: String, in reading: Reading) -> Double? {
        reading.first(name).flatMap { finder.number(at: $0.range.lowerBound)?.value.value }
    }

    func duration(_ name: String, in reading: Reading) -> Int? {
        reading.first(name).flatMap { finder.duration(at: $0.range.lowerBound)?.value }
    }

    func email(_ name: String, in reading: Reading) -> String? {
        reading.first(name).flatMap { finder.email(at: $0.range.lowerBound)?.value }
    }

    func phone(_ name: String, in reading: Reading) -> String? {
        reading.first(name).flatMap { finder.phone(at: $0.range.lowerBound)?.value }
    }

    func user(_ name: String, in reading: Reading) -> User? {
        guard let slot = reading.first(name),
            let id = finder.user(at: slot.range.lowerBound)?.value
        else { return nil }
        return id == context.user.id ? context.user : context.users.first { $0.id == id }
    }

    func moment(_ name: String, in reading: Reading, _ direction: TimeResolver.Direction) -> Moment? {
        expression(name, in: reading).flatMap { times.resolve($0, direction) }
    }

    /// A time said in pieces, such as "tomorrow … at three", or said and then corrected: the first piece counts and
    /// takes what it leaves open from the later ones.
    func expression(_ name: String, in reading: Reading) -> TimeExpression? {
        let pieces = reading.all(name).compactMap { time(in: $0.range) }
        guard var whole = pieces.first else { return nil }
        for more in pieces.dropFirst() {
            // "Next week" and "Thursday" are the Thursday of next week.
            if case .weekday(let day, .nearest)? = whole.date, case .period(.week, let step)? = more.date {
                whole.date = .later(.weekday(day, .ofThisWeek), step, .week)
            } else if case .period(.week, let step)? = whole.date, case .weekday(let day, .nearest)? = more.date {
                whole.date = .later(.weekday(day, .ofThisWeek), step, .week)
            }
            whole.date = whole.date ?? more.date
            if whole.clock == nil {
                (whole.clock, whole.untilClock) = (more.clock, whole.untilClock ?? more.untilClock)
            }
        }
        return whole
    }

    /// The time that the words of a slot say: of "today till Monday" it may be only the first.
    func time(in range: Range<Int>) -> TimeExpression? {
        if let found = finder.time(at: range.lowerBound), found.end <= range.upperBound { return found.value }
        return ValueFinder(Tokenizer.tokenize(phrase.text(range)), context).time(at: 0)?.value
    }

    /// Adds amount and, where one was said, currency; returns the money.
    func addAmount(_ reading: Reading, to draft: inout Draft) -> Money? {
        guard let amount = money("amount", in: reading) else { return nil }
        draft.both("amount", .number(amount.value))
        if let currency = amount.currency { draft.both("currency", .string(currency)) }
        // A small bare number is an hour or a count more often than a sum.
        if amount.currency == nil, amount.value < 100, let slot = reading.first("amount"), slot.range.count == 1 {
            draft.warning = draft.warning ?? "Is \(phrase.text(slot.range)) the amount?"
        }
        return amount.money(default: context.settings.currency)
    }
}

extension NameWords {
    /// A name in lower case with its capitals restored: every word's first letter, and short words without a vowel
    /// wholly.
    static func capitalised(_ name: String) -> String {
        name.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let isShort = word.count <= 4 && !word.isEmpty && !word.contains { "aeiouyæøåäöü".contains($0) }
            return isShort && word.count > 1 ? word.uppercased() : word.prefix(1).uppercased() + word.dropFirst()
        }.joined(separator: " ")
    }
}

extension TokenizedPhrase {
    /// The offset after the last byte that is not a space or control byte.
    var endOfText: Int {
        var end = bytes.count
        while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
        return end
    }
}
