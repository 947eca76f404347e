import HarkCore

/// Looks for what is wrong in template files, and for what is right by itself and wrong together.
///
/// It reads the files, compares the words of the tables, says sentences of every template and looks which template
/// takes them. It knows no tenant: names, users and the day are made up.
public struct GrammarLinter: Sendable {
    /// How many sentences of each template are said; more find more and take longer.
    public var sentences: Int
    private let files: [GrammarFile]
    private let isOfInterest: @Sendable (GrammarPlace) -> Bool

    /// Looks at the built-in templates.
    public init(sentences: Int = 4) {
        files = GrammarFile.builtIn
        isOfInterest = { _ in true }
        self.sentences = sentences
    }

    /// Looks at a tenant's own words beside the built-in ones; what only concerns those is left out.
    ///
    /// - Parameters:
    ///   - words: The text of the file.
    ///   - file: Its name, for findings.
    public init(words: String, file: String, sentences: Int = 4) {
        files = GrammarFile.builtIn + [GrammarFile(name: file, text: words)]
        isOfInterest = { $0.file == file }
        self.sentences = sentences
    }

    /// Looks at some files alone.
    init(files: [GrammarFile], sentences: Int = 4) {
        self.files = files
        isOfInterest = { _ in true }
        self.sentences = sentences
    }

    /// What there is to say, by place; errors that keep the files from being used stand alone.
    public func findings() -> [GrammarFinding] {
        var parser = GrammarParser()
        var mistakes = files.flatMap { parser.mistakes(readingIn: $0) }
        var grammar: Grammar?
        if mistakes.isEmpty {
            do throws(GrammarError) { grammar = try Grammar(files: files) } catch { mistakes = [error] }
        }
        guard let grammar, mistakes.isEmpty else {
            return mistakes.map { mistake in
                GrammarFinding(severity: .error, place: mistake.place, text: mistake.what)
            }
        }
        let found = doubleWordings(parser.entries) + shadows(parser) + collisions(parser, grammar)
        return found.filter { isOfInterest($0.place) || $0.other.map(isOfInterest) ?? false }
            .sorted { ($0.place, $0.text) < ($1.place, $1.text) }
    }

    /// Words of a table that stand for two of its values.
    private func doubleWordings(_ entries: [GrammarParser.TableEntry]) -> [GrammarFinding] {
        var first: [String: GrammarParser.TableEntry] = [:]
        return entries.compactMap { entry in
            let words = entry.words.joined(separator: " ")
            let known = first["\(entry.table)|\(words)"] ?? entry
            first["\(entry.table)|\(words)"] = known
            guard known.value != entry.value else { return nil }
            return GrammarFinding(
                severity: .error, place: entry.place, other: known.place,
                text: "“\(words)” is \(entry.value) and \(known.value) of \(entry.table)")
        }
    }

    /// Values a tenant adds that are called like the words commands begin with.
    private func shadows(_ parser: GrammarParser) -> [GrammarFinding] {
        var verbs: [String: GrammarPlace] = [:]
        for sentence in parser.sentences {
            for word in sentence.pattern.firstWords(parser.lexicon) where verbs[word] == nil {
                verbs[word] = sentence.place
            }
        }
        let builtIn = Set(GrammarFile.builtIn.map(\.name))
        return parser.entries.compactMap { entry in
            guard !builtIn.contains(entry.place.file), entry.words.count == 1, let verb = verbs[entry.words[0]] else {
                return nil
            }
            return GrammarFinding(
                severity: .warning, place: entry.place, other: verb,
                text: "“\(entry.words[0])” of \(entry.table) is a word commands begin with")
        }
    }

    // MARK: What two templates both take

    private func collisions(_ parser: GrammarParser, _ grammar: Grammar) -> [GrammarFinding] {
        var sampler = SentenceSampler(grammar, parser.lexicon)
        // Lists of all sorts are one family; who writes a command of their own wants that one.
        let isStrict = files.count > GrammarFile.builtIn.count
        var found: [GrammarFinding] = []
        var pairs: Set<[GrammarPlace]> = []
        for sentence in parser.sentences {
            // Of what is not looked at, only what it may lose to the new sentences matters.
            let count = isOfInterest(sentence.place) ? self.sentences : min(2, self.sentences)
            let trials = sampler.samples(of: sentence.pattern, count: count).map { text in
                Trial(text, of: sentence, grammar, sampler.context, isStrict: isStrict)
            }
            if let beaten = trials.first, trials.allSatisfy({ $0.winner != nil }), let winner = beaten.winner {
                found.append(
                    GrammarFinding(
                        severity: .warning, place: sentence.place, other: winner.place,
                        text: "never understood as \(sentence.intent.rawValue): “\(beaten.text)” is "
                            + winner.intent.rawValue))
                continue
            }
            for trial in trials {
                guard let rival = trial.equal, pairs.insert([sentence.place, rival.place].sorted()).inserted else {
                    continue
                }
                found.append(
                    GrammarFinding(
                        severity: .warning, place: sentence.place, other: rival.place,
                        text: "“\(trial.text)” is \(sentence.intent.rawValue) and \(rival.intent.rawValue) alike"))
            }
        }
        return found
    }

    /// A sentence of a template, and who takes it.
    private struct Trial {
        let text: String
        /// The reading that another command wins with, by a margin; `nil` where the sentence's own does.
        private(set) var winner: Reading?
        /// A reading as another command that costs the same.
        private(set) var equal: Reading?

        init(
            _ text: String, of sentence: GrammarParser.Sentence, _ grammar: Grammar, _ context: ReadingContext,
            isStrict: Bool
        ) {
            self.text = text
            let spans = PhraseSpans(Tokenizer.tokenize(text), grammar: grammar, context: context)
            var matcher = Matcher(grammar: grammar, spans: spans)
            let readings = matcher.readings(of: 0..<spans.count, count: 12)
            func isOwn(_ reading: Reading) -> Bool {
                isStrict ? reading.intent == sentence.intent : reading.intent.family == sentence.intent.family
            }
            let own = readings.filter(isOwn).map(\.cost).min() ?? .infinity
            let rivals = readings.filter { !isOwn($0) }
            winner = rivals.first { $0.cost < own - 0.05 }
            equal = rivals.first { abs($0.cost - own) <= 0.005 }
        }
    }
}

extension Pattern {
    /// The words a sentence can begin with; not those behind an optional part.
    fileprivate func firstWords(_ lexicon: Lexicon) -> [String] {
        switch self {
        case .word(let word): [lexicon.words[Int(word)]]
        case .slot: []
        case .sequence(let parts): parts.first?.firstWords(lexicon) ?? []
        case .choice(let branches): branches.flatMap { $0.firstWords(lexicon) }
        case .optional, .repeated: []
        }
    }
}
