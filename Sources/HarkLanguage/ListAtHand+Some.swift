import HarkCore

/// Some of a list instead of all, and the rest of it.
extension ListAtHand {
    /// "No, just the first three" where something waits to be done to all of the list.
    func fewer(_ phrase: String) -> [Action]? {
        guard let pending = context.pending, pending.status == .confirm, pending.command?.writes == true,
            phrase.utf8.count <= 80
        else { return nil }
        var tokens = Tokenizer.tokenize(phrase).tokens
        // "Not all of them, just the first three"
        if let only = tokens.lastIndex(where: { ["just", "only"].contains($0.text) }) {
            tokens.removeFirst(only)
        }
        guard let few = pointer(in: tokens), few.places != nil,
            tokens.indices.allSatisfy({ few.tokens.contains($0) || ListAtHand.around.contains(tokens[$0].text) }),
            case let said = Tokenizer.tokenize(pending.rawText).tokens, let all = pointer(in: said), all.places == nil
        else { return nil }
        let words = text(of: few.tokens, tokens, phrase)
        let whole = Array(pending.rawText.utf8)
        let before = String(decoding: whole[..<said[all.tokens.lowerBound].start], as: UTF8.self)
        let after = String(decoding: whole[said[all.tokens.upperBound - 1].end...], as: UTF8.self)
        var plain = context
        plain.pending = nil
        let actions = ListAtHand(reader: reader, context: plain).actions(before + words + after)
        guard let actions, actions.allSatisfy({ $0.command != nil }) else { return nil }
        return actions.map { self.said($0, phrase) }
    }

    /// "Give the first two to Maria and the rest to Jonas": two commands, for those named and for all others.
    func withTheRest(_ phrase: String, _ tokens: [Token]) -> [Action]? {
        let joint = tokens.indices.dropLast(3).first { index in
            tokens[index].text == "and" && tokens[index + 1].text == "the"
                && ["rest", "others", "remaining", "other"].contains(tokens[index + 2].text)
        }
        guard let joint, case let total = context.listed.count, let some = pointer(in: Array(tokens[..<joint])),
            let places = some.places, places.lowerBound == 1, places.upperBound < total,
            total <= ListAtHand.mostPlaces
        else { return nil }
        var end = joint + 2
        while end + 1 < tokens.count, ["ones", "of", "them", kindWord].contains(tokens[end + 1].text) { end += 1 }
        let before = text(of: 0..<some.tokens.lowerBound, tokens, phrase)
        let after = String(decoding: Array(phrase.utf8)[tokens[end].end...], as: UTF8.self)
        guard let first = actions(text(of: 0..<joint, tokens, phrase)),
            let second = onEach(places.upperBound + 1...total, { self.alone("\(before) \($0)\(after)") }),
            (first + second).allSatisfy({ $0.command?.writes == true })
        else { return nil }
        return first + second
    }

    private func text(of range: Range<Int>, _ tokens: [Token], _ phrase: String) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(decoding: Array(phrase.utf8)[tokens[first].start..<tokens[last].end], as: UTF8.self)
    }

    /// What may stand around "the first three" that says nothing more.
    private static let around: Set<String> = [
        "no", "nope", "not", "wait", "just", "only", "please", ",", ".", "actually", "sorry", "oh", "um", "uh", "make",
        "it", "that", "do", "i", "mean", "meant", "rather", "well", "ok", "okay", "for", "but", "then", "with", "take",
    ]
}
