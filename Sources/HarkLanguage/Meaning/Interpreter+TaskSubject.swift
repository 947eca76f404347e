import HarkCore

/// What of a task's words is its subject.
extension Interpreter {
    private static let repairs: Set<String> = ["no", "sorry", "wait", "rather", "i", "mean", "meant", ","]

    /// The words behind a correction that starts over: "call Globex, no sorry, call Initech".
    func afterRepair(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first else { return range }
        for index in range.dropFirst() where ["no", "sorry", "wait"].contains(phrase.tokens[index].text) {
            let again = range.first { $0 > index && !Interpreter.repairs.contains(phrase.tokens[$0].text) }
            if let again, phrase.tokens[again].text == phrase.tokens[first].text {
                return afterRepair(again..<range.upperBound)
            }
        }
        return range
    }

    /// The pieces that count where a later one starts over behind words that are passed over.
    func afterRepair(_ pieces: [Range<Int>]) -> [Range<Int>] {
        let pieces = pieces.map(afterRepair)
        let again = pieces.indices.dropFirst().last { index in
            let gap = pieces[index - 1].upperBound..<pieces[index].lowerBound
            return gap.contains { ["no", "sorry", "wait"].contains(phrase.tokens[$0].text) }
                && phrase.tokens[pieces[index].lowerBound].text == phrase.tokens[pieces[0].lowerBound].text
        }
        return Array(pieces[(again ?? 0)...])
    }

    /// A task whose words hold, between commas, when it is due, how much it matters and that it be written down, with
    /// each of these in its place: "ring Lucía today, top priority, put that down for her".
    func sorted(_ said: Reading) -> Reading {
        guard let place = said.slots.firstIndex(where: { $0.name == "subject" && $0.isOpen }),
            said.all("subject").count == 1
        else { return said }
        let pieces = said.slots[place].range.split { phrase.tokens[$0].text == "," }.map { $0.startIndex..<$0.endIndex }
        guard let subject = pieces.first, pieces.count > 1 else { return said }
        var reading = said
        for piece in pieces.dropFirst() {
            if let slot = value(of: piece, as: ["due": .time, "priority": .table("priority")], beside: reading) {
                reading.slots.append(slot)
            } else if !StatementCutter(spans: spans).isUrge(piece) {
                return said
            }
        }
        reading.slots[place].range = subject
        guard reading.first("due") == nil else { return reading }
        for start in subject.dropFirst() where finder.time(at: start)?.end == subject.upperBound {
            reading.slots[place].range = subject.lowerBound..<start
            reading.slots.append(
                FilledSlot(name: "due", type: .time, range: start..<subject.upperBound, isOpen: false))
            break
        }
        return reading
    }

    /// A piece that is a value of one of the slots from end to end, small words before it aside.
    private func value(of piece: Range<Int>, as types: [String: SlotType], beside reading: Reading) -> FilledSlot? {
        let start = piece.first { !["by", "on", "for", "with", "and", "due", "at"].contains(phrase.tokens[$0].text) }
        guard let start else { return nil }
        for (name, type) in types where reading.first(name) == nil {
            let range = start..<piece.upperBound
            if spans.span(of: type, in: range, grammar) {
                return FilledSlot(name: name, type: type, range: range, isOpen: false)
            }
        }
        return nil
    }

    /// Words that only point at something, so that a task of nothing else says nothing.
    private static let pointers: Set<String> = [
        "it", "for", "that", "this", "them", "those", "these", "one", "ones", "thing", "same", "about", "the", "a",
        "an",
        "first", "second", "third", "fourth", "fifth", "last", "next", "him", "her", "half", "hour", "day", "week",
        "minute", "minutes", "before", "beforehand", "earlier", "after", "afterwards", "two", "push", "move", "put",
        "set", "mark", "change", "to",
    ]

    /// Whether the words of a task say nothing of what is to be done.
    func isHollow(_ pieces: [Range<Int>]) -> Bool {
        pieces.joined().allSatisfy { Interpreter.pointers.contains(phrase.tokens[$0].text) }
    }

    /// Whom or what a task is about: who is named in its words, else who is spoken of where its words lean on that.
    func related(to reading: Reading, in draft: inout Draft) -> NamedRecord? {
        if let slot = reading.first("related") {
            if newName != nil, isPronoun(slot) { return nil }
            // "Call the bank" is about nobody's deal.
            let isAnything = if case .record(let kinds) = slot.type { kinds.contains(.deal) } else { false }
            let order = isAnything ? Interpreter.concerns : Interpreter.parties
            return link(slot, as: "related", order: order, asking: "Whom do you mean?", to: &draft)
        }
        for slot in reading.all("subject") {
            for start in afterRepair(slot.range) {
                let mention = spans.mentions[start].filter { $0.end <= slot.range.upperBound }.max { $0.end < $1.end }
                let isPlain = mention?.end == start + 1 && !phrase.tokens[start].isCapitalised
                let isWord = isPlain && !(spans.alternatives[start].filter { $0.cost == 0 }.isEmpty)
                guard let mention, !isWord, mention.match >= 0.85 else { continue }
                let name = FilledSlot(name: "related", type: .record(.all), range: start..<mention.end, isOpen: false)
                if case .one(let record, let match) = linker.resolve(name, order: Interpreter.concerns) {
                    return accept(record, match: match, as: "related", in: &draft)
                }
            }
        }
        guard let words = reading.all("subject").first.map({ phrase.tokens[$0.range].map(\.text) }), leans(words),
            case .one(let record, let match) = linker.atHand(Interpreter.concerns)
        else { return nil }
        return accept(record, match: match, as: "related", in: &draft)
    }

    /// What a task can be about, the likeliest first.
    private static let concerns = parties + [.deal, .ticket]

    /// Whether a task's words leave open whom it is about: "try again", "check back with him".
    private func leans(_ words: [String]) -> Bool {
        words.contains { ContextWords.people.contains($0) }
            || Interpreter.leaningStarts.contains { words.starts(with: $0) && words.count <= $0.count + 1 }
    }

    private static let leaningStarts = [
        "follow up", "followup", "try again", "call back", "ring back", "check in", "check back", "get back", "chase",
        "chase up", "ping", "call again", "try once more", "catch up", "touch base",
    ].map { $0.split(separator: " ").map(String.init) }
}
