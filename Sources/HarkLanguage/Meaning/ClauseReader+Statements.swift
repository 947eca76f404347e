import HarkCore

extension ClauseReader {
    /// The action of a phrase that also tells something: what it is about, what happened, or why.
    ///
    /// - Parameter joined: Whether a mark or joining word has to stand between the parts: "every lead we got through
    ///   a referral" tells nothing beside the command.
    /// - Returns: `nil` where no part of the phrase is a command of its own, or where the rest may be one too.
    mutating func actionBesideStatement(joined: Bool = false) -> Action? {
        let cutter = StatementCutter(spans: spans)
        for split in cutter.splits where split.isJoined || !joined {
            guard var chosen = command(split, cutter) else { continue }
            chosen.draft.doubt += 0.2
            let confidence = Ranking.confidence(cost: chosen.cost, rivals: [])
            guard confidence >= 0.5 else { continue }
            return chosen.draft.action(rawText: spans.phrase.raw, confidence: confidence)
        }
        return nil
    }

    /// The dearest part that is still a command.
    private static let limit: Float = 1.5
    private static let talk: Set<CommandType> = [
        .confirm, .reject, .cancel, .help, .unknown, .choose, .correct, .repeatLast, .repeatFor, .undo, .redo, .search,
    ]

    private mutating func command(_ split: StatementCutter.Split, _ cutter: StatementCutter) -> Interpretation? {
        let statement = interpretations(of: split.told, limit: 2.2).first { $0.cost <= ClauseReader.limit }
        if cutter.isUrge(split.command) {
            guard let statement, statement.draft.command?.writes == true else { return nil }
            return cutter.fields(in: split.command).allSatisfy(statement.draft.sets) ? statement : nil
        }
        guard var said = interpretations(of: split.command, about: split.told, limit: 2.2).first,
            said.cost <= ClauseReader.limit, !ClauseReader.talk.contains(said.draft.commandType),
            said.draft.refusal == nil
        else { return nil }
        // "They carry that tag no longer, remove it" is about the tag.
        if said.draft.commandType == .delete, !cutter.isTopic(split.told) || cutter.isStatement(split.told) {
            return nil
        }
        if said.draft.commandType == .showRecord, said.reading.slots.isEmpty { return nil }
        if let statement, statement.draft.command?.writes == true, !said.draft.isDone(by: statement.draft) {
            return statement.draft.says(said.draft) ? statement : nil
        }
        said = completed(said, from: split.told)
        if said.draft.status == .ready, said.draft.command?.writes == true,
            let unused = unusedValue(in: split.told, of: said.reading)
        {
            said.draft.caveat = "“\(unused)” was not used."
        }
        if said.draft.command?.writes == true, let name = unusedName(in: split.told, of: said.draft) {
            said.draft.caveat = "“\(name)” was not used."
        }
        return said
    }

    /// A record named in what was told by a name of two words or more that the command has nothing to do with.
    private func unusedName(in told: Range<Int>, of draft: Draft) -> String? {
        let used = Set(draft.links.flatMap { NameWords.words(of: "\($0.record.name) \($0.record.parent)") })
        for start in told {
            let whole = spans.mentions[start].filter {
                $0.match >= 0.95 && $0.end <= told.upperBound && $0.end > start + 1
            }
            guard let end = whole.map(\.end).max() else { continue }
            if !spans.phrase.tokens[start..<end].allSatisfy({ used.contains($0.text) }) {
                return spans.phrase.text(start..<end)
            }
        }
        return nil
    }

    /// The command with what it lacks taken from what was told: "it is now worth 60k, update the amount"; of a time
    /// only a call or meeting that is to be logged.
    private mutating func completed(_ said: Interpretation, from told: Range<Int>) -> Interpretation {
        var reading = said.reading
        let isLog = [.logCall, .logMeeting].contains(reading.intent)
        for slot in grammar.slots(of: reading.intent) where slot.type.isValue && reading.first(slot.name) == nil {
            let isLacking = said.draft.missing.contains(slot.name)
            guard isLacking || isLog || ![.time, .recurrence, .duration, .number].contains(slot.type) else { continue }
            let values = values(of: slot.type, in: told)
            guard values.count == 1, !reading.slots.contains(where: { $0.range.overlaps(values[0]) }) else { continue }
            reading.slots.append(FilledSlot(name: slot.name, type: slot.type, range: values[0], isOpen: false))
        }
        for name in said.draft.missing where ["company", "person"].contains(name) {
            let names = spans.newNames(in: told)
            guard names.count == 1, grammar.types(of: name, in: reading.intent).contains(.name) else { continue }
            reading.slots.removeAll { $0.name == name }
            reading.slots.append(FilledSlot(name: name, type: .name, range: names[0], isOpen: true))
        }
        // "She's not going ahead, too expensive. Mark the deal as lost" says why.
        if [.loseDeal, .disqualifyLead].contains(reading.intent), reading.first("reason") == nil,
            StatementCutter(spans: spans).isStatement(told)
        {
            reading.slots.append(FilledSlot(name: "reason", type: .rest, range: told, isOpen: true))
        }
        guard reading.slots != said.reading.slots else { return said }
        return Interpretation(reading: reading, draft: interpreter(about: told).draft(reading))
    }

    /// The longest values of a type in a part that do not overlap.
    private func values(of type: SlotType, in range: Range<Int>) -> [Range<Int>] {
        guard let number = grammar.spanTypes.firstIndex(of: type) else { return [] }
        var found: [Range<Int>] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let ends = spans.spans[number * spans.count + index].map(\.end).filter { $0 <= range.upperBound }
            if let end = ends.max() {
                found.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return found
    }

    /// A time, sum, address or the like that was told and has no place in the command.
    private func unusedValue(in told: Range<Int>, of reading: Reading) -> String? {
        for type in grammar.spanTypes where type.isValue {
            for value in values(of: type, in: told) where !reading.slots.contains(where: { $0.range.overlaps(value) }) {
                // "One" and "now" hardly say anything.
                let isSmall = value.count == 1 && (type == .number || type == .ordinal || type == .time)
                if !isSmall { return spans.phrase.text(value) }
            }
        }
        return nil
    }
}

extension PhraseSpans {
    /// Names in a part that no record has: runs with capitals, or what follows "a firm", "a guy called".
    func newNames(in range: Range<Int>) -> [Range<Int>] {
        let capitals = runs(in: range) { phrase.tokens[$0].isCapitalised && $0 > 0 && skipCost[$0] > 1 }
            .filter { run in !mentions[run.lowerBound].contains { $0.end >= run.upperBound && $0.match >= 0.95 } }
        if !capitals.isEmpty { return capitals }
        let strange = runs(in: range) { index in
            skipCost[index] > 1 && mentions[index].isEmpty && alternatives[index].first?.cost != 0
        }
        return strange.filter { run in
            run.lowerBound > range.lowerBound
                && SmallWords.introducing.contains(phrase.tokens[run.lowerBound - 1].text)
        }
    }

    private func runs(in range: Range<Int>, where belongs: (Int) -> Bool) -> [Range<Int>] {
        range.split { !belongs($0) }.compactMap { run in
            run.first.flatMap { first in run.last.map { first..<($0 + 1) } }
        }
    }

    /// The records named in a part, by place.
    func records(in range: Range<Int>) -> [Int32] {
        var found: [Int32] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let mentions = mentions[index].filter { $0.end <= range.upperBound && $0.match >= 0.8 }
            if let mention = mentions.max(by: { $0.end < $1.end }) {
                found += mention.candidates.filter { $0.match > mention.match - 0.03 }.map(\.place)
                index = mention.end
            } else {
                index += 1
            }
        }
        return found
    }
}

extension Draft {
    /// Whether a field, by its value or its command, is what the draft sets.
    func sets(_ field: Set<String>) -> Bool {
        let said = entities.first { $0.name == "field" }?.value.string
        return field.contains(commandType.rawValue) || said.map(field.contains) == true
            || entities.contains { field.contains($0.name) }
    }

    /// Whether telling what was done is the reason for ticking off the task.
    fileprivate func isDone(by told: Draft) -> Bool {
        commandType == .completeTask && [.logCall, .logMeeting].contains(told.commandType)
    }

    /// Whether the same command is meant by another draft that says no more: "mark it won" after "they signed".
    fileprivate func says(_ other: Draft) -> Bool {
        guard commandType == other.commandType else { return false }
        return other.entities.allSatisfy { entities.contains($0) }
    }
}

extension SlotType {
    /// Whether it is a typed value that stands for itself wherever it is said.
    fileprivate var isValue: Bool {
        switch self {
        case .time, .recurrence, .duration, .percent, .phone, .email, .url, .money, .number: true
        default: false
        }
    }
}
