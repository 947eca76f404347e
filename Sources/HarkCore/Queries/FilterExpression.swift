/// What was wrong with a filter, and where.
public struct FilterError: Error, Hashable, Sendable {
    /// The word that could not be read.
    public var word: String
    /// The character the word starts at, from 0.
    public var offset: Int
    /// A sentence that says what was wrong and what would do.
    public var message: String
}

/// The filter line of a list, such as `stage:open owner:me score>70 nordic`.
public struct FilterExpression: Hashable, Sendable {
    /// The requirements, in order.
    public var conditions: [Condition]
    /// The words that are no requirement, joined by spaces.
    public var words: String

    /// Reads a filter line.
    ///
    /// A word with `:`, `>`, `>=`, `<`, `<=`, `~` or `!:` after a field's name is a requirement; a lone `!` means
    /// high priority; everything else is a free word. `"…"` holds a value with spaces together.
    ///
    /// - Throws: ``FilterError`` at the first requirement whose value is missing or of the wrong sort.
    public init(_ text: String) throws(FilterError) {
        conditions = []
        var free: [String] = []
        for (word, offset) in FilterExpression.words(of: text) {
            if word == "!" {
                conditions.append(Condition(.priority, .equals, .text(Priority.high.rawValue)))
            } else if let condition = try FilterExpression.condition(word, at: offset) {
                conditions.append(condition)
            } else {
                free.append(word.filter { $0 != "\"" })
            }
        }
        words = free.joined(separator: " ")
    }

    private static func words(of text: String) -> [(String, Int)] {
        var found: [(String, Int)] = []
        var word = ""
        var start = 0
        var quoted = false
        for (offset, character) in text.enumerated() {
            if character == "\"" { quoted.toggle() }
            if character.isWhitespace, !quoted {
                if !word.isEmpty { found.append((word, start)) }
                word = ""
            } else {
                if word.isEmpty { start = offset }
                word.append(character)
            }
        }
        if !word.isEmpty { found.append((word, start)) }
        return found
    }

    private static func condition(_ word: String, at offset: Int) throws(FilterError) -> Condition? {
        guard let mark = word.firstIndex(where: { ":<>~!".contains($0) }), mark > word.startIndex,
            let field = Field(rawValue: word[..<mark].lowercased())
        else { return nil }
        let rest = word[mark...]
        let comparisons = Condition.Comparison.allCases.filter { rest.hasPrefix($0.rawValue) }
        guard let comparison = comparisons.max(by: { $0.rawValue.count < $1.rawValue.count }) else { return nil }
        let value = rest.dropFirst(comparison.rawValue.count).filter { $0 != "\"" }
        guard !value.isEmpty else {
            throw FilterError(
                word: word, offset: offset,
                message: "\(field.rawValue) needs a value, for example \(field.example)")
        }
        return Condition(field, comparison, try field.value(value, word: word, at: offset))
    }
}

extension Field {
    /// Whether values of the field are numbers, days or text.
    public var sort: ValueSort {
        switch self {
        case .amount, .score, .risk, .stake, .health: .number
        case .created, .touched, .close, .renewal, .churned, .due, .snoozed: .date
        default: .text
        }
    }

    /// The three sorts of value a field can have.
    public enum ValueSort: Hashable, Sendable { case text, number, date }

    fileprivate var example: String {
        switch sort {
        case .text: "\(rawValue):open"
        case .number: "\(rawValue)>70"
        case .date: "\(rawValue)>2026-01-31"
        }
    }

    fileprivate func value(_ text: String, word: String, at offset: Int) throws(FilterError) -> Condition.Value {
        // Whether a record is snoozed is asked for without a day.
        if self == .snoozed, ["yes", "no"].contains(text.lowercased()) { return .text(text.lowercased()) }
        if text.lowercased() == "none" { return .nothing }
        switch sort {
        case .text: return self == .owner && text.lowercased() == "me" ? .me : .text(text)
        case .number:
            if let number = Double(text.hasSuffix("%") ? String(text.dropLast()) : text) { return .number(number) }
            throw FilterError(
                word: word, offset: offset, message: "\(rawValue) needs a number, for example \(example)")
        case .date:
            if let date = LocalDate(text) { return .date(date) }
            throw FilterError(
                word: word, offset: offset, message: "\(rawValue) needs a day, for example \(example)")
        }
    }
}
