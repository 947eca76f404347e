/// One value of a column Hark has no name for: it is kept with the record and becomes a feature for the models.
public enum AttributeValue: Hashable, Sendable {
    case number(Double)
    case text(String)
    case flag(Bool)

    /// The value as text, as a person would type it.
    public var text: String {
        switch self {
        case .number(let number): JSONValue.number(number).compact
        case .text(let text): text
        case .flag(let flag): flag ? "yes" : "no"
        }
    }

    /// The value as JSON.
    public var json: JSONValue {
        switch self {
        case .number(let number): .number(number)
        case .text(let text): .string(text)
        case .flag(let flag): .bool(flag)
        }
    }

    /// Reads a scalar JSON value; `nil` for null, arrays and objects.
    public init?(_ json: JSONValue) {
        switch json {
        case .number(let number): self = .number(number)
        case .string(let text): self = .text(text)
        case .bool(let flag): self = .flag(flag)
        case .null, .array, .object: return nil
        }
    }
}

/// The extra columns of a record by their name as imported.
public typealias Attributes = [String: AttributeValue]
