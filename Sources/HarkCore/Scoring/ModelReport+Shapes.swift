extension ModelReport {
    /// What one feature adds to the log-odds over its values.
    public struct Shape: Hashable, Sendable, Codable {
        public var feature: String
        /// The feature for people.
        public var label: String
        /// Numbers from low to high, or categories; missing values come first where there were any.
        public var steps: [Step]

        /// Creates a shape.
        public init(feature: String, label: String, steps: [Step]) {
            self.feature = feature
            self.label = label
            self.steps = steps
        }
    }

    /// A range of numbers or a category, and what it adds.
    public struct Step: Hashable, Sendable, Codable {
        /// The range or category in words, such as `3 to below 7`.
        public var label: String
        /// The lowest number of the range; `nil` for categories, missing values, and ranges without a lower end.
        public var from: Double?
        /// The number the range ends before; `nil` as for ``from``.
        public var below: Double?
        /// What it adds to the log-odds.
        public var logOdds: Double
        /// The share of records there with the positive outcome, `0...1`; `nil` without records.
        public var rate: Double?
        public var count: Int

        /// Creates a step.
        public init(
            label: String, from: Double? = nil, below: Double? = nil, logOdds: Double, rate: Double?, count: Int
        ) {
            self.label = label
            self.from = from
            self.below = below
            self.logOdds = logOdds
            self.rate = rate
            self.count = count
        }
    }

    /// How features move together, over the records learned from.
    public struct CorrelationMatrix: Hashable, Sendable, Codable {
        /// The features for people.
        public var labels: [String]
        /// Shape `[labels][labels]`, each `-1...1`, 1 on the diagonal.
        public var values: [[Double]]

        /// Creates a matrix; empty unless told otherwise.
        public init(labels: [String] = [], values: [[Double]] = []) {
            self.labels = labels
            self.values = values
        }
    }

    /// Forecast against outcome at one cut-off.
    public struct ConfusionMatrix: Hashable, Sendable, Codable {
        /// Records with at least this score, `0...100`, count as foretold.
        public var cutoff: Double
        public var truePositives: Int
        public var falsePositives: Int
        public var falseNegatives: Int
        public var trueNegatives: Int

        /// The share of right forecasts among those foretold; `nil` when none was.
        public var precision: Double? { ModelReport.share(truePositives, of: truePositives + falsePositives) }
        /// The share of the positive records that were foretold; `nil` when there are none.
        public var recall: Double? { ModelReport.share(truePositives, of: truePositives + falseNegatives) }

        /// Creates a matrix.
        public init(
            cutoff: Double, truePositives: Int, falsePositives: Int, falseNegatives: Int, trueNegatives: Int
        ) {
            self.cutoff = cutoff
            self.truePositives = truePositives
            self.falsePositives = falsePositives
            self.falseNegatives = falseNegatives
            self.trueNegatives = trueNegatives
        }
    }

    /// The records whose score lies in one range.
    public struct DistributionBin: Hashable, Sendable, Codable {
        /// The lowest score of the range.
        public var from: Double
        /// The score the range ends before; the last one includes it.
        public var below: Double
        /// Held-out records with the positive outcome.
        public var positives: Int
        /// Held-out records with the other outcome.
        public var negatives: Int
        /// Today's records without an outcome.
        public var open: Int

        /// Creates a bin.
        public init(from: Double, below: Double, positives: Int = 0, negatives: Int = 0, open: Int = 0) {
            self.from = from
            self.below = below
            self.positives = positives
            self.negatives = negatives
            self.open = open
        }
    }

    /// How far today's records lie from those learned from, in one feature.
    public struct Drift: Hashable, Sendable, Codable {
        public var feature: String
        /// The feature for people.
        public var label: String
        /// The population stability index; below .1 is calm.
        public var index: Double

        public var verdict: DriftVerdict { index < 0.1 ? .calm : index < 0.25 ? .moving : .drifted }

        /// Creates a drift.
        public init(feature: String, label: String, index: Double) {
            self.feature = feature
            self.label = label
            self.index = index
        }
    }

    /// What a population stability index means; the usual limits are .1 and .25.
    public enum DriftVerdict: String, Hashable, Sendable, Codable { case calm, moving, drifted }

    private static func share(_ part: Int, of whole: Int) -> Double? {
        whole > 0 ? Double(part) / Double(whole) : nil
    }
}
