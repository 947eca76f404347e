import HarkCore

/// Reads an action's phrase again with more said about it: what answered its question, or what corrects it.
///
/// The added words follow the phrase behind a mark no value reaches over, so that every slot keeps its place in one
/// text and nothing is parsed differently because of them.
struct Rereading {
    let grammar: Grammar
    let context: ReadingContext

    private static let mark = " ; "

    /// Whether a slot's time may be said in parts, a later one leaving open what an earlier one says.
    static func mergesTimes(_ slot: String) -> Bool { slot == "start" || slot == "due" }

    /// The action with the answers in place; `nil` where one does not fit its slot or the phrase is read otherwise.
    func action(_ base: Action, with answers: [Action.Answer]) -> Action? {
        var text = base.rawText
        var offsets: [Range<Int>] = []
        for answer in answers {
            text += Rereading.mark
            offsets.append(text.utf8.count..<(text.utf8.count + answer.text.utf8.count))
            text += answer.text
        }
        let spans = PhraseSpans(Tokenizer.tokenize(text), grammar: grammar, context: context)
        let tokens = spans.phrase.tokens
        let end = tokens.firstIndex { $0.start >= base.rawText.utf8.count } ?? tokens.count
        let preferred = answers.compactMap(\.record)
        var reader = ClauseReader(grammar: grammar, spans: spans, context: context, preferred: preferred)
        let sentences = reader.interpretations(of: 0..<end)
        guard
            var reading = sentences.first(where: { $0.draft.commandType.family == base.commandType.family })?.reading
                ?? reader.nearest(to: base.commandType)
        else { return nil }
        let interpreter = Interpreter(grammar: grammar, spans: spans, context: context, preferred: preferred)
        interpreter.newName = context.newcomer
        for (answer, offset) in zip(answers, offsets) where answer.record == nil {
            let range = tokens.indices.filter { offset.contains(tokens[$0].start) }
            guard let first = range.first, let last = range.last,
                let slots = slots(placed(answer, in: reading), first..<(last + 1), reading, spans)
            else { return nil }
            reading.slots = slots + kept(reading.slots, beside: slots, interpreter, replaces: answer.replaces)
        }
        let draft = interpreter.draft(reading)
        let confidence = max(0.8, Ranking.confidence(cost: reading.cost, rivals: []))
        var action = draft.action(rawText: base.rawText, confidence: confidence)
        action.answers = answers
        return action
    }

    /// "And yesterday?" after what came in today is when it came in.
    private func placed(_ answer: Action.Answer, in reading: Reading) -> Action.Answer {
        let times: Set<String> = ["created", "close", "closed", "renewal"]
        guard answer.slot == "when", reading.first("when") == nil,
            let said = reading.slots.first(where: { times.contains($0.name) })
        else { return answer }
        var answer = answer
        answer.slot = said.name
        return answer
    }

    /// The answer as fillings of its slot.
    private func slots(
        _ answer: Action.Answer, _ range: Range<Int>, _ reading: Reading, _ spans: PhraseSpans
    ) -> [FilledSlot]? {
        for type in grammar.types(of: answer.slot, in: reading.intent) {
            switch type {
            case .record where answer.slot == "attendees":
                return parts(of: range, spans).map { recordSlot(answer.slot, type, $0, spans) }
            case .record: return [recordSlot(answer.slot, type, range, spans)]
            case .name, .text, .rest: return [FilledSlot(name: answer.slot, type: type, range: range, isOpen: true)]
            default:
                guard spans.span(of: type, in: range, grammar) else { continue }
                return [FilledSlot(name: answer.slot, type: type, range: range, isOpen: false)]
            }
        }
        return nil
    }

    private func recordSlot(_ name: String, _ type: SlotType, _ range: Range<Int>, _ spans: PhraseSpans) -> FilledSlot {
        let isKnown =
            spans.mentions[range.lowerBound].contains { $0.end == range.upperBound }
            || spans.finder.reference(at: range.lowerBound)?.end == range.upperBound
        return FilledSlot(name: name, type: type, range: range, isOpen: !isKnown)
    }

    /// "Helen Marsh and Ole Berg" are two.
    private func parts(of range: Range<Int>, _ spans: PhraseSpans) -> [Range<Int>] {
        let isWhole = spans.mentions[range.lowerBound].contains { $0.end == range.upperBound && $0.match >= 1 }
        if isWhole { return [range] }
        return spans.phrase.tokens[range].indices
            .split { ["and", ","].contains(spans.phrase.tokens[$0].text) }
            .compactMap { part in part.first.flatMap { first in part.last.map { first..<($0 + 1) } } }
    }

    /// What stays of the phrase's own fillings: a time keeps the part the answer leaves open, people who are known
    /// stay invited, anything else of that name gives way.
    private func kept(_ old: [FilledSlot], beside new: [FilledSlot], _ interpreter: Interpreter, replaces: Bool)
        -> [FilledSlot]
    {
        guard let name = new.first?.name else { return old }
        return old.filter { slot in
            guard slot.name == name else { return true }
            switch slot.type {
            case .time: return Rereading.mergesTimes(name)
            case .record where name == "attendees" && !replaces:
                if interpreter.finder.colleague(at: slot.range.lowerBound)?.end == slot.range.upperBound { return true }
                if case .one = interpreter.linker.resolve(slot, order: Interpreter.parties) { return true }
                return false
            default: return false
            }
        }
    }
}

extension Action {
    /// What is put right takes the place of what was made, which is no twin of it.
    func forgettingTwin(in context: ReadingContext) -> Action {
        guard corrects, status == .confirm, let twin = choices.first, choices.count == 1,
            context.touched.contains(where: { $0.reference == twin.reference })
        else { return self }
        var action = self
        (action.status, action.question, action.choices) = (.ready, nil, [])
        return action
    }
}

extension PhraseSpans {
    /// Whether a run of tokens is a value of a type from end to end.
    func span(of type: SlotType, in range: Range<Int>, _ grammar: Grammar) -> Bool {
        guard let number = grammar.spanTypeNumbers[type] else { return false }
        return spans[number * count + range.lowerBound].contains { $0.end == range.upperBound }
    }
}
