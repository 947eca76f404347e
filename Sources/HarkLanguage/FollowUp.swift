import HarkCore

/// Phrases that only mean something after another: "and for Maria?", "no, Friday", "only the open ones", "again".
struct FollowUp {
    let grammar: Grammar
    let context: ReadingContext

    /// How a phrase leans on the last one.
    private enum Sort { case more, correction }

    /// Openings, the longer ones first.
    private static let openings: [(words: [String], sort: Sort)] = {
        let more = [
            "do the same for", "repeat that for", "repeat it for", "do that for", "do it for", "do that again for",
            "do it again for", "and the same for", "now the same for", "and do the same for", "now do the same for",
            "the same for", "same for", "the same with", "same with", "the same at", "what about",
            "how about", "and what about", "and how about", "and only", "but only", "now only", "only", "just", "and",
            "also", "now", "but",
        ]
        let corrections = [
            "no i meant", "no i mean", "no make it", "no make that", "no wait", "no not that", "i meant", "i mean",
            "actually make it", "make it", "make that", "change it to", "change that to", "move it to", "no sorry",
            "sorry i meant", "sorry", "actually", "rather", "correction", "wait", "no", "nope",
        ]
        let all = more.map { ($0, Sort.more) } + corrections.map { ($0, Sort.correction) }
        return all.map { ($0.0.split(separator: " ").map(String.init), $0.1) }
            .sorted { $0.words.count > $1.words.count }
    }()
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
        guard let last = context.last, !FollowUp.talk.contains(last.commandType), phrase.utf8.count <= 120 else {
            return nil
        }
        let tokens = Tokenizer.tokenize(phrase).tokens
        let words = tokens.map(\.text).filter { !["um", "uh", "please", "?", ".", "!"].contains($0) }
        if FollowUp.again.contains(words.joined(separator: " ")) { return repeated(last) }
        guard let (sort, rest) = opened(phrase, tokens) else { return bare(phrase, tokens, last) }
        guard !rest.isEmpty else { return nil }
        let answers =
            isList(last) ? listChanges(rest, last) : valueChanges(rest, last, isCorrection: sort == .correction)
        guard let answers else { return nil }
        return reread(last, answers, sort)
    }

    private func isList(_ action: Action) -> Bool {
        action.commandType.family == .listRecords || action.commandType == .showRisk
    }

    private func reread(_ last: Action, _ answers: [Action.Answer], _ sort: Sort) -> Action? {
        var base = last
        // What was said later wins.
        base.answers = last.answers.filter { old in !answers.contains { $0.slot == old.slot } }
        let rereading = Rereading(grammar: grammar, context: context)
        guard var action = rereading.action(base, with: base.answers + answers) else { return nil }
        action.corrects = sort == .correction && last.command?.writes == true
        return action
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

    /// What follows an opening; "not Tuesday, Thursday" corrects as well.
    private func opened(_ phrase: String, _ tokens: [Token]) -> (Sort, String)? {
        var first = 0
        while first < tokens.count, ["um", "uh", "er", "oh", "ah"].contains(tokens[first].text) { first += 1 }
        if first < tokens.count, tokens[first].text == "not",
            let turn = tokens[first...].firstIndex(where: { $0.text == "," || $0.text == "but" }),
            turn + 1 < tokens.count
        {
            return (.correction, text(of: phrase, from: turn + 1, tokens))
        }
        for (words, sort) in FollowUp.openings {
            var next = first
            let fits = words.allSatisfy { word in
                while next < tokens.count, tokens[next].kind == .mark, next > first { next += 1 }
                defer { next += 1 }
                return next < tokens.count && tokens[next].text == word
            }
            guard fits else { continue }
            while next < tokens.count, tokens[next].kind == .mark, tokens[next].text == "," { next += 1 }
            return (sort, text(of: phrase, from: next, tokens))
        }
        return nil
    }

    private func text(of phrase: String, from first: Int, _ tokens: [Token]) -> String {
        var last = tokens.count
        while last > first, ["?", ".", "!", "please", "instead", "then"].contains(tokens[last - 1].text) { last -= 1 }
        guard first < last else { return "" }
        return String(decoding: Array(phrase.utf8)[tokens[first].start..<tokens[last - 1].end], as: UTF8.self)
    }

    // MARK: What changes

    /// Requirements of a list: the words are read as if they stood beside the kind of record.
    ///
    /// - Parameter hasCue: Whether words such as "what about" stand before; without them a name is no requirement.
    private func listChanges(_ rest: String, _ last: Action, hasCue: Bool = true) -> [Action.Answer]? {
        let kind = listed(last).plural
        var words = rest
        for small in ["the ", "those ", "ones ", "that are "] where words.hasPrefix(small) {
            words.removeFirst(small.count)
        }
        for small in [" only", " ones", " one"] where words.hasSuffix(small) { words.removeLast(small.count) }
        let candidates = [
            "\(words) \(kind)", "\(kind) \(words)", "\(kind) from \(words)", "\(kind) for \(words)", words,
        ]
        var best: (cost: Float, answers: [Action.Answer])?
        for (index, candidate) in candidates.enumerated() {
            let spans = PhraseSpans(Tokenizer.tokenize(candidate), grammar: grammar, context: context)
            var matcher = Matcher(grammar: grammar, spans: spans)
            let readings = matcher.readings(of: 0..<spans.count, count: 6)
            guard let reading = readings.first(where: { $0.intent.family == .listRecords }), reading.passed.isEmpty,
                reading.cost + Float(index) * 0.05 < best?.cost ?? 1.3
            else { continue }
            let isKindSaid = index == candidates.count - 1
            let slots = reading.slots.filter {
                ($0.name != "type" || isKindSaid) && !isUnknownName($0, spans, hasCue: hasCue)
            }
            guard !slots.isEmpty, slots.count == reading.slots.count - (isKindSaid ? 0 : 1) else { continue }
            best = (
                reading.cost + Float(index) * 0.05,
                slots.map { .init(slot: $0.name, text: spans.phrase.text($0.range)) }
            )
        }
        return best.map { replacingTimes($0.answers, last) }
    }

    private func listed(_ last: Action) -> RecordKind {
        switch last.commandType {
        case .showRisk: .customer
        case .showTasks: .task
        case .showAgenda: .meeting
        case .showPipeline: .deal
        default: last.entities["type"]?.string.flatMap(RecordKind.init) ?? .lead
        }
    }

    private func isUnknownName(_ slot: FilledSlot, _ spans: PhraseSpans, hasCue: Bool) -> Bool {
        if !hasCue, case .record = slot.type { return true }
        return slot.isOpen && (slot.name == "company" || !hasCue)
    }

    /// "Last month" changes the time that was said, whatever it was said of.
    private func replacingTimes(_ answers: [Action.Answer], _ last: Action) -> [Action.Answer] {
        let filters = last.entities["filters"]?.members.map(\.name) ?? []
        let said = ["close", "created"].first(where: filters.contains)
        return answers.map { answer in
            guard answer.slot == "when", let said, last.rawText.contains(said.prefix(5)) || said == "close" else {
                return answer
            }
            let isPlain = last.commandType.family == .listRecords
            return isPlain ? .init(slot: said, text: answer.text) : answer
        }
    }

    /// One value that fits a slot the command has.
    private func valueChanges(_ rest: String, _ last: Action, isCorrection: Bool) -> [Action.Answer]? {
        // What was said is corrected before what was not.
        let all = grammar.slots(of: last.commandType)
        let said = all.filter { last.entities[$0.name] != nil }
        let slots = said + all.filter { !said.contains($0) }
        let spans = PhraseSpans(Tokenizer.tokenize(rest), grammar: grammar, context: context)
        guard spans.count > 0 else { return nil }
        for first in 0..<min(3, spans.count) {
            if first > 0,
                !["to", "for", "at", "on", "with", "by", "the", "from", "it", "is"].contains(
                    spans.phrase.tokens[first - 1].text)
            {
                break
            }
            let range = first..<spans.count
            for slot in slots {
                let isRecord = if case .record = slot.type { true } else { false }
                let isKnown = isRecord && spans.mentions[first].contains { $0.end == spans.count && $0.match >= 0.8 }
                guard spans.span(of: slot.type, in: range, grammar), !isRecord || isKnown, !slot.type.isNewName else {
                    continue
                }
                return [.init(slot: slot.name, text: spans.phrase.text(range), replaces: true)]
            }
        }
        guard isCorrection, let slot = slots.first(where: { $0.type == .name }), spans.count <= 5,
            spans.phrase.tokens.contains(where: \.isCapitalised)
        else { return nil }
        return [.init(slot: slot.name, text: rest)]
    }
}

extension SlotType {
    fileprivate var isNewName: Bool { self == .name }
}
