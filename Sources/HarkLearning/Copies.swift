/// Which rows are equal to each other in every column, whatever their outcomes.
public struct Copies: Equatable, Sendable {
    /// For each row the number of its group; groups are numbered in the order their first rows appear. Shape `[rows]`.
    public let groups: [Int]
    /// The number of different rows.
    public let distinct: Int

    /// - Complexity: O(rows × columns).
    public init(_ table: Table) { self.init(table.columns) }

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

    /// Every row by itself, unless most rows that have an equal are in groups of one outcome.
    ///
    /// Copies of one row agree in their outcome. In a table of few columns many different records look alike, and of these
    /// some turn out otherwise; to hold all that look alike out together would be to test on what cannot be known.
    public func agreeing(_ outcomes: [Bool]) -> Copies {
        var sizes = [Int](repeating: 0, count: distinct)
        var positives = sizes
        for (group, outcome) in zip(groups, outcomes) {
            sizes[group] += 1
            if outcome { positives[group] += 1 }
        }
        let repeated = sizes.indices.filter { sizes[$0] > 1 }
        let agreeing = repeated.filter { positives[$0] == 0 || positives[$0] == sizes[$0] }
        func rows(_ groups: [Int]) -> Int { groups.reduce(0) { $0 + sizes[$1] } }
        return 2 * rows(agreeing) >= rows(repeated) ? self : Copies(each: groups.count)
    }

    private init(each rows: Int) {
        groups = Array(0..<rows)
        distinct = rows
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
