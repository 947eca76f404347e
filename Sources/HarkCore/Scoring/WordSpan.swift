/// A word of a text that counted in a score, and where it stands.
public struct WordSpan: Hashable, Sendable, Codable {
    /// The text it stands in.
    public var source: TextSource
    /// Where it stands, as an offset into the text's UTF-8 bytes.
    public var start: Int
    /// Its length in UTF-8 bytes.
    public var length: Int
    /// The word as it is written there.
    public var word: String
    /// About how many points of the score (`0...100`) it is worth at this score; above 0 raises it.
    public var points: Double

    /// Creates a span.
    public init(source: TextSource, start: Int, length: Int, word: String, points: Double) {
        self.source = source
        self.start = start
        self.length = length
        self.word = word
        self.points = points
    }
}

/// A text about a record.
public enum TextSource: Hashable, Sendable, Codable {
    /// What a lead wrote when it came in.
    case firstMessage
    case message(Identifier<Message>)
    /// A ticket's subject.
    case ticket(Identifier<Ticket>)
    /// What was written down of a note, call or meeting.
    case activity(Identifier<Activity>)
}

extension TextSource: CustomStringConvertible {
    /// The source as JSON and the ledger name it, such as `message:12`.
    public var description: String {
        switch self {
        case .firstMessage: "message"
        case .message(let id): "message:\(id.rawValue)"
        case .ticket(let id): "ticket:\(id.rawValue)"
        case .activity(let id): "activity:\(id.rawValue)"
        }
    }

    /// Reads what ``description`` wrote; `nil` for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1)
        let number = parts.count == 2 ? Int64(parts[1]) : nil
        switch (parts.first, number) {
        case ("message", nil) where parts.count == 1: self = .firstMessage
        case ("message", let number?): self = .message(Identifier(number))
        case ("ticket", let number?): self = .ticket(Identifier(number))
        case ("activity", let number?): self = .activity(Identifier(number))
        default: return nil
        }
    }
}
