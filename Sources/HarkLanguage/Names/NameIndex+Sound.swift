package import HarkCore

extension NameIndex {
    /// The records whose names look and sound most like what was heard, best first.
    package func nearest(to heard: String, limit: Int) -> [NamedRecord] {
        let words = NameWords.words(of: heard)
        return nearest(to: words, kinds: .all, limit: limit).compactMap { records[Int($0.place)] }
    }

    /// The records of these kinds whose names look and sound most like some words, best first.
    ///
    /// Word boundaries are not trusted: the words are joined before they are compared ("all gate optics" is as near
    /// to Aldgate Optics as one word would be).
    func nearest(to words: [String], kinds: KindSet, limit: Int = 5) -> [Candidate] {
        var heard = heard(words)
        return nearest(to: &heard, kinds: kinds, limit: limit)
    }

    /// Words as ``nearest(to:kinds:limit:)`` compares them.
    func heard(_ words: [String]) -> HeardWords {
        let said = words.filter { !NameWords.forms.contains($0) }
        let letters = LetterPattern(said.joined().utf8.prefix(40))
        let phones = said.flatMap { Sound.phones(of: Array($0.utf8)) }
        let entries = letters.count > 2 ? sounds.candidates(for: phones, limit: 128) : []
        return HeardWords(
            letters: letters, phones: phones, entries: entries, matches: Array(repeating: nil, count: entries.count))
    }

    func nearest(to heard: inout HeardWords, kinds: KindSet, limit: Int = 5) -> [Candidate] {
        var best: [Int32: Double] = [:]
        for index in heard.entries.indices {
            switch heard.entries[index] {
            case .record(let place):
                guard !self.kinds[Int(place)].isDisjoint(with: kinds) else { continue }
                let match = heard.matches[index] ?? similarity(heard, wordsOfRecord[Int(place)])
                heard.matches[index] = match
                best[place] = max(best[place] ?? 0, match)
            case .word(let number):
                // One word of a name says less than the whole of it.
                let match = heard.matches[index] ?? 0.9 * similarity(heard, [number])
                heard.matches[index] = match
                guard match >= NameIndex.leastMatch else { continue }
                for place in recordsOfWord[Int(number)].prefix(50) {
                    guard !self.kinds[Int(place)].isDisjoint(with: kinds) else { continue }
                    best[place] = max(best[place] ?? 0, match)
                }
            }
        }
        let found = best.filter { $0.value >= NameIndex.leastMatch }.map { Candidate(place: $0.key, match: $0.value) }
        return Array(found.sorted { ($0.match, $1.place) > ($1.match, $0.place) }.prefix(limit))
    }

    /// What matches less is no candidate.
    private static let leastMatch = 0.5
    /// How much the sound says beside the letters.
    private static let soundShare: Float = 0.8

    /// How much the words of a name are like those heard, `0...1`; less than ``leastMatch`` where they hardly are.
    private func similarity(_ heard: HeardWords, _ words: [Int32]) -> Double {
        var otherLetters: [UInt8] = []
        var otherSounds: [UInt8] = []
        for word in words where !isForm[Int(word)] {
            otherLetters += spelling[Int(word)]
            otherSounds += phones[Int(word)]
        }
        let letterCost = Float(heard.letters.changes(to: otherLetters))
        let letters = max(0, 1 - letterCost / Float(max(1, heard.letters.count, otherLetters.count)))
        let rest = 1 - NameIndex.soundShare
        // Sounds so far apart that the letters cannot make up for it need not be told apart further.
        let leastSound = (Float(NameIndex.leastMatch) - 0.01 - rest * letters) / NameIndex.soundShare
        let length = Float(max(1, heard.phones.count, otherSounds.count))
        let soundCost = EditDistance.weighted(
            heard.phones, otherSounds, costs: Sound.costs, limit: (1 - leastSound) * length)
        return Double(NameIndex.soundShare * max(0, 1 - soundCost / length) + rest * letters)
    }
}
