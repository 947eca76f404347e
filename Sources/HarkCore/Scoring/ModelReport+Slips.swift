extension ModelReport {
    /// Where held-out forecasts went wrong: groups over- or underrated by more than chance, and single records.
    public struct Slips: Hashable, Sendable, Codable {
        /// Groups of records that were looked at.
        public var checked: Int
        /// Groups whose rate lies further from the forecast than chance allows in 99 of 100, the clearest first.
        public var groups: [Slip]
        /// Records of which the score was surest and wrong, the surest first.
        public var misses: [Miss]

        /// Creates the findings.
        public init(checked: Int, groups: [Slip], misses: [Miss]) {
            self.checked = checked
            self.groups = groups
            self.misses = misses
        }
    }

    /// A group of records with one value of one feature, of which more or fewer came true than was foretold.
    public struct Slip: Hashable, Sendable, Codable {
        /// The feature for people.
        public var label: String
        /// The category or range in words.
        public var value: String
        public var count: Int
        /// The mean probability foretold, `0...1`.
        public var forecast: Double
        /// The share that came true, `0...1`.
        public var observed: Double

        /// Creates a slip.
        public init(label: String, value: String, count: Int, forecast: Double, observed: Double) {
            self.label = label
            self.value = value
            self.count = count
            self.forecast = forecast
            self.observed = observed
        }
    }

    /// A record whose score was sure of the wrong outcome.
    public struct Miss: Hashable, Sendable, Codable {
        public var record: RecordReference
        public var name: String
        /// The score it would have had, `0...100`.
        public var score: Double
        /// Whether it had the positive outcome after all.
        public var cameTrue: Bool

        /// Creates a miss.
        public init(_ record: RecordReference, name: String, score: Double, cameTrue: Bool) {
            self.record = record
            self.name = name
            self.score = score
            self.cameTrue = cameTrue
        }
    }

    /// The 95% interval of a share by Wilson's formula (E. B. Wilson, 1927).
    public static func interval(of share: Double, count: Int) -> ClosedRange<Double> {
        guard count > 0 else { return 0...1 }
        let (n, z) = (Double(count), 1.96)
        let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        return max(middle - half, 0)...min(middle + half, 1)
    }
}
