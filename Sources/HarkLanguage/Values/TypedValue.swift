public import HarkCore

/// A date, amount, address or number found in a phrase.
public struct TypedValue: Hashable, Sendable {
    /// The words as they stand in the phrase.
    public var text: String
    /// Where the words start and end, as UTF-8 offsets.
    public var start: Int
    /// The offset after the last byte.
    public var end: Int
    /// What sort of value it is.
    public var kind: Kind
    /// The value: `value`, or `from` and `until` for a range; with `grain` for times and `currency` for money.
    public var members: [JSONValue.Member]

    /// The sorts of value.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case instant, range, duration, recurrence, money, percent, number, phone, email, url
    }

    /// The value as `hark say --values` prints it.
    public var json: JSONValue {
        .object(
            [
                .init("text", .string(text)), .init("start", .integer(start)), .init("end", .integer(end)),
                .init("kind", .string(kind.rawValue)),
            ] + members)
    }
}
