import HarkCore

/// Phrases read by what was said and shown before them.
extension PhraseReader {
    /// What leans on the conversation whatever the templates would make of it; the first that has an answer counts.
    func leaning(_ phrase: String, in context: ReadingContext) -> [Action]? {
        if let given = reassigned(phrase, in: context) { return [given] }
        if context.pending?.status == .confirm,
            let fewer = ListAtHand(reader: self, context: context).fewer(phrase)
        {
            return fewer
        }
        if let count = countedToo(phrase, in: context) { return [count] }
        if let topical = ofTopic(phrase, in: context) { return topical }
        // "No, Friday" corrects, whatever is asked.
        let corrects = ["no", "not", "actually", "sorry", "make", "wait", "hang", "oops"].contains(
            phrase.prefix(9).lowercased().prefix { $0.isLetter })
        if corrects, let followUp = followUp(phrase, in: context) { return [followUp] }
        if let answer = answer(phrase, in: context) { return [answer] }
        if let followUp = followUp(phrase, in: context) { return [followUp] }
        if let guests = GuestList(grammar: grammar, context: context).action(phrase) { return [guests] }
        if let work = WorkAtHand(grammar: grammar, context: context).action(phrase) { return [work] }
        let several =
            tasks(phrase, in: context) ?? tickets(phrase, in: context) ?? leads(phrase, in: context)
            ?? another(phrase, in: context)
        if let several = several ?? twice(phrase, in: context) { return several }
        guard context.listed.count > 1 || context.touched.count > 1 || context.list != nil else { return nil }
        return ListAtHand(reader: self, context: context).actions(phrase)
    }

    /// What a phrase the templates are not sure of means all the same; `nil` where their reading stands.
    func reconsidered(
        _ action: Action, _ phrase: String, _ tokens: TokenizedPhrase, in context: ReadingContext, proposes: Bool
    ) -> [Action]? {
        // Nothing was made of it, a word was left over, or the verb was understood and nothing before it.
        let isEmpty = action.status == .clarify && action.entities.members.isEmpty
        // A choice or correction that nothing before it fits.
        let leansOnNothing = action.commandType.leans && action.status == .clarify
        let isOpen = action.command == nil
        if isOpen || action.confidence < 0.7 {
            if let theirs = belonging(tokens, in: context) { return theirs }
            if let topic = ListAtHand(reader: self, context: context).topic(of: phrase) { return topic }
        }
        // "Send him a whatsapp" is no task for the program, whatever template reads it as one.
        if [.unknown, .createTask, .setReminder, .draftEmail].contains(action.commandType),
            let answer = BeyondHark.answer(to: tokens)
        {
            var beyond = saying(answer, phrase)
            beyond.alternatives = action.alternatives
            return [beyond]
        }
        if isOpen && action.choices.isEmpty || action.confidence < 0.6,
            let request = withoutAfterthought(tokens, in: context)
        {
            return request
        }
        let isIdle = context.pending == nil && action.command?.writes != true
        if isIdle || isOpen || action.confidence < 0.9, var polite = courtesy(phrase) {
            polite.alternatives = action.alternatives
            return [polite]
        }
        guard isEmpty || leansOnNothing || isOpen || action.confidence < 0.6 else { return nil }
        // "For an hour", "and mark it high" go on with what was said.
        if let longer = Continuation(grammar: grammar, context: context).action(phrase) { return [longer] }
        if !leansOnNothing, let turned = turned(tokens, in: context),
            turned[0].command != nil || !isEmpty && action.confidence < 0.6
        {
            return turned
        }
        return proposes ? respelled(phrase, in: context, betterThan: action.confidence) : nil
    }

    /// "And how many did we win", right after those lost this year were counted: of the same time and the same people.
    private func countedToo(_ phrase: String, in context: ReadingContext) -> Action? {
        guard phrase.lowercased().hasPrefix("and "), context.pending == nil, let last = context.last,
            last.commandType == .countRecords, let query = last.command?.query
        else { return nil }
        var reader = clauseReader(phrase, in: context)
        let alone = reader.actions()
        guard alone.count == 1, alone[0].commandType == .countRecords, alone[0].confidence >= 0.6,
            let filters = alone[0].entities["filters"]?.members, !filters.isEmpty,
            filters.allSatisfy({ ["stage", "status"].contains($0.name) })
        else { return nil }
        return ListAtHand(reader: self, context: context).narrowed(alone[0], to: query, of: last)
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

    /// What is to be done with each of the tickets a phrase numbers.
    private func tickets(_ phrase: String, in context: ReadingContext) -> [Action]? {
        let open = Set(context.tickets.map(\.reference.id))
        guard let parts = TicketList.parts(of: Tokenizer.tokenize(phrase), isOpen: open.contains) else { return nil }
        var actions: [Action] = []
        for part in parts {
            var read = plainly(part, in: context)
            guard read.count == 1, [.closeTicket, .updateTicket].contains(read[0].commandType), read[0].command != nil
            else { return nil }
            read[0].rawText = phrase
            actions += read
        }
        return actions
    }

    /// The leads of a phrase that tells of several, or of one more.
    private func leads(_ phrase: String, in context: ReadingContext) -> [Action]? {
        guard let parts = LeadList.parts(of: Tokenizer.tokenize(phrase), after: context.last) else { return nil }
        let actions = parts.flatMap { plainly($0, in: context) }
        let isSure = actions.count == parts.count && actions.allSatisfy { $0.commandType == .createLead }
        return isSure ? actions.map { $0.askedFirst() } : nil
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

    /// The answer to a phrase that only greets or thanks.
    private func courtesy(_ phrase: String) -> Action? {
        SmallTalk.answer(to: phrase).map { saying($0, phrase) }
    }

    private func saying(_ answer: String, _ phrase: String) -> Action {
        var action = Action(.unknown, confidence: 0, rawText: phrase, status: .unknown)
        action.question = answer
        return action
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

    /// The phrase read as leaning on the last one, unless it is a command of its own.
    func followUp(_ phrase: String, in context: ReadingContext) -> Action? {
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
        // "And the win rate?" is that of whom and when the figure before it was of.
        if goesOn(alone[0], from: context.last, phrase), action.command != nil { return action }
        let isOwn = alone[0].confidence >= 0.8 && isWhole && !leaning.contains(alone[0].commandType)
        // "Over 50k" after a list is about what is listed, whatever it would be about alone.
        let isList = alone[0].commandType == .listRecords && action.commandType.family == .listRecords
        return isOwn && !(isList && !saysKind(phrase)) ? nil : action
    }

    /// Whether only another figure is asked for, and nothing of whose or when.
    private func goesOn(_ alone: Action, from last: Action?, _ phrase: String) -> Bool {
        guard alone.commandType == .aggregate, last?.commandType == .aggregate else { return false }
        return phrase.lowercased().hasPrefix("and ") && alone.entities.members.allSatisfy { $0.name == "measure" }
    }

    /// Whether a kind of record is named.
    private func saysKind(_ phrase: String) -> Bool {
        let words = Set(Tokenizer.tokenize(phrase).tokens.map(\.text))
        return grammar.wordings["kind", default: []].contains(where: words.contains)
    }
}
