/// Texts as sparse counts of what they are made of: words, pairs of neighbouring words, and runs of 3 to 5 characters
/// within a word. Each kind of run falls into one of 2^18 buckets by its digest.
struct TextGrams: Sendable {
    /// Bucket and count, ascending by bucket.
    let counts: [(bucket: Int32, count: Float)]

    static let buckets = 1 << 18

    init(_ text: String) {
        var counts: [Int32: Float] = [:]
        var previous: [UInt8] = []
        for word in text.lowercased().utf8.split(whereSeparator: { !TextGrams.isWordByte($0) }) {
            let bytes = Array(word)
            counts[TextGrams.bucket(bytes[...], salt: 1), default: 0] += 1
            if !previous.isEmpty { counts[TextGrams.bucket((previous + [32] + bytes)[...], salt: 2), default: 0] += 1 }
            let fenced = [32] + bytes + [32]
            for length in 3...5 where fenced.count >= length {
                for start in 0...(fenced.count - length) {
                    counts[TextGrams.bucket(fenced[start..<start + length], salt: 3), default: 0] += 1
                }
            }
            previous = bytes
        }
        self.counts = counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Letters, digits, money and exclamation marks, and everything beyond ASCII.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 97...122, 128...255, UInt8(ascii: "$"), UInt8(ascii: "!"), UInt8(ascii: "%"): true
        default: false
        }
    }

    /// FNV-1a, folded to the number of buckets.
    private static func bucket(_ bytes: ArraySlice<UInt8>, salt: UInt64) -> Int32 {
        var digest: UInt64 = 0xCBF2_9CE4_8422_2325 ^ salt
        for byte in bytes { digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return Int32(truncatingIfNeeded: (digest ^ (digest >> 32)) & UInt64(buckets - 1))
    }
}
