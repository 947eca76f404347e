/// What a name sounds like to those who hear it: words that stand for a record though its name is spelled otherwise.
public struct HeardName: Hashable, Sendable, Identifiable {
    /// The number to forget it by.
    public var id: Int64
    /// The words as they were heard, in lower case.
    public var words: String
    /// The record they stand for.
    public var record: NamedRecord
    /// Who taught it.
    public var by: String
    public var at: LocalDateTime

    /// Creates a heard name.
    public init(id: Int64, words: String, record: NamedRecord, by: String, at: LocalDateTime) {
        self.id = id
        self.words = words
        self.record = record
        self.by = by
        self.at = at
    }
}
