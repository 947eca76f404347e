import HarkCore

/// A piece of a sentence that goes on with the last command: "for an hour", "and mark it high", "and invite Ole too".
struct Continuation {
    let grammar: Grammar
    let context: ReadingContext

    private static let mostWords = 10
    private static let openings: Set<String> = ["and", "also", "oh", "um", "uh", "then", "so", "ok", "okay", ","]
    /// What begins so is no piece of the sentence before it.
    private static let turning: Set<String> = [
        "no", "not", "sorry", "actually", "wait", "i", "same", "the", "what", "who", "why", "how", "when", "where",
        "which", "is", "are", "does", "do", "did",
    ]
    /// Text that would take up any words; a piece that only fits there goes on with nothing.
    private static let verbatim: Set<String> = ["note", "text", "body", "message", "subject", "reason", "resolution"]

    /// The last command with the piece added; `nil` where it adds nothing, or changes what was said.
    func action(_ phrase: String) -> Action? { changed(by: phrase) ?? divided(by: phrase) }

    /// "By rep", "for last quarter" after a figure.
    private func divided(by phrase: String) -> Action? {
        let measures: Set<CommandType> = [.aggregate, .rank, .comparePeriods, .showPipeline, .showForecast]
        guard let last = context.last, measures.contains(last.commandType), phrase.utf8.count <= 60 else { return nil }
        let longer = "\(last.rawText.drop { $0 == " " }.prefix { $0 != "?" }) \(phrase)"
        let spans = PhraseSpans(Tokenizer.tokenize(longer), grammar: grammar, context: context)
        var reader = ClauseReader(grammar: grammar, spans: spans, context: context)
        reader.proposes = false
        let actions = reader.actions()
        guard actions.count == 1, measures.contains(actions[0].commandType), actions[0].confidence >= 0.8,
            actions[0].entities != last.entities
        else { return nil }
        return actions[0]
    }

    private func changed(by phrase: String) -> Action? {
        let waiting = context.pending.flatMap { $0.status == .confirm ? $0 : nil }
        guard let last = waiting ?? context.last, last.command?.writes == true, phrase.utf8.count <= 100 else {
            return nil
        }
        let tokens = Tokenizer.tokenize(phrase).tokens
        guard let first = tokens.firstIndex(where: { !Continuation.openings.contains($0.text) }),
            !Continuation.turning.contains(tokens[first].text), tokens.count - first <= Continuation.mostWords
        else { return nil }
        // "Check in with her in May" after a call is work of its own.
        if [.logCall, .logMeeting].contains(last.commandType), WorkVerbs.all.contains(tokens[first].text) {
            return nil
        }
        let piece = String(decoding: Array(phrase.utf8)[tokens[first].start...], as: UTF8.self)
        for glue in [", ", " "] {
            var longer = last
            longer.rawText += glue + piece
            if let action = reread(longer, with: last.answers), adds(action, to: last) { return action }
        }
        return nil
    }

    private func reread(_ action: Action, with answers: [Action.Answer]) -> Action? {
        var longer = Rereading(grammar: grammar, context: context).action(action, with: answers)
        longer?.corrects = true
        return longer?.forgettingTwin(in: context)
    }

    /// Whether everything said stays as it was and something is new.
    private func adds(_ action: Action, to last: Action) -> Bool {
        guard action.commandType == last.commandType, action.command != nil else { return false }
        // What only fits with a question is a phrase of its own.
        guard action.question == nil || action.question == last.question else { return false }
        let old = last.entities.members
        let isKept = old.allSatisfy { action.entities[$0.name] == $0.value || $0.isAssumed }
        let new = action.entities.members.filter { last.entities[$0.name] != $0.value }
        return isKept && !new.isEmpty && !new.contains { Continuation.verbatim.contains($0.name) }
    }
}

extension JSONValue.Member {
    /// Whether it stands where nothing was said.
    fileprivate var isAssumed: Bool { name == "duration_min" }
}
