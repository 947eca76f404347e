/// How busy customers were in each week since they signed up.
public struct CohortGrid: Hashable, Sendable {
    /// What is counted.
    public enum Measure: String, CaseIterable, Hashable, Sendable, Codable {
        /// What they do with what they bought: log-ins, purchases, upgrades.
        case usage
        /// What passes between them and us: calls, meetings, e-mails, visits.
        case touches
        /// The tickets they raise.
        case tickets

        /// The one after it; after the last, the first.
        public var next: Measure {
            let all = Measure.allCases
            return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
        }
    }

    /// One customer.
    public struct Row: Hashable, Sendable {
        public var record: NamedRecord
        /// The day week 0 begins: the sign-up, else the first thing known.
        public var since: LocalDate
        /// Whether the weeks end because it left.
        public var hasLeft: Bool
        /// How much happened in each week, week 0 first; the last one is that of today or of leaving.
        public var counts: [Int]
        /// How much happened before the sign-up.
        public var before = 0

        /// Creates a row with nothing counted.
        ///
        /// - Parameter end: The last day; weeks begun until then count.
        public init(_ record: NamedRecord, since: LocalDate, until end: LocalDate, hasLeft: Bool) {
            self.record = record
            self.since = since
            self.hasLeft = hasLeft
            let days = max(0, end.daysSinceEpoch - since.daysSinceEpoch)
            counts = Array(repeating: 0, count: min(days / 7 + 1, Row.mostWeeks))
        }

        /// Counts something; what lies behind the last week is not the customer's any more and belongs to none.
        public mutating func count(_ day: LocalDate) {
            let days = day.daysSinceEpoch - since.daysSinceEpoch
            guard days >= 0 else {
                before += 1
                return
            }
            if days / 7 < counts.count { counts[days / 7] += 1 }
        }

        /// Twenty years; longer lives are cut there.
        private static let mostWeeks = 1_043
    }

    /// What is counted.
    public let measure: Measure
    /// The customers, the newest first.
    public let rows: [Row]
    /// How many customers there are whose first day is known.
    public let total: Int
    /// How many there are of which nothing is known to count from.
    public let undated: Int
    /// The count from which a week is drawn darkest: nineteen of twenty busy weeks have no more.
    public let most: Int
    /// The mean count of each week among those who lived it.
    public let means: [Double]

    /// Creates a grid of rows in the order given.
    public init(_ measure: Measure, rows: [Row], total: Int, undated: Int = 0) {
        self.measure = measure
        self.rows = rows
        self.total = total
        self.undated = undated
        let busy = rows.flatMap { $0.counts.filter { $0 > 0 } }.sorted()
        most = busy.isEmpty ? 1 : busy[(busy.count - 1) * 19 / 20]
        var sums: [(count: Int, lives: Int)] = []
        for row in rows {
            for (week, count) in row.counts.enumerated() {
                if week == sums.count { sums.append((0, 0)) }
                sums[week].count += count
                sums[week].lives += 1
            }
        }
        means = sums.map { Double($0.count) / Double($0.lives) }
    }

    /// Who is not among the rows, such as `234 older customers are not shown`; `nil` where everybody is.
    public var unseen: String? {
        let older = total - rows.count
        var parts = older > 0 ? ["\(older) older \(older == 1 ? "customer" : "customers")"] : []
        if undated > 0 { parts.append("\(undated) without a known first day") }
        guard !parts.isEmpty else { return nil }
        return parts.joined(separator: " and ") + (older + undated == 1 ? " is not shown" : " are not shown")
    }

    /// The darkness of a count, from 0 for nothing to 4.
    public func level(_ count: Double) -> Int {
        count <= 0 ? 0 : min(4, max(1, Int((count * 4 / Double(most)).rounded(.up))))
    }
}
