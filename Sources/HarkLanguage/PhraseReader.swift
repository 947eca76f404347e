public import HarkCore

/// Reads phrases: what somebody typed or said becomes one ``HarkCore/Action`` for each command in it.
///
/// This module turns words into meaning and nothing else. It knows the commands, the tenant's names and how people
/// speak of time and money; it performs nothing, reads no clock, locale or file, and knows neither storage nor
/// screens. The way of a phrase: ``Tokenizer`` → ``ValueFinder`` and ``NameIndex`` → ``Matcher`` over the templates in
/// `Resources` → ``ClauseCutter`` → ``Linker`` → ``Interpreter``.
public struct PhraseReader: Sendable {
    let grammar: Grammar

    /// Parses the built-in templates.
    ///
    /// - Throws: ``GrammarError`` that names the file, line and column of the first mistake.
    public init() throws(GrammarError) { grammar = try Grammar(files: GrammarFile.builtIn) }

    /// The commands in a phrase, in the order they are said.
    ///
    /// - Parameters:
    ///   - phrase: Anything: it may be empty, very long or hostile.
    ///   - context: The clock, the user and what is on the screen.
    /// - Returns: One action a command, each with its other readings as alternatives; never empty, as a phrase that
    ///   means nothing here gives one ``HarkCore/CommandType/unknown`` action.
    public func read(_ phrase: String, in context: ReadingContext) -> [Action] {
        readings(phrase, in: context, limit: 1).first ?? []
    }

    /// Whole readings of a phrase, the likeliest first; the first is what ``read(_:in:)`` gives.
    public func readings(_ phrase: String, in context: ReadingContext, limit: Int) -> [[Action]] {
        [[Action(.unknown, confidence: 0, rawText: phrase, status: .unknown)]]
    }

    /// The typed values in a phrase, such as dates, amounts and addresses, in order.
    public func values(in phrase: String, context: ReadingContext) -> [TypedValue] { [] }

    /// What can be said, in the order of the template files.
    public var help: [HelpEntry] { grammar.help }
}
