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
    /// The speaker and everybody else.
    let users: UserNames
    let me: Identifier<User>
    let convention: Convention
    /// Whether there is a list whose places may be named.
    let hasList: Bool
    /// The day of what was planned or moved last, which "that day" means.
    let dayMeant: LocalDate?
    /// Whether a number can start at a token; a cheap test before the recognisers look closer.
    private let canStartNumber: [Bool]
    private let hasSpokenAddress: Bool
    /// What was found at each token: slots of several types and longer values ask for the same ones.
    let times = FoundMemo<TimeExpression>()
    let dates = FoundMemo<DateExpression>()
    let numbers = FoundMemo<Numeral>()

    init(_ phrase: TokenizedPhrase, _ context: ReadingContext) {
        self.phrase = phrase
        me = context.user.id
        convention = context.convention
        hasList = !context.listed.isEmpty
        users = context.userNames
        canStartNumber = phrase.tokens.map { token in
            token.kind == .digits || NumberWords.starters.contains(token.text)
        }
        let words = phrase.tokens.lazy.map(\.text)
        dayMeant = words.contains("day") ? context.dayMeant : nil
        hasSpokenAddress = words.contains("at") && words.contains("dot")
    }

    var tokens: [Token] { phrase.tokens }
    var count: Int { phrase.tokens.count }

    /// The folded word at a token; empty past the end.
    func word(_ index: Int) -> String { index >= 0 && index < phrase.tokens.count ? phrase.tokens[index].text : "" }

    /// Whether a number, amount, percentage or duration may start at a token.
    func mayBeNumber(_ index: Int) -> Bool { index < canStartNumber.count && canStartNumber[index] }

    /// Whether an address may start at a token.
    func mayBeEmail(_ index: Int) -> Bool { hasSpokenAddress || tokens[index].kind == .email }

    /// Whether a time may start at a token.
    func mayBeTime(_ index: Int) -> Bool {
        mayBeNumber(index) || TimeWords.starters.contains(word(index)) || word(index).first == "q"
            || dayMeant != nil && ["that", "same"].contains(word(index))
    }
}

/// Remembers what was found at a place, so that nothing is looked for twice.
final class FoundMemo<Value: Hashable & Sendable> {
    private var known: [Int: Found<Value>?] = [:]

    /// What is at a place; `find` looks for it the first time.
    func found(at place: Int, or find: () -> Found<Value>?) -> Found<Value>? {
        if let found = known[place] { return found }
        let found = find()
        known[place] = .some(found)
        return found
    }
}
