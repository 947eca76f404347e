import HarkCore

extension PhraseSpans {
    /// The spans of every type that start at a token, with the numbers of their types.
    func spans(at start: Int, _ grammar: Grammar) -> [(type: Int, span: Span)] {
        var found: [(type: Int, span: Span)] = []
        func add(_ span: Span, _ type: Int) {
            if let known = found.firstIndex(where: { $0.type == type && $0.span.end == span.end }) {
                found[known].span.cost = min(found[known].span.cost, span.cost)
            } else {
                found.append((type, span))
            }
        }
        let pointed = Pointed(
            reference: finder.reference(at: start), company: company(ofPersonAt: start))
        let isNamed =
            !mentions[start].isEmpty || pointed.reference != nil || pointed.company != nil
            || start > 0 && PhraseSpans.tagging.contains(phrase.tokens[start - 1].text)
        for type in grammar.recognisedTypes {
            // Most words name nobody, and a third of the types are records.
            if !isNamed, grammar.spanTypes[type].isRecord { continue }
            for span in spans(of: grammar.spanTypes[type], at: start, pointed) { add(span, type) }
        }
        for alternative in alternatives[start] {
            for index in grammar.tableEntries.range(Int(alternative.word)) {
                guard let type = grammar.tableEntries.elements[index].spanType,
                    let rest = restCost(of: grammar.tableEntries.elements[index].words, at: start)
                else { continue }
                let end = start + grammar.tableEntries.elements[index].words.count
                add(Span(end: end, cost: alternative.cost + rest), type)
            }
        }
        return found
    }

    /// What the words after the first of a table entry cost; `nil` where they do not follow.
    private func restCost(of words: [Int32], at start: Int) -> Float? {
        guard start + words.count <= count else { return nil }
        var cost: Float = 0
        for offset in words.indices.dropFirst() {
            var least: Float?
            for index in alternatives.range(start + offset)
            where alternatives.elements[index].word == words[offset] {
                least = min(least ?? .infinity, alternatives.elements[index].cost)
            }
            guard let least else { return nil }
            cost += least
        }
        return cost
    }

    /// A record a token points at without its name.
    private struct Pointed {
        var reference: Found<ContextReference>?
        /// The company a person is called by.
        var company: Mention?
    }

    private func spans(of type: SlotType, at start: Int, _ pointed: Pointed) -> [Span] {
        switch type {
        case .table("title"): return finder.titleEnds(at: start).map { Span(end: $0, cost: 0.05) }
        case .text, .rest, .table: return []
        case .name:
            return tagEnds(at: start).map { Span(end: $0, cost: 0) }
                + mentions[start].filter { $0.match >= 1 }.map { Span(end: $0.end, cost: 0.1) }
        case .record(let kinds): return recordSpans(kinds, at: start, pointed)
        case .user: return finder.user(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .colleague: return finder.colleague(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .time: return finder.time(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .recurrence: return finder.recurrence(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .duration: return finder.duration(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .percent: return finder.percent(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .phone: return finder.phone(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .email: return finder.email(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .url: return finder.url(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .known:
            let companies = mentions[start].filter { !$0.kinds.isDisjoint(with: [.company, .customer, .lead]) }
            return companies.filter { $0.match >= 0.9 }.map { Span(end: $0.end, cost: 0.05) }
        case .issue: return issueEnds(at: start).map { Span(end: $0, cost: 0.05) }
        case .ordinal: return finder.ordinal(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .number: return finder.number(at: start).map { [Span(end: $0.end, cost: 0)] } ?? []
        case .money:
            if let money = finder.money(at: start) { return [Span(end: money.end, cost: 0)] }
            if finder.percent(at: start) != nil { return [] }
            return finder.number(at: start).map { [Span(end: $0.end, cost: 0.3)] } ?? []
        }
    }

    /// Where tags of several words end that records have and a word such as "tagged" announces: "tagged must win".
    private func tagEnds(at start: Int) -> [Int] {
        guard start > 0, !tags.isEmpty, PhraseSpans.tagging.contains(phrase.tokens[start - 1].text) else { return [] }
        return (start + 2..<min(start + 5, count + 1)).filter { end in
            end <= count && tags.contains(phrase.text(start..<end).lowercased())
        }
    }

    private static let tagging: Set<String> = [
        "tag", "tagged", "tags", "label", "labelled", "labeled", "marked", "flagged", "as", "the", "with",
    ]

    /// Where the names of open tickets that start at a token end, letter case aside.
    private func issueEnds(at start: Int) -> [Int] {
        let rest = phrase.bytes[phrase.tokens[start].start...]
        return issues.compactMap { issue in
            var place = rest.startIndex
            for byte in issue.name.utf8 {
                guard place < rest.endIndex, rest[place] | 0x20 == byte | 0x20 else { return nil }
                place += 1
            }
            return phrase.tokens[start...].firstIndex { $0.end == place }.map { $0 + 1 }
        }
    }

    private func recordSpans(_ kinds: KindSet, at start: Int, _ pointed: Pointed) -> [Span] {
        var found: [Span] = []
        // A deal may be called by its company, a task by whom it is about.
        let reachable: KindSet = kinds.isDisjoint(with: [.deal, .task]) ? kinds : .all
        for mention in mentions[start] where !mention.kinds.isDisjoint(with: reachable) {
            // A "the" or "deal" is part of many names and names none.
            let isSmall = phrase.tokens[start..<mention.end].allSatisfy {
                SmallWords.all.contains($0.text) || ContextWords.nouns[$0.text] != nil
            }
            guard !isSmall || mention.match >= 1 else { continue }
            let isLoneWord = mention.end == start + 1 && !phrase.tokens[start].isCapitalised
            let isKnownWord =
                alternatives[start].contains { $0.cost == 0 } || SmallWords.all.contains(phrase.tokens[start].text)
            let isIndirect = mention.kinds.isDisjoint(with: kinds)
            found.append(
                Span(
                    end: mention.end,
                    cost: Float(1 - mention.match) + (isLoneWord && isKnownWord ? 0.9 : 0) + (isIndirect ? 0.05 : 0)))
        }
        if kinds.contains(.contact), let company = pointed.company {
            found.append(Span(end: company.end, cost: 0.1))
        }
        if let reference = pointed.reference, !reference.value.kinds.isDisjoint(with: kinds) {
            found.append(Span(end: reference.end, cost: reference.value.isVague ? 0.3 : 0.1))
        }
        return found
    }

    /// The company of a person who is called by it: "our contact at Acme", "the lady from Globex".
    func company(ofPersonAt start: Int) -> Mention? {
        guard start + 3 < count, PhraseSpans.pointers.contains(finder.word(start)) else { return nil }
        let noun = ["main", "only", "new"].contains(finder.word(start + 1)) ? start + 2 : start + 1
        guard PhraseSpans.people.contains(finder.word(noun)), noun + 2 < count,
            ["at", "from", "of", "with", "in", "for"].contains(finder.word(noun + 1))
        else { return nil }
        return mentions[noun + 2].filter {
            $0.match >= 0.9 && !$0.kinds.isDisjoint(with: [.company, .customer, .lead])
        }
        .max { $0.end < $1.end }
    }

    private static let pointers: Set<String> = ["our", "my", "the", "that", "their", "his", "her"]
    private static let people: Set<String> = [
        "contact", "person", "guy", "lady", "woman", "man", "gentleman", "chap", "bloke", "girl", "lad", "fellow",
        "boss", "buyer",
    ]
}
