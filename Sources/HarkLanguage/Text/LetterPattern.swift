/// A word whose letters are compared with those of many others, all its letters at once.
///
/// The number of inserted, deleted and changed letters between two words by bit-vectors: G. Myers, "A fast bit-vector
/// algorithm for approximate string matching", Journal of the ACM 46 (1999).
struct LetterPattern: Sendable {
    /// The most letters that are looked at.
    static let maximumCount = 64

    let count: Int
    /// Where each of 128 letters stands in the word, a bit a place.
    private var places = [UInt64](repeating: 0, count: 128)

    /// - Parameter letters: ``maximumCount`` of them at the most count; from 128 on they count as one another.
    init(_ letters: some Collection<UInt8>) {
        count = min(letters.count, LetterPattern.maximumCount)
        for (place, letter) in letters.prefix(count).enumerated() { places[Int(letter & 127)] |= 1 << UInt64(place) }
    }

    /// How many letters must change to make another word of this one.
    func changes(to other: [UInt8]) -> Int {
        guard count > 0 else { return other.count }
        let last: UInt64 = 1 << UInt64(count - 1)
        // Where the cost rises and falls from one letter of the word to the next.
        var (rises, falls) = (UInt64.max, UInt64(0))
        var cost = count
        for letter in other {
            let equal = places[Int(letter & 127)]
            let down = equal | falls
            let across = (((equal & rises) &+ rises) ^ rises) | equal
            var up = falls | ~(across | rises)
            var drop = rises & across
            if up & last != 0 { cost += 1 }
            if drop & last != 0 { cost -= 1 }
            up = up << 1 | 1
            drop <<= 1
            rises = drop | ~(down | up)
            falls = up & down
        }
        return cost
    }
}
