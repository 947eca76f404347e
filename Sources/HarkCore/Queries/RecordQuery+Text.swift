extension RecordQuery {
    /// The query as one would type it in the filter line.
    public var filterText: String {
        (conditions.map(\.filterText) + (words.isEmpty ? [] : [words])).joined(separator: " ")
    }
}

extension Condition {
    /// The requirement as one would type it in the filter line.
    public var filterText: String {
        let text =
            switch value {
            case .text(let text): text
            case .number(let number): JSONValue.number(number).compact
            case .date(let date): date.description
            case .me: "me"
            case .nothing: "none"
            }
        return field.rawValue + comparison.rawValue + (text.contains(" ") ? "\"\(text)\"" : text)
    }
}
