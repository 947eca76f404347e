import HarkCore

/// A table written as comma-separated values.
struct CSVTable {
    /// The text so far; every line ends with a line feed.
    private(set) var text: String

    /// Starts with a header, which needs no quoting.
    init(_ header: String) { text = header + "\n" }

    /// Adds a row; `nil` is an empty field.
    mutating func add(_ fields: [String?]) {
        text += fields.map { CSVTable.quoted($0 ?? "") }.joined(separator: ",") + "\n"
    }

    /// A number without needless digits.
    static func number(_ value: Double) -> String { AttributeValue.number(value).text }

    /// An amount in major units, such as `1250` or `99.5`.
    static func major(_ money: Money) -> String { number(money.major) }

    private static func quoted(_ field: String) -> String {
        let needsQuotes = field.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return field }
        return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
