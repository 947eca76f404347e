import HarkCore

/// What of a task's words is its subject.
extension Interpreter {
    private static let repairs: Set<String> = ["no", "sorry", "wait", "rather", "i", "mean", "meant", ","]

    /// The words behind a correction that starts over: "call Globex, no sorry, call Initech".
    func afterRepair(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first else { return range }
        for index in range.dropFirst() where ["no", "sorry", "wait"].contains(phrase.tokens[index].text) {
            let again = range.first { $0 > index && !Interpreter.repairs.contains(phrase.tokens[$0].text) }
            if let again, phrase.tokens[again].text == phrase.tokens[first].text {
                return afterRepair(again..<range.upperBound)
            }
        }
        return range
    }

    /// The pieces that count where a later one starts over behind words that are passed over.
    func afterRepair(_ pieces: [Range<Int>]) -> [Range<Int>] {
        let pieces = pieces.map(afterRepair)
        let again = pieces.indices.dropFirst().last { index in
            let gap = pieces[index - 1].upperBound..<pieces[index].lowerBound
            return gap.contains { ["no", "sorry", "wait"].contains(phrase.tokens[$0].text) }
                && phrase.tokens[pieces[index].lowerBound].text == phrase.tokens[pieces[0].lowerBound].text
        }
        return Array(pieces[(again ?? 0)...])
    }

    /// Words that only point at something, so that a task of nothing else says nothing.
    private static let pointers: Set<String> = [
        "it", "that", "this", "them", "those", "these", "one", "ones", "thing", "same", "about", "the", "a", "an",
        "first", "second", "third", "fourth", "fifth", "last", "next", "him", "her", "half", "hour", "day", "week",
        "minute", "minutes", "before", "beforehand", "earlier", "after", "afterwards", "two",
    ]

    /// Whether the words of a task say nothing of what is to be done.
    func isHollow(_ pieces: [Range<Int>]) -> Bool {
        pieces.joined().allSatisfy { Interpreter.pointers.contains(phrase.tokens[$0].text) }
    }
}
