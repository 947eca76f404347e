internal import HarkCore
internal import HarkLearning

/// The part of a model that reads what was written: the log-odds of the words, which the model takes as one more number.
struct TextTerm<Subject: Sendable>: Sendable {
    let words: WordModel
    let passages: @Sendable (Subject) -> [Passage]
    /// What must not count.
    var struck = StruckWords()

    /// The log-odds of what was written; missing where nothing was.
    func value(of subject: Subject) -> Value {
        let texts = passages(subject).map { struck.tokens(of: $0.text) }
        return texts.contains { $0.contains { !$0.isStruck } } ? .number(words.logOdds(of: TextGrams(texts))) : .missing
    }

    /// The words that counted, the strongest first.
    ///
    /// The term's score goes from what it is for a text of which nothing is known to what it is for this one; every
    /// word has its share of that way.
    func spans(of subject: Subject, in term: Term, points: Forecast.Points) -> [WordSpan] {
        let passages = passages(subject)
        let texts = passages.map { struck.tokens(of: $0.text) }
        let logOdds = words.logOdds(of: TextGrams(texts))
        func score(_ value: Double) -> Double { term.cell(of: [TextFeature.name: .number(value)]).score }
        let way = logOdds - words.offset
        guard abs(way) > 1e-9 else { return [] }
        let slope = (score(logOdds) - score(words.offset)) / way
        var spans: [WordSpan] = []
        for ((passage, tokens), shares) in zip(zip(passages, texts), words.shares(of: texts)) {
            let bytes = Array(passage.text.utf8)
            for (token, share) in zip(tokens, shares) where share != 0 && !token.isStruck {
                // Every score of the ledger keeps its words, so they are kept short.
                let worth = (1_000 * points.worth(of: slope * share)).rounded() / 1_000
                guard worth != 0 else { continue }
                spans.append(
                    WordSpan(
                        source: passage.source, start: token.range.lowerBound, length: token.range.count,
                        word: String(decoding: bytes[token.range], as: UTF8.self), points: worth))
            }
        }
        let strongest = spans.enumerated().sorted {
            ($1.element.points.magnitude, $0.offset) < ($0.element.points.magnitude, $1.offset)
        }
        return strongest.prefix(TextFeature.mostWords).map(\.element)
    }
}

/// The one feature that is what was written, the same for leads and customers.
enum TextFeature {
    /// The name a model knows it by.
    static let name = "words"
    static let facet = Facet.engagement
    /// The most words kept as reasons of one score.
    static let mostWords = 24
    /// Runs of fewer texts than this say nothing of others.
    static let fewestTexts = 2

    /// What was written, as a reason: the words that pull hardest the way the whole of it does, those that carry a
    /// meaning before those that every sentence has.
    static func reason(_ spans: [WordSpan], logOdds: Double, value: Value) -> String {
        guard value != .missing else { return "nothing written yet" }
        var worth: [(word: String, points: Double)] = []
        for span in spans {
            let word = span.word.lowercased()
            if let index = worth.firstIndex(where: { $0.word == word }) {
                worth[index].points += span.points
            } else {
                worth.append((word, span.points))
            }
        }
        let pulling = worth.filter { ($0.points > 0) == (logOdds > 0) && $0.points.magnitude >= 0.05 }
            .sorted { $1.points.magnitude < $0.points.magnitude }
        let telling = pulling.filter { FunctionWords.carriesMeaning($0.word) }
        guard let first = (telling.first ?? pulling.first) else { return "what was written" }
        guard !telling.isEmpty else { return "wrote \"\(first.word)\"" }
        return "wrote " + telling.prefix(3).map { "\"\($0.word)\"" }.joined(separator: ", ")
    }
}
