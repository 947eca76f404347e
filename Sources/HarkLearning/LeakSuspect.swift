/// A column that tells held-out outcomes suspiciously well, as one that was written after the outcome does.
public struct LeakSuspect: Equatable, Sendable {
    /// The most columns named.
    public static let most = 10

    /// The column.
    public let column: String
    /// The held-out AUC of this column alone.
    public let aucAlone: Double
    /// The held-out AUC of a small model without this column and the suspects listed before it.
    public let aucWithout: Double

    /// Leaves out columns, those with the highest AUC of their own first, until a small model falls to
    /// ``Evaluation/alarmAUC`` or below; these columns are the suspects, in that order.
    ///
    /// - Returns: None where the small model is below from the start: then no column gives the outcome away by itself.
    static func suspects(
        in dataset: Dataset, heldOut part: [Int], settings: BoostingSettings,
        using generator: inout some RandomNumberGenerator
    ) throws(LearningError) -> [LeakSuspect] {
        let (training, test) = try dataset.separating(part)
        let alone = try dataset.table.columns.map { column throws(LearningError) in
            (name: column.name, auc: try aucAlone(column.name, training: training, test: test, settings))
        }
        func remainingAUC(without names: Set<String>) throws(LearningError) -> Double {
            let model = try Model(trainedOn: training.dropping(names), settings: small(settings), using: &generator)
            return Ranking(try model.logOdds(of: test.table), outcomes: test.outcomes).auc
        }
        guard try remainingAUC(without: []) > Evaluation.alarmAUC else { return [] }
        var suspects: [LeakSuspect] = []
        for (name, auc) in alone.sorted(by: { $0.auc > $1.auc }).prefix(most) {
            let removed = Set(suspects.map(\.column) + [name])
            guard removed.count < alone.count else {
                return suspects + [LeakSuspect(column: name, aucAlone: auc, aucWithout: 0.5)]
            }
            let without = try remainingAUC(without: removed)
            suspects.append(LeakSuspect(column: name, aucAlone: auc, aucWithout: without))
            if without <= Evaluation.alarmAUC { break }
        }
        return suspects
    }

    /// Settings of a model that is learned at once and sees columns one by one.
    private static func small(_ settings: BoostingSettings) -> BoostingSettings {
        var small = settings
        small.bags = 2
        small.learningRate = max(0.1, settings.learningRate)
        small.monotone = [:]
        small.pairs = 0
        small.combination.trees = 0
        return small
    }

    /// The AUC on `test` of the rates by bin in `training`, each pulled to the base rate by 10 rows.
    private static func aucAlone(
        _ name: String, training: Dataset, test: Dataset, _ settings: BoostingSettings
    ) throws(LearningError) -> Double {
        guard let learned = training.table[name], let tested = test.table[name] else { throw .missingColumn(name) }
        let tally = try Tally(learned, training, most: settings.bins, settings)
        let baseRate = Double(training.positives) / Double(training.rowCount)
        let rates = zip(tally.positives, tally.rows).map { (Double($0) + 10 * baseRate) / (Double($1) + 10) }
        return Ranking(try tally.axis.binning.bins(of: tested).map { rates[Int($0)] }, outcomes: test.outcomes).auc
    }
}
