import HarkCore
import HarkLifecycle

/// Rows as JSON, for copying; members without a value are left out.
private func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { name, value in value.map { JSONValue.Member(name, $0) } })
}

extension LeadSummary {
    var json: JSONValue {
        object([
            ("type", "lead"), ("id", .integer(id.rawValue)), ("name", .string(name)),
            ("person", person.isEmpty ? nil : .string(person)), ("stage", .string(stage)),
            ("score", score.map(JSONValue.rounded)), ("priority", priority.map { .string($0.rawValue) }),
            ("top_reason", topReason.map(JSONValue.string)), ("last_touch", lastTouch.map { .string($0.description) }),
            ("source", source.map(JSONValue.string)), ("owner", ownerName.map(JSONValue.string)),
            ("amount", amount.map { .number($0.major) }), ("currency", amount.map { .string($0.currency) }),
            ("created_at", .string(createdAt.description)),
        ])
    }
}

extension CustomerSummary {
    var json: JSONValue {
        object([
            ("type", "customer"), ("id", .integer(id.rawValue)), ("name", .string(name)),
            ("stage", stage.map { .string($0.rawValue) }), ("risk", risk.map { .number(($0 * 1000).rounded() / 1000) }),
            ("health", health.map(JSONValue.rounded)), ("plan", plan.map(JSONValue.string)),
            ("monthly_value", monthlyValue.map { .number($0.major) }),
            ("currency", monthlyValue.map { .string($0.currency) }), ("since", since.map { .string($0.description) }),
            ("renewal_date", renewalDate.map { .string($0.description) }),
            ("last_touch", lastTouch.map { .string($0.description) }), ("churned", churned.map(JSONValue.bool)),
        ])
    }
}

extension NamedRecord {
    var json: JSONValue {
        object([
            ("type", .string(reference.kind.rawValue)), ("id", .integer(reference.id)), ("name", .string(name)),
            ("detail", detail.isEmpty ? nil : .string(detail)),
        ])
    }
}

extension LoggedAction {
    var json: JSONValue {
        object([
            ("id", .integer(id)), ("at", .string(at.description)), ("user", .string(userName)),
            ("command_type", .string(commandType.rawValue)), ("title", .string(title)), ("undone", .bool(undone)),
        ])
    }
}

extension Event {
    /// The event in one line: when, what, and the note.
    var line: String {
        "\(at.dayAndTime)  \(EventLook.of(kind).title)" + (note.map { ": \($0)" } ?? "")
    }

    var json: JSONValue {
        object([
            ("kind", .string(kind.rawValue)), ("at", .string(at.description)), ("note", note.map(JSONValue.string)),
        ])
    }
}

extension RecordDetail {
    var json: JSONValue {
        object([
            ("type", .string(reference.kind.rawValue)), ("id", .integer(reference.id)), ("title", .string(title)),
            ("fields", .object(fields.map { JSONValue.Member($0.label, .string($0.value)) })),
            ("score", score.map { .rounded($0.value) }),
        ])
    }
}

extension JSONValue {
    /// A number with one decimal.
    fileprivate static func rounded(_ number: Double) -> JSONValue { .number((number * 10).rounded() / 10) }
}
