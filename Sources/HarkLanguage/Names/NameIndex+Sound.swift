import HarkCore

extension NameIndex {
    /// The records of these kinds whose names look and sound most like some words, best first.
    ///
    /// Word boundaries are not trusted: the words are joined before they are compared ("all gate optics" is as near
    /// to Aldgate Optics as one word would be).
    func nearest(to words: [String], kinds: KindSet, limit: Int = 5) -> [Candidate] {
        let said = words.filter { !NameWords.forms.contains($0) }
        let letters = said.joined().utf8.prefix(40).map { $0 }
        guard letters.count > 2 else { return [] }
        let phones = said.flatMap { Sound.phones(of: Array($0.utf8)) }
        var best: [Int32: Double] = [:]
        for entry in sounds.candidates(for: phones, limit: 48) {
            switch entry {
            case .record(let place):
                guard !self.kinds[Int(place)].isDisjoint(with: kinds) else { continue }
                let match = similarity(letters, phones, wordsOfRecord[Int(place)])
                best[place] = max(best[place] ?? 0, match)
            case .word(let number):
                // One word of a name says less than the whole of it.
                let match = 0.92 * similarity(letters, phones, [number])
                guard match >= 0.55 else { continue }
                for place in recordsOfWord[Int(number)].prefix(50) {
                    guard !self.kinds[Int(place)].isDisjoint(with: kinds) else { continue }
                    best[place] = max(best[place] ?? 0, match)
                }
            }
        }
        let found = best.filter { $0.value >= 0.55 }.map { Candidate(place: $0.key, match: $0.value) }
        return Array(found.sorted { ($0.match, $1.place) > ($1.match, $0.place) }.prefix(limit))
    }

    private func similarity(_ letters: [UInt8], _ sounds: [UInt8], _ words: [Int32]) -> Double {
        var otherLetters: [UInt8] = []
        var otherSounds: [UInt8] = []
        for word in words where !isForm[Int(word)] {
            otherLetters += spelling[Int(word)]
            otherSounds += phones[Int(word)]
        }
        let soundCost = EditDistance.weighted(sounds, otherSounds, costs: Sound.costs)
        let letterCost = EditDistance.weighted(letters, otherLetters, costs: .plain)
        let soundLength = Float(max(1, max(sounds.count, otherSounds.count)))
        let letterLength = Float(max(1, max(letters.count, otherLetters.count)))
        let match = 0.65 * max(0, 1 - soundCost / soundLength) + 0.35 * max(0, 1 - letterCost / letterLength)
        return Double(match)
    }
}
