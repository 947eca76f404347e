extension RecordQuery {
    /// The query as one would type it in the filter line.
    public var filterText: String {
        (conditions.map(\.filterText) + (words.isEmpty ? [] : [words])).joined(separator: " ")
    }

    /// The requirements for people, such as `stage negotiation, close date 2026-11-01 to 2026-11-30`.
    ///
    /// - Parameter me: The name of who asks.
    public func spokenText(me: String) -> String {
        var parts: [String] = []
        var told: Set<Field> = []
        for condition in conditions {
            guard case .date(let day) = condition.value else {
                parts.append(condition.spokenText(me: me))
                continue
            }
            guard told.insert(condition.field).inserted else { continue }
            let days = conditions.filter { $0.field == condition.field }
            let until = days.first { $0.comparison == .less }.flatMap(\.day)
            let from = days.first { $0.comparison == .atLeast }.flatMap(\.day)
            let span = DateSpan(from: from, until: until)
            parts.append("\(condition.field.label) \(from == nil && until == nil ? day.description : span.text)")
        }
        return (parts + (words.isEmpty ? [] : ["“\(words)”"])).joined(separator: ", ")
    }
}

extension Condition {
    fileprivate var day: LocalDate? {
        if case .date(let day) = value { day } else { nil }
    }

    fileprivate func spokenText(me: String) -> String {
        let text =
            switch value {
            case .text(let text): text
            case .number(let number): JSONValue.number(number).compact
            case .date(let date): date.description
            case .me: me
            case .nothing: "none"
            }
        let way =
            switch comparison {
            case .equals, .has: ""
            case .notEquals: "not "
            case .greater, .atLeast: "over "
            case .less, .atMost: "under "
            }
        return "\(field.label) \(way)\(text)"
    }

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
