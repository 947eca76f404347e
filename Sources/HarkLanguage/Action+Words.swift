public import HarkCore

extension Action {
    /// What would be done, for people: the command's name and what is in it.
    public var inWords: String {
        let name = commandType.rawValue.lowercased().split(separator: "_").joined(separator: " ")
        let title = name.prefix(1).uppercased() + name.dropFirst()
        let parts = Action.parts(of: entities)
        return parts.isEmpty ? title : title + ": " + parts.joined(separator: ", ")
    }

    /// What an answer may choose, as it is listed under the question: records, or else whole readings.
    public var options: [(name: String, detail: String)] {
        choices.isEmpty ? offers.map { ($0.inWords, "") } : choices.map { ($0.name, $0.detail) }
    }

    /// Whether it is a guess at what was said, which waits for a yes.
    public var isGuess: Bool { status == .confirm && confidence < 0.6 }

    /// The action with a question, its own words unless another is given, where it would change records unasked.
    func askedFirst(_ question: String? = nil) -> Action {
        guard status == .ready, command?.writes == true else { return self }
        var action = self
        (action.status, action.question) = (.confirm, question ?? "\(inWords)?")
        return action
    }

    private static func parts(of entities: JSONValue) -> [String] {
        entities.members.filter { $0.name != "duration_min" }.flatMap { member in
            if case .object(let inner) = member.value, inner.first?.name != "from", inner.first?.name != "until" {
                return parts(of: member.value)
            }
            return [member.name.split(separator: "_").joined(separator: " ") + " " + text(of: member.value)]
        }
    }

    private static func text(of value: JSONValue) -> String {
        switch value {
        case .string(let text): text.hasSuffix("T00:00") ? String(text.dropLast(6)) : text
        case .array(let elements): elements.map(text(of:)).joined(separator: " and ")
        case .object(let members): members.map { $0.name + " " + text(of: $0.value) }.joined(separator: " ")
        case .number, .bool, .null: value.compact
        }
    }
}
