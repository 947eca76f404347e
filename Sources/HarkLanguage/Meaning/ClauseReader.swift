import HarkCore

/// A reading and the action it means.
struct Interpretation {
    var reading: Reading
    var draft: Draft
    var cost: Float { reading.cost + draft.doubt }

    /// Whether it may merely tell what a command after it is about: a name, or who called.
    var isToldOnly: Bool {
        switch draft.commandType {
        case .showRecord: true
        case .logCall: reading.first("contact")?.range.lowerBound == reading.range.lowerBound
        default: false
        }
    }
}

/// Reads a part of a phrase as one command, and a whole phrase as one or several.
struct ClauseReader {
    let grammar: Grammar
    let spans: PhraseSpans
    let context: ReadingContext
    let preferred: [NamedRecord]
    /// Whether a phrase that no template reads is looked at loosely; too slow for every key.
    var proposes = true
    private var matcher: Matcher
    private let heard = HeardNames()

    init(grammar: Grammar, spans: PhraseSpans, context: ReadingContext, preferred: [NamedRecord] = []) {
        self.grammar = grammar
        self.spans = spans
        self.context = context
        self.preferred = preferred
        matcher = Matcher(grammar: grammar, spans: spans)
    }

    /// The interpretations of a part, cheapest first, each command and entities once.
    mutating func interpretations(
        of range: Range<Int>, after earlier: Draft? = nil, about told: Range<Int>? = nil, limit: Float = Matcher.limit
    ) -> [Interpretation] {
        let interpreter = interpreter(after: earlier, about: told)
        var found: [Interpretation] = []
        var bound = Float.infinity
        for reading in matcher.readings(of: range, count: 6, limit: limit) where reading.cost < bound {
            if spans.phrase.isCut, !reachesEnd(reading) { continue }
            var one = Interpretation(reading: reading, draft: interpreter.draft(reading))
            if hidesCommand(one) { one.draft.doubt += ClauseReader.costOfHidden }
            found.append(one)
            // What is far dearer than the best need not be linked; linking gives back 0.7 at the most.
            bound = min(bound, found[found.count - 1].cost + 1.7)
        }
        found.sort { $0.cost < $1.cost }
        var distinct: [Interpretation] = []
        for one in found
        where !distinct.contains(where: {
            $0.draft.commandType == one.draft.commandType && $0.draft.entities == one.draft.entities
        }) {
            distinct.append(one)
        }
        return distinct
    }

    /// Whether what would be noted of a call or meeting is a command itself: "I called her, move the deal to won".
    private mutating func hidesCommand(_ one: Interpretation) -> Bool {
        let reading = one.reading
        let isTask = [.createTask, .setReminder].contains(reading.intent)
        let kept = reading.first("note") ?? reading.first("reason") ?? (isTask ? reading.first("subject") : nil)
        guard isTask || [.logCall, .logMeeting, .loseDeal, .disqualifyLead].contains(reading.intent), let kept,
            kept.range.count > 1
        else { return false }
        let tokens = spans.phrase.tokens
        let joints: Set<String> = ["and", ",", ".", ";", "then", "so", "also"]
        let starts =
            [kept.range.lowerBound] + kept.range.dropLast().filter { joints.contains(tokens[$0].text) }.map { $0 + 1 }
        return starts.contains { start in
            if !isTask, isDuty(start..<kept.range.upperBound, after: one.draft) { return true }
            guard StatementCutter(spans: spans).beginsCommand(start..<kept.range.upperBound) else { return false }
            let end = (start + 1..<kept.range.upperBound).first { joints.contains(tokens[$0].text) }
            return [end, kept.range.upperBound].compactMap(\.self).contains { end in
                matcher.readings(of: start..<end, count: 2, limit: ClauseReader.limitOfHidden).contains { other in
                    // "Call her and send the offer" is one thing to do.
                    if isTask, !ClauseReader.changing.contains(other.intent) { return false }
                    let draft = interpreter(after: one.draft).draft(other)
                    return draft.command?.writes == true || isTask && !draft.entities.isEmpty
                }
            }
        }
    }

    /// Whether a part says what is to be done and when: "need to call her back Thursday at 2".
    private mutating func isDuty(_ range: Range<Int>, after earlier: Draft) -> Bool {
        let words = spans.phrase.tokens[range].map(\.text).drop { ["i", "we"].contains($0) }
        guard ClauseReader.duties.contains(where: { words.starts(with: $0) }) else { return false }
        return matcher.readings(of: range, count: 2, limit: ClauseReader.limitOfHidden, as: .createTask).contains {
            guard case .createTask(let task)? = interpreter(after: earlier).draft($0).command else { return false }
            return task.due != nil
        }
    }

    static let duties = [
        ["need", "to"], ["have", "to"], ["got", "to"], ["must"], ["should"], ["try", "her"], ["try", "him"],
        ["try", "them"], ["try", "again"], ["chase"], ["follow", "up"], ["ring"], ["call"], ["get", "back", "to"],
        ["check", "in"], ["check", "back"], ["will", "try"], ["remember", "to"],
    ]

    /// Commands nobody writes down to do later.
    private static let changing: Set<CommandType> = [
        .updateLead, .updateDeal, .setDealAmount, .setCloseDate, .setProbability, .winDeal, .loseDeal, .updateTicket,
        .closeTicket, .tagRecord, .addNote, .completeTask, .snoozeTask,
    ]

    /// What a command inside what would be noted costs: more than cutting the phrase twice.
    private static let costOfHidden: Float = 1.1
    /// The dearest command that is looked for in what would be noted.
    private static let limitOfHidden: Float = 1.3

    func interpreter(after earlier: Draft? = nil, about told: Range<Int>? = nil) -> Interpreter {
        let interpreter = Interpreter(
            grammar: grammar, spans: spans, context: context, preferred: preferred, heard: heard)
        interpreter.linker.antecedent = earlier?.subject
        interpreter.linker.followsNewcomer = earlier?.newName != nil
        if let told { interpreter.linker.told = (spans.records(in: told), spans.phrase.tokens[told].map(\.text)) }
        interpreter.newName = earlier?.newName ?? context.newcomer
        return interpreter
    }

    /// Of a phrase too long to look through only text that runs to its end can be read.
    private func reachesEnd(_ reading: Reading) -> Bool {
        guard let last = reading.slots.last, last.range.upperBound == spans.count else { return false }
        return last.type == .rest
    }

    /// The actions of the whole phrase.
    ///
    /// - Parameter choice: Which interpretation to take where the phrase is one command; 0 is the likeliest.
    mutating func actions(choice: Int = 0) -> [Action] {
        let whole = interpretations(of: 0..<spans.count)
        if choice == 0, let report = actionsOfReport(whole) { return report }
        if choice == 0, let parts = ClauseCutter(spans: spans).cut(with: &self, wholeCost: whole.first?.cost) {
            var actions: [Action] = []
            var earlier: Draft?
            let cutter = StatementCutter(spans: spans)
            for part in parts {
                let found = interpretations(of: part, after: earlier)
                // "Globex want to go ahead, open a deal": what was told is no command of its own.
                if part == parts[0], found.first?.isToldOnly == true, cutter.isStatement(part) {
                    if let other = actionBesideStatement() { return [other] }
                    earlier = found.first?.draft
                    continue
                }
                let one = action(of: found, choice: 0, rawText: spans.phrase.text(part))
                // "It is in the bag, close it as won" says one thing twice.
                if actions.contains(where: { one.isEcho(of: $0) }) { continue }
                // "Give it to Jonas, I don't have time for it": a reason is no command that is refused.
                if !actions.isEmpty, one.status == .refused || one.status == .unknown, cutter.isStatement(part) {
                    continue
                }
                if let earlier, cutter.isUrge(part), cutter.fields(in: part).allSatisfy(earlier.sets) { continue }
                actions.append(one)
                earlier = found.first?.draft ?? earlier
            }
            return actions
        }
        let action = action(of: whole, choice: choice, rawText: spans.phrase.raw)
        guard choice == 0 else { return [action] }
        let isUnread = action.commandType == .unknown
        let isPartial = whole.first?.draft.isPartial == true
        let isOpen = isUnread || isPartial
        if isOpen || action.confidence < 0.6, let other = actionBesideStatement(joined: !isOpen),
            isPartial || other.confidence > action.confidence
        {
            return [other]
        }
        guard proposes, isUnread || action.confidence < Proposal.doubtful else { return [action] }
        let proposal = Proposal(spans, grammar, context)
        if isUnread, let proposed = proposal.action(interpreter().draft) { return [proposed] }
        guard isUnread || proposal.isElsewhere else { return [action.askingForFaintName()] }
        var unknown = Action(.unknown, confidence: 0, rawText: spans.phrase.raw, status: .unknown)
        unknown.alternatives = proposal.alternatives
        return [unknown]
    }

    /// The reading of a phrase, no sentence of the command, that comes nearest to one.
    func nearest(to command: CommandType) -> Reading? {
        let interpreter = interpreter()
        let proposal = Proposal(spans, grammar, context)
        return proposal.reading(as: command, interpreter.draft)?.0.reading
    }

    func action(of found: [Interpretation], choice: Int, rawText: String) -> Action {
        let unknown = Action(.unknown, confidence: 0, rawText: rawText, status: .unknown)
        guard found.indices.contains(choice) else { return unknown }
        let chosen = found[choice]
        let others = found.indices.filter { $0 != choice }.map { found[$0] }
        let rivals = others.filter { $0.draft.commandType != chosen.draft.commandType }
        let confidence = Ranking.confidence(cost: chosen.cost, rivals: rivals.map(\.cost))
        if confidence < 0.5, choice == 0, chosen.cost > 2 || rivals.isEmpty { return unknown }
        var action = chosen.draft.action(rawText: rawText, confidence: confidence)
        let fixed = chosen.reading.fixed.filter { chosen.reading.first($0.slot) == nil }
        if !fixed.isEmpty {
            let answers = fixed.map { Action.Answer(slot: $0.slot, text: $0.text) }
            action = Rereading(grammar: grammar, context: context).action(action, with: answers) ?? action
        }
        if confidence < 0.5, action.status == .ready || action.status == .confirm {
            action.status = .clarify
            action.question =
                "This could mean several things. \(Proposal.otherWords), or press Tab for the other reading."
            action.command = nil
        }
        var seen: Set<CommandType> = [chosen.draft.commandType]
        for other in others where seen.insert(other.draft.commandType).inserted {
            let costs = found.filter { $0.draft.commandType != other.draft.commandType }.map(\.cost)
            let likely = Ranking.confidence(cost: other.cost, rivals: costs)
            if likely >= 0.01 { action.alternatives.append(.init(other.draft.commandType, confidence: likely)) }
        }
        return action
    }
}

extension Action {
    /// The action with a question where a doubtful reading would show a record whose name was hardly said.
    func askingForFaintName() -> Action {
        guard status == .ready || status == .confirm, case .show? = command, let link = links.first,
            link.match < Proposal.leastMatch
        else { return self }
        var action = self
        (action.status, action.command) = (.clarify, nil)
        (action.choices, action.missing) = ([link.record], [link.entity])
        action.question = "Do you mean \(Interpreter.listed(action.choices))?"
        return action
    }

    /// Whether it says no more than another does: the same once more, or a part of it with the rest left open.
    fileprivate func isEcho(of other: Action) -> Bool {
        guard commandType == other.commandType, rawText != other.rawText else { return false }
        if entities == other.entities, status == other.status {
            return !links.isEmpty || command?.writes != true || commandType == .undo || commandType == .redo
        }
        guard status == .clarify, other.status != .clarify else { return false }
        return entities.members.allSatisfy { other.entities[$0.name] == $0.value }
    }
}
