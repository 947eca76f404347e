import HarkCore

/// Which of several records a phrase names, by place or by name.
struct Choice {
    private let finder: ValueFinder
    private let start: Int

    init(_ phrase: String, in context: ReadingContext) {
        finder = ValueFinder(Tokenizer.tokenize(phrase), context)
        var start = 0
        while Choice.leading.contains(finder.word(start)) { start += 1 }
        self.start = start
    }

    private static let leading: Set<String> = [
        "number", "the", "option", "take", "choose", "pick", "select", "go", "with", "choice", "i", "mean", "meant",
        "please", "um", "uh", "it", "is", "no", "just", "only",
    ]

    /// The record; `nil` where the phrase names none of them or several.
    func record(of choices: [NamedRecord]) -> NamedRecord? {
        guard !choices.isEmpty, start < finder.count, !isYes || choices.count == 1 else { return nil }
        return place(of: choices.count).map { choices[$0] } ?? named(in: choices)
    }

    /// The place said, counted from 0, of so many; `nil` where there is no such place or none is said.
    func place(of count: Int) -> Int? {
        guard start < finder.count else { return nil }
        if isYes { return count == 1 ? 0 : nil }
        var place: Int?
        if let ordinal = finder.ordinal(at: start), isEnd(ordinal.end) {
            place = ordinal.value - 1
        } else if finder.word(start) == "last", isEnd(start + 1) {
            place = count - 1
        } else if let number = finder.number(at: start), number.end == finder.count {
            place = Int(exactly: number.value.value).map { $0 - 1 }
        }
        return place.flatMap { (0..<count).contains($0) ? $0 : nil }
    }

    private var isYes: Bool { finder.count == 1 && ["yes", "y", "yeah", "yep"].contains(finder.word(0)) }

    /// Whether nothing but "one" or "please" follows.
    private func isEnd(_ index: Int) -> Bool {
        (index..<max(index, finder.count)).allSatisfy {
            ["one", "please", ".", "!", "of", "them", "record", "option"].contains(finder.word($0))
        }
    }

    private func named(in choices: [NamedRecord]) -> NamedRecord? {
        let words = finder.phrase.tokens.dropFirst(start).filter { $0.kind != .mark }.map(\.text)
        let exact = choices.filter { choice in
            let name = NameWords.words(of: "\(choice.name) \(choice.detail) \(choice.parent)")
            return !words.isEmpty
                && words.allSatisfy { name.contains($0) || SmallWords.all.contains($0) || $0 == "one" }
                && words.contains { name.contains($0) }
        }
        if exact.count == 1 { return exact[0] }
        // "Highfell Clinics" is the one of them that is called so and no more.
        let whole = choices.filter { NameWords.words(of: $0.name) == words }
        if whole.count == 1 { return whole[0] }
        let index = NameIndex(choices)
        let near = index.nearest(to: words, kinds: .all, limit: 2)
        guard let best = near.first, best.match >= 0.8, near.count == 1 || best.match - near[1].match >= 0.08 else {
            return nil
        }
        return index.records[Int(best.place)]
    }
}
