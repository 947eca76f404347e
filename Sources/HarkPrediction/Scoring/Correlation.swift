internal import HarkCore
internal import HarkLearning

/// How the features that matter most move together, over the rows learned from.
struct Correlation: Hashable, Sendable {
    /// The features by name.
    private(set) var names: [String] = []
    /// Shape `[names][names]`; see the learner's association matrix for what is compared how.
    private(set) var values: [[Double]] = []

    /// The most features compared.
    private static let most = 14

    /// Compares the columns of the most important terms; what cannot be compared counts as unrelated.
    init(of table: Table, in model: Model) {
        let names = model.importances.lazy.filter { $0.columns.count == 1 && table[$0.term] != nil }.map(\.term)
        self.names = Array(names.prefix(Correlation.most))
        let columns = self.names.compactMap { table[$0] }
        guard let chosen = try? Table(columns) else { return }
        values = AssociationMatrix(chosen).values.map { row in row.map { (($0 ?? 0) * 1_000).rounded() / 1_000 } }
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
