/// Undoes slips of the hand in words that are neither of the templates nor names: "tomrrow", "Heln", "thouand".
///
/// The raw text stays as it is; only what values and names are looked for in is mended, so that text taken word for
/// word and new names never change.
struct PhraseMender {
    /// The phrase with mended words.
    private(set) var phrase: TokenizedPhrase
    /// Whether a token was mended.
    private(set) var isMended: [Bool]

    /// - Parameter alternatives: The words of the templates each token may stand for.
    init(
        _ phrase: TokenizedPhrase, alternatives: Groups<Vocabulary.Alternative>, vocabulary: Vocabulary,
        names: NameIndex
    ) {
        self.phrase = phrase
        isMended = Array(repeating: false, count: phrase.tokens.count)
        for (index, token) in phrase.tokens.enumerated() where token.kind == .word && token.text.utf8.count >= 3 {
            guard !names.knows(token.text), vocabulary.number(of: token.text) == nil,
                !SmallWords.all.contains(token.text), index == 0 || phrase.tokens[index - 1].text != "dot",
                TimeWords.weekdays[token.text] == nil,
                TimeWords.weekdays[String(token.text.dropLast())] == nil,
                let mended = mended(
                    token, alternatives[index].filter { $0.cost <= 0.9 }.map { vocabulary.words[Int($0.word)] }, names,
                    isFirst: index == 0)
            else { continue }
            self.phrase.tokens[index].text = mended
            isMended[index] = true
        }
    }

    /// - Parameter near: The words of the templates it may stand for.
    private func mended(_ token: Token, _ near: [String], _ names: NameIndex, isFirst: Bool) -> String? {
        let word = token.text
        // A changed letter makes another word too often: "fine" is not "five".
        let values = near.filter {
            ValueWords.all.contains($0) && ($0.utf8.count != word.utf8.count || isSwapped($0, word))
        }
        if let value = values.max(by: { $0.utf8.count < $1.utf8.count }),
            values.count == 1 || near.count == values.count
        {
            return value
        }
        // A capital inside the phrase makes a name of "Rver" rather than "over".
        return near.isEmpty || token.isCapitalised && !isFirst ? names.nearWord(to: word) : nil
    }

    private func isSwapped(_ first: String, _ second: String) -> Bool { first.utf8.sorted() == second.utf8.sorted() }
}
