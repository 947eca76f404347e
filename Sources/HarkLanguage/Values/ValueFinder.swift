import HarkCore

/// A value and the token after it.
struct Found<Value: Hashable & Sendable>: Hashable, Sendable {
    var end: Int
    var value: Value

    init(_ end: Int, _ value: Value) {
        self.end = end
        self.value = value
    }
}

/// Finds typed values in a phrase: each recogniser reads one sort of value from a token on.
struct ValueFinder {
    let phrase: TokenizedPhrase
    let settings: Tenant.Settings
    var tokens: [Token] { phrase.tokens }
    var count: Int { phrase.tokens.count }

    /// The folded word at a token; empty past the end.
    func word(_ index: Int) -> String { index >= 0 && index < phrase.tokens.count ? phrase.tokens[index].text : "" }
}
