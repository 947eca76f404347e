/// How strongly the columns of a table go together, whatever they hold.
///
/// - two columns of numbers: Spearman's rank correlation, in `-1...1`;
/// - two columns of categories: Cramér's V with Bergsma's correction for chance (2013), in `0...1`;
/// - one of each: the correlation ratio η of the ranks by category, with the same kind of correction, in `0...1`.
///
/// Rows where either value is missing do not count.
public struct AssociationMatrix: Equatable, Sendable {
    /// How two columns were compared.
    public enum Measure: String, Codable, Sendable {
        case spearman, cramer, correlationRatio
    }

    /// The columns, in the table's order.
    public let columns: [String]
    /// What each column holds.
    public let kinds: [Column.Kind]
    /// Shape `[columns][columns]`, symmetric; `nil` where a column is constant or too few rows have both values. The
    /// diagonal is 1.
    public let values: [[Double?]]

    /// Compares every two columns.
    ///
    /// - Parameters:
    ///   - table: The rows.
    ///   - levels: The most frequent levels of a category that are told apart; the others count as one.
    /// - Complexity: O(columns² × rows).
    public init(_ table: Table, levels: Int = 30) {
        let readings = table.columns.map { Reading($0, levels: max(1, levels)) }
        columns = table.columns.map(\.name)
        kinds = table.columns.map(\.kind)
        var values = [[Double?]](repeating: Array(repeating: nil, count: readings.count), count: readings.count)
        for first in readings.indices {
            values[first][first] = 1
            for second in readings.indices.dropFirst(first + 1) {
                let value = readings[first].association(with: readings[second])
                values[first][second] = value
                values[second][first] = value
            }
        }
        self.values = values
    }

    /// How the columns at two places were compared.
    public func measure(_ first: Int, _ second: Int) -> Measure {
        switch (kinds[first], kinds[second]) {
        case (.number, .number): .spearman
        case (.category, .category): .cramer
        default: .correlationRatio
        }
    }
}

/// One column made ready for comparing.
private enum Reading {
    /// Middle ranks among the values present; NaN is missing.
    case ranks([Double])
    /// Level numbers in `0..<count`; negative is missing.
    case levels([Int], count: Int)

    init(_ column: Column, levels most: Int) {
        switch column.values {
        case .numbers(let numbers): self = .ranks(middleRanks(numbers))
        case .categories(let codes, let levels):
            var counts = [Int](repeating: 0, count: levels.count)
            for code in codes where code >= 0 { counts[Int(code)] += 1 }
            let order = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
            var numbers = [Int](repeating: 0, count: levels.count)
            for (place, level) in order.enumerated() { numbers[level] = min(place, most) }
            self = .levels(
                codes.map { $0 < 0 ? -1 : numbers[Int($0)] }, count: min(order.count, most + 1))
        }
    }

    func association(with other: Reading) -> Double? {
        switch (self, other) {
        case (.ranks(let first), .ranks(let second)): correlation(first, second)
        case (.levels(let first, let height), .levels(let second, let width)):
            cramersV(first, second, height: height, width: width)
        case (.ranks(let ranks), .levels(let levels, let count)), (.levels(let levels, let count), .ranks(let ranks)):
            correlationRatio(ranks, by: levels, count: count)
        }
    }
}

/// The rank of each number, equal ones sharing their mean rank; NaN stays NaN.
private func middleRanks(_ numbers: [Double]) -> [Double] {
    var ranks = [Double](repeating: .nan, count: numbers.count)
    let order = numbers.indices.filter { !numbers[$0].isNaN }.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    var start = 0
    while start < order.count {
        var end = start
        while end < order.count && numbers[order[end]] == numbers[order[start]] { end += 1 }
        for place in start..<end { ranks[order[place]] = Double(start + end - 1) / 2 }
        start = end
    }
    return ranks
}

/// Pearson's correlation over the rows that have both numbers.
private func correlation(_ first: [Double], _ second: [Double]) -> Double? {
    let both = first.indices.filter { !first[$0].isNaN && !second[$0].isNaN }
    guard both.count > 2 else { return nil }
    let count = Double(both.count)
    let firstMean = both.reduce(0) { $0 + first[$1] } / count
    let secondMean = both.reduce(0) { $0 + second[$1] } / count
    var (product, firstSquares, secondSquares) = (0.0, 0.0, 0.0)
    for row in both {
        let (x, y) = (first[row] - firstMean, second[row] - secondMean)
        product += x * y
        firstSquares += x * x
        secondSquares += y * y
    }
    guard firstSquares > 0, secondSquares > 0 else { return nil }
    return max(-1, min(1, product / (firstSquares * secondSquares).squareRoot()))
}

/// The share of the ranks' variance that lies between the levels (ε², the corrected η²), as a root.
private func correlationRatio(_ ranks: [Double], by levels: [Int], count: Int) -> Double? {
    var sums = [Double](repeating: 0, count: count)
    var sizes = sums
    var squares = 0.0
    for (rank, level) in zip(ranks, levels) where level >= 0 && !rank.isNaN {
        sums[level] += rank
        sizes[level] += 1
        squares += rank * rank
    }
    let rows = sizes.reduce(0, +)
    let used = Double(sizes.count { $0 > 0 })
    guard rows > used, used > 1 else { return nil }
    let mean = sums.reduce(0, +) / rows
    let whole = squares - rows * mean * mean
    let between = zip(sums, sizes).reduce(0) { $1.1 > 0 ? $0 + $1.0 * $1.0 / $1.1 : $0 } - rows * mean * mean
    guard whole > 0 else { return nil }
    let within = (whole - between) / (rows - used)
    return max(0, min(1, 1 - within * (rows - 1) / whole)).squareRoot()
}

/// Cramér's V of two lists of levels, corrected for what chance alone would give.
private func cramersV(_ first: [Int], _ second: [Int], height: Int, width: Int) -> Double? {
    guard height > 1, width > 1 else { return nil }
    var cells = [Double](repeating: 0, count: height * width)
    for (row, column) in zip(first, second) where row >= 0 && column >= 0 { cells[row * width + column] += 1 }
    let rowSums = (0..<height).map { row in (0..<width).reduce(0) { $0 + cells[row * width + $1] } }
    let columnSums = (0..<width).map { column in (0..<height).reduce(0) { $0 + cells[$1 * width + column] } }
    let total = rowSums.reduce(0, +)
    let rows = Double(rowSums.count { $0 > 0 })
    let columns = Double(columnSums.count { $0 > 0 })
    guard total > 2, rows > 1, columns > 1 else { return nil }
    var statistic = 0.0
    for row in 0..<height {
        for column in 0..<width where rowSums[row] > 0 && columnSums[column] > 0 {
            let expected = rowSums[row] * columnSums[column] / total
            statistic += (cells[row * width + column] - expected) * (cells[row * width + column] - expected) / expected
        }
    }
    let squared = max(0, statistic / total - (rows - 1) * (columns - 1) / (total - 1))
    let least = min(rows - (rows - 1) * (rows - 1) / (total - 1), columns - (columns - 1) * (columns - 1) / (total - 1))
    return least > 1 ? min(1, (squared / (least - 1)).squareRoot()) : nil
}
