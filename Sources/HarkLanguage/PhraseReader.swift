public import HarkCore

/// Reads phrases: what somebody typed or said becomes one ``HarkCore/Action`` for each command in it.
///
/// This module turns words into meaning and nothing else. It knows the commands, the tenant's names and how people
/// speak of time and money; it performs nothing, reads no clock, locale or file, and knows neither storage nor
/// screens. The way of a phrase: ``Tokenizer`` → ``PhraseSpans`` (values and names) → ``Matcher`` over the templates
/// in `Resources` → ``ClauseCutter`` → ``Interpreter`` and ``Linker`` → ``Ranking``.
public struct PhraseReader: Sendable {
    let grammar: Grammar

    /// Parses the built-in templates.
    ///
    /// - Throws: ``GrammarError`` that names the file, line and column of the first mistake.
    public init() throws(GrammarError) { grammar = try Grammar(files: GrammarFile.builtIn) }

    /// Parses the built-in templates and a tenant's own words, which may add to all of them.
    ///
    /// - Parameters:
    ///   - words: The text of a template file.
    ///   - file: Its name, for mistakes.
    /// - Throws: ``GrammarError`` as ``init()``.
    public init(words: String, file: String) throws(GrammarError) {
        grammar = try Grammar(files: GrammarFile.builtIn + [GrammarFile(name: file, text: words)])
    }

    /// The commands in a phrase, in the order they are said.
    ///
    /// - Parameters:
    ///   - phrase: Anything: it may be empty, very long or hostile.
    ///   - context: The clock, the user and what is on the screen.
    /// - Returns: One action a command, each with its other readings as alternatives; never empty, as a phrase that
    ///   means nothing here gives one ``HarkCore/CommandType/unknown`` action.
    public func read(_ phrase: String, in context: ReadingContext) -> [Action] {
        read(phrase, in: context, proposes: true)
    }

    /// - Parameter proposes: Whether a phrase no template reads is looked at loosely; too slow for every key.
    func read(_ phrase: String, in context: ReadingContext, proposes: Bool) -> [Action] {
        // "Morning. What is the forecast for December" asks for December, "next one: …" is about what follows.
        if let rest = ungreeted(phrase) {
            return read(rest, in: context, proposes: proposes).map { action in
                var action = action
                action.rawText = phrase
                return action
            }
        }
        if let theirs = ofColleague(phrase, in: context) { return theirs }
        if let leaning = leaning(phrase, in: context) { return leaning }
        var reader = clauseReader(phrase, in: context)
        reader.proposes = proposes
        let actions = Safeguards.guarded(reader.actions(), phrase: phrase, in: context)
        guard actions.count == 1 else { return actions }
        return reconsidered(actions[0], phrase, reader.spans.phrase, in: context, proposes: proposes) ?? actions
    }

    /// What the templates make of a phrase, nothing guessed and nothing it may lean on looked at.
    func plainly(_ phrase: String, in context: ReadingContext) -> [Action] {
        var reader = clauseReader(phrase, in: context)
        reader.proposes = false
        return Safeguards.guarded(reader.actions(), phrase: phrase, in: context)
    }

    /// The phrase without the greeting before it, where a mark parts them; after "never mind" something else begins.
    private func ungreeted(_ phrase: String) -> String? {
        let tokens = Tokenizer.tokenize(phrase).tokens
        // "I mean Slate Baltic, why are they at risk?"
        if tokens.count > 5, tokens[0].text == "i", ["mean", "meant"].contains(tokens[1].text),
            let comma = tokens.prefix(8).firstIndex(where: { $0.text == "," }), comma + 1 < tokens.count,
            PhraseReader.questions.contains(tokens[comma + 1].text)
        {
            return String(decoding: Array(phrase.utf8)[tokens[2].start...], as: UTF8.self)
        }
        let isMark = { (token: Token) in [",", ".", "!", ":", "-"].contains(token.text) }
        let opening = tokens.prefix(10).prefix { isMark($0) || PhraseReader.greetings.contains($0.text) }
        guard let mark = opening.lastIndex(where: isMark), mark > 0, tokens.count > mark + 2,
            opening[..<mark].contains(where: { PhraseReader.greeted.contains($0.text) })
        else { return nil }
        return String(decoding: Array(phrase.utf8)[tokens[mark + 1].start...], as: UTF8.self)
    }

    private static let questions: Set<String> = [
        "why", "what", "who", "when", "how", "where", "are", "is", "do", "does", "did", "which",
    ]
    private static let greeted: Set<String> = ["morning", "afternoon", "evening", "hello", "hi", "mind", "next"]
    private static let greetings = greeted.union([
        "good", "um", "uh", "ok", "okay", "oh", "so", "hey", "right", "all", "well", "there", "again", "never",
        "then", "one", "up", "now",
    ])

    /// Who or what is named in a phrase, each by a whole name, in order.
    public func named(in phrase: String, context: ReadingContext) -> [NamedRecord] {
        let spans = PhraseSpans(Tokenizer.tokenize(phrase), grammar: grammar, context: context)
        var found: [NamedRecord] = []
        var index = 0
        while index < spans.count {
            let whole = spans.mentions[index].filter { $0.match >= 0.95 }.max { $0.end < $1.end }
            let records = whole?.candidates.compactMap { context.names.records[Int($0.place)] } ?? []
            if let whole, let record = records.first {
                found.append(record)
                index = whole.end
            } else {
                index += 1
            }
        }
        return found
    }

    /// Whole readings of a phrase, the likeliest first; the first is what ``read(_:in:)`` gives.
    public func readings(_ phrase: String, in context: ReadingContext, limit: Int) -> [[Action]] {
        guard limit > 0 else { return [] }
        var readings = [read(phrase, in: context)]
        var reader = clauseReader(phrase, in: context)
        let single = readings[0].count == 1
        let count = reader.interpretations(of: 0..<reader.spans.count).count
        for choice in (single ? 1 : 0)..<max(single ? 1 : 0, count) where readings.count < limit {
            let actions = reader.actions(choice: choice)
            let other = Safeguards.guarded(actions, phrase: phrase, in: context)
            if other.first?.commandType != .unknown, !readings.contains(other) { readings.append(other) }
        }
        if single, let offering = offering(readings, reader, in: context) { readings[0] = [offering] }
        return readings
    }

    /// The typed values in a phrase, such as dates, amounts and addresses, in order.
    public func values(in phrase: String, context: ReadingContext) -> [TypedValue] {
        TypedValue.found(in: phrase, context: context)
    }

    /// What can be said, in the order of the template files.
    public var help: [HelpEntry] { grammar.help }

    func clauseReader(_ phrase: String, in context: ReadingContext) -> ClauseReader {
        let spans = PhraseSpans(Tokenizer.tokenize(phrase), grammar: grammar, context: context)
        return ClauseReader(grammar: grammar, spans: spans, context: context)
    }
}

extension TypedValue {
    /// The typed values in a phrase, in order; no template is needed to find them.
    public static func found(in phrase: String, context: ReadingContext) -> [TypedValue] {
        ValueFinder(Tokenizer.tokenize(phrase), context).values(in: context)
    }
}
