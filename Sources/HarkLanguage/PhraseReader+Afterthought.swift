import HarkCore

/// What stands around a request and asks for nothing: of what it is said before, and why, or what it is not, behind.
extension PhraseReader {
    // MARK: Behind

    /// The phrase read without what follows the change it asks for, as in "make that the 18th, they need a few days";
    /// `nil` where nothing follows, or the rest alone is no sure change.
    func withoutAfterthought(_ phrase: TokenizedPhrase, in context: ReadingContext) -> [Action]? {
        guard !phrase.isCut, let end = PhraseReader.endOfRequest(phrase.tokens), end > 1 else { return nil }
        let actions = read(phrase.text(0..<end), in: context, proposes: false)
        guard actions.allSatisfy(isSureChange) else { return nil }
        // More than a "sorry" was left out, and it may have mattered.
        let isAll = phrase.tokens[end...].allSatisfy { $0.kind == .mark || PhraseReader.apologies.contains($0.text) }
        return isAll ? actions : actions.map { $0.askedFirst() }
    }

    private func isSureChange(_ action: Action) -> Bool {
        PhraseReader.changes.contains(action.commandType) && action.command != nil && action.confidence >= 0.6
    }

    /// Where the request ends; `nil` where it goes on to the end.
    private static func endOfRequest(_ tokens: [Token]) -> Int? {
        var end = tokens.count
        while end > 1, tokens[end - 1].kind == .mark || apologies.contains(tokens[end - 1].text) { end -= 1 }
        if let not = tokens[..<end].lastIndex(where: { $0.text == "not" }), not > 1, (2...5).contains(end - not),
            tokens[not..<end].contains(where: { $0.kind == .digits || TimeWords.weekdays[$0.text] != nil })
        {
            end = not
        } else if let why = tokens[..<end].indices.first(where: { isReason(tokens[$0..<end]) && $0 > 1 }) {
            end = why
        }
        while end > 1, tokens[end - 1].kind == .mark || tokens[end - 1].text == "now" { end -= 1 }
        return end < tokens.count ? end : nil
    }

    /// Whether words tell why something is so: "…, they need a few days", "because it is too tight".
    private static func isReason(_ tokens: ArraySlice<Token>) -> Bool {
        guard let first = tokens.first, tokens.count > 2 else { return false }
        let isJoined = ["because", "cause", "cos", "cuz"].contains(first.text)
        let isRemark = first.kind == .mark && tellers.contains(tokens[tokens.startIndex + 1].text)
        return (isJoined || isRemark) && !tokens.contains { Leftovers.verbs.contains($0.text) }
    }

    private static let apologies: Set<String> = ["sorry", "btw", "though", "please", "thanks", "apologies"]
    private static let tellers: Set<String> = [
        "they", "she", "he", "we", "i", "it", "that", "because", "since", "as", "cause", "cos", "so", "my", "their",
        "her", "his", "our", "there",
    ]
    /// Commands that need no more than what they change and to what.
    private static let changes: Set<CommandType> = [
        .setDealAmount, .setCloseDate, .setProbability, .updateDeal, .updateLead, .updateContact, .updateCompany,
        .updateTicket, .snoozeTask, .rescheduleActivity, .scheduleMeeting, .createTask, .setReminder, .correct,
        .createLead, .cancelActivity,
    ]

    // MARK: Before

    /// "The Juniper one is way past its date, put it to 11 December": what is done to the record named before; `nil`
    /// where that is a request of its own.
    func ofTopic(_ phrase: String, in context: ReadingContext) -> [Action]? {
        guard phrase.utf8.count > 20, phrase.contains(where: { ",.;".contains($0) }) else { return nil }
        let spans = PhraseSpans(Tokenizer.tokenize(phrase), grammar: grammar, context: context)
        let tokens = spans.phrase.tokens
        let start = tokens.indices.dropFirst(3).dropLast(2).first { index in
            tokens[index - 1].kind == .mark && PhraseReader.moving.contains(tokens[index].text)
                && tokens[index + 1].text == "it"
        }
        guard let start, let name = topic(of: spans, before: start - 1),
            tells(tokens[..<(start - 1)])
                || plainly(spans.phrase.text(0..<(start - 1)), in: context).allSatisfy({ $0.command?.writes != true })
        else { return nil }
        var words = ""
        var end = start
        for index in tokens.indices.dropFirst(start + 1)
        where tokens[index].text == "it" && PhraseReader.moving.contains(tokens[index - 1].text) {
            words += spans.phrase.text(end..<index) + " \(name) "
            end = index + 1
        }
        words += spans.phrase.text(end..<tokens.count)
        let actions = read(words, in: context, proposes: false)
        // Which of several is meant is asked; what was spoken of before is not.
        return actions.allSatisfy { isSureChange($0) || !$0.choices.isEmpty } ? actions.map { $0.askedFirst() } : nil
    }

    /// Whether words say how things are or may be, and order nothing.
    private func tells(_ tokens: ArraySlice<Token>) -> Bool {
        guard let first = tokens.first, !WorkVerbs.all.contains(first.text) else { return false }
        return !PhraseReader.moving.contains(first.text) && !Leftovers.verbs.contains(first.text)
            && tokens.contains { PhraseReader.telling.contains($0.text) }
    }

    private static let telling: Set<String> = [
        "is", "are", "was", "can", "could", "may", "might", "will", "would", "should", "probably", "looks", "seems",
    ]

    /// The words that name a record before a place, with the noun that says which kind.
    private func topic(of spans: PhraseSpans, before end: Int) -> String? {
        let tokens = spans.phrase.tokens
        let start = (0..<end).first { index in
            tokens[index].isCapitalised && spans.mentions[index].contains { $0.match >= 0.75 && $0.end <= end }
        }
        let mention = start.flatMap { spans.mentions[$0].filter { $0.match >= 0.75 }.max { $0.end < $1.end } }
        guard let start, let mention, mention.end <= end else { return nil }
        let name = spans.phrase.text(start..<mention.end)
        guard mention.end < end, case let noun = tokens[mention.end].text,
            PhraseReader.topicNouns.contains(noun)
        else { return name }
        return "the \(name) \(noun == "one" ? "deal" : noun)"
    }

    private static let moving: Set<String> = [
        "put", "move", "push", "set", "bump", "raise", "lower", "drop", "change", "make", "bring", "shift", "take",
    ]
    private static let topicNouns: Set<String> = [
        "one", "deal", "pilot", "licences", "licenses", "ticket", "task", "meeting", "lead", "renewal", "demo",
    ]
}
