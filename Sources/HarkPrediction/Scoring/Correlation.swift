internal import HarkCore
internal import HarkLearning

/// How the features that matter most move together, over the rows learned from.
struct Correlation: Hashable, Sendable {
    /// The features by name.
    private(set) var names: [String] = []
    /// Shape `[names][names]`.
    private(set) var values: [[Double]] = []

    /// The most features compared.
    private static let most = 14

    /// Pearson's correlation of numbers; a category stands for what the model adds for it. Missing values take the mean.
    init(of table: Table, in model: Model) {
        let terms = model.terms.filter { $0.axes.count == 1 && table[$0.axes[0].column] != nil }
            .sorted { ($1.importance, $0.name) < ($0.importance, $1.name) }.prefix(Correlation.most)
        names = terms.map(\.name)
        let columns = terms.map { term in
            Correlation.standardised((0..<table.rowCount).map { row in
                let value = table[term.name]?.value(at: row) ?? .missing
                switch value {
                case .missing: return .nan
                case .number(let number): return number.isFinite ? number : .nan
                case .category: return term.cell(of: [term.name: value]).score
                }
            })
        }
        values = columns.map { left in
            columns.map { right in
                let sum = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
                return max(-1, min(1, (sum * 1_000).rounded() / 1_000))
            }
        }
    }

    /// With mean 0 and the sum of squares 1; all 0 where nothing varies.
    private static func standardised(_ numbers: [Double]) -> [Double] {
        let known = numbers.filter { !$0.isNaN }
        guard !known.isEmpty else { return numbers.map { _ in 0 } }
        let mean = known.reduce(0, +) / Double(known.count)
        let centred = numbers.map { $0.isNaN ? 0 : $0 - mean }
        let length = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? centred.map { $0 / length } : centred
    }

    var json: JSONValue {
        [
            "names": .array(names.map(JSONValue.string)),
            "values": .array(values.map { .array($0.map(JSONValue.number)) }),
        ]
    }

    /// Reads what ``json`` wrote.
    init(_ json: JSONValue) throws(PredictionError) {
        names = (json["names"]?.elements ?? []).compactMap(\.string)
        values = (json["values"]?.elements ?? []).map { $0.elements.compactMap(\.double) }
        guard values.count == names.count, values.allSatisfy({ $0.count == names.count }) else {
            throw .damagedModel(reason: "the correlations do not fit together")
        }
    }
}
