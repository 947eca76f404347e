public import HarkCore

extension PhraseReader {
    /// The pending action completed by an answer to its question; `nil` where the phrase is none.
    ///
    /// A choice is named by its number ("2", "the second one") or its name. What was missing is first read as a value
    /// of that slot; only a clear new command drops the question. Text that was asked for is kept whatever it says.
    func answer(_ phrase: String, in context: ReadingContext) -> Action? {
        guard let pending = context.pending else { return nil }
        var plain = context
        plain.pending = nil
        if let chosen = offer(phrase, of: pending, in: plain) { return chosen }
        guard pending.status == .clarify else { return nil }
        let rereading = Rereading(grammar: grammar, context: plain)
        if let record = Choice(phrase, in: plain).record(of: pending.choices) {
            let answer = Action.Answer(slot: pending.missing.first ?? "", text: record.name, record: record)
            return rereading.action(pending, with: pending.answers + [answer])
        }
        guard !pending.missing.isEmpty else { return nil }
        if let named = namedFurther(phrase, pending, in: plain) { return named }
        var ordinary = clauseReader(phrase, in: plain)
        ordinary.proposes = false
        let alone = ordinary.actions()
        let isTalk =
            alone.count == 1 && [.reject, .cancel, .confirm, .undo, .redo, .help].contains(alone[0].commandType)
        if isTalk, alone[0].confidence >= 0.8 { return nil }
        // Asked what a note should say, somebody may say the whole command once more.
        if alone.count == 1, alone[0].commandType == pending.commandType, alone[0].commandType == .addNote,
            alone[0].command != nil, alone[0].confidence >= 0.9, !alone[0].links.isEmpty
        {
            return nil
        }
        // "Make it Thursday instead" is nothing to be done.
        let goesOn = phrase.lowercased().hasPrefix("and ")
        if alone[0].commandType == .correct && alone[0].confidence >= 0.8 || goesOn, pending.missing == ["subject"] {
            return nil
        }
        let asked = pending.missing.compactMap { slot -> (name: String, type: SlotType)? in
            let name = Answering.slotNames[pending.commandType]?[slot] ?? slot
            return grammar.types(of: name, in: pending.commandType).first.map { (name, $0) }
        }
        // What is a value of one of them answers that one; else the first question is the one asked.
        let valued = asked.first { Answering(phrase, type: $0.type, in: plain).isValue(of: $0.type, grammar) }
        guard let (name, type) = valued ?? asked.first else { return nil }
        let words = Answering(phrase, type: type, in: plain)
        if name != "text", valued == nil, leansElsewhere(phrase, than: pending, in: context) { return nil }
        if name != "text", valued == nil, isClearCommand(alone, besides: pending) { return nil }
        guard let answer = words.answer(to: name, type: type, of: pending, grammar: grammar) else { return nil }
        let action = rereading.action(pending, with: pending.answers + answer)
        // A name nobody has is no answer where the words may be a command, or are too many for a name.
        if case .record = type, let action, action.missing.contains(pending.missing[0]), action.choices.isEmpty {
            let isCommand = alone[0].commandType != .unknown && !alone[0].isBareName
            if isCommand || Tokenizer.tokenize(phrase).tokens.count > 3 { return nil }
        }
        return action
    }

    /// "Marsh" or "the one at Greyfriar" where "Priya" was said and none of those shown is meant.
    private func namedFurther(_ phrase: String, _ pending: Action, in context: ReadingContext) -> Action? {
        let slot = pending.missing[0]
        let heard = Tokenizer.tokenize(phrase).tokens.filter { $0.kind != .mark }.map(\.text)
        let more = heard.filter { !PhraseReader.pointing.contains($0) }
        let entity = pending.entities[slot]
        guard pending.choices.count > 1, (1...3).contains(more.count), heard.count <= 8,
            let said = entity?.string ?? entity?.elements.last?.string, said.utf8.count <= 40
        else { return nil }
        let known = NameWords.words(of: said)
        let kinds = KindSet(pending.choices.map(\.reference.kind))
        let named = Set(known).union(more)
        let fitting = context.names.records.lazy.compactMap { $0 }.filter { record in
            kinds.contains(KindSet(record.reference.kind))
                && named.isSubset(of: NameWords.words(of: "\(record.name) \(record.detail) \(record.parent)"))
        }
        let found = Array(fitting.prefix(6))
        guard let first = found.first, !known.isEmpty else { return nil }
        let rereading = Rereading(grammar: grammar, context: context)
        if found.count == 1 || found.allSatisfy({ $0.name == first.name && $0.parent == first.parent }) {
            let name = Answering.slotNames[pending.commandType]?[slot] ?? slot
            let answer = Action.Answer(slot: name, text: first.name, replaces: true)
            let action = rereading.action(pending, with: pending.answers + [answer])
            return action?.command == nil ? nil : action
        }
        return found.count <= 5 ? pending.asking(among: found) : nil
    }

    /// Words beside a name that point at one of several.
    private static let pointing: Set<String> = [
        "the", "one", "at", "from", "of", "with", "in", "is", "i", "think", "it", "it's", "'s", "that", "s", "um", "uh",
        "no", "mean", "meant", "actually", "called", "named", "not", "who", "works", "for", "guess", "believe", "maybe",
    ]

    /// Whether so many words are most likely another command, though no template reads them.
    private func leansElsewhere(_ phrase: String, than pending: Action, in context: ReadingContext) -> Bool {
        let spans = PhraseSpans(Tokenizer.tokenize(phrase), grammar: grammar, context: context)
        guard spans.count > 5 else { return false }
        let guess = Proposal(spans, grammar, context).likeliest
        return guess.map { $0.probability >= 0.8 && $0.command != pending.commandType && !$0.command.leans } ?? false
    }

    /// Whether the phrase is a command in its own right and no mere name.
    func isClearCommand(_ actions: [Action], besides pending: Action?) -> Bool {
        guard let first = actions.first, first.commandType != .unknown, first.confidence >= 0.8 else { return false }
        if first.commandType.leans { return false }
        if first.commandType == pending?.commandType, first.status == .clarify { return false }
        guard case .show = first.command else { return first.commandType != .search || first.rawText.contains(" ") }
        return first.confidence >= 0.96
    }
}

extension Action {
    /// The question anew, about others.
    fileprivate func asking(among records: [NamedRecord]) -> Action {
        var action = self
        action.choices = records
        action.question = "Which one: \(Interpreter.listed(records))?"
        return action
    }

    /// Whether a list was asked for with a single record in mind: "which ticket has been open longest".
    public var asksForOne: Bool {
        guard let query = command?.query, !query.sort.isEmpty else { return false }
        let words = Set(Tokenizer.tokenize(rawText).tokens.map(\.text))
        return words.contains(query.kind.rawValue) && !words.contains(query.kind.plural)
            && !words.isDisjoint(with: Action.superlatives)
    }

    /// Whether it takes back what is said to have been wrong altogether: "wrong deal, undo".
    public var undoesMistake: Bool {
        commandType == .undo && Tokenizer.tokenize(rawText).tokens.contains { $0.text == "wrong" }
    }

    private static let superlatives: Set<String> = [
        "newest", "latest", "oldest", "longest", "biggest", "largest", "smallest", "worst", "best", "highest", "lowest",
        "hottest", "riskiest", "most", "least", "top",
    ]
}

extension CommandType {
    /// Whether it only says something about what was said before it.
    public var leans: Bool { [.choose, .correct, .repeatLast, .repeatFor].contains(self) }
}

extension Action {
    /// Whether it only names something.
    fileprivate var isBareName: Bool {
        commandType == .showRecord || commandType == .search || commandType == .correct
    }
}

/// An answer's words, read for the slot they were asked for.
struct Answering {
    /// Where the slot of a template is called otherwise than the entity.
    static let slotNames: [CommandType: [String: String]] = [.createDeal: ["company": "account"]]

    private let phrase: String
    private let finder: ValueFinder
    private let context: ReadingContext
    /// The tokens without small words before and after.
    private let range: Range<Int>

    init(_ phrase: String, type: SlotType, in context: ReadingContext) {
        self.phrase = phrase
        self.context = context
        finder = ValueFinder(Tokenizer.tokenize(phrase), context)
        var first = 0
        var last = finder.count
        if type != .rest, type != .text {
            while first < last, Answering.leading.contains(finder.word(first)) || finder.tokens[first].kind == .mark,
                finder.word(first) != "#", finder.word(first) != "(", finder.word(first) != "+"
            {
                first += 1
            }
            while last > first,
                Answering.trailing.contains(finder.word(last - 1))
                    || [".", "!", "?", ","].contains(finder.word(last - 1))
            {
                last -= 1
            }
        }
        range = first..<last
    }

    private static let leading: Set<String> = [
        "um", "uh", "er", "it", "is", "its", "from", "with", "for", "to", "on", "the", "company", "called", "named",
        "make", "actually", "sorry", "rather", "no",
        "let", "us", "say", "i", "mean", "meant", "it's", "'s", "of", "please", "at", "by", "deal", "lead", "contact",
        "task", "and", "also", "about", "that", "would", "be", "ok", "okay", "yes", "well",
    ]
    private static let trailing: Set<String> = [
        "please", "thanks", "then", "will", "do", "works", "lead", "deal", "one",
    ]
    private static let questions: Set<String> = [
        "what", "who", "when", "where", "why", "how", "which", "show", "list", "find", "search", "open", "tell", "do",
        "does", "did", "are", "can",
    ]

    private static let verbs: Set<String> = ["is", "are", "was", "were", "has", "have", "will", "should"]
    private static let subjects: Set<String> = [
        "the", "it", "that", "this", "he", "she", "they", "there", "my", "our", "his", "her", "their", "i", "we",
    ]

    /// Whether the words are a typed value from end to end, which no command is.
    func isValue(of type: SlotType, _ grammar: Grammar) -> Bool {
        switch type {
        case .time: timeText != nil
        case .money, .number: number != nil
        case .user, .colleague: !range.isEmpty && finder.user(at: range.lowerBound)?.end == range.upperBound
        case .record, .name, .text, .rest, .known, .issue, .table: false
        case .recurrence, .duration, .percent, .phone, .email, .url, .ordinal: false
        }
    }

    /// The answer, or `nil` where the words do not fit the slot.
    func answer(
        to slot: String, type: SlotType, of pending: Action, grammar: Grammar
    ) -> [Action.Answer]? {
        guard !range.isEmpty else { return nil }
        let words = finder.phrase.text(range)
        switch type {
        case .time:
            if let again = finder.recurrence(at: range.lowerBound), again.end == range.upperBound,
                !grammar.types(of: "repeat", in: pending.commandType).isEmpty, timeText == nil
            {
                return [.init(slot: "repeat", text: words)]
            }
            return timeText.map { [.init(slot: slot, text: $0)] }
        case .rest, .text:
            return [.init(slot: slot, text: type == .rest ? phrase.trimmed : words)]
        case .money, .number: return number.map { [.init(slot: slot, text: $0)] }
        case .name: return isName && (slot != "tag" || range.count <= 3) ? [.init(slot: slot, text: words)] : nil
        case .record(let kinds):
            if let record = numbered(kinds) { return [.init(slot: slot, text: record.name, record: record)] }
            return isName ? [.init(slot: slot, text: words)] : nil
        default: return [.init(slot: slot, text: words)]
        }
    }

    /// The words as a time from end to end; a bare "3" is an hour when an hour was asked for.
    var timeText: String? {
        for start in 0..<max(1, range.lowerBound + 1) where finder.time(at: start)?.end == range.upperBound {
            return finder.phrase.text(start..<range.upperBound)
        }
        guard range.lowerBound < range.upperBound else { return nil }
        if finder.clock(at: range.lowerBound, isCued: true)?.end == range.upperBound {
            return "at " + finder.phrase.text(range)
        }
        // "9 to 12"
        let span = "from " + finder.phrase.text(range)
        let spanned = ValueFinder(Tokenizer.tokenize(span), context)
        guard let found = spanned.time(at: 0), found.end == spanned.count, found.value.untilClock != nil else {
            return nil
        }
        return span
    }

    private var number: String? {
        guard !range.isEmpty else { return nil }
        let end = finder.money(at: range.lowerBound)?.end ?? finder.number(at: range.lowerBound)?.end
        return end == range.upperBound ? finder.phrase.text(range) : nil
    }

    /// Few words that ask nothing.
    private var isName: Bool {
        range.count <= 8 && !Answering.questions.contains(finder.word(0)) && finder.word(finder.count - 1) != "?"
            && !["his", "her", "their", "its", "my"].contains(finder.word(0))
            && !finder.tokens.contains { $0.kind == .email }
            && !(Answering.verbs.contains(finder.word(0)) && Answering.subjects.contains(finder.word(1)))
            && !range.dropFirst().contains { ["what", "who", "when", "where", "how", "why"].contains(finder.word($0)) }
    }

    /// A record by its number: `12`, `#12`, `number 12`.
    private func numbered(_ kinds: KindSet) -> NamedRecord? {
        var start = range.lowerBound
        while ["#", "number", "no"].contains(finder.word(start)) { start += 1 }
        guard start == range.upperBound - 1, finder.tokens[start].kind == .digits, let id = Int64(finder.word(start))
        else { return nil }
        return RecordKind.allCases.lazy.filter { kinds.contains(KindSet($0)) }
            .compactMap { context.names.record(RecordReference($0, id)) }.first
    }
}

extension String {
    /// The text without space at its ends.
    fileprivate var trimmed: String {
        let front = drop { $0.isWhitespace }
        return String(front.reversed().drop { $0.isWhitespace }.reversed())
    }
}
