/// Which rows are equal to each other in every column, whatever their outcomes.
public struct Copies: Equatable, Sendable {
    /// For each row the number of its group; groups are numbered in the order their first rows appear. Shape `[rows]`.
    public let groups: [Int]
    /// The number of different rows.
    public let distinct: Int

    /// - Complexity: O(rows × columns).
    public init(_ table: Table) { self.init(table.columns) }

    /// No copies at all: each row is a group of its own.
    public init(each rows: Int) {
        groups = Array(0..<rows)
        distinct = rows
    }

    /// Of the rows of columns of one length.
    public init(_ columns: [Column]) {
        let rows = columns.first?.count ?? 0
        var groups = [Int](repeating: 0, count: rows)
        var distinct = min(1, rows)
        // Column by column, a group is split by the values its rows hold.
        for column in columns {
            var numbers: [Key: Int] = [:]
            for row in groups.indices {
                let key = Key(group: groups[row], value: column.identity(at: row))
                groups[row] = numbers[key] ?? numbers.count
                numbers[key] = groups[row]
            }
            distinct = numbers.count
        }
        self.groups = groups
        self.distinct = distinct
    }

    /// Whether rows that are equal have equal outcomes too, as copies of one row have; among many different records that
    /// merely look alike, some turn out otherwise.
    public func areUnanimous(_ outcomes: [Bool]) -> Bool {
        var first = [Bool?](repeating: nil, count: distinct)
        return zip(groups, outcomes).allSatisfy { group, outcome in
            defer { first[group] = outcome }
            return first[group] ?? outcome == outcome
        }
    }

    /// How many rows of `part` are equal to a row outside of it.
    public func count(of part: [Int]) -> Int {
        var inside = [Bool](repeating: false, count: groups.count)
        for row in part { inside[row] = true }
        let outside = Set(groups.indices.lazy.filter { !inside[$0] }.map { groups[$0] })
        return part.count { outside.contains(groups[$0]) }
    }

    /// Deals groups to folds at random: those that are mostly positive first, each to the fold with the fewest rows.
    func dealt(_ outcomes: [Bool], among count: Int, using generator: inout some RandomNumberGenerator) -> [Int] {
        var sizes = [Int](repeating: 0, count: distinct)
        var positives = sizes
        for (row, group) in groups.enumerated() {
            sizes[group] += 1
            if outcomes[row] { positives[group] += 1 }
        }
        var folds = [Int](repeating: 0, count: distinct)
        for mostlyPositive in [true, false] {
            var filled = [Int](repeating: 0, count: count)
            let groupsOfClass = sizes.indices.filter { (2 * positives[$0] > sizes[$0]) == mostlyPositive }
            for group in groupsOfClass.shuffled(using: &generator) {
                let fold = filled.indices.min { filled[$0] < filled[$1] } ?? 0
                folds[group] = fold
                filled[fold] += sizes[group]
            }
        }
        return groups.map { folds[$0] }
    }

    private struct Key: Hashable {
        let group: Int
        let value: UInt64
    }
}

extension Column {
    /// The same for equal cells of one column, different for different ones.
    fileprivate func identity(at row: Int) -> UInt64 {
        switch values {
        case .numbers(let numbers): numbers[row].isNaN ? UInt64.max : (numbers[row] + 0).bitPattern
        case .categories(let codes, _): UInt64(bitPattern: Int64(codes[row]))
        }
    }
}
