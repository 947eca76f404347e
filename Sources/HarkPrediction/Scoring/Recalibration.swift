internal import HarkCore
internal import HarkLearning

/// A straight line that brings a model's log-odds onto newer outcomes, without touching what it learned.
struct Recalibration: Hashable, Sendable {
    let slope: Double
    let offset: Double

    /// How strongly the slope is held at 1 and the offset at 0, in rows.
    private static let hold = 10.0

    init(slope: Double, offset: Double) {
        self.slope = slope
        self.offset = offset
    }

    /// The corrected log-odds.
    func callAsFunction(_ logOdds: Double) -> Double { slope * logOdds + offset }

    /// Fits the line by Newton's method, with a pull to leaving everything as it is.
    ///
    /// - Parameters:
    ///   - logOdds: Shape `[n]`, what the model says.
    ///   - outcomes: Shape `[n]`.
    init(fitting logOdds: [Double], outcomes: [Bool]) {
        var slope = 1.0
        var offset = 0.0
        for _ in 0..<50 {
            var gradient = (slope: Recalibration.hold * (1 - slope), offset: -offset)
            var (ss, so, oo) = (Recalibration.hold, 0.0, 1.0)
            for (x, outcome) in zip(logOdds, outcomes) {
                let p = sigmoid(slope * x + offset)
                let error = (outcome ? 1 : 0) - p
                let weight = p * (1 - p)
                gradient.slope += error * x
                gradient.offset += error
                ss += weight * x * x
                so += weight * x
                oo += weight
            }
            let determinant = ss * oo - so * so
            let step = (
                slope: (oo * gradient.slope - so * gradient.offset) / determinant,
                offset: (ss * gradient.offset - so * gradient.slope) / determinant
            )
            slope += step.slope
            offset += step.offset
            if abs(step.slope) + abs(step.offset) < 1e-10 { break }
        }
        // A line that falls would turn the ranking round; then only the level is corrected.
        self.init(slope: max(0.05, slope), offset: offset)
    }

    var json: JSONValue { ["slope": .number(slope), "offset": .number(offset)] }

    init(_ json: JSONValue) throws(PredictionError) {
        self.init(slope: try json.number("slope"), offset: try json.number("offset"))
        guard slope > 0 else { throw .damagedModel(reason: "the recalibration falls") }
    }
}
