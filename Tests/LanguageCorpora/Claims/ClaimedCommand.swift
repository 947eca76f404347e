package import HarkCore

/// A command a phrase should be read as, and what it should be about.
package struct ClaimedCommand: Hashable, Sendable {
    package var type: CommandType
    package var entities: [ClaimedEntity]

    /// Whether actions are these commands, in order, none of them in doubt.
    static func match(_ claimed: [ClaimedCommand], _ actions: [Action]) -> Bool {
        claimed.count == actions.count && zip(claimed, actions).allSatisfy { $0.matches($1) }
    }

    private func matches(_ action: Action) -> Bool {
        guard action.commandType == type, action.status != .clarify else { return false }
        guard type == .unknown || action.status != .unknown else { return false }
        let filters = action.entities["filters"] ?? .object([])
        let named = entities.filter(\.isFilter)
        let links = action.links
        guard entities.allSatisfy({ $0.holds(in: $0.isFilter ? filters : action.entities, links) }) else {
            return false
        }
        // Filters are all or nothing: one too many hides records from the user.
        return named.contains { $0.name == "*" }
            || filters.members.allSatisfy { found in named.contains { $0.name == found.name } }
    }
}

/// What one entity of an action, or one of its filters, should be.
package struct ClaimedEntity: Hashable, Sendable {
    package var name: String
    /// Whether it is one of the filters of a list.
    package var isFilter: Bool
    package var test: Test

    /// How the entity is looked at; letter case never matters.
    package enum Test: Hashable, Sendable {
        /// One of the values. A day is met by any hour of it, `2026-12-01..2027-01-01` by the range from one to the
        /// other, `a,b` by a list of both in any order, one value by a list of it, and `ticket #740` by that record.
        case oneOf([String])
        /// A text with one of these in it.
        case contains([String])
        case any, absent
    }

    func holds(in entities: JSONValue, _ links: [Action.Link]) -> Bool {
        guard name != "*" else { return true }
        guard let found = entities[name] else { return test == .absent }
        return switch test {
        case .oneOf(let values):
            values.contains { value in
                ClaimedEntity.equal(found, value.lowercased()) || links.contains { $0.is(value, as: name) }
            }
        case .contains(let parts):
            parts.contains { (found.string ?? found.compact).lowercased().contains($0.lowercased()) }
        case .any: true
        case .absent: false
        }
    }

    private static func equal(_ found: JSONValue, _ value: String) -> Bool {
        switch found {
        case .string(let text):
            let text = text.lowercased()
            return text == value || (value.count == 10 && value.contains("-") && text.hasPrefix(value + "t"))
        case .array(let elements):
            let values = value.split(separator: ",").map { String($0.trimmed) }
            if elements.count == 1 { return equal(elements[0], value) }
            return elements.count == values.count
                && values.allSatisfy { value in elements.contains { equal($0, value) } }
        case .object:
            let ends = value.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
            guard ends.count == 2 else { return false }
            return zip(["from", "until"], ends).allSatisfy { name, end in
                end.isEmpty ? found[name] == nil : found[name].map { equal($0, end) } ?? false
            }
        case .number, .bool, .null: return found.compact == value
        }
    }
}

extension Action.Link {
    /// Whether the entity of that name stands for a record such as `ticket #740`.
    fileprivate func `is`(_ record: String, as name: String) -> Bool {
        entity == name && record == "\(self.record.reference.kind.rawValue) #\(self.record.reference.id)"
    }
}
