import HarkCore

/// What a reading leaves unused of what was said: reason enough to ask before a record is changed.
struct Leftovers {
    /// Slots whose pieces are joined, so that a second one is no loss.
    private static let joined: Set<String> = [
        "attendees", "start", "due", "subject", "rest", "topic", "text", "note", "reason", "message", "bulk",
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
            if !seen.insert(slot.name).inserted { return spans.phrase.text(slot.range) }
            if slot.type == .name, let time = spans.trailingTime(in: slot.range) { return spans.phrase.text(time) }
        }
        return nil
    }
}

extension PhraseSpans {
    /// A time after the first word of a new name, at its end, where hardly a name has one: "ABC tomorrow".
    func trailingTime(in range: Range<Int>) -> Range<Int>? {
        let isKnown = mentions[range.lowerBound].contains { $0.end == range.upperBound && $0.match >= 1 }
        guard !isKnown else { return nil }
        for start in range.dropFirst() where finder.time(at: start)?.end == range.upperBound {
            return start..<range.upperBound
        }
        return nil
    }
}
