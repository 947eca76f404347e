package import HarkCore

/// What the model of ``Leaning`` is trained on.
extension PhraseReader {
    /// The cues of a phrase.
    ///
    /// - Parameter before: The command said before it, if any.
    package func cues(of phrase: String, after before: CommandType? = nil, in context: ReadingContext) -> [String] {
        let spans = PhraseSpans(Tokenizer.tokenize(phrase), grammar: grammar, context: context)
        return PhraseCues(spans, grammar.vocabulary, tickets: context.tickets, after: before).cues
    }

    /// The cues of sentences of the built-in templates, up to so many of each.
    package func sampledCues(each count: Int) -> [(command: CommandType, cues: [String])] {
        var parser = GrammarParser()
        for file in GrammarFile.builtIn { _ = parser.mistakes(readingIn: file) }
        var sampler = SentenceSampler(grammar, parser.lexicon)
        return parser.sentences.flatMap { sentence in
            sampler.samples(of: sentence.pattern, count: count).map { text in
                (sentence.intent, cues(of: text, in: sampler.context))
            }
        }
    }
}
