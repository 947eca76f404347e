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
        // What has no two consonants is never found by them.
        guard !pairs.isEmpty else { return }
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
            for place in postings[pair] { shared[Int(place)] &+= 1 }
        }
        // Twice the shared pairs over all pairs, in 64 steps. Most entries share too little whatever pairs they have
        // of their own.
        let least = SoundIndex.lowestStep * (UInt32(pairs.count) + 1)
        var steps: [(place: Int32, step: Int)] = []
        var sizes = [Int](repeating: 0, count: 65)
        for (place, count) in shared.enumerated() {
            let both = 128 * UInt32(count)
            guard both >= least else { continue }
            let all = UInt32(pairs.count) + UInt32(pairCounts[place])
            guard both >= SoundIndex.lowestStep * all else { continue }
            let step = Int(min(64, both / all))
            steps.append((Int32(place), step))
            sizes[step] += 1
        }
        return best(limit, of: steps, sizes)
    }

    /// What shares less is not looked at.
    private static let lowestStep: UInt32 = 22

    /// The first entries from the highest step down; within a step in the order they were inserted.
    private func best(_ limit: Int, of steps: [(place: Int32, step: Int)], _ sizes: [Int]) -> [Entry] {
        var lowest = 64
        var total = sizes[64]
        while lowest > 0, total < limit {
            lowest -= 1
            total += sizes[lowest]
        }
        let bar = lowest
        var best = steps.filter { $0.step > bar }.sorted { ($0.step, $1.place) > ($1.step, $0.place) }
        best += steps.lazy.filter { $0.step == bar }.prefix(limit - best.count)
        return best.map { entries[Int($0.place)] }
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
