import HarkCore

extension PhraseReader {
    /// The pending action completed by an answer to its question; `nil` where the phrase is none.
    ///
    /// A choice is named by its number ("2", "the second one") or its name; what was missing is simply said. The
    /// pending phrase is then read again with the answer in place.
    func answer(_ phrase: String, in context: ReadingContext) -> Action? {
        guard let pending = context.pending, pending.status == .clarify else { return nil }
        var plain = context
        plain.pending = nil
        if let record = chosen(phrase, from: pending.choices, in: plain) {
            var reader = clauseReader(pending.rawText, in: plain, preferred: record)
            return reader.actions().first { $0.commandType == pending.commandType }
        }
        guard !pending.missing.isEmpty else { return nil }
        var own = clauseReader(phrase, in: plain)
        let alone = own.actions()
        if let first = alone.first, first.commandType != .unknown,
            first.confidence >= 0.8 || first.commandType == .reject
        {
            guard case .show(let reference) = first.command else { return nil }
            if let action = completed(pending, by: reference, in: plain) { return action }
        }
        for joint in pending.missing.contains("text") ? [": "] : [" ", " with ", " from ", ": "] {
            var reader = clauseReader(pending.rawText + joint + phrase, in: plain)
            let actions = reader.actions()
            if actions.count == 1, let action = actions.first, action.commandType == pending.commandType,
                action.missing.count < pending.missing.count, action.status != .unknown
            {
                return action
            }
        }
        return nil
    }

    /// The pending action with a record that was named in answer, as if it had been selected before.
    private func completed(_ pending: Action, by reference: RecordReference, in plain: ReadingContext) -> Action? {
        guard let record = plain.names.record(reference) else { return nil }
        var context = plain
        context.selected = record
        var reader = clauseReader(pending.rawText, in: context, preferred: record)
        return reader.actions().first {
            $0.commandType == pending.commandType && ($0.status == .ready || $0.status == .confirm)
        }
    }

    private func chosen(_ phrase: String, from choices: [NamedRecord], in context: ReadingContext) -> NamedRecord? {
        guard !choices.isEmpty else { return nil }
        let finder = ValueFinder(Tokenizer.tokenize(phrase), context)
        var start = 0
        while ["number", "the", "option", "take", "choose", "i", "mean", "meant", "please"].contains(finder.word(start))
        {
            start += 1
        }
        if let ordinal = finder.ordinal(at: start) { return choices.element(ordinal.value - 1) }
        if finder.word(start) == "last" { return choices.last }
        let isYes = finder.count == 1 && ["yes", "y", "yeah", "yep"].contains(finder.word(0))
        if isYes { return choices.count == 1 ? choices[0] : nil }
        if finder.count <= start + 2, let number = finder.number(at: start),
            let place = Int(exactly: number.value.value)
        {
            return choices.element(place - 1)
        }
        let index = NameIndex(choices)
        let words = finder.phrase.tokens.dropFirst(start).filter { $0.kind != .mark }.map(\.text)
        let exact = choices.filter { choice in
            let name = NameWords.words(of: choice.name + " " + choice.detail)
            return !words.isEmpty
                && words.allSatisfy { name.contains($0) || SmallWords.all.contains($0) || $0 == "one" }
                && words.contains { name.contains($0) }
        }
        if exact.count == 1 { return exact[0] }
        let near = index.nearest(to: words, kinds: .all, limit: 2)
        guard let best = near.first, best.match >= 0.8, near.count == 1 || best.match - near[1].match >= 0.08 else {
            return nil
        }
        return index.records[Int(best.place)]
    }
}

extension Array {
    /// The element at an index that may be out of bounds.
    fileprivate func element(_ index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
