import HarkCore

/// What a phrase that is no sentence of any template most likely means: worth a question; only what changes nothing
/// and leaves nothing out is done unasked.
struct Proposal {
    /// Below this a reading is not worth asking about.
    private static let leastProbability = 0.3
    /// Below this a reading is not worth being listed among others.
    private static let leastToOffer = 0.05
    /// From here on a change is worth a yes or no, where every word has a place.
    private static let leastForWriting = 0.4
    /// From here on what changes nothing is done, and a change is worth a yes or no whatever is left over.
    private static let certain = 0.6

    /// What is as doubtful as this for reasons of its own, such as sums of the year 5, is not meant.
    private static let dearestDoubt: Float = 4
    /// A phrase of more tokens has several sentences, or none that a command could be guessed from.
    private static let maximumCount = 30
    /// Readings of sentences less sure than this are left where the phrase is about something else.
    static let doubtful = 0.7

    let grammar: Grammar
    private let spans: PhraseSpans
    private let cues: PhraseCues
    private let guesses: [Leaning.Guess]
    /// Whether something was said before.
    private let hasContext: Bool

    init(_ spans: PhraseSpans, _ grammar: Grammar, _ context: ReadingContext) {
        self.grammar = grammar
        self.spans = spans
        cues = PhraseCues(
            spans, grammar.vocabulary, tickets: context.tickets, after: context.last?.commandType)
        hasContext = context.last != nil
        guesses = Leaning.builtIn.guesses(cues.cues)
    }

    /// The commands the phrase leans to, the likeliest first.
    var alternatives: [Action.Alternative] {
        guesses.lazy.filter { $0.command != .unknown }.prefix(3).map {
            Action.Alternative($0.command, confidence: min(0.49, max(0.01, $0.probability)))
        }
    }

    /// The command the phrase leans to most, if it is about the CRM at all.
    var likeliest: Leaning.Guess? { guesses.first.flatMap { $0.command == .unknown ? nil : $0 } }

    /// Whether it is worth asking which command is meant in the middle of a conversation.
    var mayBeHere: Bool { guesses.first.map { $0.command != .unknown || $0.probability < 0.8 } ?? false }

    /// Whether the phrase is hardly about the CRM, though a sentence of it fits.
    var isElsewhere: Bool {
        guard let first = guesses.first else { return false }
        return first.command == .unknown && first.probability >= 0.95
    }

    /// The reading as one of the likely commands; `nil` where none is likely, or where it is not about the CRM.
    func reading(as command: CommandType? = nil, _ draft: (Reading) -> Draft) -> (Interpretation, Double)? {
        guard command != nil || isAboutRecords else { return nil }
        var weighty = Array(repeating: false, count: spans.count)
        for range in cues.found { for token in range { weighty[token] = true } }
        var matcher = LooseMatcher(grammar: grammar, spans: spans, isWeighty: weighty)
        var best: (interpretation: Interpretation, probability: Double, score: Double)?
        let likely = guesses.prefix(4).filter { $0.probability >= 0.1 && !Proposal.spoken.contains($0.command) }
        for guess in command.map({ [Leaning.Guess(command: $0, probability: 1)] }) ?? likely.map(\.self) {
            let loose = matcher.readings(as: guess.command, count: 2)
            // Without a name or anything said before, a value or two are no evidence.
            let framed =
                hasContext || cues.hasName
                ? FrameFiller(grammar: grammar, spans: spans, isWeighty: weighty).reading(as: guess.command) : nil
            let readings = loose + [framed].compactMap({ $0 })
            let isWordy = readings.contains(where: callsByWords)
            for reading in readings
            where !reading.isNegated || reading.intent == .showStale {
                let draft = draft(reading)
                // What cannot be meant is no proposal either.
                guard draft.doubt < Proposal.dearestDoubt, !callsByWords(reading), !isWordy || draft.missing.isEmpty
                else {
                    continue
                }
                let probability =
                    draft.commandType == guess.command ? guess.probability : self.probability(of: draft.commandType)
                let interpretation = Interpretation(reading: reading, draft: draft)
                let unused = Double(unused(by: interpretation).count)
                let score = probability - 0.06 * Double(reading.cost + draft.doubt) - 0.15 * unused
                if score > best?.score ?? -10 {
                    best = (interpretation, probability, score)
                }
            }
        }
        return best.map { ($0.interpretation, $0.probability) }
    }

    /// What each of the likelier commands would make of the phrase, the likeliest first; nothing half said and nothing
    /// that has to be said in so many words.
    func offers(_ draft: (Reading) -> Draft) -> [Action] {
        let forbids = spans.isNegation.contains(true)
        let likely = guesses.prefix(6).filter { $0.probability >= Proposal.leastToOffer }
        return likely.compactMap { guess in
            guard !Proposal.spoken.contains(guess.command), !Proposal.strict.contains(guess.command),
                ![.undo, .redo, .help].contains(guess.command),
                let (found, _) = reading(as: guess.command, draft), !found.reading.slots.isEmpty
            else { return nil }
            let action = found.draft.action(rawText: spans.phrase.raw, confidence: min(guess.probability, 0.59))
            guard let command = action.command, !command.writes || !asks && !forbids else { return nil }
            return action
        }
    }

    /// Whether a new name is nothing but words people use: nobody is called "Next" or "Call" because of "next one".
    private func callsByWords(_ reading: Reading) -> Bool {
        reading.slots.contains { slot in
            slot.isOpen && slot.type == .name && ["company", "person"].contains(slot.name)
                && spans.phrase.tokens[slot.range].enumerated().allSatisfy { place, token in
                    let isShown = token.isCapitalised && slot.range.lowerBound + place > 0
                    return !isShown && Leaning.builtIn.knows(token.text)
                }
        }
    }

    /// The action to propose; `nil` where the phrase is better left alone.
    func action(_ draft: (Reading) -> Draft) -> Action? {
        guard spans.count <= Proposal.maximumCount else { return nil }
        guard let (found, probability) = reading(draft), probability >= Proposal.leastProbability else { return nil }
        // "Deals that have not moved" are asked for; what is not to be done is not offered.
        if spans.isNegation.contains(true), found.draft.commandType != .showStale { return nil }
        // A record nobody knows is no evidence of a command.
        let guessesRecord = found.reading.slots.contains { $0.isOpen && $0.type.isRecord }
        if guessesRecord, found.draft.links.isEmpty { return nil }
        var action = found.draft.action(rawText: spans.phrase.raw, confidence: probability)
        let left = unused(by: found)
        let unused = left.map { spans.phrase.text($0) }
        let leavesName = left.contains { range in range.contains { !spans.mentions[$0].isEmpty } && !isValue(range) }
        let unread = found.reading.passed.filter { token in
            (isStrange(token) || isWord(token, besides: found.reading.intent)) && !left.contains { $0.contains(token) }
        }.map { spans.phrase.text($0..<($0 + 1)) }
        let writes = found.draft.command?.writes != false
        if writes, asks { return nil }
        // Who is named and not understood may be whom it is about, instead of what was spoken of before.
        if writes, leavesStranger(left.flatMap(\.self) + found.reading.passed), !names(found.draft.links) { return nil }
        switch action.status {
        case .refused, .unknown: break
        case .clarify: if !unused.isEmpty { ask(&action, unused) }
        case .ready, .confirm:
            let least = unread.isEmpty ? Proposal.leastForWriting : Proposal.certain
            if Proposal.strict.contains(action.commandType) || writes && probability < least {
                ask(&action, unused + unread)
            } else if writes || leavesName || probability < Proposal.certain
                || action.commandType == .exportRecords || !isPlain(found, unused + unread)
            {
                action.status = .confirm
                action.question = action.inWords + "?" + Proposal.notUnderstood(unused + unread)
                action.confidence = min(probability, 0.59)
            } else {
                tell(&action, unused + unread)
            }
        }
        action.alternatives = alternatives.filter { $0.commandType != action.commandType }
        return action.askingForFaintName()
    }

    /// Whether among the words left over is a name nobody here has.
    private func leavesStranger(_ left: [Int]) -> Bool {
        left.contains { token in
            let word = spans.phrase.tokens[token]
            return token > 0 && word.isCapitalised && word.kind == .word && spans.finder.time(at: token) == nil
                && spans.mentions[token].isEmpty && !Leaning.builtIn.knows(word.text)
        }
    }

    /// Whether the phrase says the name of one of the records.
    private func names(_ links: [Action.Link]) -> Bool {
        let said = Set(spans.phrase.tokens.map(\.text))
        return links.contains { !said.isDisjoint(with: NameWords.words(of: $0.record.name)) }
    }

    // MARK: What the phrase has

    private func probability(of command: CommandType) -> Double {
        guesses.first { $0.command == command }?.probability ?? 0
    }

    /// Whether enough of it is known: names of records, or more words of the CRM than strange ones.
    var isAboutRecords: Bool {
        guard let first = guesses.first, first.command != .unknown else { return false }
        // In the middle of a conversation few words say what is meant.
        if hasContext, first.probability >= Proposal.certain { return true }
        return cues.hasName ? cues.knownCount > 0 || cues.strangeCount < 3 : cues.knownCount > cues.strangeCount
    }

    /// Whether it is a question, which asks for no change unless it asks a favour.
    var asks: Bool {
        let words = spans.phrase.tokens.map(\.text).drop {
            ["and", "so", "um", "uh", "ok", "okay", "but"].contains($0)
        }
        guard let first = words.first else { return false }
        return Proposal.questioning.contains(first)
    }

    private static let questioning: Set<String> = [
        "what", "who", "whom", "whose", "which", "when", "where", "why", "how", "is", "are", "was", "were", "does",
        "did", "has", "am",
    ]

    /// Whether what was not understood makes no difference to what is shown.
    private func isPlain(_ found: Interpretation, _ unread: [String]) -> Bool {
        guard hasContext || cues.hasName else { return unread.isEmpty && cues.strangeCount == 0 }
        // Half a name may be half of somebody else's.
        let isHalf = found.draft.links.contains { $0.match < Proposal.leastMatch }
        return !isHalf && (unread.isEmpty || Proposal.telling.contains(found.reading.intent))
    }

    /// A name that fits worse, such as one said by half, is asked about.
    static let leastMatch = 0.92

    /// Commands whose answer says what it is about, so that words left over mislead nobody.
    private static let telling: Set<CommandType> = [
        .showRecord, .showField, .showHistory, .showScore, .nextAction, .showAgenda, .showTasks, .navigate,
    ]

    /// The values and names a reading has no place for; where somebody works says no more than their name.
    private func unused(by found: Interpretation) -> [Range<Int>] {
        let parents = Set(found.draft.links.flatMap { NameWords.words(of: "\($0.record.parent) \($0.record.name)") })
        return cues.found.filter { range in
            guard !found.reading.slots.contains(where: { $0.range.overlaps(range) }) else { return false }
            return !spans.phrase.tokens[range].allSatisfy { parents.contains($0.text) }
        }
    }

    /// Whether a run of tokens is a number, time or the like.
    private func isValue(_ range: Range<Int>) -> Bool {
        let finder = spans.finder
        let ends = [
            finder.time(at: range.lowerBound)?.end, finder.number(at: range.lowerBound)?.end,
            finder.money(at: range.lowerBound)?.end, finder.ordinal(at: range.lowerBound)?.end,
        ]
        return ends.contains(range.upperBound)
    }

    /// Whether a word may be a name or requirement nobody here knows.
    private func isStrange(_ token: Int) -> Bool {
        let word = spans.phrase.tokens[token]
        guard spans.skipCost[token] >= 3 else { return false }
        return word.isCapitalised && token > 0 || word.kind == .digits || !Leaning.builtIn.knows(word.text)
    }

    /// Whether a word of content has no place in an answer that does not say what it is about: the "churn" of "what
    /// is our churn rate this year", which is no revenue.
    private func isWord(_ token: Int, besides intent: CommandType) -> Bool {
        Proposal.silent.contains(intent) && spans.skipCost[token] >= 3
            && !Proposal.empty.contains(spans.phrase.tokens[token].text)
    }

    private static let silent: Set<CommandType> = [
        .aggregate, .countRecords, .rank, .comparePeriods, .listRecords, .showStale, .showRisk, .showForecast,
        .showPipeline,
    ]
    /// Words that ask and nothing else.
    private static let empty: Set<String> = [
        "show", "give", "tell", "list", "see", "look", "get", "find", "want", "need", "know", "let", "like", "going",
        "got", "good", "right", "well", "really", "currently", "actually", "exactly", "again", "once", "more", "many",
        "much", "still", "down", "there", "here", "anything", "something", "everything", "ones", "one", "things",
        "quickly", "quick", "pull", "bring", "put", "check", "think", "say", "thanks", "thank", "help", "sure", "yeah",
        "hey", "hi", "stuff", "go", "come", "make", "take", "doing", "looking", "got", "moment", "records", "record",
    ]

    /// Commands said to answer or take back; guessed at they would do harm.
    private static let spoken: Set<CommandType> = [
        .unknown, .confirm, .reject, .cancel, .choose, .correct, .repeatLast, .repeatFor,
    ]
    /// Commands that are to be said in so many words.
    static let strict: Set<CommandType> = [
        .delete, .bulkDelete, .bulkUpdate, .erasePerson, .mergeRecords, .restoreRecord, .switchTenant, .importRecords,
    ]
}
