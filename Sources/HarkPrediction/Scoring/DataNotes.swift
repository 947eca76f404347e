internal import HarkLearning

/// What a reader of a model's figures should know of the rows it was learned from, in sentences.
enum DataNotes {
    /// What the learner found; of constant columns only those that `isNamed`.
    static func sentences(_ findings: [Evaluation.Finding], naming isNamed: (String) -> Bool = { _ in true })
        -> [String]
    {
        findings.compactMap { finding in
            switch finding {
            case .constantColumns(let names):
                sentence("Says nothing, as it is the same in every row", names.filter(isNamed))
            case .repeatedRows(let distinct, let rows): "Only \(distinct) of \(rows) rows are different."
            case .testedRowsSeenInTraining(let count): "\(count) tested rows equal a row that was learned from."
            case .partsWithOneClassOnly(let count): "\(count) parts have one outcome only and were not measured."
            }
        }
    }

    /// What was not learned from and why; `nil` where it is nothing.
    static func sentence(_ reason: String, _ names: [String]) -> String? {
        names.isEmpty ? nil : "\(reason): \(names.joined(separator: ", "))."
    }

    static let namesRows = "Left out, as it only names rows"
}
