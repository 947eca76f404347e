extension [ModelReport.Step] {
    /// At most `limit` steps: neighbouring ranges of numbers that add nearly the same become one, which adds their
    /// mean by records. Categories and missing values stay by themselves, so there may be more.
    public func merged(to limit: Int) -> [ModelReport.Step] {
        var steps = self
        while steps.count > limit {
            let pairs = steps.indices.dropLast().filter { steps[$0].continues(in: steps[$0 + 1]) }
            let nearest = pairs.min { left, right in
                abs(steps[left].logOdds - steps[left + 1].logOdds)
                    < abs(steps[right].logOdds - steps[right + 1].logOdds)
            }
            guard let nearest else { return steps }
            steps[nearest] = steps[nearest].joined(with: steps[nearest + 1], areWhole: areWhole)
            steps.remove(at: nearest + 1)
        }
        return steps
    }

    /// At most `limit` steps: of categories those that matter most to the records there are, from what adds most to
    /// what takes most; the others become one at the end, which adds their mean by records.
    public func folded(to limit: Int) -> [ModelReport.Step] {
        guard isOfCategories else { return merged(to: Swift.min(limit, [ModelReport.Step].mostRanges)) }
        let weights = indices.map { Double(self[$0].count) * self[$0].logOdds.magnitude }
        let order = indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
        let isLong = count > limit
        let kept = isLong ? Swift.max(1, limit - 1) : count
        let strongest = order.prefix(kept).map { self[$0] }.sorted { ($1.logOdds, $0.label) < ($0.logOdds, $1.label) }
        guard isLong, let first = order.dropFirst(kept).first else { return strongest }
        var rest = order.dropFirst(kept + 1).reduce(self[first]) { $0.joined(with: self[$1], areWhole: false) }
        rest.label = "\(count - kept) others"
        return strongest + [rest]
    }

    /// More ranges of a number are a burden to read and hold few records each.
    private static var mostRanges: Int { 12 }

    /// Whether no step is a range of numbers.
    public var isOfCategories: Bool { allSatisfy { $0.from == nil && $0.below == nil } }

    /// Whether the ranges are cut between whole numbers, so that they can be said in whole ones.
    var areWhole: Bool { flatMap { [$0.from, $0.below] }.compactMap(\.self).areCutsOfWholeNumbers }
}

extension [Double] {
    /// Whether all are half-way between two whole numbers, as cuts between counts are.
    public var areCutsOfWholeNumbers: Bool { allSatisfy { 2 * $0 == (2 * $0).rounded() } }
}

extension ModelReport.Step {
    /// Whether the next range of numbers begins where this one ends.
    fileprivate func continues(in next: ModelReport.Step) -> Bool { below != nil && below == next.from }

    fileprivate func joined(with next: ModelReport.Step, areWhole: Bool) -> ModelReport.Step {
        let all = Double(Swift.max(count + next.count, 1))
        func mean(_ first: Double, _ second: Double) -> Double {
            count + next.count == 0 ? (first + second) / 2 : (first * Double(count) + second * Double(next.count)) / all
        }
        let rates = rate.flatMap { first in next.rate.map { mean(first, $0) } }
        return ModelReport.Step(
            label: ModelReport.Step.label(from: from, below: next.below, areWhole: areWhole),
            from: from, below: next.below, logOdds: mean(logOdds, next.logOdds), rate: rates ?? rate ?? next.rate,
            count: count + next.count)
    }

    /// A range of numbers in words: `3.2 to below 7`, or, of whole numbers, `3 to 6`.
    ///
    /// - Parameter areWhole: Whether the bounds lie between whole numbers.
    public static func label(from: Double?, below: Double?, areWhole: Bool) -> String {
        guard areWhole else {
            return switch (from?.short, below?.short) {
            case (let from?, let below?): "\(from) to below \(below)"
            case (let from?, nil): "\(from) or more"
            case (nil, let below?): "below \(below)"
            case (nil, nil): "any"
            }
        }
        switch (from.map { $0.rounded(.up).short }, below.map { ($0.rounded(.up) - 1).short }) {
        case (let first?, let last?): return first == last ? first : "\(first) to \(last)"
        case (let first?, nil): return "\(first) or more"
        case (nil, let last?): return last == "0" ? "0" : "\(last) or less"
        case (nil, nil): return "any"
        }
    }
}

extension Double {
    /// A bound of a range with no more decimals than its size wants.
    fileprivate var short: String {
        guard magnitude < 1_000 || magnitude >= 1e15 else { return Int(rounded()).grouped }
        return text(places: self == rounded() || magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2)
    }
}
