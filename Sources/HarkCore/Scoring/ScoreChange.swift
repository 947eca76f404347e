/// What became of a record's score between two entries of the ledger.
public struct ScoreChange: Hashable, Sendable, Codable {
    public var before: Score
    public var after: Score
    /// What moved, the most first; parts that stayed are left out.
    public var parts: [Part]

    /// One contribution then and now.
    public struct Part: Hashable, Sendable, Codable {
        public var feature: String
        /// The reason then; `nil` where it gave none.
        public var reasonBefore: String?
        /// The reason now; `nil` where it gives none.
        public var reasonAfter: String?
        /// What it adds to the log-odds now less what it added then.
        public var logOdds: Double
    }

    /// Compares two scores of one record.
    ///
    /// The changes of all parts, with that of the start, add up to the change of the log-odds.
    public init(from before: Score, to after: Score) {
        self.before = before
        self.after = after
        let then = Dictionary(before.contributions.map { ($0.feature, $0) }) { first, _ in first }
        let now = Dictionary(after.contributions.map { ($0.feature, $0) }) { first, _ in first }
        var names = after.contributions.map(\.feature)
        names += before.contributions.map(\.feature).filter { now[$0] == nil }
        let parts = names.map { name in
            Part(
                feature: name, reasonBefore: then[name]?.reason, reasonAfter: now[name]?.reason,
                logOdds: (now[name]?.logOdds ?? 0) - (then[name]?.logOdds ?? 0))
        }
        self.parts = parts.enumerated().filter { $0.element.logOdds != 0 }.sorted {
            ($1.element.logOdds.magnitude, $0.offset) < ($0.element.logOdds.magnitude, $1.offset)
        }.map(\.element)
    }
}
