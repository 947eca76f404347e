package import HarkCore
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

    /// The tables, each with the convention and the moment it is read in and the kinds it is about.
    package static let tables: [ValueTable] = [
        ValueTable(
            "duckling", .duckling, now: 1_360_643_400, kinds: times, rows: "duckling.values",
            share: 0.95),
        ValueTable(
            "recognizers", .recognizers, now: 1_478_476_800, kinds: times,
            rows: "recognizers.values", share: 0.92),
        ValueTable("hark", .hark, now: 1_772_530_200, kinds: times, rows: "hark.values", share: 0.95),
        ValueTable(
            "money", .duckling, now: 1_772_530_200, kinds: [.money], rows: "money.values", share: 0.97),
        ValueTable(
            "phone", .hark, now: 1_772_530_200, kinds: [.phone], rows: "phone.values", share: 0.96),
    ]

    private static let times: Set<TypedValue.Kind> = [.instant, .range, .duration, .recurrence]

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
        if value.kind == .money, json["value"] == nil {
            let ends = ["from", "until"].map { json[$0]?.compact ?? "-" }.joined(separator: " ")
            return ends + (json["currency"]?.string.map { " " + $0 } ?? "")
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

/// Wordings read in one convention at one moment.
package struct ValueTable: Sendable {
    package var name: String
    package var convention: Convention
    package var now: LocalDateTime
    package var kinds: Set<TypedValue.Kind>
    package var rows: [ValueRow]
    /// The share of the wordings that must be read as expected.
    package var share: Double

    init(
        _ name: String, _ convention: Convention, now: Int64, kinds: Set<TypedValue.Kind>, rows: String, share: Double
    ) {
        (self.name, self.convention, self.kinds, self.share) = (name, convention, kinds, share)
        self.now = LocalDateTime(secondsSinceEpoch: now)
        self.rows = ValueRow.rows(PhraseFile.text(rows))
    }

    /// The rows read otherwise than expected, each with what was found.
    package func misread(by reader: PhraseReader) -> [(row: ValueRow, found: [String])] {
        var context = Larkspur.context()
        context.convention = convention
        context.now = now
        return rows.compactMap { row in
            let values = reader.values(in: row.phrase, context: context)
            return row.fits(values, kinds: kinds) ? nil : (row, values.map(ValueRow.text))
        }
    }
}
