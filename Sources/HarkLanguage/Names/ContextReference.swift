import HarkCore

/// A record meant by its place rather than its name: "her", "this lead", "the second one".
struct ContextReference: Hashable, Sendable {
    /// The kinds it may be of.
    var kinds: KindSet
    /// The place in the last list, from 1; `-1` for the last one.
    var ordinal: Int?

    /// Whether a single small word says it.
    var isVague: Bool
    /// Whether several may be meant.
    var isPlural = false
}

extension ValueFinder {
    /// A reference by place that starts at a token.
    func reference(at start: Int) -> Found<ContextReference>? {
        if let pronoun = ContextWords.pronouns[word(start)] {
            let isNoun = ContextWords.nouns[word(start + 1)] != nil && word(start + 1) != "one"
            let isPlural = ["them", "they"].contains(word(start))
            if !isNoun { return Found(start + 1, ContextReference(kinds: pronoun, isVague: true, isPlural: isPlural)) }
        }
        if ["her", "his", "their", "its"].contains(word(start)), let kinds = ContextWords.nouns[word(start + 1)],
            kinds != .all
        {
            return Found(start + 2, ContextReference(kinds: kinds, isVague: false))
        }
        if ["this", "that", "the"].contains(word(start)) {
            var next = start + 1
            if word(start) == "the", !["selected", "current", "same"].contains(word(next)) { return place(at: next) }
            while ["selected", "current", "same"].contains(word(next)) { next += 1 }
            if let kinds = ContextWords.nouns[word(next)] {
                return Found(next + 1, ContextReference(kinds: kinds, isVague: false))
            }
            if word(start) != "the" { return Found(start + 1, ContextReference(kinds: .all, isVague: true)) }
        }
        if word(start) == "number" || word(start) == "#", let number = number(at: start + 1),
            let place = Int(exactly: number.value.value), (1...1_000).contains(place)
        {
            return Found(number.end, ContextReference(kinds: .all, ordinal: place, isVague: false))
        }
        return place(at: start)
    }

    /// `second one`, `last deal`, `3rd lead`.
    private func place(at start: Int) -> Found<ContextReference>? {
        let end = word(start) == "last" || word(start + 1) == "one" ? ContextWords.ends[word(start)] : nil
        let ordinal = end.map { Found(start + 1, $0) } ?? ordinal(at: start)
        guard let ordinal else { return nil }
        guard let kinds = ContextWords.nouns[word(ordinal.end)] else {
            // "Snooze the first to Monday" after a list.
            let isEnd =
                ordinal.end == count
                || ["to", "until", "till", "for", ",", "too", "as", "off", "down"].contains(word(ordinal.end))
            guard isEnd, start > 0, word(start - 1) == "the", hasList, ordinal.end == start + 1 else {
                return nil
            }
            return Found(ordinal.end, ContextReference(kinds: .all, ordinal: ordinal.value, isVague: false))
        }
        return Found(
            ordinal.end + 1, ContextReference(kinds: kinds, ordinal: ordinal.value, isVague: false))
    }
}

/// The words that point.
enum ContextWords {
    static let pronouns: [String: KindSet] = [
        "her": [.contact, .lead], "him": [.contact, .lead], "she": [.contact, .lead], "he": [.contact, .lead],
        "his": [.contact, .lead], "their": [.contact, .lead, .company, .customer],
        "them": [.contact, .lead, .company, .customer], "they": [.contact, .lead, .company, .customer], "it": .all,
        "its": .all,
    ]
    /// Pronouns for somebody something is done to; passing them over loses whom.
    static let people: Set<String> = ["her", "him", "them"]
    /// The places called by a word, `-1` for the last.
    static let ends = ["last": -1, "top": 1, "worst": 1, "best": 1, "hottest": 1, "riskiest": 1, "bottom": -1]
    static let nouns: [String: KindSet] = [
        "one": .all, "record": .all, "lead": .lead, "prospect": .lead, "contact": .contact,
        "person": [.contact, .lead],
        "guy": [.contact, .lead], "company": [.company, .customer, .lead], "account": [.company, .customer, .lead],
        "customer": .customer, "client": .customer, "deal": .deal, "opportunity": .deal, "task": .task,
        "meeting": .meeting, "ticket": .ticket, "issue": .ticket, "result": .all,
    ]
}
