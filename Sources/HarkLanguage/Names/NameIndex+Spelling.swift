import HarkCore

/// A record that some words may mean.
struct Candidate: Hashable, Sendable {
    /// The record's place in the index.
    var place: Int32
    /// How well the words fit, `0...1`; `1` is the whole name.
    var match: Double
}

/// Words that name records exactly, as a whole or in part.
struct Mention: Hashable, Sendable {
    var end: Int
    var candidates: [Candidate]
    var kinds: KindSet
    /// The best match among them.
    var match: Double
}

extension NameIndex {
    /// The mentions that start at a token, one for each length.
    func mentions(in phrase: TokenizedPhrase, at start: Int) -> [Mention] {
        let token = phrase.tokens[start]
        guard token.kind != .mark else { return [] }
        var byEnd: [Mention] = []
        var isInitial = false
        var words = [token.text] + (NameWords.nicknames[token.text] ?? [])
        var next = start
        if token.text.utf8.count == 1, token.kind == .word {
            // "h. marsh": the surname decides, the initial is checked.
            let following =
                start + 1 < phrase.tokens.count && phrase.tokens[start + 1].text == "." ? start + 2 : start + 1
            guard following < phrase.tokens.count, phrase.tokens[following].kind == .word else { return [] }
            if wordNumber(token.text) == nil {
                isInitial = true
                next = following
                words = [phrase.tokens[following].text]
            }
        }
        for word in words {
            guard let number = wordNumber(word) else { continue }
            for place in recordsOfWord[Int(number)].prefix(400) {
                guard !kinds[Int(place)].isEmpty else { continue }
                let (end, match) = self.match(
                    phrase, next, number, wordsOfRecord[Int(place)], isInitial ? token.text : nil)
                guard match > 0 else { continue }
                let isShort = word != words[0]
                add(Candidate(place: place, match: isShort ? match * 0.97 : match), end, to: &byEnd)
            }
        }
        return byEnd
    }

    private func add(_ candidate: Candidate, _ end: Int, to mentions: inout [Mention]) {
        let kind = kinds[Int(candidate.place)]
        guard let index = mentions.firstIndex(where: { $0.end == end }) else {
            mentions.append(Mention(end: end, candidates: [candidate], kinds: kind, match: candidate.match))
            return
        }
        mentions[index].candidates.append(candidate)
        mentions[index].kinds.formUnion(kind)
        mentions[index].match = max(mentions[index].match, candidate.match)
    }

    /// How far a name runs along the phrase and how much of it is said.
    private func match(
        _ phrase: TokenizedPhrase, _ start: Int, _ number: Int32, _ words: [Int32], _ initial: String?
    ) -> (end: Int, match: Double) {
        guard let first = words.firstIndex(of: number) else { return (start, 0) }
        if let initial {
            guard first > 0, spelling[Int(words[0])].first == initial.utf8.first else { return (start, 0) }
            return (start + 1, 0.93)
        }
        var end = start + 1
        var position = first + 1
        while position < words.count {
            var next = end
            while next < phrase.tokens.count, phrase.tokens[next].kind == .mark,
                [".", "-", ","].contains(phrase.tokens[next].text)
            {
                next += 1
            }
            guard next < phrase.tokens.count, wordNumber(phrase.tokens[next].text) == words[position] else { break }
            end = next + 1
            position += 1
        }
        let significant = words.indices.filter { !isForm[Int(words[$0])] }
        let said = significant.filter { (first..<position).contains($0) }.count
        if significant.isEmpty || said == significant.count { return (end, 1) }
        guard said > 0 else { return (end, 0) }
        let isAtEdge = first == 0 || position >= words.count
        return (end, (isAtEdge ? 0.8 : 0.7) + 0.2 * Double(said) / Double(significant.count))
    }
}

extension NameIndex {
    /// A record of that kind whose name has the same words, forms of company aside.
    func twin(of words: [String], kind: RecordKind) -> NamedRecord? {
        let said = words.filter { !NameWords.forms.contains($0) }
        guard let first = said.first, let number = wordNumber(first) else { return nil }
        for place in recordsOfWord[Int(number)] {
            guard let record = records[Int(place)], record.reference.kind == kind else { continue }
            let name = wordsOfRecord[Int(place)].filter { !isForm[Int($0)] }
            if name.elementsEqual(said.map { wordNumber($0) ?? -1 }) { return record }
        }
        return nil
    }
}
