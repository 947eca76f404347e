internal import Foundation

extension ModelReport {
    /// The ways to look at a model, each an answer to a question.
    public enum Chart: Hashable, Sendable {
        case quality, distribution, calibration, gain, confusion, slips, importance, correlation, drift
        /// Where records stop on their way, by its place among the funnels.
        case funnel(Int)
        /// What one feature adds, by its place among the shapes.
        case shape(Int)
    }

    /// What a chart says, for somebody who only reads two sentences.
    public struct Finding: Hashable, Sendable {
        /// What follows from the figures.
        public var conclusion: String
        /// How the drawing is to be read.
        public var howToRead: String
    }

    /// The most features that have a chart of their own.
    public static let mostShapes = 12

    /// The charts that have something to show.
    public var charts: [Chart] {
        let known: [(Chart, Bool)] = [
            (.quality, true), (.distribution, !distribution.isEmpty), (.calibration, !calibration.isEmpty),
            (.gain, !lift.isEmpty), (.confusion, confusion != nil), (.slips, slips != nil),
        ]
        let others: [(Chart, Bool)] = [
            (.importance, !importance.isEmpty), (.correlation, correlation.labels.count > 1),
            (.drift, !drift.isEmpty),
        ]
        return known.filter(\.1).map(\.0) + funnels.indices.map(Chart.funnel) + others.filter(\.1).map(\.0)
            + shapes.indices.prefix(ModelReport.mostShapes).map(Chart.shape)
    }

    /// What a chart is called.
    public func title(of chart: Chart) -> String {
        switch chart {
        case .quality: title
        case .distribution: "scores"
        case .calibration: "calibration"
        case .gain: "gain and lift"
        case .confusion: "right and wrong"
        case .slips: "where it errs"
        case .importance: "importance"
        case .correlation: "what moves together"
        case .drift: "drift"
        case .funnel(let index): (funnels[index].isSequence ? "funnel of " : "stages of ") + funnels[index].subject
        case .shape(let index): shapes[index].label
        }
    }

    /// What a chart says.
    public func finding(of chart: Chart) -> Finding {
        switch chart {
        case .quality: qualityFinding
        case .distribution: distributionFinding
        case .calibration: calibrationFinding
        case .gain: gainFinding
        case .confusion: confusionFinding
        case .slips: slipsFinding
        case .importance: importanceFinding
        case .correlation: correlationFinding
        case .drift: driftFinding
        case .funnel(let index): finding(of: funnels[index])
        case .shape(let index): finding(of: shapes[index])
        }
    }

    /// The model's name for people.
    public var title: String { target == .conversion ? "Lead score" : "Churn risk" }

    /// What the two outcomes are called, and what is scored.
    public var words: (positive: String, negative: String, records: String) {
        target == .conversion ? ("won", "lost", "leads") : ("left", "stayed", "customers")
    }

    /// What log-odds are worth to a record of the average probability, in points of its score: `-100...100`.
    public func points(of logOdds: Double) -> Double {
        let all = Double(positives + negatives)
        let base = all > 0 ? min(max(Double(positives) / all, 0.005), 0.995) : 0.5
        let odds = base / (1 - base) * exp(logOdds)
        return 100 * (odds / (1 + odds) - base)
    }
}
