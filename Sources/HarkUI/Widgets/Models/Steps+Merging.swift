import HarkCore

extension [ModelReport.Step] {
    /// At most `limit` steps: neighbouring ranges of numbers that add nearly the same become one, which adds their
    /// mean by records. Categories and missing values stay by themselves, so there may be more.
    func merged(to limit: Int) -> [ModelReport.Step] {
        var steps = self
        while steps.count > limit {
            let pairs = steps.indices.dropLast().filter { steps[$0].continues(in: steps[$0 + 1]) }
            let nearest = pairs.min { left, right in
                abs(steps[left].logOdds - steps[left + 1].logOdds)
                    < abs(steps[right].logOdds - steps[right + 1].logOdds)
            }
            guard let nearest else { return steps }
            steps[nearest] = steps[nearest].joined(with: steps[nearest + 1])
            steps.remove(at: nearest + 1)
        }
        return steps
    }
}

extension ModelReport.Step {
    /// Whether the next range of numbers begins where this one ends.
    fileprivate func continues(in next: ModelReport.Step) -> Bool { below != nil && below == next.from }

    fileprivate func joined(with next: ModelReport.Step) -> ModelReport.Step {
        let all = Double(Swift.max(count + next.count, 1))
        func mean(_ first: Double, _ second: Double) -> Double {
            count + next.count == 0 ? (first + second) / 2 : (first * Double(count) + second * Double(next.count)) / all
        }
        let rates = rate.flatMap { first in next.rate.map { mean(first, $0) } }
        return ModelReport.Step(
            label: ModelReport.Step.label(from: from, below: next.below),
            from: from, below: next.below, logOdds: mean(logOdds, next.logOdds), rate: rates ?? rate ?? next.rate,
            count: count + next.count)
    }

    private static func label(from: Double?, below: Double?) -> String {
        switch (from?.short, below?.short) {
        case (let from?, let below?): "\(from) to below \(below)"
        case (let from?, nil): "\(from) or more"
        case (nil, let below?): "below \(below)"
        case (nil, nil): "any"
        }
    }
}

extension Double {
    /// A bound of a range with no more decimals than its size wants.
    fileprivate var short: String {
        text(places: self == rounded() || magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : 2)
    }
}
