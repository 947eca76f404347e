import HarkCore

/// The words of a phrase that is being typed, and everything the templates may ask of them, found once.
struct TypedWords {
    /// The words that are finished.
    let tokens: [Token]
    /// The word that is not finished; empty where none is begun.
    let part: String
    /// The numbers of the finished words in the vocabulary.
    private(set) var numbers: [Int32?] = []
    /// Where politeness that starts at a word ends.
    private(set) var skips: [[Int]] = []
    /// The rests of the first names that begin with the part.
    private(set) var names: [String] = []
    /// The rests of the first names that begin with the word or two before it as well.
    private(set) var longerNames: [String] = []

    private let source: PhraseCompleter
    /// Of each word of the vocabulary, whether it begins with the part.
    private var isBegun: [Bool] = []
    /// How many tokens a span of a type at a word may have, by type and word; `nil` where nobody asked.
    private var spans: [[(Int, Float)]?]
    /// The rests a type of slot offers, by type; `nil` where nobody asked.
    private var rests: [[(rest: String, cost: Float)]?]
    /// Of each word, whether it is of a name or points to somebody.
    private var isNamed: [Bool] = []

    init(_ part: String, after tokens: [Token], _ source: PhraseCompleter) {
        self.part = part
        self.tokens = tokens
        self.source = source
        let grammar = source.grammar
        spans = Array(repeating: nil, count: grammar.spanTypes.count * tokens.count)
        rests = Array(repeating: nil, count: grammar.spanTypes.count)
        for (index, token) in tokens.enumerated() {
            numbers.append(grammar.vocabulary.number(of: token.text))
            isNamed.append(source.names.knows(token.text) || ContextWords.people.contains(token.text))
            let runs = (grammar.skips[token.text] ?? []).filter { tokens[index...].map(\.text).starts(with: $0) }
            skips.append(runs.map { index + $0.count })
        }
        isBegun = Array(repeating: false, count: grammar.vocabulary.words.count)
        for word in source.starts.words(beginningWith: part) { isBegun[Int(word)] = true }
        guard part.count > 1 else { return }
        names = source.shelf.rests(after: part, limit: 5)
        longerNames =
            [2, 1].lazy.filter { $0 <= tokens.count }.map { count in
                source.shelf.rests(
                    after: (tokens.suffix(count).map(\.text) + [part]).joined(separator: " "), limit: 5)
            }.first { !$0.isEmpty } ?? []
    }

    /// Whether a word of the vocabulary begins with the part.
    func begins(_ word: Int32) -> Bool { isBegun[Int(word)] }

    /// The rest of a text that begins with the part.
    func rest(of text: String) -> String { String(text.dropFirst(part.count)) }

    /// What a word costs in a slot that takes any; `nil` where spans are taken.
    func openCost(_ eats: TemplateMachine.SlotArc.Eats, at start: Int) -> Float? {
        switch eats {
        case .firstName, .nextName: 0.6
        case .firstText, .nextText, .firstRest, .nextRest: 0.7
        case .firstRecord, .nextRecord: isNamed[start] ? 0.1 : 1.2
        case .span: nil
        }
    }

    /// How many tokens a slot may take as a span of a type at a word, and what each number costs.
    mutating func eaten(by spanType: Int32, at start: Int) -> [(Int, Float)] {
        let place = Int(spanType) * tokens.count + start
        if let known = spans[place] { return known }
        let found = spans(of: source.grammar.spanTypes[Int(spanType)], at: start)
        spans[place] = found
        return found
    }

    private func spans(of type: SlotType, at start: Int) -> [(Int, Float)] {
        let grammar = source.grammar
        switch type {
        case .table:
            guard let number = numbers[start] else { return [] }
            return grammar.tableEntries[Int(number)].compactMap { entry in
                let isSaid =
                    entry.type == type
                    && entry.words.elementsEqual(numbers[start...].prefix(entry.words.count)) { $0 == $1 }
                return isSaid ? (entry.words.count, 0) : nil
            }
        case .user, .colleague:
            let isUser = source.users.contains { $0.folded.hasPrefix(tokens[start].text) }
            return isUser ? [(1, 0), (2, 0.3)] : []
        case .time, .duration, .recurrence:
            let times = tokens[start...].prefix(6).prefix {
                $0.kind == .digits || TypedWords.timeWords.contains($0.text)
            }
            return (0..<times.count).map { ($0 + 1, 0.1) }
        case .money, .number, .percent, .ordinal:
            guard tokens[start].kind == .digits else { return [] }
            let hasUnit = start + 1 < tokens.count && TypedWords.units.contains(tokens[start + 1].text)
            return [(1, 0.1)] + (hasUnit ? [(2, 0.1)] : [])
        case .phone, .email, .url, .known, .issue, .record, .name, .text, .rest: return []
        }
    }

    /// What the span of a slot offers behind the part.
    mutating func offered(by spanType: Int) -> [(rest: String, cost: Float)] {
        if let known = rests[spanType] { return known }
        let found = offers(of: source.grammar.spanTypes[spanType])
        rests[spanType] = found
        return found
    }

    private func offers(of type: SlotType) -> [(rest: String, cost: Float)] {
        switch type {
        case .table(let table):
            (source.grammar.wordings[table] ?? []).filter { $0.hasPrefix(part) }.map { (rest(of: $0), 0.02) }
        case .user where !part.isEmpty, .colleague where !part.isEmpty:
            source.users.filter { $0.folded.hasPrefix(part) }.map { (rest(of: $0.name), 0.1) }
        case .time where !part.isEmpty:
            TypedWords.times.filter { $0.hasPrefix(part) }.map { (rest(of: $0), 0.1) }
        default: []
        }
    }

    private static let times = [
        "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "next week", "next month",
        "this week", "this month", "this quarter", "this year", "yesterday", "last week", "last month",
    ]

    /// Words of which points in time and spans of it are mostly made.
    private static let timeWords: Set<String> = Set(
        times.flatMap { $0.split(separator: " ").map(String.init) } + [
            "at", "on", "in", "the", "a", "an", "of", "end", "noon", "midnight", "morning", "afternoon", "evening",
            "tonight", "am", "pm", "day", "days", "weeks", "months", "hour", "hours", "minute", "minutes", "half",
            "quarter", "past", "to", "o'clock", "saturday", "sunday", "january", "february", "march", "april", "may",
            "june", "july", "august", "september", "october", "november", "december", "one", "two", "three", "four",
            "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "thirty", "every", ":",
        ])

    /// Words that follow a number and belong to it.
    private static let units: Set<String> = [
        "k", "m", "%", "percent", "thousand", "million", "grand", "euro", "euros", "eur", "dollar", "dollars", "usd",
        "pound", "pounds", "gbp", "kroner", "francs", "bucks",
    ]
}
