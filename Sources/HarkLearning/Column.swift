/// One value of one row, as a caller holds it.
public enum Value: Hashable, Sendable {
    case missing
    case number(Double)
    case category(String)
}

/// One named column: numbers, or categories as codes into a list of level names.
public struct Column: Equatable, Sendable {
    /// What a column holds.
    public enum Kind: String, Codable, Sendable {
        /// Ordered values; the order is all the learner uses.
        case number
        /// Unordered levels; booleans are categories with two levels.
        case category
    }

    /// The cells of a column.
    public enum Values: Equatable, Sendable {
        /// Shape `[rows]`; NaN is missing, infinities lie beyond every finite value.
        case numbers([Double])
        /// `codes` has shape `[rows]`, each an index into `levels`, or `-1` for missing.
        case categories(codes: [Int32], levels: [String])
    }

    /// The name by which a model finds the column again.
    public let name: String
    /// The cells.
    public let values: Values

    /// A column of numbers; NaN is missing.
    public init(_ name: String, numbers: [Double]) {
        self.name = name
        values = .numbers(numbers)
    }

    /// A column of level codes; `-1` is missing. Codes are checked when the column enters a ``Table``.
    public init(_ name: String, codes: [Int32], levels: [String]) {
        self.name = name
        values = .categories(codes: codes, levels: levels)
    }

    /// A column of level names, `nil` is missing; levels are numbered in the order they appear.
    public init(_ name: String, categories: [String?]) {
        var index: [String: Int32] = [:]
        var levels: [String] = []
        let codes = categories.map { category -> Int32 in
            guard let category else { return -1 }
            if let code = index[category] { return code }
            let code = Int32(levels.count)
            index[category] = code
            levels.append(category)
            return code
        }
        self.init(name, codes: codes, levels: levels)
    }

    /// A column of booleans, `nil` is missing: categories named `no` and `yes`.
    public init(_ name: String, booleans: [Bool?]) {
        self.init(name, codes: booleans.map { flag in flag.map { $0 ? 1 : 0 } ?? -1 }, levels: ["no", "yes"])
    }

    /// What the column holds.
    public var kind: Kind {
        switch values {
        case .numbers: .number
        case .categories: .category
        }
    }

    /// Whether all rows are equal.
    public var isConstant: Bool { Copies([self]).distinct == 1 }

    /// The number of rows.
    public var count: Int {
        switch values {
        case .numbers(let numbers): numbers.count
        case .categories(let codes, _): codes.count
        }
    }

    /// The cell in `row`.
    public func value(at row: Int) -> Value {
        switch values {
        case .numbers(let numbers): numbers[row].isNaN ? .missing : .number(numbers[row])
        case .categories(let codes, let levels): codes[row] < 0 ? .missing : .category(levels[Int(codes[row])])
        }
    }

    /// The column with only `rows`, in that order; levels stay as they are.
    func selecting(_ rows: [Int]) -> Column {
        switch values {
        case .numbers(let numbers): Column(name, numbers: rows.map { numbers[$0] })
        case .categories(let codes, let levels): Column(name, codes: rows.map { codes[$0] }, levels: levels)
        }
    }
}
