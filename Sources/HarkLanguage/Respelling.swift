import HarkCore

/// Undoes slips of the hand in a phrase that means nothing as it stands: "never mnd", "the aount should be 45,000".
///
/// The templates read around a slip where they can. What leans on the phrases before it, such as corrections, is told
/// by its words alone and needs them whole.
struct Respelling {
    let grammar: Grammar
    let names: NameIndex

    /// Longer phrases are text rather than commands.
    private static let longest = 24

    /// The phrases that may have been meant, the likeliest first: each slip undone in one way.
    func respelled(_ phrase: String) -> [String] {
        let tokenized = Tokenizer.tokenize(phrase)
        guard tokenized.tokens.count <= Respelling.longest else { return [] }
        let slips = tokenized.tokens.indices.compactMap { index -> (token: Token, words: [String])? in
            let words = self.words(near: tokenized.tokens[index])
            return words.isEmpty ? nil : (tokenized.tokens[index], words)
        }
        guard let last = slips.last, slips.count <= 3 else { return [] }
        // Only the last slip is tried in more than one way: more would take longer than anybody gains.
        return last.words.prefix(3).map { word in
            var bytes = tokenized.bytes
            for slip in slips.reversed() {
                let whole = slip.token.start == last.token.start ? word : slip.words[0]
                bytes.replaceSubrange(slip.token.start..<slip.token.end, with: whole.utf8)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The words of the language a token that is none of them lacks a letter of, or has two swapped of; the most used first.
    private func words(near token: Token) -> [String] {
        let word = token.text
        guard token.kind == .word, word.utf8.count >= 3, !names.knows(word), !SmallWords.all.contains(word),
            grammar.vocabulary.number(of: word) == nil, !ValueWords.all.contains(word), !Leaning.builtIn.knows(word)
        else { return [] }
        let letters = Array(word.utf8)
        let values = ValueWords.all.filter { $0.utf8.count >= 5 && EditDistance.isWithinOne(Array($0.utf8), letters) }
        let near = grammar.vocabulary.alternatives(of: word, isName: false)
            .filter { $0.cost <= 0.9 }.map { grammar.vocabulary.words[Int($0.word)] }
            // A letter changed makes another word too often.
            .filter { $0.utf8.count != word.utf8.count || word.utf8.count > 5 || $0.utf8.sorted() == letters.sorted() }
        return values.sorted() + near.filter { !values.contains($0) }.sorted { $0.utf8.count > $1.utf8.count }
    }
}

extension PhraseReader {
    /// The phrase read with its slips undone, where that makes sense of it and it made none before; what writes is asked.
    func respelled(_ phrase: String, in context: ReadingContext, betterThan confidence: Double) -> [Action]? {
        let phrases = Respelling(grammar: grammar, names: context.names).respelled(phrase)
        let readings = phrases.map { ($0, read($0, in: context, proposes: false)) }
        let sure = readings.filter { _, actions in
            actions.allSatisfy { $0.command != nil && $0.confidence > max(0.7, confidence + 0.1) }
        }
        guard let (spelled, actions) = sure.max(by: { $0.1[0].confidence < $1.1[0].confidence }) else { return nil }
        return actions.map { action in
            var action = action
            action.rawText = phrase
            if action.status == .ready, action.command?.writes == true {
                action.status = .confirm
                action.question = "Is “\(spelled)” meant?"
            }
            return action
        }
    }
}
