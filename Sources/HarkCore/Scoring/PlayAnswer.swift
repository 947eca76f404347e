/// What somebody said to an advised play.
public struct PlayAnswer: Hashable, Sendable {
    public var record: RecordReference
    /// The play's lasting name.
    public var play: String
    public var kind: Kind
    /// The day it is to be advised again, for `later`.
    public var until: LocalDate?
    /// Why, where somebody said so.
    public var because: String?
    /// Who said it.
    public var by: String
    public var at: LocalDateTime

    /// What can be said.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// It has been done.
        case done
        /// Not now.
        case later
        /// Not with this record.
        case notRelevant = "not-relevant"
        /// What was said before no longer counts.
        case again

        /// The answer in words.
        public var words: String { self == .notRelevant ? "not relevant" : rawValue }
    }

    /// Creates an answer.
    public init(
        _ record: RecordReference, play: String, _ kind: Kind, until: LocalDate? = nil, because: String? = nil,
        by: String, at: LocalDateTime
    ) {
        self.record = record
        self.play = play
        self.kind = kind
        self.until = until
        self.because = because
        self.by = by
        self.at = at
    }

    /// Whether the play rests on a day.
    ///
    /// - Parameter horizonDays: How long a play rests once it was done.
    public func rests(on day: LocalDate, horizonDays: Int) -> Bool {
        switch kind {
        case .done: day < at.date.adding(days: horizonDays)
        case .later: until.map { day < $0 } ?? false
        case .notRelevant: true
        case .again: false
        }
    }
}
