internal import HarkCore
internal import HarkLearning

/// What a model or the rules say of one record.
struct Forecast: Sendable {
    let intercept: Double
    let contributions: [Contribution]
    let logOdds: Double

    var probability: Double { sigmoid(logOdds) }

    /// One side of the record alone, `0...100`: 50 says nothing either way; `nil` when nothing speaks of it.
    func side(_ facet: Facet) -> Double? {
        let parts = contributions.filter { $0.facet == facet }
        return parts.isEmpty ? nil : 100 * sigmoid(parts.reduce(0) { $0 + $1.logOdds })
    }

    /// The sum of `intercept` and `contributions`, in that order.
    init(intercept: Double, contributions: [Contribution], logOdds: Double) {
        self.intercept = intercept
        self.contributions = contributions
        self.logOdds = logOdds
    }

    /// What parts are worth at one score: the way from the start to the score, shared out by log-odds.
    ///
    /// These are the integrated gradients (Sundararajan et al., 2017) of the logistic function along the straight line
    /// from the intercept: each part has its own sign, and all of them add up to the score minus the start.
    struct Points {
        private let perLogOdds: Double

        init(intercept: Double, logOdds: Double) {
            let probability = sigmoid(logOdds)
            let way = logOdds - intercept
            let isShort = abs(way) < 1e-6
            let slope = isShort ? probability * (1 - probability) : (probability - sigmoid(intercept)) / way
            perLogOdds = 100 * slope
        }

        /// The points, on the scale `0...100`, of a part of so many log-odds.
        func worth(of part: Double) -> Double { perLogOdds * part }
    }
}
