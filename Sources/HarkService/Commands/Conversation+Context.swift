import HarkCore
import HarkLanguage

extension Conversation {
    /// Takes over what was selected or said before from an object, as `hark say --context` gives it.
    ///
    /// A record kind (`contact`, `lead`, …) holds the name of the selected record, `choices` the names of the last
    /// list, `pending` the command type of the action that waits for an answer, `last` the one said before, which
    /// follow-ups such as "and for Maria?" lean on.
    ///
    /// - Throws: ``ServiceError/badInput(_:)`` for anything else, ``ServiceError/notFound(_:)`` for unknown names.
    public mutating func adopt(contextJSON text: String) throws(ServiceError) {
        let context: JSONValue
        do { context = try JSONValue(parsing: text) } catch {
            throw .badInput("--context is no JSON: expected \(error.expected) at character \(error.offset + 1).")
        }
        guard case .object = context else {
            throw .badInput("--context must be a JSON object, such as {\"contact\":\"Ole\"}.")
        }
        // Who is selected and listed comes first, as what waits may be about it.
        let order =
            context.members.filter { !["pending", "last"].contains($0.name) }
            + context.members.filter { ["pending", "last"].contains($0.name) }
        for member in order {
            switch member.name {
            case "choices":
                listed = []
                for element in context["choices"]?.elements ?? [] {
                    listed.append(try session.resolve(element.string ?? "", kinds: RecordKind.allCases))
                }
            case "pending":
                var action = try said(member.value)
                if !listed.isEmpty {
                    (action.status, action.choices, action.command) = (.clarify, Array(listed.prefix(5)), nil)
                } else if action.status == .ready {
                    action.status = .confirm
                }
                pending = [action]
            case "last": last = try said(member.value)
            default:
                guard let kind = RecordKind(rawValue: member.name), let name = member.value.string else {
                    throw .badInput("--context does not know '\(member.name)'.")
                }
                selected = try session.resolve(name, kinds: [kind])
            }
        }
    }

    /// An action of a type as its plainest phrase would have been read.
    private mutating func said(_ value: JSONValue) throws(ServiceError) -> Action {
        guard let name = value.string, let phrase = PlainPhrase.of(name) else {
            throw .badInput("--context names no command: \(value.compact).")
        }
        return try read(phrase).first?.first ?? Action(.unknown, confidence: 0, rawText: phrase, status: .unknown)
    }

    /// Chooses how dates are read where people differ: `hark`, `duckling` or `recognizers`.
    public mutating func choose(convention name: String) throws(ServiceError) {
        convention = try Convention(named: name)
    }
}
