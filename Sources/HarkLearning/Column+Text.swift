extension Column {
    /// Reads a column from texts.
    ///
    /// Surrounding blanks are dropped and an empty text is missing. In a column of numbers, a text that is no decimal
    /// number is missing too. Without `kind` the column's own texts decide (``inferredKind(of:)``).
    public init(_ name: String, texts: [String], as kind: Kind? = nil) {
        switch kind ?? Column.inferredKind(of: texts) {
        case .number: self.init(name, numbers: texts.map { Column.number($0) ?? .nan })
        case .category:
            self.init(
                name,
                categories: texts.map { text in
                    let trimmed = Column.trimmed(text)
                    return trimmed.isEmpty ? nil : String(trimmed)
                })
        }
    }

    /// Numbers when every text that says something is a decimal number, and at least one is; otherwise categories.
    ///
    /// Texts that usually stand for "nothing here" (`n/a`, `null`, `-`, `?` …) do not count against numbers.
    public static func inferredKind(of texts: [String]) -> Kind {
        var numbers = 0
        for text in texts {
            let trimmed = Column.trimmed(text)
            if Column.number(trimmed) != nil {
                numbers += 1
            } else if !trimmed.isEmpty && !absent.contains(trimmed.lowercased()) {
                return .category
            }
        }
        return numbers > 0 ? .number : .category
    }

    private static let absent: Set<String> = ["n/a", "na", "nan", "null", "none", "nil", "-", "--", "?"]

    /// A finite decimal number; refuses what `Double` would also take, such as `0x1p3`, `inf` and `nan`.
    private static func number(_ text: some StringProtocol) -> Double? {
        let trimmed = Column.trimmed(text)
        guard trimmed.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
            let number = Double(trimmed), number.isFinite
        else { return nil }
        return number
    }

    private static func trimmed<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
        guard let first = text.firstIndex(where: { !$0.isWhitespace }),
            let last = text.lastIndex(where: { !$0.isWhitespace })
        else { return text[text.endIndex...] }
        return text[first...last]
    }
}
