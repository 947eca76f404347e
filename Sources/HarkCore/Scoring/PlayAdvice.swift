/// That a play was advised for a record, or held back from it in a trial.
public struct PlayAdvice: Hashable, Sendable {
    public var record: RecordReference
    public var play: String
    public var isHeldBack: Bool
    public var at: LocalDateTime

    /// Creates an advice.
    public init(_ record: RecordReference, play: String, isHeldBack: Bool, at: LocalDateTime) {
        self.record = record
        self.play = play
        self.isHeldBack = isHeldBack
        self.at = at
    }
}
