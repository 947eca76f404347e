import HarkCore

/// What a phrase shows of the command it is, whoever and whatever it is about.
///
/// Names, amounts, times and the like are replaced by what they are (`<contact>`, `<money>`), words the templates do
/// not know by `<other>`. The cues are words (`won`), words that follow each other (`mark it`), three to five letters of
/// a word or its edge (`_~qual`), kinds of record that are named (`+<deal>`), how many words are strange (`=2`), and what
/// was said before (`@LOG_CALL`), in a short phrase with each of its words (`@LOG_CALL <money>`).
struct PhraseCues {
    /// The phrase with its values and names replaced.
    private(set) var symbols: [String] = []
    private var strange: [String] = []
    /// How many words are neither known nor part of a name or value.
    var strangeCount: Int { strange.count }
    /// The runs of tokens that are a value or a name.
    private(set) var found: [Range<Int>] = []
    /// Words the templates know, small ones aside.
    private(set) var knownCount = 0
    private let before: CommandType?
    private var parts: [String] = []
    private var kinds: [String] = []
    /// Whether a record or user the tenant knows is named.
    var hasName: Bool { !kinds.isEmpty || symbols.contains("<user>") }

    /// - Parameter before: The command said before the phrase.
    init(_ spans: PhraseSpans, _ vocabulary: Vocabulary, tickets: [NamedRecord], after before: CommandType?) {
        self.before = before
        let tickets = tickets.map { NameWords.words(of: $0.name) }
        var token = 0
        while token < spans.count {
            if let words = tickets.first(where: { spans.phrase.has($0, at: token) }) {
                if !kinds.contains("<ticket>") { kinds.append("<ticket>") }
                append("<ticket>")
                found.append(token..<(token + words.count))
                token += words.count
            } else if let (end, symbol) = PhraseCues.value(in: spans, at: token) {
                append(symbol)
                found.append(token..<end)
                token = end
            } else if let (end, named) = PhraseCues.name(in: spans, at: token) {
                for kind in named where !kinds.contains(kind) { kinds.append(kind) }
                append(named[0])
                found.append(token..<end)
                token = end
            } else {
                addWord(spans, vocabulary, token)
                token += 1
            }
        }
    }

    /// A longer phrase says by itself what it is about.
    private static let mostLeaning = 8

    private mutating func append(_ symbol: String) {
        if symbols.last != symbol { symbols.append(symbol) }
    }

    private mutating func addWord(_ spans: PhraseSpans, _ vocabulary: Vocabulary, _ token: Int) {
        let text = spans.phrase.tokens[token].text
        guard spans.phrase.tokens[token].kind != .mark else {
            if text == "?" { append("?") }
            return
        }
        guard spans.skips[token].isEmpty || text.utf8.count > 5 else { return append(text) }
        let isSmall = SmallWords.all.contains(text)
        let near = spans.alternatives[token].min { $0.cost < $1.cost }
        if let near, near.cost < 1, !isSmall {
            let word = vocabulary.words[Int(near.word)]
            append(word)
            parts.append(word)
            knownCount += 1
        } else if isSmall {
            append(text)
        } else {
            append("<other>")
            strange.append(text)
            parts.append(text)
        }
    }

    /// The cues, each once.
    var cues: [String] {
        var cues = symbols
        var last = "^"
        for symbol in symbols + ["$"] {
            cues.append(last + " " + symbol)
            last = symbol
        }
        cues += strange
        for kind in kinds { cues.append("+" + kind) }
        cues.append("=\(min(strange.count, 4))")
        if kinds.isEmpty { cues.append("+none") }
        if let before {
            cues.append("@\(before.rawValue)")
            if symbols.count <= PhraseCues.mostLeaning { cues += symbols.map { "@\(before.rawValue) \($0)" } }
        }
        for part in parts where part.utf8.count > 3 { addParts(of: part, to: &cues) }
        var seen: Set<String> = []
        return cues.filter { seen.insert($0).inserted }
    }

    private func addParts(of word: String, to cues: inout [String]) {
        let letters = Array("~\(word)~".utf8)
        for length in 3...5 where letters.count >= length {
            for start in 0...(letters.count - length) {
                cues.append("_" + String(decoding: letters[start..<(start + length)], as: UTF8.self))
            }
        }
    }

    // MARK: Names and values

    /// The longest value at a token and what it is called among the cues.
    private static func value(in spans: PhraseSpans, at token: Int) -> (Int, String)? {
        let finder = spans.finder
        var best: (end: Int, symbol: String)?
        func offer(_ end: Int?, _ symbol: String) {
            if let end, end > best?.end ?? token { best = (end, symbol) }
        }
        offer(finder.time(at: token)?.end, "<time>")
        offer(finder.recurrence(at: token)?.end, "<recurrence>")
        offer(finder.duration(at: token)?.end, "<duration>")
        offer(finder.percent(at: token)?.end, "<percent>")
        offer(finder.email(at: token)?.end, "<email>")
        offer(finder.phone(at: token)?.end, "<phone>")
        offer(finder.url(at: token)?.end, "<url>")
        offer(finder.money(at: token)?.end, "<money>")
        offer(finder.number(at: token)?.end, "<number>")
        offer(finder.ordinal(at: token)?.end, "<ordinal>")
        offer(finder.colleague(at: token)?.end, "<user>")
        return best
    }

    /// The longest name of records at a token and their kinds, the likeliest to be meant first.
    private static func name(in spans: PhraseSpans, at token: Int) -> (Int, [String])? {
        guard let mention = spans.mentions[token].filter({ $0.match >= 0.5 }).max(by: { $0.end < $1.end }) else {
            return nil
        }
        let isLoneWord = mention.end == token + 1 && !spans.phrase.tokens[token].isCapitalised
        let isWord = spans.alternatives[token].contains { $0.cost == 0 }
        if isLoneWord, isWord || SmallWords.all.contains(spans.phrase.tokens[token].text) { return nil }
        let found = order.filter { mention.kinds.contains(KindSet($0)) }.map { "<\($0.rawValue)>" }
        return found.isEmpty ? nil : (mention.end, found)
    }

    private static let order: [RecordKind] = [
        .contact, .deal, .task, .ticket, .meeting, .lead, .customer, .company, .call, .note,
    ]
}

extension TokenizedPhrase {
    /// Whether words stand at a token, one after the other.
    fileprivate func has(_ words: [String], at start: Int) -> Bool {
        !words.isEmpty && start + words.count <= tokens.count
            && words.indices.allSatisfy { tokens[start + $0].text == words[$0] }
    }
}
