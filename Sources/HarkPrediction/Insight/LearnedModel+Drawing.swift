internal import HarkCore
internal import HarkLearning

extension LearnedModel {
    /// A column for people: `days_since_last_touch` is "Days since last touch".
    func label(ofColumn name: String) -> String {
        name == TextFeature.name && text != nil ? "Words" : Wording.label(name)
    }

    /// A term for people; what is more than its columns' names stays.
    func label(ofTerm term: String, columns: [String]) -> String {
        guard columns.count > 1 || columns.first != term else { return label(ofColumn: term) }
        let joined = columns.joined(separator: " × ")
        let labels = columns.map { label(ofColumn: $0) }.joined(separator: " × ")
        return term.hasPrefix(joined) ? labels + term.dropFirst(joined.count) : term
    }

    /// A curve ready to draw; bins without records that add nothing are left out.
    func drawn(_ shape: Shape) -> ModelReport.Shape {
        let bins = shape.axes.first?.bins ?? []
        let steps = bins.indices.filter { shape.rows[$0] > 0 || shape.scores[$0] != 0 }.map { bin in
            var (from, below): (Double?, Double?) = (nil, nil)
            if case .numbers(let low, let high) = bins[bin] { (from, below) = (low, high) }
            return ModelReport.Step(
                label: LearnedModel.words(bins[bin]), from: from, below: below, logOdds: shape.scores[bin],
                rate: shape.rates[bin], count: shape.rows[bin])
        }
        return ModelReport.Shape(feature: shape.name, label: label(ofColumn: shape.name), steps: steps)
    }

    private static func words(_ meaning: BinMeaning) -> String {
        switch meaning {
        case .numbers(nil, let below?): "below \(Wording.numeral(below))"
        case .numbers(let from?, nil): "from \(Wording.numeral(from))"
        case .numbers(let from?, let below?): "\(Wording.numeral(from)) to below \(Wording.numeral(below))"
        default: meaning.description
        }
    }

    /// How far records lie from those learned from: the population stability index of every column, the highest first.
    ///
    /// Σ (today − then) · ln(today / then) over about ten groups of bins of equal size then, each share taken with half a
    /// record more, so that an empty group stays finite.
    func drift(of subjects: [Subject]) -> [ModelReport.Drift] {
        guard !subjects.isEmpty else { return [] }
        let columns = Dictionary(uniqueKeysWithValues: columns(of: subjects).map { ($0.name, $0) })
        let drifts = model.terms.filter { $0.axes.count == 1 }.compactMap { term -> ModelReport.Drift? in
            guard let axis = term.axes.first, let column = columns[axis.column] else { return nil }
            let group = LearnedModel.groups(of: term.rows)
            var (then, today) = ([Double](repeating: 0.5, count: 1 + (group.max() ?? 0)), [Double]())
            today = then
            for (bin, rows) in term.rows.enumerated() { then[group[bin]] += Double(rows) }
            for row in subjects.indices { today[group[axis.binning.bin(of: column.value(at: row))]] += 1 }
            let (before, after) = (then.reduce(0, +), today.reduce(0, +))
            let index = zip(then, today).reduce(0) { sum, pair in
                let (expected, actual) = (pair.0 / before, pair.1 / after)
                return sum + (actual - expected) * (LearnedModel.logarithm(actual) - LearnedModel.logarithm(expected))
            }
            return ModelReport.Drift(
                feature: term.name, label: label(ofColumn: term.name), index: (index * 1_000).rounded() / 1_000)
        }
        return drifts.sorted { ($1.index, $0.feature) < ($0.index, $1.feature) }
    }

    /// The group of each bin: missing values by themselves, the others in order until each group holds a tenth.
    private static func groups(of rows: [Int]) -> [Int] {
        let enough = max(1, rows.dropFirst().reduce(0, +) / 10)
        var groups = [0]
        var (group, held) = (1, 0)
        for count in rows.dropFirst() {
            if held >= enough {
                group += 1
                held = 0
            }
            groups.append(group)
            held += count
        }
        return groups
    }

    /// The natural logarithm of a share: log(p / (1 − p)) with p = x / (1 + x) is log(x).
    private static func logarithm(_ share: Double) -> Double { logit(share / (1 + share)) }
}
