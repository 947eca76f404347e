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

    /// The weighted number of changes between two strings of symbols.
    ///
    /// - Parameters:
    ///   - substitution: The cost of putting one symbol for another, `0...1`.
    ///   - insertion: The cost of a symbol too many or too few.
    static func weighted(
        _ first: [UInt8], _ second: [UInt8], substitution: (UInt8, UInt8) -> Float, insertion: (UInt8) -> Float
    ) -> Float {
        var row: [Float] = [0]
        row.reserveCapacity(second.count + 1)
        for symbol in second { row.append(row[row.count - 1] + insertion(symbol)) }
        for left in first {
            var diagonal = row[0]
            row[0] += insertion(left)
            for index in second.indices {
                let right = second[index]
                let change = diagonal + (left == right ? 0 : substitution(left, right))
                diagonal = row[index + 1]
                row[index + 1] = min(change, row[index + 1] + insertion(left), row[index] + insertion(right))
            }
        }
        return row[row.count - 1]
    }
}
