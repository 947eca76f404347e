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
}
