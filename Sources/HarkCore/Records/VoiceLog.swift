/// What was said to Hark, or typed as if said, and what was made of it.
public struct VoiceLog: Hashable, Sendable {
    public var id: Identifier<VoiceLog>
    public var user: Identifier<User>
    public var at: LocalDateTime
    public var source: PhraseSource
    /// The words as typed or heard.
    public var transcript: String
    /// The action's command type, such as `CREATE_LEAD`.
    public var commandType: String
    /// Whether the action was performed.
    public var performed: Bool

    /// Creates a log entry.
    public init(
        id: Identifier<VoiceLog> = Identifier(0), user: Identifier<User>, at: LocalDateTime, source: PhraseSource,
        transcript: String, commandType: String, performed: Bool
    ) {
        self.id = id
        self.user = user
        self.at = at
        self.source = source
        self.transcript = transcript
        self.commandType = commandType
        self.performed = performed
    }
}

/// How a phrase reached Hark.
public enum PhraseSource: String, Hashable, Sendable, Codable { case typed, voice, api }
