/// How far two spellings are apart.
enum EditDistance {
    /// Whether one inserted, deleted, changed or swapped letter makes one of the other.
    static func isWithinOne(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        if first.count > second.count { return isWithinOne(second, first) }
        guard second.count - first.count <= 1 else { return false }
        var index = 0
        while index < first.count, first[index] == second[index] { index += 1 }
        if index == first.count { return true }
        if first.count < second.count { return first[index...].elementsEqual(second[(index + 1)...]) }
        if first[(index + 1)...].elementsEqual(second[(index + 1)...]) { return true }
        return index + 1 < first.count && first[index] == second[index + 1] && first[index + 1] == second[index]
            && first[(index + 2)...].elementsEqual(second[(index + 2)...])
    }

    /// What changes between symbols below 128 cost.
    struct Costs: Sendable {
        /// The cost of `b` for `a` is `substitution[a * 128 + b]`, `0...1`.
        let substitution: [Float]
        /// The cost of a symbol too many or too few.
        let insertion: [Float]

        /// Every change costs 1.
        static let plain = Costs(
            substitution: (0..<128 * 128).map { $0 / 128 == $0 % 128 ? 0 : 1 },
            insertion: Array(repeating: 1, count: 128))
    }

    /// The weighted number of changes between two strings of symbols; symbols from 128 on count as one another.
    static func weighted(_ first: [UInt8], _ second: [UInt8], costs: Costs) -> Float {
        var row: [Float] = [0]
        row.reserveCapacity(second.count + 1)
        for symbol in second { row.append(row[row.count - 1] + costs.insertion[Int(symbol & 127)]) }
        for left in first {
            let base = Int(left & 127) * 128
            let insertion = costs.insertion[Int(left & 127)]
            var diagonal = row[0]
            row[0] += insertion
            for index in second.indices {
                let right = Int(second[index] & 127)
                let change = diagonal + costs.substitution[base + right]
                diagonal = row[index + 1]
                row[index + 1] = min(change, row[index + 1] + insertion, row[index] + costs.insertion[right])
            }
        }
        return row[row.count - 1]
    }
}
