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
    }

    /// The weighted number of changes between two strings of symbols; symbols from 128 on count as one another.
    ///
    /// - Parameter limit: Where the changes cost more, that they do is all that is told, by infinity.
    static func weighted(
        _ first: [UInt8], _ second: [UInt8], costs: Costs, limit: Float = .infinity
    ) -> Float {
        var row: [Float] = [0]
        row.reserveCapacity(second.count + 1)
        var total: Float = 0
        for symbol in second {
            total += costs.insertion[Int(symbol & 127)]
            row.append(total)
        }
        for left in first {
            let base = Int(left & 127) * 128
            let insertion = costs.insertion[Int(left & 127)]
            var diagonal = row[0]
            var before = diagonal + insertion
            var least = before
            row[0] = before
            for (index, symbol) in second.enumerated() {
                let right = Int(symbol & 127)
                let above = row[index + 1]
                before = min(
                    diagonal + costs.substitution[base + right], above + insertion, before + costs.insertion[right])
                row[index + 1] = before
                diagonal = above
                least = min(least, before)
            }
            if least > limit { return .infinity }
        }
        return row[row.count - 1]
    }
}
