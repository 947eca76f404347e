import HarkCore
package import HarkLanguage

/// A wording of a time and what it should be found to be.
package struct ValueRow: Hashable, Sendable {
    package var phrase: String
    /// `day`, `moment`, `from until` with `-` for an open end, another value as it is printed, or `none`.
    package var expected: String

    /// The wordings of a file: blocks of what is expected, then the wordings, one a line, further in.
    package static func rows(_ text: String) -> [ValueRow] {
        var rows: [ValueRow] = []
        var expected = ""
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            if line.hasPrefix("  ") {
                rows.append(ValueRow(phrase: String(line.dropFirst(2)), expected: expected))
            } else {
                expected = String(line)
            }
        }
        return rows
    }

    /// Whether the values found are what is expected: one value over the whole phrase, small words aside, or, where
    /// nothing is to be found, none of the kinds.
    package func fits(_ values: [TypedValue], kinds: Set<TypedValue.Kind>) -> Bool {
        let found = values.filter { kinds.contains($0.kind) }
        guard expected != "none" else { return found.isEmpty }
        guard found.count == 1 else { return false }
        return ValueRow.text(found[0]) == ValueRow.normal(expected)
    }

    /// A value as the files write it.
    package static func text(_ value: TypedValue) -> String {
        let json = value.json
        if value.kind == .range {
            return normal("\(json["from"]?.string ?? "-") \(json["until"]?.string ?? "-")")
        }
        let currency = json["currency"]?.string.map { " " + $0 } ?? ""
        guard case .string(let text)? = json["value"] else { return (json["value"]?.compact ?? "") + currency }
        return normal(text)
    }

    /// Without the hour of midnight, so that a day and its start are written alike in ranges.
    private static func normal(_ text: String) -> String {
        let parts = text.split(separator: " ").map(String.init)
        guard parts.count == 2 else { return text }
        return parts.map { $0.hasSuffix("T00:00") ? String($0.dropLast(6)) : $0 }.joined(separator: " ")
    }
}
