import HarkCore

/// Everything that can be known of a phrase before the templates are tried: what each token may stand for, what it
/// costs to pass over it, and which values and names start where.
///
/// It is made once and then asked by everybody who reads the phrase.
final class PhraseSpans {
    /// A run of tokens that fills a slot.
    struct Span: Hashable, Sendable {
        var end: Int
        var cost: Float
    }

    let phrase: TokenizedPhrase
    let finder: ValueFinder
    private(set) var alternatives = Groups<Vocabulary.Alternative>()
    /// What passing over a token costs.
    private(set) var skipCost: [Float] = []
    private(set) var nameCost: [Float] = []
    private(set) var isNegation: [Bool] = []
    /// Runs of politeness and of what was taken back, by start.
    private(set) var skips = Groups<Int>()
    private(set) var isMark: [Bool] = []
    /// The spans of a type at a token are `spans[type * count + token]`.
    private(set) var spans = Groups<Span>()
    /// Whether a slip was undone in a token before values and names were looked for.
    private(set) var isMended: [Bool] = []
    private(set) var mentions: [[Mention]] = []
    /// The open tickets, which no index knows.
    let issues: [NamedRecord]
    /// The tags records have, in lower case.
    let tags: Set<String>
    /// The words a token may stand for and the types of the spans that start there, as symbols.
    private(set) var symbols = Groups<Int32>()

    var count: Int { phrase.tokens.count }

    init(_ phrase: TokenizedPhrase, grammar: Grammar, context: ReadingContext) {
        self.phrase = phrase
        issues = context.tickets
        tags = context.tags ?? []
        for token in phrase.tokens {
            let isName = context.names.knows(token.text)
            var alternatives = grammar.vocabulary.alternatives(of: token.text, isName: isName)
            // A word people use is no slip: "that's a lot" is not about what was lost.
            if let first = alternatives.first, first.cost >= 0.6, Leaning.builtIn.knows(token.text) {
                alternatives = []
            }
            self.alternatives.append(alternatives)
        }
        let mender = PhraseMender(
            phrase, alternatives: alternatives, vocabulary: grammar.vocabulary, names: context.names)
        isMended = mender.isMended
        finder = ValueFinder(mender.phrase, context)
        mentions = context.names.mentions(in: mender.phrase)
        if isMended.contains(true) { doubtMended() }
        addTokens(grammar)
        addSpans(grammar)
        passOver(SelfRepair(spans: self, grammar: grammar).runs)
    }

    /// Lets runs be passed over like politeness.
    private func passOver(_ runs: [Range<Int>]) {
        guard !runs.isEmpty else { return }
        let polite = phrase.tokens.indices.flatMap { start in skips[start].map { (list: start, element: $0) } }
        skips = Groups(polite + runs.map { ($0.lowerBound, $0.upperBound) }, count: count)
    }

    /// What a slip costs as a word of a new name: more than as the word it may be, the more so where names have capitals.
    private var costOfSlipInName: Float { phrase.tokens.dropFirst().contains(where: \.isCapitalised) ? 1.4 : 0.6 }

    /// Finds the spans of every type at every token.
    private func addSpans(_ grammar: Grammar) {
        var members: [(list: Int, element: Span)] = []
        for start in phrase.tokens.indices {
            for alternative in alternatives[start] { symbols.add(alternative.word) }
            for (type, span) in spans(at: start, grammar) {
                members.append((type * count + start, span))
                symbols.add(grammar.vocabulary.symbol(ofType: type))
            }
            symbols.close()
        }
        spans = Groups(members, count: grammar.spanTypes.count * count)
    }

    /// Names with a mended word fit a little less than those said as they are.
    private func doubtMended() {
        for start in mentions.indices {
            for index in mentions[start].indices where isMended[start..<mentions[start][index].end].contains(true) {
                mentions[start][index].match *= 0.94
                for place in mentions[start][index].candidates.indices {
                    mentions[start][index].candidates[place].match *= 0.94
                }
            }
        }
    }

    private func addTokens(_ grammar: Grammar) {
        for (index, token) in phrase.tokens.enumerated() {
            let isSmall = SmallWords.all.contains(token.text)
            let isNegative = SmallWords.negations.contains(token.text) || isNoNeed(at: index)
            isNegation.append(isNegative)
            isMark.append(token.kind == .mark)
            skipCost.append(
                token.kind == .mark
                    ? (SmallWords.marks.contains(token.text) ? 0.02 : 0.6)
                    : isNegative
                        ? 0.3 : ContextWords.people.contains(token.text) ? 0.8 : isSmall ? 0.35 : 3.2)
            let isKnownWord = alternatives[index].first.map { $0.cost == 0 } ?? false
            let cost =
                joinsName(at: index)
                ? 0.2 : nameCost(token, isSmall: isSmall, isKnownWord: isKnownWord, isFirst: index == 0)
            nameCost.append(isSlip(at: index) ? max(cost, costOfSlipInName) : cost)
            skips.append(skips(at: index, grammar))
            if saysKind(at: index) { skipCost[index] = min(skipCost[index], 0.12) }
            if introducesName(at: index) || isTelegraphStop(at: index) {
                (skipCost[index], nameCost[index]) = (0.05, 3)
            }
        }
    }

    /// Whether a word in small letters is hardly one of a new name, as it lacks a letter of a template's word: the
    /// "fom" of "add Amara Okafor fom Quillon Labs".
    private func isSlip(at index: Int) -> Bool {
        let token = phrase.tokens[index]
        return token.kind == .word && !token.isCapitalised
            && alternatives[index].contains { $0.cost > 0.5 && $0.cost <= 0.9 }
    }

    /// Whether it is the "no" of "no need to".
    private func isNoNeed(at index: Int) -> Bool {
        phrase.tokens[index].text == "no" && index + 1 < count
            && ["need", "reason", "point", "sense", "use"].contains(phrase.tokens[index + 1].text)
    }

    private static let parties: Set<RecordKind> = [.lead, .contact, .company, .customer, .deal]

    /// Whether a word only says of what kind the record right behind it is: "the deal Acme renewal".
    private func saysKind(at index: Int) -> Bool {
        guard index + 1 < count, !mentions[index + 1].isEmpty,
            let kind = RecordKind(rawValue: phrase.tokens[index].text),
            PhraseSpans.parties.contains(kind)
        else { return false }
        return mentions[index + 1].contains { $0.match >= 0.97 && $0.kinds.contains(KindSet(kind)) }
    }

    /// Whether "called" or "named" stands between a noun and a name: "a lead called X", "it's called X".
    private func introducesName(at index: Int) -> Bool {
        guard ["called", "named"].contains(phrase.tokens[index].text), index > 0, index + 1 < count,
            SmallWords.named.contains(phrase.tokens[index - 1].text)
        else { return false }
        let next = phrase.tokens[index + 1]
        return next.kind == .word && !SmallWords.all.contains(next.text)
    }

    /// Whether it is the "STOP" of a telegram, which has no small letters.
    private func isTelegraphStop(at index: Int) -> Bool {
        phrase.tokens[index].text == "stop" && index > 1
            && !phrase.bytes.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// Whether an "&" stands between two lone words with capitals, as in "Larch & Sons".
    private func joinsName(at index: Int) -> Bool {
        guard phrase.bytes[phrase.tokens[index].start] == UInt8(ascii: "&") else { return false }
        func isCapitalised(_ place: Int) -> Bool {
            phrase.tokens.indices.contains(place) && phrase.tokens[place].isCapitalised
        }
        return isCapitalised(index - 1) && isCapitalised(index + 1)
            && (index < 3 || !isCapitalised(index - 2)) && !isCapitalised(index + 2)
    }

    private func nameCost(_ token: Token, isSmall: Bool, isKnownWord: Bool, isFirst: Bool) -> Float {
        switch token.kind {
        case .mark: return [".", "-"].contains(token.text) ? 0.1 : token.text == "/" ? 0.3 : 1.2
        case .email: return 3
        case .digits: return 0.5
        case .word:
            if token.isCapitalised, !isFirst { return 0.2 }
            if SmallWords.verbs.contains(token.text) { return 1.6 }
            return isSmall ? 1.1 : isKnownWord ? 0.6 : 0.25
        }
    }

    private func skips(at start: Int, _ grammar: Grammar) -> [Int] {
        (grammar.skips[finder.word(start)] ?? []).compactMap { words in
            guard start + words.count <= count else { return nil }
            for (offset, word) in words.enumerated() where finder.word(start + offset) != word { return nil }
            return start + words.count
        }
    }
}

/// Words that carry little, and words that turn a meaning round.
enum SmallWords {
    static let all: Set<String> = [
        "a", "an", "the", "of", "to", "for", "from", "with", "at", "on", "in", "by", "and", "or", "is", "are", "was",
        "be",
        "me", "my", "i", "we", "us", "our", "it", "its", "this", "that", "these", "those", "there", "you", "your",
        "has",
        "have", "had", "will", "would", "can", "could", "do", "does", "did", "so", "as", "'s", "all", "any", "some",
        "them",
        "their", "they", "he", "she", "him", "her", "his", "just", "also", "then", "now", "please", "am", "been",
        "into",
        "up", "out", "about", "who", "what", "which", "how", "new", "both",
    ]
    /// Words after which "called" and "named" say that a name follows.
    static let named: Set<String> = [
        "lead", "contact", "company", "customer", "deal", "person", "prospect", "account", "firm", "organisation",
        "organization", "opportunity", "client", "colleague", "is", "'s", "one", "someone", "somebody", "guy", "lady",
        "man", "woman",
    ]
    /// Nouns after which somebody's name is said for the first time.
    static let introducing: Set<String> = [
        "called", "named", "firm", "company", "guy", "lady", "chap", "woman", "man", "prospect", "outfit", "business",
    ]
    /// Words of a sentence rather than of a name.
    static let verbs: Set<String> = [
        "should", "could", "must", "shall", "might", "needs", "need", "wants", "want", "goes", "gets", "came", "comes",
        "were", "says", "said", "got", "met", "created", "added", "because", "please", "wrote", "asked", "wanted",
        "needed", "gave",
        "add", "create", "delete", "remove", "convert", "assign", "update", "change",
    ]
    /// Marks of ordinary writing.
    static let marks: Set<String> = [".", ",", "!", "?", ":", "-", "\"", "'", "(", ")", "“", "”", "‘", "’", "…"]
    static let negations: Set<String> = ["not", "never", "dont"]
}
