internal import HarkCore
internal import HarkLearning

/// Records that can be compared to see whether anything changed since a model was learned.
struct Populations<Subject: Sendable>: Sendable {
    /// Those there were shortly before the training, as they stood then; empty where nobody knows.
    let past: [Subject]
    /// Those there are, as they stand.
    let today: [Subject]
    /// Everybody the model would learn from today: the counterpart of what it learned from, for features without a
    /// date. `nil` where those of ``today`` are.
    var everybody: [Subject]?

    /// How long before a training the past is taken: whole weeks, so that a Monday is compared with a Monday.
    static var days: Int { 56 }
    /// Fewer records are no population.
    static var fewest: Int { 30 }
}

extension LearnedModel {
    /// How far today lies from the past: the population stability index of every column beyond what chance alone brings,
    /// the highest first.
    ///
    /// Records learned from were seen at moments of their past, outcomes among them were picked, and both differ from
    /// today's records in an unchanged business too. So what depends on time is compared between the records there were
    /// shortly before the training and those there are now; the training's own rows stand in where there is no past.
    func drift(of populations: Populations<Subject>) -> [ModelReport.Drift] {
        guard !populations.today.isEmpty else { return [] }
        let (past, today) = (named(populations.past), named(populations.today))
        let everybody = populations.everybody.map(named) ?? today
        let undated = Set(features.lazy.filter { !$0.isTimed }.map(\.name))
        let drifts = model.terms.filter { $0.axes.count == 1 }.compactMap { term -> ModelReport.Drift? in
            guard let axis = term.axes.first else { return nil }
            func rows(_ columns: [String: Column]) -> [Int]? {
                columns[axis.column].map { column in
                    (0..<column.count).reduce(into: [Int](repeating: 0, count: term.rows.count)) { rows, row in
                        rows[axis.binning.bin(of: column.value(at: row))] += 1
                    }
                }
            }
            // A field holds what it holds today: only what was learned from remembers its former values.
            let isField = undated.contains(axis.column)
            let isKnown = !isField && populations.past.count >= Populations<Subject>.fewest
            guard let now = rows(isField ? everybody : today) else { return nil }
            let index = StabilityIndex(from: isKnown ? rows(past) ?? term.rows : term.rows, to: now).beyondChance
            return ModelReport.Drift(
                feature: term.name, label: label(ofColumn: term.name), index: (index * 1_000).rounded() / 1_000)
        }
        return drifts.sorted { ($1.index, $0.feature) < ($0.index, $1.feature) }
    }

    private func named(_ subjects: [Subject]) -> [String: Column] {
        Dictionary(uniqueKeysWithValues: columns(of: subjects).map { ($0.name, $0) })
    }
}
