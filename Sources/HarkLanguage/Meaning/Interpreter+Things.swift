import HarkCore

/// Things of the world that stand where a name would: "the dog needs a new lead", "restore my old table".
///
/// What is found here makes a reading dearer, so that the leaning is asked whether the phrase is about the CRM at all.
extension Interpreter {
    /// What a thing in place of a name adds to the cost of a reading.
    static let costOfThing: Float = 2.4

    /// Whether a slot holds words in small letters behind an article or the like, none of which is in a known name.
    func isThing(_ slot: FilledSlot, behind determiners: Set<String> = Interpreter.determiners) -> Bool {
        let tokens = phrase.tokens[slot.range]
        guard let first = tokens.first,
            !tokens.contains(where: { $0.isCapitalised || context.names.knows($0.text) })
        else { return false }
        let before = slot.range.lowerBound - 1
        return determiners.contains(first.text) || before >= 0 && determiners.contains(phrase.tokens[before].text)
    }

    /// Articles and what else stands before things.
    static let determiners: Set<String> = Interpreter.ownersAndOneOfMany.union([
        "the", "this", "that", "these", "those",
    ])

    /// What stands before things nobody would look up in a CRM.
    static let ownersAndOneOfMany: Set<String> = ["my", "your", "a", "an", "some"]

    /// What it costs to take words for a town: towns have few words, written alike, and no article.
    func strangeness(ofTown slot: FilledSlot) -> Float {
        let tokens = phrase.tokens[slot.range].filter { $0.kind == .word }
        guard let first = tokens.first, let last = tokens.last else { return 0 }
        if isThing(slot) { return Interpreter.costOfThing }
        if first.isCapitalised { return last.isCapitalised ? 0 : 3 }
        return tokens.count > 2 && !tokens.contains(where: \.isCapitalised) ? Interpreter.costOfThing : 0
    }

    /// Whether a kind of record is but a word of the phrase: "deal with it", "that's just the ticket". A list is asked
    /// for, of several, or with some requirement.
    func isLoneNoun(_ kind: RecordKind, in reading: Reading) -> Bool {
        guard reading.intent == .listRecords, !reading.passed.isEmpty, reading.slots.count == 1,
            let slot = reading.first("type"), slot.range.count == 1,
            phrase.tokens[slot.range.lowerBound].text == kind.rawValue
        else { return false }
        return !phrase.tokens[..<slot.range.lowerBound].contains { Interpreter.asking.contains($0.text) }
    }

    private static let asking: Set<String> = [
        "show", "list", "give", "see", "get", "find", "display", "view", "pull", "bring", "open", "tell", "what",
        "which", "who", "all", "any", "every", "my", "our", "need", "want",
    ]
}
