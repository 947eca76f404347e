/// How the values of one column fall into bins; bin 0 is always "missing".
///
/// - numbers: bins `1...cuts.count + 1`; a value's bin is 1 + the number of cuts it reaches.
/// - categories: one bin for each level kept, then one for all rare levels together, then one for levels never seen
///   in training, whose effect is always nothing.
public enum Binning: Equatable, Sendable {
    /// The most bins a binning may have.
    public static let mostBins = 256

    /// Ascending finite cuts.
    case numbers(cuts: [Double])
    /// Levels by bin.
    case categories(LevelBins)

    /// The kind of column that fits.
    public var kind: Column.Kind {
        switch self {
        case .numbers: .number
        case .categories: .category
        }
    }

    /// The number of bins.
    public var count: Int {
        switch self {
        case .numbers(let cuts): cuts.count + 2
        case .categories(let levels): levels.kept.count + 3
        }
    }

    /// The bin of one value; a value of the wrong kind counts as missing.
    public func bin(of value: Value) -> Int {
        switch (self, value) {
        case (.numbers(let cuts), .number(let number)): Binning.bin(of: number, cuts: cuts)
        case (.categories(let levels), .category(let level)): levels.bin(of: level)
        default: 0
        }
    }

    /// What falls into `bin`.
    public func meaning(of bin: Int) -> BinMeaning {
        switch self {
        case _ where bin == 0: .missing
        case .numbers(let cuts):
            .numbers(from: bin > 1 ? cuts[bin - 2] : nil, below: bin <= cuts.count ? cuts[bin - 1] : nil)
        case .categories(let levels):
            if bin <= levels.kept.count {
                .level(levels.kept[bin - 1])
            } else {
                bin == levels.kept.count + 1 ? .rareLevels(count: levels.rare.count) : .unseenLevel
            }
        }
    }

    /// 1 + the number of cuts that `number` reaches, 0 for NaN.
    static func bin(of number: Double, cuts: [Double]) -> Int {
        guard !number.isNaN else { return 0 }
        var low = 0
        var high = cuts.count
        while low < high {
            let middle = (low + high) / 2
            if cuts[middle] <= number { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}

/// The levels of a category column by bin.
public struct LevelBins: Equatable, Sendable {
    /// Levels with a bin of their own: `kept[i]` is bin `i + 1`.
    public let kept: [String]
    /// Levels seen too seldom for a bin of their own, in alphabetical order.
    public let rare: [String]
    private let bins: [String: Int]

    /// Gives each of `kept` its own bin and one bin to all of `rare`; a level listed twice keeps its first bin.
    init(kept: [String], rare: [String]) {
        self.kept = kept
        self.rare = rare
        let pairs =
            kept.enumerated().map { ($0.element, $0.offset + 1) } + rare.map { ($0, kept.count + 1) }
        bins = Dictionary(pairs) { first, _ in first }
    }

    /// The bin of `level`; the last one when it was never seen.
    func bin(of level: String) -> Int { bins[level] ?? kept.count + 2 }
}

/// What falls into one bin.
public enum BinMeaning: Hashable, Sendable, CustomStringConvertible {
    case missing
    /// Numbers in `from..<below`; `nil` is open.
    case numbers(from: Double?, below: Double?)
    case level(String)
    /// Any of `count` levels that were too rare for a bin of their own.
    case rareLevels(count: Int)
    /// A level that training never saw.
    case unseenLevel

    /// A short English wording, such as `3 to below 7`.
    public var description: String {
        switch self {
        case .missing: "missing"
        case .numbers(nil, nil): "any number"
        case .numbers(let from?, nil): "from \(from)"
        case .numbers(nil, let below?): "below \(below)"
        case .numbers(let from?, let below?): "\(from) to below \(below)"
        case .level(let level): level
        case .rareLevels(let count): "one of \(count) rare levels"
        case .unseenLevel: "never seen before"
        }
    }
}
