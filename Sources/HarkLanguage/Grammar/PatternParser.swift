/// Reads one pattern: words, `[optional]`, `(a | b)`, `<rule>`, `{slot}`, `{slot:type}` and `*` for repetition.
///
/// `\(` is the bracket itself.
struct PatternParser {
    let file: String
    let line: Int
    private let characters: [Character]
    private let offset: Int
    private let rules: [String: Pattern]
    private let tables: Set<String>
    private var position = 0

    /// - Parameters:
    ///   - offset: How many characters of the line come before the text.
    ///   - rules: The rules known so far; a rule is known from the line after its own.
    init(
        _ text: Substring, file: String, line: Int, offset: Int, rules: [String: Pattern], tables: Set<String>
    ) {
        characters = Array(text)
        self.file = file
        self.line = line
        self.offset = offset
        self.rules = rules
        self.tables = tables
    }

    /// The pattern.
    mutating func parse() throws(GrammarError) -> Pattern {
        let pattern = try choice()
        guard position == characters.count else { throw error(.expected("the end of the line")) }
        return pattern
    }

    private mutating func choice() throws(GrammarError) -> Pattern {
        var branches = [try sequence()]
        while peek == "|" {
            position += 1
            branches.append(try sequence())
        }
        return branches.count == 1 ? branches[0] : .choice(branches)
    }

    private mutating func sequence() throws(GrammarError) -> Pattern {
        var parts: [Pattern] = []
        while true {
            while peek == " " { position += 1 }
            guard let next = peek, !"|])".contains(next) else { break }
            var part = try element(next)
            if peek == "*" {
                position += 1
                part = .repeated(part)
            }
            parts.append(part)
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func element(_ first: Character) throws(GrammarError) -> Pattern {
        switch first {
        case "[", "(":
            position += 1
            let inner = try choice()
            try expect(first == "[" ? "]" : ")")
            return first == "[" ? .optional(inner) : inner
        case "<":
            let name = try enclosed(">")
            guard let rule = rules[name] else { throw error(.unknownRule(name)) }
            return rule
        case "{":
            let content = try enclosed("}").split(separator: ":", maxSplits: 1)
            guard let name = content.first else { throw error(.expected("a slot's name")) }
            let type = String(content.last ?? name)
            if tables.contains(type) { return .slot(name: String(name), type: .table(type)) }
            guard let known = SlotType.named[type] else { throw error(.unknownSlotType(type)) }
            return .slot(name: String(name), type: known)
        default: return try word()
        }
    }

    private mutating func word() throws(GrammarError) -> Pattern {
        var text = ""
        while let next = peek, next == "\\" || !" |[](){}<>*".contains(next) {
            if next == "\\" { position += 1 }
            guard let letter = peek else { break }
            text.append(letter)
            position += 1
        }
        guard !text.isEmpty else { throw error(.expected("a word")) }
        return .word(text)
    }

    private mutating func enclosed(_ close: Character) throws(GrammarError) -> String {
        position += 1
        var text = ""
        while let next = peek, next != close {
            text.append(next)
            position += 1
        }
        try expect(close)
        return text
    }

    private var peek: Character? { position < characters.count ? characters[position] : nil }

    private mutating func expect(_ character: Character) throws(GrammarError) {
        guard peek == character else { throw error(.expected("“\(character)”")) }
        position += 1
    }

    private func error(_ reason: GrammarError.Reason) -> GrammarError {
        GrammarError(file: file, line: line, column: offset + position + 1, reason: reason)
    }
}
