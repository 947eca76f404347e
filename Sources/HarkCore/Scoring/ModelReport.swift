/// What there is to see of a model: how good it is, what it learned, and whether today still looks like its past.
///
/// Plain figures, made once and drawn by anybody. Everything measured comes from records the model did not learn from.
/// Under the rules, before a model is learned, most lists are empty and ``notes`` says why.
public struct ModelReport: Hashable, Sendable, Codable {
    public var target: Score.Target
    /// The model's name and version, such as `conversion v3`, or `rules`.
    public var model: String
    /// When it was learned; `nil` for rules.
    public var trainedAt: LocalDateTime?
    /// Records learned from that were won, or that left.
    public var positives: Int
    /// Records learned from that were lost, or that stayed.
    public var negatives: Int
    /// Which records the figures were measured on, in words.
    public var measuredOn: String
    public var quality: [Measure]
    /// From the lowest forecast to the highest.
    public var calibration: [CalibrationPoint]
    /// From the highest scores down; the last one takes all records in.
    public var lift: [LiftPoint]
    /// Terms by importance, the most important first.
    public var importance: [Importance]
    /// What each feature adds, the most important first.
    public var shapes: [Shape]
    public var correlation: CorrelationMatrix
    /// Forecast against outcome at the cut-off in force; `nil` for rules.
    public var confusion: ConfusionMatrix?
    /// Where held-out forecasts went wrong; `nil` for rules.
    public var slips: Slips?
    /// How far records came, and where they stand; known without a model.
    public var funnels: [Funnel]
    /// Scores of held-out and of today's records in bins of 10 points, from 0 up.
    public var distribution: [DistributionBin]
    /// How far today's records lie from those learned from, the furthest first.
    public var drift: [Drift]
    /// What else a reader should know, in sentences.
    public var notes: [String]

    /// Creates a report.
    public init(
        target: Score.Target, model: String, trainedAt: LocalDateTime? = nil, positives: Int = 0, negatives: Int = 0,
        measuredOn: String = "", quality: [Measure] = [], calibration: [CalibrationPoint] = [],
        lift: [LiftPoint] = [], importance: [Importance] = [], shapes: [Shape] = [],
        correlation: CorrelationMatrix = CorrelationMatrix(), confusion: ConfusionMatrix? = nil,
        slips: Slips? = nil, funnels: [Funnel] = [], distribution: [DistributionBin] = [], drift: [Drift] = [],
        notes: [String] = []
    ) {
        self.target = target
        self.model = model
        self.trainedAt = trainedAt
        self.positives = positives
        self.negatives = negatives
        self.measuredOn = measuredOn
        self.quality = quality
        self.calibration = calibration
        self.lift = lift
        self.importance = importance
        self.shapes = shapes
        self.correlation = correlation
        self.confusion = confusion
        self.slips = slips
        self.funnels = funnels
        self.distribution = distribution
        self.drift = drift
        self.notes = notes
    }
}

extension ModelReport {
    /// One figure of quality.
    public struct Measure: Hashable, Sendable, Codable {
        /// What is measured, such as `AUC`.
        public var name: String
        public var value: Double
        /// The ends of the 95% interval, where one is known.
        public var low: Double?
        public var high: Double?
        /// What it says, in a few words.
        public var meaning: String

        /// Creates a figure.
        public init(_ name: String, _ value: Double, low: Double? = nil, high: Double? = nil, meaning: String) {
            self.name = name
            self.value = value
            self.low = low
            self.high = high
            self.meaning = meaning
        }
    }

    /// A tenth of the records by forecast: what was foretold, what came true.
    public struct CalibrationPoint: Hashable, Sendable, Codable {
        /// The mean probability, `0...1`.
        public var forecast: Double
        /// The share that came true, `0...1`.
        public var observed: Double
        public var count: Int

        /// Creates a point.
        public init(forecast: Double, observed: Double, count: Int) {
            self.forecast = forecast
            self.observed = observed
            self.count = count
        }
    }

    /// What working through the highest scores first brings.
    public struct LiftPoint: Hashable, Sendable, Codable {
        /// The share of all records taken, the highest scores first, `0...1`.
        public var share: Double
        /// The share of all positive records among them, `0...1`.
        public var gain: Double
        /// The rate among them as a multiple of the rate of all.
        public var lift: Double

        /// Creates a point.
        public init(share: Double, gain: Double, lift: Double) {
            self.share = share
            self.gain = gain
            self.lift = lift
        }
    }

    /// How much a term of the model matters.
    public struct Importance: Hashable, Sendable, Codable {
        /// The term as the model knows it.
        public var feature: String
        /// The term for people.
        public var label: String
        /// Which side of the record it speaks of.
        public var facet: Facet?
        /// The mean absolute log-odds it adds.
        public var value: Double

        /// Creates an importance.
        public init(feature: String, label: String, facet: Facet?, value: Double) {
            self.feature = feature
            self.label = label
            self.facet = facet
            self.value = value
        }
    }
}
