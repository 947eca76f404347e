/// What sounds alike: names and single words by pairs of consonant classes.
struct SoundIndex: Sendable {
    /// Something that was inserted: a whole name by its record's place, or one word by its number.
    enum Entry: Hashable, Sendable {
        case record(Int32)
        case word(Int32)
    }

    private(set) var entries: [Entry] = []
    private var pairCounts: [UInt8] = []
    private var postings: [[Int32]] = Array(repeating: [], count: Sound.classCount * Sound.classCount)

    mutating func insert(_ entry: Entry, phones: [UInt8]) {
        let pairs = SoundIndex.pairs(of: phones)
        let place = Int32(entries.count)
        entries.append(entry)
        pairCounts.append(UInt8(min(pairs.count, 255)))
        for pair in pairs { postings[pair].append(place) }
    }

    /// The entries that share most pairs with these sounds, best first.
    ///
    /// - Complexity: O(k) in the number of entries that share a pair; a few microseconds for ten thousand names.
    func candidates(for phones: [UInt8], limit: Int) -> [Entry] {
        let pairs = SoundIndex.pairs(of: phones)
        guard !pairs.isEmpty else { return [] }
        var shared = [UInt8](repeating: 0, count: entries.count)
        for pair in pairs {
            for place in postings[pair] where shared[Int(place)] < 255 { shared[Int(place)] += 1 }
        }
        // Twice the shared pairs over all pairs, in 64 steps; a bucket for each, from the best down.
        var buckets: [[Int32]] = Array(repeating: [], count: 65)
        for place in shared.indices where shared[place] > 0 {
            let share = 128 * Int(shared[place]) / (pairs.count + Int(pairCounts[place]))
            if share >= 22 { buckets[min(share, 64)].append(Int32(place)) }
        }
        var best: [Entry] = []
        for bucket in buckets.reversed() {
            for place in bucket {
                best.append(entries[Int(place)])
                if best.count == limit { return best }
            }
        }
        return best
    }

    /// The distinct pairs of neighbouring consonant classes.
    private static func pairs(of phones: [UInt8]) -> [Int] {
        let skeleton = Sound.skeleton(of: phones)
        guard skeleton.count > 2 else { return [] }
        var pairs: [Int] = []
        for index in 1..<skeleton.count {
            let pair = Int(skeleton[index - 1]) * Sound.classCount + Int(skeleton[index])
            if !pairs.contains(pair) { pairs.append(pair) }
        }
        return pairs
    }
}
