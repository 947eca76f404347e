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
    /// The mentions that start at each token of a phrase, one for each length.
    func mentions(in phrase: TokenizedPhrase) -> [[Mention]] {
        let numbers = phrase.tokens.map { $0.kind == .mark ? nil : wordNumber($0.text) }
        return phrase.tokens.indices.map { mentions(in: phrase, numbers, at: $0) }
    }

    private func mentions(in phrase: TokenizedPhrase, _ numbers: [Int32?], at start: Int) -> [Mention] {
        let token = phrase.tokens[start]
        guard token.kind != .mark else { return [] }
        var byEnd: [Mention] = []
        if token.text.utf8.count == 1, token.kind == .word {
            // "h. marsh": the surname decides, the initial is checked.
            let following =
                start + 1 < phrase.tokens.count && phrase.tokens[start + 1].text == "." ? start + 2 : start + 1
            guard following < phrase.tokens.count, phrase.tokens[following].kind == .word else { return [] }
            if numbers[start] == nil {
                guard let number = numbers[following], let initial = token.text.utf8.first else { return [] }
                for place in recordsOfWord[Int(number)].prefix(400) where !kinds[Int(place)].isEmpty {
                    let words = wordsOfRecord[Int(place)]
                    guard let first = words.firstIndex(of: number), first > 0,
                        spelling[Int(words[0])].first == initial
                    else { continue }
                    add(Candidate(place: place, match: 0.93), following + 1, to: &byEnd)
                }
                return byEnd
            }
        }
        if let number = numbers[start] { addMentions(of: number, phrase, numbers, start, factor: 1, to: &byEnd) }
        for long in NameWords.nicknames[token.text] ?? [] {
            guard let number = wordNumber(long) else { continue }
            addMentions(of: number, phrase, numbers, start, factor: 0.97, to: &byEnd)
        }
        return byEnd
    }

    /// Adds the records that have a word in their names, as far as the phrase goes on with them.
    private func addMentions(
        of number: Int32, _ phrase: TokenizedPhrase, _ numbers: [Int32?], _ start: Int, factor: Double,
        to mentions: inout [Mention]
    ) {
        for place in recordsOfWord[Int(number)].prefix(400) where !kinds[Int(place)].isEmpty {
            let (end, match) = match(phrase, numbers, start, number, wordsOfRecord[Int(place)])
            if match > 0 { add(Candidate(place: place, match: match * factor), end, to: &mentions) }
        }
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
        _ phrase: TokenizedPhrase, _ numbers: [Int32?], _ start: Int, _ number: Int32, _ words: [Int32]
    ) -> (end: Int, match: Double) {
        guard let first = words.firstIndex(of: number) else { return (start, 0) }
        var end = start + 1
        var position = first + 1
        while position < words.count {
            var next = end
            while next < numbers.count, phrase.tokens[next].kind == .mark,
                NameWords.marks.contains(phrase.tokens[next].text)
            {
                next += 1
            }
            guard next < numbers.count, numbers[next] == words[position] else { break }
            end = next + 1
            position += 1
        }
        var significant = 0
        var said = 0
        for index in words.indices where !isForm[Int(words[index])] {
            significant += 1
            if (first..<position).contains(index) { said += 1 }
        }
        if said == significant { return (end, 1) }
        guard said > 0 else { return (end, 0) }
        let isAtEdge = first == 0 || position >= words.count
        return (end, (isAtEdge ? 0.8 : 0.7) + 0.2 * Double(said) / Double(significant))
    }
}

extension NameIndex {
    /// A record of that kind whose name has the same words, forms of company and one slip a word aside.
    func twin(of words: [String], kind: RecordKind) -> NamedRecord? {
        let said = words.filter { !NameWords.forms.contains($0) }.map { knows($0) ? $0 : nearWord(to: $0) ?? $0 }
        guard let first = said.first, let number = wordNumber(first) else { return nil }
        for place in recordsOfWord[Int(number)] {
            guard let record = records[Int(place)], record.reference.kind == kind else { continue }
            let name = wordsOfRecord[Int(place)].filter { !isForm[Int($0)] }
            if name.elementsEqual(said.map { wordNumber($0) ?? -1 }) { return record }
        }
        return nil
    }
}
