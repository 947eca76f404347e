import HarkCore

extension Interpreter {
    private static let excluding: Set<String> = [
        "not", "except", "excluding", "outside", "without", "neither", "nor", "than", "but", "non",
    ]
    /// What may stand between a negation and what it is about: "not from the website".
    private static let between: Set<String> = [
        "in", "from", "at", "of", "by", "as", "the", "a", "an", "with", "for", "on", "via", "through", "to", "-",
        "owned", "assigned", "belonging", "based", "located", "tagged", "coming", "stage", "status", "source",
        "those", "ones", "that", "are", "is", "yet", "any",
    ]

    /// Whether what is named is to be left out, as in "hide the closed ones".
    func hides(_ reading: Reading) -> Bool {
        guard reading.intent == .filterView else { return false }
        return phrase.tokens[reading.range].contains { Interpreter.hiding.contains($0.text) }
    }

    private static let hiding: Set<String> = ["hide", "exclude", "leave", "out"]

    /// The token of the "not", "except" or "other than" a slot stands after.
    func exclusion(before slot: FilledSlot, in reading: Reading) -> Int? {
        var token = slot.range.lowerBound - 1
        while token >= reading.range.lowerBound, Interpreter.between.contains(phrase.tokens[token].text) { token -= 1 }
        guard token >= reading.range.lowerBound else { return nil }
        let isExcluding = spans.isNegation[token] || Interpreter.excluding.contains(phrase.tokens[token].text)
        return isExcluding ? token : nil
    }
}

extension FilledSlot {
    /// Whether only an "and" or "or" stands between two values of one requirement.
    func isJoined(to next: FilledSlot, in phrase: TokenizedPhrase) -> Bool {
        guard range.upperBound < next.range.lowerBound else { return false }
        let words = phrase.tokens[range.upperBound..<next.range.lowerBound].map(\.text)
        let joints: Set<String> = ["and", "or", "nor", "&", ",", "/"]
        return words.contains { joints.contains($0) }
            && words.allSatisfy { joints.contains($0) || ["in", "from", "at", "by", "the", "'s", "'"].contains($0) }
    }
}
