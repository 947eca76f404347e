import HarkCore

/// What a phrase that is no sentence of any template most likely means: worth a question; only what changes nothing
/// and leaves nothing out is done unasked.
struct Proposal {
    /// Below this a reading is not worth asking about.
    private static let leastProbability = 0.3
    /// From here on a change is worth a yes or no.
    private static let leastForWriting = 0.5
    /// From here on what changes nothing is done.
    private static let certain = 0.6

    /// A phrase of more tokens has several sentences, or none that a command could be guessed from.
    private static let maximumCount = 30
    /// Readings of sentences less sure than this are left where the phrase is about something else.
    static let doubtful = 0.7

    private let grammar: Grammar
    private let spans: PhraseSpans
    private let cues: PhraseCues
    private let guesses: [Leaning.Guess]

    init(_ spans: PhraseSpans, _ grammar: Grammar, _ context: ReadingContext) {
        self.grammar = grammar
        self.spans = spans
        cues = PhraseCues(
            spans, grammar.vocabulary, tickets: context.tickets, after: context.last?.commandType)
        guesses = Leaning.builtIn.guesses(cues.cues)
    }

    /// The commands the phrase leans to, the likeliest first.
    var alternatives: [Action.Alternative] {
        guesses.lazy.filter { $0.command != .unknown }.prefix(3).map {
            Action.Alternative($0.command, confidence: min(0.49, max(0.01, $0.probability)))
        }
    }

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
            for reading in matcher.readings(as: guess.command, count: 2) where !reading.isNegated {
                let draft = draft(reading)
                let probability =
                    draft.commandType == guess.command ? guess.probability : self.probability(of: draft.commandType)
                let unused = Double(unused(by: reading).count)
                let score = probability - 0.06 * Double(reading.cost + draft.doubt) - 0.15 * unused
                if score > best?.score ?? -10 {
                    best = (Interpretation(reading: reading, draft: draft), probability, score)
                }
            }
        }
        return best.map { ($0.interpretation, $0.probability) }
    }

    /// The action to propose; `nil` where the phrase is better left alone.
    func action(_ draft: (Reading) -> Draft) -> Action? {
        guard spans.count <= Proposal.maximumCount, !spans.isNegation.contains(true) else { return nil }
        guard let (found, probability) = reading(draft), probability >= Proposal.leastProbability else { return nil }
        // A record nobody knows is no evidence of a command.
        let guessesRecord = found.reading.slots.contains { $0.isOpen && $0.type.isRecord }
        if guessesRecord, found.draft.links.isEmpty { return nil }
        var action = found.draft.action(rawText: spans.phrase.raw, confidence: probability)
        let unused = unused(by: found.reading).map { spans.phrase.text($0) }
        let unread = found.reading.passed.filter(isStrange).map { spans.phrase.text($0..<($0 + 1)) }
        let isComplete = unused.isEmpty && unread.isEmpty && probability >= Proposal.certain
        switch action.status {
        case .refused, .unknown: break
        case .clarify: if !unused.isEmpty { ask(&action, unused) }
        case .ready, .confirm:
            if Proposal.strict.contains(action.commandType) || !unused.isEmpty {
                ask(&action, unused)
            } else if probability < Proposal.leastForWriting, found.draft.command?.writes == true {
                ask(&action, unread)
            } else if found.draft.command?.writes == true || found.draft.command == nil {
                action.status = .confirm
                action.question = Proposal.said(action) + "?" + Proposal.notUnderstood(unread)
                action.confidence = min(probability, 0.59)
            } else if !isComplete {
                ask(&action, unread)
            }
        }
        action.alternatives = alternatives.filter { $0.commandType != action.commandType }
        return action
    }

    /// Asks for other words, as the reading is not to be done as it is.
    private func ask(_ action: inout Action, _ words: [String]) {
        action.status = .clarify
        action.command = nil
        action.confidence = min(action.confidence, 0.59)
        action.missing = []
        let sample = grammar.help.first { $0.commandType == action.commandType }?.samples.first ?? ""
        action.question =
            "\(Proposal.said(action))?\(Proposal.notUnderstood(words)) Say it in other words, such as “\(sample)”."
    }

    private static func notUnderstood(_ words: [String]) -> String {
        words.isEmpty ? "" : " Not understood: " + words.map { "“\($0)”" }.joined(separator: ", ") + "."
    }

    /// The action in words: its name and what is in it.
    private static func said(_ action: Action) -> String {
        let name = action.commandType.rawValue.lowercased().split(separator: "_").joined(separator: " ")
        let title = name.prefix(1).uppercased() + name.dropFirst()
        let parts = parts(of: action.entities)
        return parts.isEmpty ? title : title + ": " + parts.joined(separator: ", ")
    }

    private static func parts(of entities: JSONValue) -> [String] {
        entities.members.filter { $0.name != "duration_min" }.flatMap { member in
            if case .object(let inner) = member.value, inner.first?.name != "from", inner.first?.name != "until" {
                return parts(of: member.value)
            }
            return [member.name.split(separator: "_").joined(separator: " ") + " " + text(of: member.value)]
        }
    }

    private static func text(of value: JSONValue) -> String {
        switch value {
        case .string(let text): text.hasSuffix("T00:00") ? String(text.dropLast(6)) : text
        case .array(let elements): elements.map(text(of:)).joined(separator: " and ")
        case .object(let members): members.map { $0.name + " " + text(of: $0.value) }.joined(separator: " ")
        case .number, .bool, .null: value.compact
        }
    }

    // MARK: What the phrase has

    private func probability(of command: CommandType) -> Double {
        guesses.first { $0.command == command }?.probability ?? 0
    }

    /// Whether enough of it is known: names of records, or more words of the CRM than strange ones.
    private var isAboutRecords: Bool {
        guard let first = guesses.first, first.command != .unknown else { return false }
        return cues.hasName ? cues.knownCount > 0 || cues.strangeCount < 3 : cues.knownCount > cues.strangeCount
    }

    /// The values and names a reading has no place for.
    private func unused(by reading: Reading) -> [Range<Int>] {
        cues.found.filter { range in !reading.slots.contains { $0.range.overlaps(range) } }
    }

    /// Whether a word may be a name or requirement nobody here knows.
    private func isStrange(_ token: Int) -> Bool {
        let word = spans.phrase.tokens[token]
        guard spans.skipCost[token] >= 3 else { return false }
        return word.isCapitalised && token > 0 || word.kind == .digits || !Leaning.builtIn.knows(word.text)
    }

    /// Commands said to answer or take back; guessed at they would do harm.
    private static let spoken: Set<CommandType> = [
        .unknown, .confirm, .reject, .cancel, .choose, .correct, .repeatLast, .repeatFor,
    ]
    /// Commands that are to be said in so many words.
    private static let strict: Set<CommandType> = [
        .delete, .bulkDelete, .bulkUpdate, .erasePerson, .mergeRecords, .assignRecord, .restoreRecord, .undo, .redo,
        .switchTenant, .importRecords, .exportRecords, .completeTask, .setReminder, .createTask,
    ]
}
