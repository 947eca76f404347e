package import HarkCore

/// How the actions of a phrase compare with what was meant.
package struct Verdict: Hashable, Sendable {
    /// Whether it is the right command, and one.
    package var isCommand: Bool
    /// Whether the entities are right as well; letter case does not count.
    package var hasEntities: Bool
    /// Whether the action stands where it should.
    package var hasStatus: Bool
    /// Whether something would be written unasked that was not meant.
    package var isWrongWrite: Bool

    /// Whether everything is right.
    package var isExact: Bool { isCommand && hasEntities && hasStatus }

    package init(_ row: PhraseRow, _ actions: [Action]) {
        let first = actions[0]
        let writes = actions.contains { $0.status == .ready && $0.command?.writes == true }
        guard let command = row.command else {
            (isCommand, hasEntities, hasStatus, isWrongWrite) = (!writes, true, !writes, writes)
            return
        }
        isCommand = actions.count == 1 && first.commandType == command
        hasEntities = isCommand && (row.entities.map { $0.plain == first.entities.plain } ?? true)
        hasStatus = row.status.map { $0 == first.status } ?? true
        isWrongWrite = writes && !(isCommand && hasEntities && hasStatus)
    }
}

extension JSONValue {
    /// The value with members in order of their names and text in lower case.
    fileprivate var plain: JSONValue {
        switch self {
        case .string(let text): .string(text.lowercased())
        case .array(let elements): .array(elements.map(\.plain))
        case .object(let members):
            .object(members.map { Member($0.name, $0.value.plain) }.sorted { $0.name < $1.name })
        case .null, .bool, .number: self
        }
    }
}
