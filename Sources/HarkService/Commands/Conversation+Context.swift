import HarkCore
import HarkLanguage

extension Conversation {
    /// Takes over what was selected or said before from an object, as `hark say --context` gives it.
    ///
    /// A record kind (`contact`, `lead`, …) holds the name of the selected record, `choices` the names of the last
    /// list, `pending` the command type of the action that waits for an answer. `last`, the command type said before,
    /// is checked; no command depends on it yet.
    ///
    /// - Throws: ``ServiceError/badInput(_:)`` for anything else, ``ServiceError/notFound(_:)`` for unknown names.
    public mutating func adopt(contextJSON text: String) throws(ServiceError) {
        let context: JSONValue
        do { context = try JSONValue(parsing: text) } catch {
            throw .badInput("--context is no JSON: expected \(error.expected) at character \(error.offset + 1).")
        }
        for member in context.members {
            switch member.name {
            case "choices":
                listed = []
                for element in context["choices"]?.elements ?? [] {
                    listed.append(try session.resolve(element.string ?? "", kinds: RecordKind.allCases))
                }
            case "pending":
                let type = try Conversation.commandType(member.value)
                var action = Action(type, confidence: 1, rawText: "", status: listed.isEmpty ? .confirm : .clarify)
                action.choices = listed
                pending = [action]
            case "last": _ = try Conversation.commandType(member.value)
            default:
                guard let kind = RecordKind(rawValue: member.name), let name = member.value.string else {
                    throw .badInput("--context does not know '\(member.name)'.")
                }
                selected = try session.resolve(name, kinds: [kind])
            }
        }
    }

    private static func commandType(_ value: JSONValue) throws(ServiceError) -> CommandType {
        guard let name = value.string, let type = CommandType(rawValue: name) else {
            throw .badInput("--context names no command: \(value.compact).")
        }
        return type
    }

    /// Chooses how dates are read where people differ: `hark`, `duckling` or `recognizers`.
    public mutating func choose(convention name: String) throws(ServiceError) {
        switch name {
        case "hark": convention = .hark
        case "duckling": convention = .duckling
        case "recognizers": convention = .recognizers
        default: throw .badInput("There is no convention '\(name)'. There are: hark, duckling, recognizers.")
        }
    }
}
