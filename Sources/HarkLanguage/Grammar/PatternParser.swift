/// Reads patterns: words, `[optional]`, `(a | b)`, `<rule>`, `{slot}`, `{slot:type}` and `*` for repetition.
///
/// `\(` is the bracket itself.
struct PatternParser {
    /// The words and slots of all patterns read.
    private(set) var lexicon = Lexicon()
    /// The patterns `<name>` stands for; a rule is known from the line after its own.
    var rules: [String: Pattern] = [:]
    /// The tables a slot's type may name.
    var tables: Set<String> = []

    private var bytes: [UInt8] = []
    private var position = 0

    /// A mistake, before it is known which file and line it is in.
    struct Mistake: Error {
        var reason: GrammarError.Reason
        /// The character of the text, from 0.
        var column: Int
    }

    /// The pattern a text writes.
    mutating func parse(_ text: Substring) throws(Mistake) -> Pattern {
        bytes = Array(text.utf8)
        position = 0
        let pattern = try choice()
        guard position == bytes.count else { throw mistake(.expected("the end of the line")) }
        return pattern
    }

    private mutating func choice() throws(Mistake) -> Pattern {
        let first = try sequence()
        guard peek == UInt8(ascii: "|") else { return first }
        var branches = [first]
        while peek == UInt8(ascii: "|") {
            position += 1
            branches.append(try sequence())
        }
        return .choice(branches)
    }

    private mutating func sequence() throws(Mistake) -> Pattern {
        var parts: [Pattern] = []
        while true {
            while peek == UInt8(ascii: " ") { position += 1 }
            guard let next = peek, next != UInt8(ascii: "|"), next != UInt8(ascii: "]"), next != UInt8(ascii: ")")
            else { break }
            var part = try element(next)
            if peek == UInt8(ascii: "*") {
                position += 1
                part = .repeated(part)
            }
            parts.append(part)
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func element(_ first: UInt8) throws(Mistake) -> Pattern {
        switch first {
        case UInt8(ascii: "["):
            position += 1
            let inner = try choice()
            try expect("]")
            return .optional(inner)
        case UInt8(ascii: "("):
            position += 1
            let inner = try choice()
            try expect(")")
            return inner
        case UInt8(ascii: "<"):
            let name = try enclosed(">")
            guard let rule = rules[name] else { throw mistake(.unknownRule(name)) }
            return rule
        case UInt8(ascii: "{"): return try slot(enclosed("}"))
        default: return try word()
        }
    }

    private mutating func slot(_ content: String) throws(Mistake) -> Pattern {
        let parts = content.split(separator: ":", maxSplits: 1).map(String.init)
        guard let name = parts.first, let type = parts.last else { throw mistake(.expected("a slot's name")) }
        if tables.contains(type) { return .slot(lexicon.number(of: Lexicon.Slot(name: name, type: .table(type)))) }
        guard let known = SlotType.named[type] else { throw mistake(.unknownSlotType(type)) }
        return .slot(lexicon.number(of: Lexicon.Slot(name: name, type: known)))
    }

    private mutating func word() throws(Mistake) -> Pattern {
        var letters: [UInt8] = []
        while let next = peek, !PatternParser.isMark(next) {
            if next == UInt8(ascii: "\\") { position += 1 }
            guard let letter = peek else { break }
            letters.append(letter)
            position += 1
        }
        guard !letters.isEmpty else { throw mistake(.expected("a word")) }
        return .word(lexicon.number(of: String(decoding: letters, as: UTF8.self)))
    }

    private mutating func enclosed(_ close: Unicode.Scalar) throws(Mistake) -> String {
        position += 1
        let start = position
        while let next = peek, next != UInt8(ascii: close) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        try expect(close)
        return text
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func expect(_ mark: Unicode.Scalar) throws(Mistake) {
        guard peek == UInt8(ascii: mark) else { throw mistake(.expected("“\(mark)”")) }
        position += 1
    }

    /// Whether a byte ends a word.
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "|"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"),
            UInt8(ascii: "}"):
            true
        default: false
        }
    }

    private func mistake(_ reason: GrammarError.Reason) -> Mistake {
        Mistake(reason: reason, column: String(decoding: bytes[..<position], as: UTF8.self).count)
    }
}
