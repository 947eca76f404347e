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
        // "Morning. What is the forecast for December" asks for December.
        if let rest = ungreeted(phrase) {
            return read(rest, in: context, proposes: proposes).map { action in
                var action = action
                action.rawText = phrase
                return action
            }
        }
        // "No, Friday" corrects, whatever is asked.
        let corrects = ["no", "not", "actually", "sorry", "make", "wait", "hang", "oops"].contains(
            phrase.prefix(9).lowercased().prefix { $0.isLetter })
        if corrects, let followUp = followUp(phrase, in: context) { return [followUp] }
        if let answer = answer(phrase, in: context) { return [answer] }
        if let followUp = followUp(phrase, in: context) { return [followUp] }
        if let work = WorkAtHand(grammar: grammar, context: context).action(phrase) { return [work] }
        if let several = tasks(phrase, in: context) ?? another(phrase, in: context) ?? twice(phrase, in: context) {
            return several
        }
        if context.listed.count > 1 || context.touched.count > 1,
            let onList = ListAtHand(reader: self, context: context).actions(phrase)
        {
            return onList
        }
        var reader = clauseReader(phrase, in: context)
        reader.proposes = proposes
        let actions = Safeguards.guarded(reader.actions(), phrase: phrase, names: context.names)
        // Nothing was made of it, a word was left over, or the verb was understood and nothing before it.
        let isEmpty = actions[0].status == .clarify && actions[0].entities.members.isEmpty
        // A choice or correction that nothing before it fits.
        let leansOnNothing = actions[0].commandType.leans && actions[0].status == .clarify
        if actions.count == 1, actions[0].command == nil || actions[0].confidence < 0.7 {
            if let theirs = belonging(reader.spans.phrase, in: context) { return theirs }
            if let topic = ListAtHand(reader: self, context: context).topic(of: phrase) { return topic }
        }
        let isIdle = context.pending == nil && actions[0].command?.writes != true
        if actions.count == 1, isIdle || actions[0].command == nil || actions[0].confidence < 0.9, var polite = courtesy(phrase) {
            polite.alternatives = actions[0].alternatives
            return [polite]
        }
        let isOpen = actions[0].command == nil
        guard actions.count == 1, isEmpty || leansOnNothing || isOpen || actions[0].confidence < 0.6 else {
            return actions
        }
        // "For an hour", "and mark it high" go on with what was said.
        if let longer = Continuation(grammar: grammar, context: context).action(phrase) { return [longer] }
        if !leansOnNothing, let turned = turned(reader.spans.phrase, in: context),
            turned[0].command != nil || !isEmpty && actions[0].confidence < 0.6
        {
            return turned
        }
        if proposes, let respelled = respelled(phrase, in: context, betterThan: actions[0].confidence) {
            return respelled
        }
        return actions
    }

    /// The tasks of a phrase that counts them.
    private func tasks(_ phrase: String, in context: ReadingContext) -> [Action]? {
        guard let parts = TaskList.parts(of: Tokenizer.tokenize(phrase)) else { return nil }
        var actions: [Action] = []
        for part in parts {
            var read = plainly(part, in: context)
            guard read.count == 1, read[0].commandType == .createTask, read[0].command != nil else { return nil }
            read[0].rawText = phrase
            actions += read
        }
        return actions
    }

    /// "Tag Slate Baltic as late and the same for Quillon": the first half, and then the same for another.
    private func twice(_ phrase: String, in context: ReadingContext) -> [Action]? {
        let tokens = Tokenizer.tokenize(phrase).tokens
        let joint = tokens.indices.dropFirst(2).first { index in
            tokens[index].text == "and"
                && PhraseReader.sames.contains { tokens[(index + 1)...].map(\.text).starts(with: $0) }
        }
        guard let joint, joint + 3 < tokens.count else { return nil }
        let bytes = Array(phrase.utf8)
        let first = plainly(String(decoding: bytes[..<tokens[joint].start], as: UTF8.self), in: context)
        guard first.count == 1, first[0].command?.writes == true else { return nil }
        var after = context
        (after.last, after.pending) = (first[0], nil)
        let second = followUp(String(decoding: bytes[tokens[joint + 1].start...], as: UTF8.self), in: after)
        return second.map { first + [$0] }
    }

    private static let sames = ["the same for", "same for", "do the same for", "the same with", "same with"]
        .map { $0.split(separator: " ").map(String.init) }

    /// The phrase read as asking for another one of what was made last.
    private func another(_ phrase: String, in context: ReadingContext) -> [Action]? {
        guard let spelled = AnotherOne(context: context).spelled(phrase),
            case let actions = plainly(spelled, in: context), actions.count == 1,
            actions[0].commandType == context.last?.commandType, actions[0].confidence >= 0.6
        else { return nil }
        return actions
    }

    /// The phrase read as about a field of what is spoken of, which it leaves out.
    private func belonging(_ phrase: TokenizedPhrase, in context: ReadingContext) -> [Action]? {
        let about = [context.touched.first, context.selected].compactMap { $0?.reference }
        guard !about.isEmpty else { return nil }
        for turn in Possession(phrase).turns {
            var actions = plainly(turn, in: context)
            guard actions.count == 1, actions[0].command != nil, actions[0].confidence >= 0.6,
                actions[0].links.contains(where: { about.contains($0.record.reference) })
            else { continue }
            actions[0].rawText = phrase.raw
            return actions
        }
        return nil
    }

    /// What the templates make of a phrase, nothing guessed and nothing it may lean on looked at.
    func plainly(_ phrase: String, in context: ReadingContext) -> [Action] {
        var reader = clauseReader(phrase, in: context)
        reader.proposes = false
        return Safeguards.guarded(reader.actions(), phrase: phrase, names: context.names)
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
        let isMark = { (token: Token) in [",", ".", "!"].contains(token.text) }
        let opening = tokens.prefix(10).prefix { isMark($0) || PhraseReader.greetings.contains($0.text) }
        guard let mark = opening.lastIndex(where: isMark), mark > 0, tokens.count > mark + 2,
            opening[..<mark].contains(where: { PhraseReader.greeted.contains($0.text) })
        else { return nil }
        return String(decoding: Array(phrase.utf8)[tokens[mark + 1].start...], as: UTF8.self)
    }

    private static let questions: Set<String> = [
        "why", "what", "who", "when", "how", "where", "are", "is", "do", "does", "did", "which",
    ]
    private static let greeted: Set<String> = ["morning", "afternoon", "evening", "hello", "hi", "mind"]
    private static let greetings = greeted.union([
        "good", "um", "uh", "ok", "okay", "oh", "so", "hey", "right", "all", "well", "there", "again", "never",
    ])

    /// The answer to a phrase that only greets or thanks.
    private func courtesy(_ phrase: String) -> Action? {
        guard let answer = SmallTalk.answer(to: phrase) else { return nil }
        var polite = Action(.unknown, confidence: 0, rawText: phrase, status: .unknown)
        polite.question = answer
        return polite
    }

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

    /// The phrase read in the order of a command, where it says what is to be done in another.
    private func turned(_ phrase: TokenizedPhrase, in context: ReadingContext) -> [Action]? {
        for turn in Imperative(phrase).turns {
            var actions = plainly(turn, in: context)
            guard actions.count == 1, actions[0].commandType != .unknown, actions[0].confidence >= 0.6 else { continue }
            actions[0].rawText = phrase.raw
            return actions
        }
        return nil
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
            let other = Safeguards.guarded(actions, phrase: phrase, names: context.names)
            if other.first?.commandType != .unknown, !readings.contains(other) { readings.append(other) }
        }
        return readings
    }

    /// The typed values in a phrase, such as dates, amounts and addresses, in order.
    public func values(in phrase: String, context: ReadingContext) -> [TypedValue] {
        TypedValue.found(in: phrase, context: context)
    }

    /// What can be said, in the order of the template files.
    public var help: [HelpEntry] { grammar.help }

    /// The phrase read as leaning on the last one, unless it is a command of its own.
    private func followUp(_ phrase: String, in context: ReadingContext) -> Action? {
        guard context.last != nil || context.pending != nil,
            let action = FollowUp(grammar: grammar, context: context).action(phrase)
        else { return nil }
        var reader = clauseReader(phrase, in: context)
        // What is likely because of what was said before is no command of its own.
        reader.proposes = false
        let alone = reader.actions()
        var leaning: Set<CommandType> = [
            .showRecord, .search, .reject, .confirm, .redo, .choose, .correct, .repeatLast, .repeatFor, .filterView,
        ]
        // "Scrap that, it was Claire" deletes nobody.
        if ["scrap that", "strike that", "forget that", "ignore that", "cancel that"].contains(
            where: phrase.lowercased().hasPrefix)
        {
            leaning.insert(.delete)
        }
        // "For an hour", right after a meeting was planned, is how long it takes.
        if [.scheduleMeeting, .logCall, .logMeeting].contains(action.commandType) { leaning.insert(.findFreeSlot) }
        // "Make it urgent" alone asks what; after a task it does not.
        let isWhole = alone[0].status != .clarify || action.status == .clarify
        let isOwn = alone[0].confidence >= 0.8 && isWhole && !leaning.contains(alone[0].commandType)
        // "Over 50k" after a list is about what is listed, whatever it would be about alone.
        let isList = alone[0].commandType == .listRecords && action.commandType.family == .listRecords
        return isOwn && !(isList && !saysKind(phrase)) ? nil : action
    }

    /// Whether a kind of record is named.
    private func saysKind(_ phrase: String) -> Bool {
        let words = Set(Tokenizer.tokenize(phrase).tokens.map(\.text))
        return grammar.wordings["kind", default: []].contains(where: words.contains)
    }

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
