/// A word, number or mark of a phrase, with its place in the raw text.
struct Token: Hashable, Sendable {
    /// UTF-8 offsets in the raw phrase; the parts of a contraction share theirs.
    var start: Int
    var end: Int
    /// The word folded to lower case without accents; a mark as it stands.
    var text: String
    var kind: Kind
    /// Whether the first letter is a capital; a bonus for names, never needed.
    var isCapitalised: Bool

    enum Kind: Hashable, Sendable {
        case word, digits, mark
        /// An address with `@`, as typed.
        case email
    }

    init(_ text: String, _ kind: Kind, start: Int, end: Int, isCapitalised: Bool = false) {
        self.text = text
        self.kind = kind
        self.start = start
        self.end = end
        self.isCapitalised = isCapitalised
    }
}

/// A phrase cut into tokens.
struct TokenizedPhrase: Sendable {
    /// The phrase as it came.
    let raw: String
    let bytes: [UInt8]
    var tokens: [Token]
    /// Whether the phrase goes on after the last token.
    var isCut: Bool

    /// The raw words of a token range, to the byte.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        return text(bytes: tokens[range.lowerBound].start..<tokens[range.upperBound - 1].end)
    }

    /// The raw text between two UTF-8 offsets.
    func text(bytes range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether nothing, not even a space, lies between a token and the next.
    func touches(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].end == tokens[index + 1].start
    }
}
