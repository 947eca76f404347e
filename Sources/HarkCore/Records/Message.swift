/// Text that passed between a lead or customer and the tenant.
public struct Message: Hashable, Sendable {
    public var id: Identifier<Message>
    /// Who wrote it or was written to: a lead or a customer.
    public var subject: RecordReference
    /// Whether it came in or went out.
    public var direction: Direction
    /// How it came, such as `email`, `form` or `chat`.
    public var channel: String
    public var body: String
    public var at: LocalDateTime

    /// Which way a message went.
    public enum Direction: String, Hashable, Sendable, Codable { case incoming = "in", outgoing = "out" }

    /// Creates a message.
    public init(
        id: Identifier<Message> = Identifier(0), subject: RecordReference, direction: Direction = .incoming,
        channel: String, body: String, at: LocalDateTime
    ) {
        self.id = id
        self.subject = subject
        self.direction = direction
        self.channel = channel
        self.body = body
        self.at = at
    }
}
