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
        let said = words.filter { !NameWords.forms.contains($0) }
        let letters = said.joined().utf8.prefix(40).map { $0 }
        guard letters.count > 2 else { return [] }
        let phones = said.flatMap { Sound.phones(of: Array($0.utf8)) }
        var best: [Int32: Double] = [:]
        for entry in sounds.candidates(for: phones, limit: 128) {
            switch entry {
            case .record(let place):
                guard !self.kinds[Int(place)].isDisjoint(with: kinds) else { continue }
                let match = similarity(letters, phones, wordsOfRecord[Int(place)])
                best[place] = max(best[place] ?? 0, match)
            case .word(let number):
                // One word of a name says less than the whole of it.
                let match = 0.9 * similarity(letters, phones, [number])
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

    private func similarity(_ letters: [UInt8], _ sounds: [UInt8], _ words: [Int32]) -> Double {
        var otherLetters: [UInt8] = []
        var otherSounds: [UInt8] = []
        for word in words where !isForm[Int(word)] {
            otherLetters += spelling[Int(word)]
            otherSounds += phones[Int(word)]
        }
        let sound = nearness(EditDistance.weighted(sounds, otherSounds, costs: Sound.costs), sounds, otherSounds)
        let rest = 1 - NameIndex.soundShare
        // Letters that are all the same would not help any more.
        guard Double(NameIndex.soundShare * sound + rest) >= NameIndex.leastMatch else { return 0 }
        let spelling = nearness(EditDistance.weighted(letters, otherLetters, costs: .plain), letters, otherLetters)
        return Double(NameIndex.soundShare * sound + rest * spelling)
    }

    private func nearness(_ cost: Float, _ first: [UInt8], _ second: [UInt8]) -> Float {
        max(0, 1 - cost / Float(max(1, first.count, second.count)))
    }
}
