/// Words by their spellings with and without one letter, so that a misspelled word finds those it may be.
///
/// Spellings are told apart by a number made of their letters; what is found by it is compared letter by letter.
struct SlipIndex: Sendable {
    private struct Entry {
        var spelling: UInt64
        var word: Int32
    }

    private var whole: [Entry] = []
    private var shortened: [Entry] = []

    /// Adds a word; shortened spellings of words of fewer than four letters say too little.
    mutating func insert(_ letters: [UInt8], number: Int32) {
        whole.append(Entry(spelling: SlipIndex.spelling(of: letters), word: number))
        guard letters.count >= 4 else { return }
        for index in letters.indices {
            shortened.append(Entry(spelling: SlipIndex.spelling(of: letters, without: index), word: number))
        }
    }

    /// Makes ready for questions once all words are there.
    mutating func close() {
        whole.sort { ($0.spelling, $0.word) < ($1.spelling, $1.word) }
        shortened.sort { ($0.spelling, $0.word) < ($1.spelling, $1.word) }
    }

    /// The words that make some letters when they lose one.
    func longer(than letters: [UInt8]) -> [Int32] {
        SlipIndex.find(SlipIndex.spelling(of: letters), in: shortened)
    }

    /// The words that may be one slip away from some letters, each once, as the letters of the slip come.
    func near(_ letters: [UInt8]) -> [Int32] {
        var found: [Int32] = []
        for index in letters.indices {
            let spelling = SlipIndex.spelling(of: letters, without: index)
            add(SlipIndex.find(spelling, in: shortened), to: &found)
            if letters.count > 4 { add(SlipIndex.find(spelling, in: whole), to: &found) }
        }
        add(longer(than: letters), to: &found)
        return found
    }

    private func add(_ more: [Int32], to found: inout [Int32]) {
        for number in more where !found.contains(number) { found.append(number) }
    }

    private static func find(_ spelling: UInt64, in entries: [Entry]) -> [Int32] {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].spelling < spelling { low = middle + 1 } else { high = middle }
        }
        var found: [Int32] = []
        while low < entries.count, entries[low].spelling == spelling {
            found.append(entries[low].word)
            low += 1
        }
        return found
    }

    /// FNV-1a over the letters, with or without one of them.
    private static func spelling(of letters: [UInt8], without left: Int = -1) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in letters.indices where index != left {
            hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01B3
        }
        return hash
    }
}
