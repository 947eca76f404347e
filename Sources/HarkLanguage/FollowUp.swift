import HarkCore

/// Phrases that only mean something after another: "and for Maria?", "no, Friday", "only the open ones", "again".
struct FollowUp {
    let grammar: Grammar
    let context: ReadingContext

    /// How a phrase leans on the last one.
    enum Sort { case more, correction }

    private static let again: Set<String> = [
        "again", "once more", "repeat", "repeat that", "same again", "show that again", "run that again",
        "one more time", "say that again", "say it again", "repeat the last command", "come again",
        "what was that", "repeat the last one", "repeat that again", "and again", "say again",
    ]
    private static let talk: Set<CommandType> = [
        .undo, .redo, .confirm, .reject, .cancel, .help, .unknown, .choose, .correct, .repeatLast, .repeatFor,
    ]

    /// The last action read anew with what the phrase changes; `nil` where the phrase stands on its own.
    func action(_ phrase: String) -> Action? {
        let waiting = context.pending.flatMap { $0.status == .confirm ? $0 : nil }
        guard let last = waiting ?? lastSaid, !FollowUp.talk.contains(last.commandType), phrase.utf8.count <= 120
        else { return nil }
        let tokens = Tokenizer.tokenize(phrase).tokens
        let words = tokens.map(\.text).filter { !["um", "uh", "please", "?", ".", "!"].contains($0) }
        if FollowUp.again.contains(words.joined(separator: " ")) { return repeated(last) }
        if let listed = listed(words, last) ?? split(words, last) { return listed }
        if let action = besideAnotherTime(tokens, phrase, last) { return action }
        if let action = renamed(tokens, phrase, last) ?? lengthened(tokens, last) { return action }
        guard let (sort, rest) = opened(phrase, tokens) else {
            if let minutes = howLong(tokens, phrase), let action = changed(last, by: minutes, .correction, isBare: true)
            {
                return action
            }
            // "21k" where a yes is waited for.
            return waiting.map { changed($0, by: text(of: phrase, from: 0, tokens), .correction, isBare: true) }
                ?? bare(phrase, tokens, last)
        }
        guard !rest.isEmpty else { return nil }
        if isList(last) { return listChanges(rest, last).flatMap { reread(last, $0, sort) } ?? worded(rest, last) }
        let action = changed(last, by: rest, sort, isBare: false)
        if sort == .more, action == nil, let list = listBehind(last) {
            return listChanges(rest, list).flatMap { reread(list, $0, sort) }
        }
        guard sort == .correction else { return asksAbout(tokens) ? action?.askedFirst("Do the same there?") : action }
        return action ?? turned(last, into: rest) ?? explained(last, by: rest)
    }

    /// Whether the phrase only asks after something, which may not mean to do it there too.
    private func asksAbout(_ tokens: [Token]) -> Bool {
        let words = tokens.map(\.text).drop { ["and", "so", "um", "uh"].contains($0) }
        return words.starts(with: ["what", "about"]) || words.starts(with: ["how", "about"])
    }

    /// What was said last; a list that was put in order since is still that list.
    private var lastSaid: Action? {
        guard let last = context.last, let list = context.list else { return context.last }
        let ordered: Set<CommandType> = [.sortView, .filterView]
        // How many those were is still about them.
        let isCount = last.commandType == .countRecords && last.command?.query == list.command?.query
        return ordered.contains(last.commandType) || isCount ? list : last
    }

    /// The last action with a value said anew: the first slot it fits that makes a difference.
    private func changed(_ last: Action, by rest: String, _ sort: Sort, isBare: Bool) -> Action? {
        let corrects = sort == .correction
        if !corrects, let both = pairChanges(rest, last) { return reread(last, both, sort) }
        for answer in valueChanges(rest, last, isCorrection: corrects && !isBare) {
            guard let action = reread(last, [answer], sort) else { continue }
            if !corrects || action.entities != last.entities { return action }
        }
        return nil
    }

    /// "Won actually" of a deal that was called lost: the other command of the same record.
    private func turned(_ last: Action, into rest: String) -> Action? {
        guard last.command?.writes == true, let record = last.links.first?.record else { return nil }
        var plain = context
        (plain.last, plain.pending, plain.selected, plain.touched) = (nil, nil, record, [])
        for phrase in ["mark it as \(rest)", "set it to \(rest)"] {
            let spans = PhraseSpans(Tokenizer.tokenize(phrase), grammar: grammar, context: plain)
            var reader = ClauseReader(grammar: grammar, spans: spans, context: plain)
            reader.proposes = false
            let actions = reader.actions()
            guard actions.count == 1, var action = actions.first, action.command?.writes == true,
                action.confidence >= 0.8, action.links.first?.record.reference == record.reference,
                action.command != last.command
            else { continue }
            action.corrects = true
            return action
        }
        return nil
    }

    /// "No, wrong timing" after something was given up for another reason.
    private func explained(_ last: Action, by rest: String) -> Action? {
        let words = Tokenizer.tokenize(rest).tokens.map(\.text)
        guard [.loseDeal, .disqualifyLead].contains(last.commandType), last.entities["reason"] != nil,
            (1...6).contains(words.count), !words.contains(where: Leftovers.verbs.contains)
        else { return nil }
        return reread(last, [.init(slot: "reason", text: rest, replaces: true)], .correction)
    }

    private static let naming = [
        "change the subject to", "rename it to", "rename it as", "call it", "change the title to", "name it",
        "change the name to", "rename that to", "rename to", "it is about", "the subject is",
    ].map { $0.split(separator: " ").map(String.init) }

    /// "Call it phase 1", "change the subject to …" after something was made.
    private func renamed(_ tokens: [Token], _ phrase: String, _ last: Action) -> Action? {
        let words = tokens.map(\.text)
        guard let opening = FollowUp.naming.first(where: { words.starts(with: $0) }), words.count > opening.count,
            let slot = grammar.slots(of: last.commandType).first(where: { ["subject", "name"].contains($0.name) }),
            last.command?.writes == true,
            // A ticket whose priority was changed has a subject too, which was not said.
            last.commandType != .updateTicket || last.entities["field"] == "subject"
        else { return nil }
        let name = text(of: phrase, from: opening.count, tokens)
        return reread(last, [.init(slot: slot.name, text: name, replaces: true)], .correction)
    }

    /// "Half an hour longer" after a meeting.
    private func lengthened(_ tokens: [Token], _ last: Action) -> Action? {
        let ways = ["longer": 1.0, "more": 1, "shorter": -1, "less": -1]
        guard let way = tokens.last.flatMap({ ways[$0.text] }), (3...6).contains(tokens.count),
            let old = last.entities["duration_min"]?.double
        else { return nil }
        let spans = PhraseSpans(
            Tokenizer.tokenize(tokens.dropLast().map(\.text).joined(separator: " ")), grammar: grammar,
            context: context)
        let more = (0..<min(3, spans.count)).lazy.compactMap { spans.finder.duration(at: $0)?.value }.first
        guard let more, case let minutes = Int(old + way * Double(more)), minutes > 0 else { return nil }
        return reread(last, [.init(slot: "duration", text: "\(minutes) minutes", replaces: true)], .correction)
    }

    /// "For an hour" after a meeting or a call.
    private func howLong(_ tokens: [Token], _ phrase: String) -> String? {
        let timed: Set<CommandType> = [.scheduleMeeting, .logCall, .logMeeting]
        guard let last = context.last, timed.contains(last.commandType), tokens.count <= 5 else { return nil }
        if tokens.first?.text == "for" { return text(of: phrase, from: 1, tokens) }
        // "8 minutes" after a call is how long it was.
        let isAll =
            last.commandType != .scheduleMeeting
            && ValueFinder(Tokenizer.tokenize(phrase), context).duration(at: 0)?.end == tokens.count
        return isAll ? phrase : nil
    }

    private func isList(_ action: Action) -> Bool {
        action.commandType.family == .listRecords || action.commandType == .showRisk
    }

    func reread(_ last: Action, _ answers: [Action.Answer], _ sort: Sort) -> Action? {
        var base = last
        // What was said later wins, but an hour keeps the day that was said before it.
        base.answers = last.answers.filter { old in
            !answers.contains { $0.slot == old.slot && !Rereading.mergesTimes($0.slot) }
        }
        let rereading = Rereading(grammar: grammar, context: context)
        guard var action = rereading.action(base, with: base.answers + answers)?.listingFew.keepingWords(of: last)
        else {
            return nil
        }
        action.corrects = sort == .correction && last.command?.writes == true
        return action.forgettingTwin(in: context)
    }

    /// "Over 50k", "hot ones only" after a list.
    private func bare(_ phrase: String, _ tokens: [Token], _ last: Action) -> Action? {
        guard isList(last), (1...6).contains(tokens.count) else { return nil }
        return listChanges(text(of: phrase, from: 0, tokens), last, hasCue: false).flatMap { reread(last, $0, .more) }
    }

    private func repeated(_ last: Action) -> Action? {
        var action = last
        if let read = Rereading(grammar: grammar, context: context).action(last, with: last.answers) { action = read }
        if action.command?.writes == true, action.status == .ready {
            action.status = .confirm
            action.question = "Do it once more?"
        }
        return action
    }
}
