import HarkCore

/// How a proposal is put to whoever spoke.
extension Proposal {
    /// Asks for other words, as the reading is not to be done as it is.
    func ask(_ action: inout Action, _ words: [String]) {
        action.status = .clarify
        action.command = nil
        action.confidence = min(action.confidence, 0.59)
        action.missing = []
        let sample = grammar.help.first { $0.commandType == action.commandType }?.samples.first ?? ""
        action.question =
            "\(Proposal.said(action))?\(Proposal.notUnderstood(words)) Say it in other words, such as “\(sample)”."
    }

    /// Says what a reading that is done all the same leaves out, and that it is the less sure for it.
    func tell(_ action: inout Action, _ words: [String]) {
        guard !words.isEmpty else { return }
        action.question = String(Proposal.notUnderstood(words).dropFirst())
        for _ in words { action.confidence *= 0.8 }
    }

    static func notUnderstood(_ words: [String]) -> String {
        words.isEmpty ? "" : " Not understood: " + words.map { "“\($0)”" }.joined(separator: ", ") + "."
    }

    /// The action in words: its name and what is in it.
    static func said(_ action: Action) -> String {
        let name = action.commandType.rawValue.lowercased().split(separator: "_").joined(separator: " ")
        let title = name.prefix(1).uppercased() + name.dropFirst()
        let parts = parts(of: action.entities)
        return parts.isEmpty ? title : title + ": " + parts.joined(separator: ", ")
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
