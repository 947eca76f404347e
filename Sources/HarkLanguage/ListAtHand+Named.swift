import HarkCore

/// A record of the list meant by what it is called or belongs to: "the one from Basalt", "the Basalt ticket".
extension ListAtHand {
    private static let joints: Set<String> = ["from", "of", "at", "for", "with", "about", "by", "called", "named"]
    private static let mostWords = 5

    /// Words that mean one record of the list.
    struct Named {
        var tokens: Range<Int>
        /// The records they may mean, at least one.
        var records: [NamedRecord]
    }

    /// The actions a phrase means that calls a record of the list so; `nil` where it calls none.
    func actions(naming phrase: String, _ tokens: [Token]) -> [Action]? {
        guard let named = named(in: tokens) else { return nil }
        let text = Array(phrase.utf8)
        let before = String(decoding: text[..<tokens[named.tokens.lowerBound].start], as: UTF8.self)
        let after = String(decoding: text[tokens[named.tokens.upperBound - 1].end...], as: UTF8.self)
        let first = named.records[0]
        let isTopic = named.tokens.lowerBound <= 1
        let readings = [reading(before + "the first one" + after, of: first), isTopic ? topic(after, of: first) : nil]
        if named.records.count == 1, let again = again(first, isSaid(before + after)) { return [said(again, phrase)] }
        guard let actions = readings.compactMap({ $0 }).first else { return nil }
        guard named.records.count > 1 else { return actions.map { said($0, phrase) } }
        return actions.count == 1 ? [asking(actions[0], among: named.records)] : nil
    }

    /// What follows a record at the beginning of a phrase, said of it: "the second one isn't needed, delete it".
    func topic(of phrase: String) -> [Action]? {
        let tokens = Tokenizer.tokenize(phrase).tokens
        var first = 0
        while first < tokens.count, ["and", "so", "oh", "um", "uh"].contains(tokens[first].text) { first += 1 }
        let finder = ValueFinder(Tokenizer.tokenize(phrase), context)
        guard let place = finder.reference(at: first), let ordinal = place.value.ordinal,
            let record = ordinal < 0 ? context.listed.last : context.listed.dropFirst(ordinal - 1).first
        else { return nil }
        let rest = String(decoding: Array(phrase.utf8)[tokens[place.end - 1].end...], as: UTF8.self)
        return topic(rest, of: record)?.map { said($0, phrase) }
    }

    /// The last command done to another record of the list: "the one from Kestrel too", "and the next one as well".
    func again(_ phrase: String) -> [Action]? {
        let tokens = Tokenizer.tokenize(phrase).tokens
        let finder = ValueFinder(Tokenizer.tokenize(phrase), context)
        var first = 0
        while first < tokens.count, tokens[first].text == "and" { first += 1 }
        let end: Int
        let record: NamedRecord?
        if let place = finder.reference(at: first), let ordinal = place.value.ordinal {
            end = place.end
            record = ordinal < 0 ? context.listed.last : context.listed.dropFirst(ordinal - 1).first
        } else if tokens.dropFirst(first).prefix(3).map(\.text) == ["the", "next", "one"] {
            end = first + 3
            record = next
        } else {
            return nil
        }
        let rest = tokens.dropFirst(end).map(\.text)
        guard let record, isMore(rest), let action = again(record, true) else { return nil }
        return [said(action, phrase)]
    }

    private func isSaid(_ words: String) -> Bool { isMore(Tokenizer.tokenize(words).tokens.map(\.text)) }

    /// Whether words say that the same is to be done once more.
    private func isMore(_ words: [String]) -> Bool {
        let more = words.filter { ![",", "and", "please", ".", "!"].contains($0) }
        return [["too"], ["also"], ["as", "well"]].contains(more)
    }

    /// The record behind the one that was changed last.
    private var next: NamedRecord? {
        let done = context.touched.first ?? context.selected
        guard let place = context.listed.firstIndex(where: { $0.reference == done?.reference }) else { return nil }
        return context.listed.dropFirst(place + 1).first
    }

    private func again(_ record: NamedRecord, _ isMeant: Bool) -> Action? {
        guard isMeant, let last = context.last, last.command?.writes == true, let slot = last.links.first?.entity,
            last.links[0].record.reference.kind == record.reference.kind
        else { return nil }
        let answer = Action.Answer(slot: slot, text: record.name, record: record)
        let action = Rereading(grammar: reader.grammar, context: context).action(last, with: last.answers + [answer])
        return action?.links.first?.record.reference == record.reference ? action : nil
    }

    // MARK: Reading

    private func reading(_ phrase: String, of record: NamedRecord) -> [Action]? {
        var plain = context
        (plain.pending, plain.last, plain.listed) = (nil, nil, [record])
        return about(record, reader.plainly(phrase, in: plain))
    }

    /// The rest behind a mark, or behind "is" and the like, said of the record.
    private func topic(_ rest: String, of record: NamedRecord) -> [Action]? {
        var plain = context
        (plain.pending, plain.last, plain.listed, plain.touched) = (nil, nil, [record], [])
        plain.selected = record
        let tokens = Tokenizer.tokenize(rest).tokens
        let marks = tokens.indices.filter { [",", ":", "-", ";"].contains(tokens[$0].text) && $0 + 1 < tokens.count }
        var ways = marks.map { String(decoding: Array(rest.utf8)[tokens[$0 + 1].start...], as: UTF8.self) }
        if let verb = tokens.first?.text, ["is", "was", "has"].contains(verb) { ways.append("it" + rest) }
        return ways.lazy.compactMap { about(record, reader.plainly($0, in: plain)) }.first
    }

    /// The actions where they are about the record and may be done.
    private func about(_ record: NamedRecord, _ actions: [Action]) -> [Action]? {
        let isAbout = actions.contains { action in action.links.contains { $0.record.reference == record.reference } }
        let isSure = actions.allSatisfy { $0.command != nil && $0.confidence >= 0.6 }
        return isAbout && isSure ? actions : nil
    }

    private func asking(_ action: Action, among records: [NamedRecord]) -> Action {
        var action = action
        action.choices = Array(records.prefix(5))
        action.missing = action.links.first.map { [$0.entity] } ?? []
        action.question = "Which one: \(Interpreter.listed(action.choices))?"
        (action.status, action.command) = (.clarify, nil)
        return action
    }

    // MARK: Finding

    private func named(in tokens: [Token]) -> Named? {
        for index in tokens.indices.dropLast(2) where ["the", "that"].contains(tokens[index].text) {
            let noun = tokens[index + 1].text
            if noun == "one" || ContextWords.nouns[noun] == kind, ListAtHand.joints.contains(tokens[index + 2].text),
                let found = called(tokens, from: index + 3)
            {
                return Named(tokens: index..<found.end, records: found.records)
            }
            let names = tokens[(index + 1)...].prefix(ListAtHand.mostWords + 1)
            guard let end = names.firstIndex(where: { $0.text == "one" }), end > index + 1,
                case let records = records(withWords: tokens[(index + 1)..<end].map(\.text)), !records.isEmpty
            else { continue }
            return Named(tokens: index..<(end + 1), records: records)
        }
        return nil
    }

    private var kind: KindSet? { context.listed.first.map { KindSet($0.reference.kind) } }

    /// The longest run of words that some of the records have in their names.
    private func called(_ tokens: [Token], from start: Int) -> (end: Int, records: [NamedRecord])? {
        let words = tokens.dropFirst(start).prefix(ListAtHand.mostWords).prefix { $0.kind != .mark }
        for count in stride(from: words.count, to: 0, by: -1) {
            let records = records(withWords: words.prefix(count).map(\.text))
            if !records.isEmpty { return (start + count, records) }
        }
        return nil
    }

    /// The records of the list with all of the words in their names or in the names of what they belong to.
    private func records(withWords words: [String]) -> [NamedRecord] {
        let content = Set(words).subtracting(SmallWords.all)
        guard !content.isEmpty else { return [] }
        return context.listed.filter { record in
            content.isSubset(of: [record.name, record.parent, record.detail].flatMap(NameWords.words))
        }
    }
}
