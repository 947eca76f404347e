import HarkCore

/// What the words of a follow-up change: requirements of a list, or a value of a command.
extension FollowUp {
    /// Requirements of a list: the words are read as if they stood beside the kind of record.
    ///
    /// - Parameter hasCue: Whether words such as "what about" stand before; without them a name is no requirement.
    func listChanges(_ rest: String, _ last: Action, hasCue: Bool = true) -> [Action.Answer]? {
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
        // Work can be late, a meeting or a call cannot.
        if ["meetings", "calls"].contains(kind), words.contains("overdue") || words.contains("late") { return nil }
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
        guard let best else { return nil }
        // "The newest one" is one of them.
        let isOne = rest.lowercased().hasSuffix(" one") && best.answers.contains { FollowUp.orders.contains($0.slot) }
        let one: [Action.Answer] = isOne ? [.init(slot: "limit", text: "1")] : []
        return replacingTimes(best.answers + one, last)
    }

    private static let orders: Set<String> = ["recency", "magnitude", "sort"]

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
        // "The renewal ones" are in no town of that name.
        let isWritten = spans.phrase.tokens[slot.range].allSatisfy(\.isCapitalised)
        if slot.isOpen, slot.name == "city", !isWritten, let places = context.places {
            return !places.contains(spans.phrase.text(slot.range).lowercased())
        }
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

    private static let beforeValues: Set<String> = [
        "to", "for", "at", "on", "with", "by", "the", "from", "it", "is", "was", "in",
    ]

    /// Two values at once, such as "January for Maria"; `nil` where either fits no slot.
    func pairChanges(_ rest: String, _ last: Action) -> [Action.Answer]? {
        let tokens = Tokenizer.tokenize(rest).tokens
        let joint = tokens.indices.dropFirst().dropLast().first { ["for", "in", "of"].contains(tokens[$0].text) }
        guard let joint, (3...8).contains(tokens.count) else { return nil }
        let bytes = Array(rest.utf8)
        let parts = [bytes[..<tokens[joint].start], bytes[tokens[joint].end...]].map {
            String(decoding: $0, as: UTF8.self)
        }
        let found = parts.compactMap { valueChanges($0, last, isCorrection: false).first }
        return found.count == 2 && found[0].slot != found[1].slot ? found : nil
    }

    /// The slots of the command a value fits, those that were said first, with the value for each.
    func valueChanges(_ rest: String, _ last: Action, isCorrection: Bool) -> [Action.Answer] {
        let all = grammar.slots(of: last.commandType)
        let said = all.filter { last.entities[FollowUp.entity(of: $0.name)] != nil }
        if isCorrection, let answer = named(rest, said) { return [answer] }
        let slots = said + all.filter { slot in !said.contains { $0.name == slot.name } }
        let rest = completed(scaled(bare(rest, of: last), last), last)
        let spans = PhraseSpans(Tokenizer.tokenize(rest), grammar: grammar, context: context)
        guard spans.count > 0 else { return [] }
        var found: [Action.Answer] = []
        for first in 0..<min(3, spans.count) {
            if first > 0, !FollowUp.beforeValues.contains(spans.phrase.tokens[first - 1].text) { break }
            let range = first..<spans.count
            let words = spans.phrase.text(range)
            // "Make it 45 minutes" after a shift by half an hour says how long it lasts.
            for slot in slots where slot.name != "shift" {
                let isRecord = if case .record = slot.type { true } else { false }
                let isPlace = spans.finder.reference(at: first).map { $0.end == spans.count && $0.value.ordinal != nil }
                let isKnown =
                    isRecord
                    && (isPlace == true
                        || spans.mentions[first].contains { $0.end == spans.count && $0.match >= 0.8 })
                let isHour = slot.type == .time && said.contains { $0.name == slot.name }
                if isHour, let time = timeText(words, slot.name, last) {
                    found.append(.init(slot: slot.name, text: time, replaces: true))
                } else if spans.span(of: slot.type, in: range, grammar), !isRecord || isKnown, slot.type != .name {
                    found.append(.init(slot: slot.name, text: words, replaces: true))
                }
            }
            if !found.isEmpty { return found }
        }
        // "Her company is Fjordline" tells more than a name.
        let tells: Set<String> = ["is", "was", "are", "has", "her", "his", "their", "its", "it", "she", "he", "they"]
        guard isCorrection, let slot = slots.first(where: { $0.type == .name }), spans.count <= 5,
            spans.phrase.tokens.contains(where: \.isCapitalised),
            !spans.phrase.tokens.contains(where: { tells.contains($0.text) })
        else { return [] }
        return [.init(slot: slot.name, text: rest)]
    }

    /// "The company is Nordlicht Solar": the value of a slot that is called by its name.
    private func named(_ rest: String, _ said: [Lexicon.Slot]) -> Action.Answer? {
        let phrase = Tokenizer.tokenize(rest)
        let words = phrase.tokens.map(\.text)
        let start = words.prefix { ["the", "her", "his", "their", "its"].contains($0) }.count
        guard start + 2 < words.count, ["is", "was", "should", "are"].contains(words[start + 1]),
            let slot = said.first(where: { $0.name == words[start] && $0.type == .name })
        else { return nil }
        let first = words[start + 2] == "be" ? start + 3 : start + 2
        let end = words[first...].firstIndex(of: ",") ?? words.count
        return first < end ? .init(slot: slot.name, text: phrase.text(first..<end), replaces: true) : nil
    }

    /// What an entity is called whose slot is called otherwise.
    private static func entity(of slot: String) -> String {
        switch slot {
        case "to_owner": "owner"
        case "to_stage": "stage"
        case "number": "ticket"
        default: slot
        }
    }

    /// "Jonas's" after what was asked of Maria is Jonas.
    private func bare(_ rest: String, of last: Action) -> String {
        guard last.entities["owner"] != nil || last.entities["filters"]?["owner"] != nil,
            let ending = ["'s", "’s"].first(where: rest.hasSuffix)
        else { return rest }
        return String(rest.dropLast(ending.count))
    }

    /// "In the first" after the second quarter is the first quarter.
    private func completed(_ rest: String, _ last: Action) -> String {
        let said = last.rawText.lowercased() + " " + last.answers.map(\.text).joined(separator: " ")
        guard ["first", "second", "third", "fourth", "last"].contains(where: rest.lowercased().hasSuffix),
            let unit = ["quarter", "half"].first(where: said.contains)
        else { return rest }
        return "\(rest) \(unit)"
    }

    /// "No, 21" after 20k is 21k.
    private func scaled(_ rest: String, _ last: Action) -> String {
        let finder = ValueFinder(Tokenizer.tokenize(rest), context)
        let said = finder.number(at: 0).flatMap { $0.end == finder.count ? Int(exactly: $0.value.value) : nil }
        guard let number = said, number < 1_000, case .number(let old)? = last.entities["amount"], old >= 1_000,
            last.rawText.contains("k") || last.rawText.contains("thousand")
        else { return rest }
        return "\(number)k"
    }

    /// A time said in place of another: a bare "11" is an hour, a weekday one of the week that was meant.
    private func timeText(_ words: String, _ slot: String, _ last: Action) -> String? {
        guard let time = Answering(words, type: .time, in: context).timeText else { return nil }
        let tokens = Tokenizer.tokenize(words).tokens.map(\.text).filter { $0 != "on" }
        guard tokens.count == 1, let weekday = TimeWords.weekdays[tokens[0]],
            let old = last.entities[slot]?.string.flatMap({ LocalDate($0.prefix(10)) })
        else { return time }
        let day = old.startOfWeek.adding(days: weekday.daysSinceMonday)
        return day >= context.now.date ? "on \(day)" : time
    }
}
