internal import HarkCore
internal import HarkLearning

extension LearnedModel {
    /// A column for people: `days_since_last_touch` is "Days since last touch".
    func label(ofColumn name: String) -> String {
        if name == TextFeature.name, text != nil { return "Words" }
        // An imported column needs its epithet only beside the built-in feature of its name.
        let key = features.first { $0.name == name }?.attribute?.key ?? name
        return Wording.label(features.contains { $0.name == key } ? name : key).shortened
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
        let areWhole = bins.allSatisfy { bin in
            guard case .numbers(let from, let below) = bin else { return true }
            return [from, below].compactMap(\.self).areCutsOfWholeNumbers
        }
        let steps = bins.indices.filter { shape.rows[$0] > 0 || shape.scores[$0] != 0 }.map { bin in
            var (from, below): (Double?, Double?) = (nil, nil)
            if case .numbers(let low, let high) = bins[bin] { (from, below) = (low, high) }
            return ModelReport.Step(
                label: LearnedModel.words(bins[bin], areWhole: areWhole), from: from, below: below,
                logOdds: shape.scores[bin], rate: shape.rates[bin], count: shape.rows[bin])
        }
        let label = label(ofColumn: shape.name)
        let isOfWords = shape.name == TextFeature.name && text != nil
        return ModelReport.Shape(
            feature: shape.name, label: isOfWords ? "\(label), by a score of their own" : label, steps: steps)
    }

    /// What falls into a bin, for people.
    ///
    /// - Parameter areWhole: Whether numbers are cut between whole ones.
    static func words(_ meaning: BinMeaning, areWhole: Bool) -> String {
        switch meaning {
        case .numbers(let from, let below): ModelReport.Step.label(from: from, below: below, areWhole: areWhole)
        case .missing: "unknown"
        case .rareLevels(let count): count == 1 ? "a rare one" : "\(count) rare ones"
        default: meaning.description.shortened
        }
    }
}

extension String {
    /// The beginning of a text too long for a label.
    fileprivate var shortened: String { count > 60 ? prefix(59) + "…" : self }
}
