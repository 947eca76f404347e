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

    /// A task that ends in when it is due, how much it matters or that it be written down, each behind a comma, with
    /// these in their places: "ring Lucía today, top priority, put that down for her".
    func sorted(_ said: Reading) -> Reading {
        var reading = withWholeEnd(timedInside(timedBeforeReason(said)))
        let said = reading
        var end = said.range.upperBound
        var found: [FilledSlot] = []
        while let comma = (said.range.lowerBound..<end).last(where: { phrase.tokens[$0].text == "," }),
            case let piece = (comma + 1)..<end, !piece.isEmpty, comma > said.range.lowerBound
        {
            let values: [String: SlotType] = ["due": .time, "priority": .table("priority")]
            if let slot = value(of: piece, as: values, beside: reading.slots + found) {
                found.append(slot)
            } else if !StatementCutter(spans: spans).isUrge(piece) {
                break
            }
            reading.passed.removeAll { $0 >= comma }
            end = comma
        }
        guard end < said.range.upperBound else { return said }
        reading.slots = reading.slots.compactMap { $0.ending(by: end) } + found
        reading.range = said.range.lowerBound..<end
        let subject = reading.slots.firstIndex { $0.isOpen && $0.range.upperBound == end }
        if let subject, reading.first("due") == nil, let start = timeEnding(reading.slots[subject].range) {
            reading.slots[subject].range = reading.slots[subject].range.lowerBound..<start
            reading.slots.append(FilledSlot(name: "due", type: .time, range: start..<end, isOpen: false))
        }
        return reading
    }

    /// "Call Rosalind today, it has gone quiet" is due today, though a reason follows.
    private func timedBeforeReason(_ said: Reading) -> Reading {
        guard said.first("due") == nil, let place = said.slots.firstIndex(where: { $0.name == "subject" }) else {
            return said
        }
        let slot = said.slots[place]
        for start in slot.range.dropFirst() {
            guard let end = finder.time(at: start)?.end, end <= slot.range.upperBound, end < said.range.upperBound,
                let next = (end..<said.range.upperBound).first(where: { phrase.tokens[$0].kind != .mark }),
                Interpreter.reasoning.contains(phrase.tokens[next].text)
            else { continue }
            return said.due(start..<end, outOf: place)
        }
        return said
    }

    /// What a colleague is to do is due when its words say, wherever they stand: "tell Maria to send the offer by
    /// Wednesday noon and copy me", "remind Jonas to call her next Monday at ten about the demo".
    private func timedInside(_ said: Reading) -> Reading {
        guard said.first("due") == nil, said.first("assignee") != nil || isForSomebody(said),
            let place = said.slots.firstIndex(where: { $0.name == "subject" }),
            case let slot = said.slots[place], let first = slot.range.first,
            first == 0 || !["\"", "“"].contains(phrase.tokens[first - 1].text)
        else { return said }
        for start in slot.range.dropFirst() {
            guard let end = finder.time(at: start)?.end, end <= slot.range.upperBound,
                isDue(start..<end, before: slot.range.upperBound)
            else { continue }
            return said.due(start..<end, outOf: place)
        }
        return said
    }

    /// Whether a time among the words of a task is when it is due, and not part of what it is about.
    private func isDue(_ time: Range<Int>, before end: Int) -> Bool {
        if ["by", "before", "until"].contains(phrase.tokens[time.lowerBound].text), time.count > 1 { return true }
        // "Send the May figures", "the Friday call"
        let follower = time.upperBound < end ? phrase.tokens[time.upperBound] : nil
        return follower.map { $0.kind == .mark || Interpreter.goingOn.contains($0.text) } ?? true
    }

    /// What goes on with a task behind its time.
    private static let goingOn = reasoning.union([
        "about", "regarding", "re", "concerning", "with", "to", "and", "but", "then", "for", "on", "in", "if", "that",
        "please", "or",
    ])

    private static let reasoning: Set<String> = [
        "it", "he", "she", "they", "we", "i", "because", "since", "as", "otherwise", "so",
    ]

    /// The "ok" of "check that all is ok" is no politeness.
    private func withWholeEnd(_ said: Reading) -> Reading {
        guard let place = said.slots.lastIndex(where: { $0.name == "subject" }),
            case let end = said.slots[place].range.upperBound, end < said.range.upperBound, end > 0,
            ["is", "are", "be", "was", "was", "'s", "still", "all"].contains(phrase.tokens[end - 1].text),
            ["ok", "okay", "right", "well"].contains(phrase.tokens[end].text)
        else { return said }
        var reading = said
        reading.slots[place].range = said.slots[place].range.lowerBound..<(end + 1)
        return reading
    }

    /// Where a time begins that a run of words ends in.
    private func timeEnding(_ range: Range<Int>) -> Int? {
        range.dropFirst().first { finder.time(at: $0)?.end == range.upperBound }
    }

    /// A piece that is a value of one of the slots from end to end, small words before it aside.
    private func value(of piece: Range<Int>, as types: [String: SlotType], beside filled: [FilledSlot]) -> FilledSlot? {
        let start = piece.first { !["by", "on", "for", "with", "and", "due", "at"].contains(phrase.tokens[$0].text) }
        let last = piece.last { !["priority", "prio", "please"].contains(phrase.tokens[$0].text) }
        guard let start, let last, start <= last else { return nil }
        for (name, type) in types where !filled.contains(where: { $0.name == name }) {
            let whole = start..<piece.upperBound
            let range = spans.span(of: type, in: whole, grammar) ? whole : start..<(last + 1)
            if spans.span(of: type, in: range, grammar) {
                return FilledSlot(name: name, type: type, range: range, isOpen: false)
            }
        }
        return nil
    }

    /// Whether the words of a task hold more than what is to be done: when, though nothing says it is due, or that it
    /// be put down: "send him two references by Wednesday put that down for me".
    func holdsMore(_ reading: Reading) -> Bool {
        guard let slot = reading.first("subject"), slot.range.count > 4 else { return false }
        let isQuoted =
            slot.range.lowerBound > 0 && [":", "\"", "“"].contains(phrase.tokens[slot.range.lowerBound - 1].text)
        guard !isQuoted else { return false }
        return slot.range.dropFirst(2).dropLast().contains { token in
            let words = phrase.tokens[token].text + " " + phrase.tokens[token + 1].text
            // "Close it or mark it lost" is to be done as a whole.
            if Interpreter.urges.contains(words), phrase.tokens[token - 1].text != "or" { return true }
            return reading.first("due") == nil
                && ["by", "on", "at", "before", "until"].contains(phrase.tokens[token].text)
                && finder.time(at: token).map { $0.end > token + 1 && $0.end < slot.range.upperBound } == true
        }
    }

    private static let urges: Set<String> = [
        "put that", "put it", "write that", "write it", "note that", "note it", "make it", "make that", "give him",
        "give her", "give them", "set it", "mark it", "mark that", "let him", "let her", "let them", "move it",
    ]

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
                // The "call Priya" of another task names nobody.
                let mention = spans.mentions[start].filter {
                    $0.end <= slot.range.upperBound && !$0.kinds.isDisjoint(with: KindSet(Interpreter.concerns))
                }.max { $0.end < $1.end }
                let isPlain = mention?.end == start + 1 && !phrase.tokens[start].isCapitalised
                let isWord = isPlain && !(spans.alternatives[start].filter { $0.cost == 0 }.isEmpty)
                guard let mention, !isWord, mention.match >= 0.85 else { continue }
                let name = FilledSlot(name: "related", type: .record(.all), range: start..<mention.end, isOpen: false)
                if case .one(let record, let match) = linker.resolve(name, order: Interpreter.concerns) {
                    return accept(record, match: match, as: "related", in: &draft)
                }
            }
        }
        guard let words = reading.all("subject").first.map({ phrase.tokens[$0.range].map(\.text) }) else { return nil }
        let isForColleague = reading.first("assignee") != nil || isForSomebody(reading)
        let isAboutIt = isForColleague && (words.contains("it") || words.contains("this"))
        let kinds = pointedKind(words).map { [$0] } ?? (leans(words) || isAboutIt ? Interpreter.concerns : [])
        guard !kinds.isEmpty, case .one(let record, let match) = linker.atHand(kinds) else { return nil }
        return accept(record, match: match, as: "related", in: &draft)
    }

    /// The kind of record that "this deal" or "that ticket" points at.
    private func pointedKind(_ words: [String]) -> RecordKind? {
        let noun = words.indices.dropFirst().first { ["this", "that"].contains(words[$0 - 1]) }
        return noun.flatMap { RecordKind(rawValue: words[$0]) }.flatMap {
            Interpreter.concerns.contains($0) ? $0 : nil
        }
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

extension FilledSlot {
    /// The slot without what stands from a token on; `nil` where nothing is left.
    fileprivate func ending(by token: Int) -> FilledSlot? {
        guard range.lowerBound < token else { return nil }
        var slot = self
        slot.range = range.lowerBound..<min(range.upperBound, token)
        return slot
    }
}

extension Reading {
    /// The reading with a time among the words of a slot as when it is due, and the words on both sides as they were.
    fileprivate func due(_ time: Range<Int>, outOf place: Int) -> Reading {
        var reading = self
        let words = slots[place]
        reading.slots[place].range = words.range.lowerBound..<time.lowerBound
        reading.slots.insert(FilledSlot(name: "due", type: .time, range: time, isOpen: false), at: place + 1)
        if time.upperBound < words.range.upperBound {
            var rest = words
            rest.range = time.upperBound..<words.range.upperBound
            reading.slots.insert(rest, at: place + 2)
        }
        return reading
    }
}
