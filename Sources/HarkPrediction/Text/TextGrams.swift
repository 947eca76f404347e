/// Texts as sparse counts of what they are made of: words, pairs of neighbouring words, and runs of 3 to 5 characters
/// within a word. Each kind of run falls into one of 2^18 buckets by its digest.
struct TextGrams: Sendable {
    /// Bucket and count, ascending by bucket.
    let counts: [(bucket: Int32, count: Float)]

    static let buckets = 1 << 18

    /// A text that only equal counts have.
    var digest: String { counts.map { "\($0.bucket):\($0.count)" }.joined(separator: " ") }

    /// Counts one text.
    init(_ text: String) { self.init([WordToken.tokens(of: text)]) }

    /// Counts several texts together.
    ///
    /// - Parameter texts: The words of each; those struck out are passed over, and separate their neighbours.
    init(_ texts: [[WordToken]]) {
        var counts: [Int32: Float] = [:]
        for tokens in texts { TextGrams.each(in: tokens) { bucket, _, _ in counts[bucket, default: 0] += 1 } }
        self.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Hands over every run of a text: its bucket, and the first and last word it is made of.
    static func each(in tokens: [WordToken], _ body: (_ bucket: Int32, _ first: Int, _ last: Int) -> Void) {
        var previous: Int?
        for (index, token) in tokens.enumerated() {
            guard !token.isStruck else {
                previous = nil
                continue
            }
            body(bucket(token.bytes[...], .word), index, index)
            if let previous {
                body(bucket((tokens[previous].bytes + [32] + token.bytes)[...], .pair), previous, index)
            }
            let fenced = [32] + token.bytes + [32]
            for length in 3...5 where fenced.count >= length {
                for start in 0...(fenced.count - length) {
                    body(bucket(fenced[start..<start + length], .characters), index, index)
                }
            }
            previous = index
        }
    }

    /// What a run is made of.
    private enum Kind: UInt64 { case word = 1, pair, characters }

    /// Whether a bucket is one of runs of characters; the others are of words.
    static func holdsCharacters(_ bucket: Int32) -> Bool { bucket & 1 == 1 }

    /// FNV-1a, folded to half the number of buckets; runs of characters have the odd ones.
    private static func bucket(_ bytes: ArraySlice<UInt8>, _ kind: Kind) -> Int32 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325 ^ kind.rawValue
        for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let half = Int32(truncatingIfNeeded: (digest ^ (digest >> 32)) & UInt64(buckets / 2 - 1))
        return 2 * half + (kind == .characters ? 1 : 0)
    }
}

extension TextGrams: Hashable {
    static func == (one: TextGrams, other: TextGrams) -> Bool {
        one.counts.elementsEqual(other.counts) { $0 == $1 }
    }

    func hash(into hasher: inout Hasher) {
        for (bucket, count) in counts {
            hasher.combine(bucket)
            hasher.combine(count)
        }
    }
}
