import HarkCore

/// What a reading leaves unused of what was said: reason enough to ask before a record is changed.
struct Leftovers {
    /// Slots whose pieces are joined, so that a second one is no loss.
    private static let joined: Set<String> = [
        "attendees", "start", "due", "subject", "rest", "topic", "text", "note", "reason", "message", "bulk",
        "value", "resolution", "records", "tag", "from", "domain",
    ]
    /// Adverbs and the like that change nothing about what is to be done.
    private static let light: Set<String> = [
        "too", "again", "already", "today", "officially", "finally", "really", "very", "still", "back", "here",
        "hereby", "ones", "one", "alright",
    ]

    let spans: PhraseSpans
    let reading: Reading
    /// Slots whose every piece the draft has used.
    let used: Set<String>
    /// The value of a table that a slot's words are.
    let tableValue: (FilledSlot) -> String?

    /// The first words without a place; `nil` where every word has one.
    var text: String? {
        let tokens = spans.phrase.tokens
        if let word = reading.passed.first(where: {
            spans.skipCost[$0] >= 3 && !Leftovers.light.contains(tokens[$0].text)
        }) {
            return spans.phrase.text(word..<(word + 1))
        }
        var seen: Set<String> = []
        for slot in reading.slots where !Leftovers.joined.contains(slot.name) && !used.contains(slot.name) {
            if !seen.insert(slot.name).inserted, !isSaidTwice(slot) { return spans.phrase.text(slot.range) }
            if slot.type == .name, let rest = spans.trailingWords(in: slot.range) { return spans.phrase.text(rest) }
        }
        return reading.slots.lazy.compactMap(secondCommand).first
    }

    /// Whether a value is the same as the first of its slot: "a new web lead X, source website".
    private func isSaidTwice(_ slot: FilledSlot) -> Bool {
        guard let first = reading.first(slot.name), first.type == slot.type, let table = tableValue(slot) else {
            return false
        }
        return table == tableValue(first)
    }

    /// "… about pricing and invite Sarah": a command inside the text of another.
    private func secondCommand(in slot: FilledSlot) -> String? {
        guard ["subject", "topic", "note", "reason", "resolution", "rest"].contains(slot.name) else { return nil }
        let tokens = spans.phrase.tokens
        // What is to be done begins with a verb by itself.
        let isTask = ["subject", "topic"].contains(slot.name)
        let words = slot.range.drop { isTask && tokens[$0].kind == .mark }
        let isFirst = reading.first(slot.name) == slot
        for token in words.dropFirst(isTask && isFirst ? 1 : 0).dropLast()
        where token > 0 && Leftovers.verbs.contains(tokens[token].text) {
            if ["and", ",", ".", ";", "then", "please", "so"].contains(tokens[token - 1].text) {
                return spans.phrase.text(token..<slot.range.upperBound)
            }
        }
        return nil
    }

    static let verbs: Set<String> = [
        "invite", "call", "email", "remind", "send", "add", "book", "delete", "create", "schedule", "tell", "note",
        "mark", "move", "log", "assign", "set", "remove", "tick", "open", "close", "snooze", "cancel", "make",
        "raise", "reschedule", "convert",
    ]
}

extension PhraseSpans {
    /// The words at the end of a new name that hardly belong to it: a time ("ABC tomorrow"), what follows a
    /// company's form ("Foo Ltd urgent"), small letters after two capitals ("Oakhurst Dental pinged"), or the whole of
    /// it where it is a lone letter.
    func trailingWords(in range: Range<Int>) -> Range<Int>? {
        let isKnown = mentions[range.lowerBound].contains { $0.end == range.upperBound && $0.match >= 1 }
        guard !isKnown else { return nil }
        if range.count == 1, phrase.tokens[range.lowerBound].text.utf8.count == 1,
            phrase.tokens[range.lowerBound].kind == .word
        {
            return range
        }
        if let small = smallLetters(in: range) { return small }
        for start in range.dropFirst() {
            if finder.time(at: start)?.end == range.upperBound { return start..<range.upperBound }
            if PhraseSpans.closingForms.contains(phrase.tokens[start].text), start + 1 < range.upperBound,
                phrase.tokens[start + 1].kind == .word
            {
                return (start + 1)..<range.upperBound
            }
        }
        return nil
    }

    /// Words in small letters at the end of a name whose words before have capitals.
    private func smallLetters(in range: Range<Int>) -> Range<Int>? {
        let start = (range.lastIndex { phrase.tokens[$0].kind != .word || phrase.tokens[$0].isCapitalised } ?? -1) + 1
        guard start - range.lowerBound >= 2, start < range.upperBound,
            phrase.tokens[range.lowerBound..<start].allSatisfy(\.isCapitalised),
            !NameWords.forms.contains(phrase.tokens[start].text)
        else { return nil }
        return start..<range.upperBound
    }

    /// Forms of company that end a name.
    private static let closingForms: Set<String> = [
        "ltd", "inc", "llc", "gmbh", "plc", "corp", "limited", "asa", "aps",
    ]
}
