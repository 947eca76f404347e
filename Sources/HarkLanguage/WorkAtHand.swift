import HarkCore

/// A task, meeting or ticket that is spoken of, moved or named anew in few words: after a reminder "make that Wednesday
/// afternoon", "no, due today at two", "rename it to check the offer".
struct WorkAtHand {
    let grammar: Grammar
    let context: ReadingContext

    private static let mostTokens = 18

    /// The action; `nil` where nothing is at hand, or the words say anything besides.
    func action(_ phrase: String) -> Action? {
        guard context.pending?.status != .confirm, !(around + context.mentioned.prefix(3)).isEmpty else { return nil }
        let tokenized = Tokenizer.tokenize(phrase)
        guard (1...WorkAtHand.mostTokens).contains(tokenized.tokens.count) else { return nil }
        var words = Words(tokenized)
        _ = words.skip(WorkAtHand.openings)
        // "Not tomorrow, rather on Monday"
        if let turn = words.turn { words.skip(to: turn, passing: WorkAtHand.openings) }
        let corrects = tokenized.tokens[..<(words.next ?? 0)].contains { WorkAtHand.corrections.contains($0.text) }
        return renamed(words, tokenized) ?? ranked(words, corrects: corrects)
            ?? moved(words, tokenized, corrects: corrects) ?? movedAfterAll(phrase, tokenized)
    }

    /// "Oh no, tuesday I am in Oslo, make it wednesday same time": what is to be done stands behind the reason.
    private func movedAfterAll(_ phrase: String, _ said: TokenizedPhrase) -> Action? {
        let words = said.tokens.map(\.text)
        let verbs: Set<String> = ["make", "move", "push", "shift", "put"]
        let start = words.indices.dropFirst(2).last { index in
            verbs.contains(words[index]) && index + 2 < words.count && ["it", "that", "the"].contains(words[index + 1])
        }
        guard work(called: nil) != nil else { return nil }
        guard let start = start ?? turn(words) else { return nil }
        let tail = Tokenizer.tokenize(String(decoding: Array(phrase.utf8)[said.tokens[start].start...], as: UTF8.self))
        return moved(Words(tail), tail, corrects: start == turn(words))
    }

    /// Where the new time begins behind what is wrong with the old one: "Wednesday's bad, Thursday same time".
    private func turn(_ words: [String]) -> Int? {
        guard let comma = words.lastIndex(where: { [",", ".", "-"].contains($0) }), comma + 1 < words.count,
            words[..<comma].contains(where: WorkAtHand.troubles.contains)
        else { return nil }
        return words[(comma + 1)...].firstIndex { !WorkAtHand.openings.contains($0) }
    }

    /// Words that say a time does not suit.
    private static let troubles: Set<String> = [
        "bad", "tight", "early", "late", "not", "busy", "out", "off", "full", "booked", "clashes", "cannot", "soon",
        "taken", "no", "away", "holiday", "impossible", "difficult", "tricky",
    ]

    // MARK: Which one

    /// What was made or changed just now, or is selected.
    private var around: [NamedRecord] {
        let isWork = { (record: NamedRecord) in [.task, .meeting, .ticket].contains(record.reference.kind) }
        let here = (context.touched.prefix(1) + [context.selected].compactMap { $0 }).filter(isWork)
        return here.isEmpty ? context.touched.filter(isWork) : here
    }

    /// What a noun is about, which may have been spoken of a while ago, or what is at hand where none is said.
    private func work(called noun: String?) -> NamedRecord? {
        guard let noun, let kinds = WorkAtHand.nouns[noun] else { return around.first }
        return (around + context.mentioned.prefix(3)).first { kinds.contains($0.reference.kind) }
    }

    private static let nouns: [String: Set<RecordKind>] = [
        "task": [.task], "reminder": [.task], "todo": [.task], "callback": [.task], "meeting": [.meeting],
        "demo": [.meeting], "appointment": [.meeting], "call": [.meeting, .task], "ticket": [.ticket],
    ]

    // MARK: What is to become of it

    private static let openings: Set<String> = [
        "um", "uh", "er", "hmm", "oh", "ah", "no", "nope", "wait", "sorry", "actually", "and", "also", "ok", "okay",
        "so", "better", "then", "please", "can", "could", "you", "we", "let", "us", "rather", "well", ",", ".", "-",
        "hm", "or", "maybe", "perhaps", "oops", "whoops",
    ]
    /// Openings after which a time alone says enough.
    private static let corrections: Set<String> = [
        "no", "nope", "wait", "sorry", "actually", "better", "rather", "maybe", "not", "oops", "whoops",
    ]
    private static let verbs: Set<String> = [
        "make", "move", "push", "put", "set", "change", "shift", "switch", "reschedule", "postpone", "bring", "have",
    ]
    private static let objects: Set<String> = ["it", "that", "this", "the", "my", "of"]
    private static let joints: Set<String> = [
        "due", "date", "time", "deadline", "is", "to", "on", "for", "back", "out", "until", "till", "by", ",",
    ]
    private static let endings: Set<String> = [
        "instead", "please", "then", "rather", "same", "time", ".", "!", ",", "i", "mean", "meant", "is", "would", "be",
        "works", "suits", "me", "better", "it", "again",
    ]
    /// Endings that say a time takes the place of another.
    private static let replacing: Set<String> = ["instead", "rather", "better", "meant", "mean"]
    private static let naming = [
        "rename", "call it", "name it", "title it", "change the name to", "change the subject to",
        "change the title to", "the subject is", "change its name to", "change its subject to",
        "the subject should be", "the subject should say", "the title should be", "it should be called",
        "it should say", "make the subject", "change the subject to say",
    ].map { $0.split(separator: " ").map(String.init) }

    private func renamed(_ said: Words, _ phrase: TokenizedPhrase) -> Action? {
        var words = said
        guard let naming = WorkAtHand.naming.first(where: { words.take($0) }) else { return nil }
        var noun: String?
        if naming == ["rename"] {
            noun = words.skipObject(WorkAtHand.objects, WorkAtHand.nouns)
            _ = words.take(["to"]) || words.take(["as"])
        }
        guard let work = work(called: noun), let start = words.next else { return nil }
        let end = phrase.tokens.indices.first { index in
            // "Accents, not umlauts"
            index > start && phrase.tokens[index].text == "not" || phrase.tokens[index...].allSatisfy(\.isPolite)
        }
        guard let end = end ?? phrase.tokens.indices.last.map({ $0 + 1 }), start < end else { return nil }
        var name = Interpreter.sentence(phrase.text(start..<end))
        // "Accents, not umlauts" puts one word right and leaves the others.
        if end < phrase.tokens.count - 1, phrase.tokens[end].text == "not" {
            let wrong = phrase.text((end + 1)..<phrase.tokens.count)
            if let old = work.name.range(ofWords: wrong) {
                name = work.name.replacingSubrange(old, with: phrase.text(start..<end))
            }
        }
        return changed(work, "subject", FieldChange(.subject, name), phrase.raw)
    }

    /// "Make it urgent", "no, low is enough" of a task or a ticket.
    private func ranked(_ said: Words, corrects: Bool) -> Action? {
        var words = said
        let hasVerb = words.skip(WorkAtHand.verbs, atMost: 1)
        let noun = words.skipObject(WorkAtHand.objects, WorkAtHand.nouns)
        _ = words.skip(["to", "as", "a", "top", "just", "only", "is"])
        guard words.next != nil, let priority = WorkAtHand.priorities[words.rest[0].text],
            words.rest.dropFirst().allSatisfy({ WorkAtHand.ranking.contains($0.text) }),
            let work = work(called: noun)
        else { return nil }
        if work.reference.kind == .task, hasVerb || corrects, said.next != nil {
            return changed(work, "priority", FieldChange(.priority, priority.rawValue), words.raw)
        }
        // A word alone narrows a list sooner than it ranks a ticket.
        let isSaid = hasVerb || corrects || words.rest.count > 1
        guard work.reference.kind == .ticket, context.last?.command?.writes == true, isSaid else { return nil }
        var plain = context
        (plain.selected, plain.touched, plain.last, plain.pending) = (work, [work], nil, nil)
        let rank = WorkAtHand.ticketRanks[words.rest[0].text] ?? words.rest[0].text
        let spans = PhraseSpans(Tokenizer.tokenize("set it to \(rank) priority"), grammar: grammar, context: plain)
        var reader = ClauseReader(grammar: grammar, spans: spans, context: plain)
        var action = reader.actions()[0]
        action.rawText = words.raw
        return action.command == nil ? nil : action
    }

    /// What may follow a rank.
    private static let ranking: Set<String> = [
        "priority", "prio", "please", ".", "!", "is", "enough", "will", "do", "this", "time", "for", "it", "that",
        "then",
        "rather", "instead", "again", "fine", "now", "one", "ticket", "task", "though",
    ]
    /// What a ticket calls a rank people call otherwise.
    private static let ticketRanks = ["important": "high", "priority": "high", "medium": "normal"]

    private static let priorities: [String: Priority] = [
        "urgent": .high, "high": .high, "important": .high, "priority": .high, "medium": .medium, "normal": .medium,
        "low": .low,
    ]

    private func changed(_ work: NamedRecord, _ field: String, _ change: FieldChange, _ raw: String) -> Action {
        let isTicket = work.reference.kind == .ticket
        var draft = Draft(
            isTicket ? .updateTicket : .correct,
            "PATCH /api/\(isTicket ? "tickets" : "activities")/\(work.reference.id)")
        draft.entity(isTicket ? "ticket" : "activity", .string(work.name))
        if isTicket { draft.both("field", .string(field)) }
        draft.both(isTicket ? "value" : field, .string(change.value.text))
        draft.links = [Action.Link(entity: isTicket ? "ticket" : "activity", record: work, match: 1)]
        draft.command = .update(work.reference, change)
        return draft.action(rawText: raw, confidence: WorkAtHand.confidence)
    }

    /// "Make that Thursday, and half an hour later": the day is said anew, and what is left open stays.
    private func moved(_ said: Words, _ phrase: TokenizedPhrase, corrects: Bool) -> Action? {
        var words = said
        let hasVerb = words.skip(WorkAtHand.verbs, atMost: 1)
        let noun = words.skipObject(WorkAtHand.objects, WorkAtHand.nouns)
        let isDue = words.next.map { WorkAtHand.joints.contains(phrase.tokens[$0].text) } ?? false
        _ = words.skip(WorkAtHand.joints)
        let more = words.skipObject(WorkAtHand.objects, WorkAtHand.nouns)
        _ = words.skip(WorkAtHand.joints)
        let end = phrase.tokens.lastIndex { !WorkAtHand.endings.contains($0.text) }.map { $0 + 1 } ?? 0
        let isInstead = phrase.tokens[end...].contains { WorkAtHand.replacing.contains($0.text) }
        let isSame = words.take(["same", "time"]) && context.last?.command?.writes == true
        _ = words.skip(WorkAtHand.joints)
        guard hasVerb || isDue && said.next == 0 || corrects || isInstead || isSame || isShift(phrase, end),
            let start = words.next, start < end,
            let work = work(called: noun ?? more), work.reference.kind != .ticket
        else { return nil }
        let spans = PhraseSpans(phrase, grammar: grammar, context: context)
        let interpreter = ClauseReader(grammar: grammar, spans: spans, context: context).interpreter()
        // "To nine" may begin a time, and so may what stands before it.
        for first in Set([start, max(0, start - 1)]).sorted(by: >) {
            if let draft = interpreter.moved(work, by: first..<end) {
                return draft.action(rawText: phrase.raw, confidence: WorkAtHand.confidence)
            }
        }
        // "5 is better" is an hour.
        guard end == start + 1, corrects || isInstead, phrase.tokens[start].kind == .digits else { return nil }
        let hour = Tokenizer.tokenize("at \(phrase.text(start..<end))")
        let alone = PhraseSpans(hour, grammar: grammar, context: context)
        let reader = ClauseReader(grammar: grammar, spans: alone, context: context)
        return reader.interpreter().moved(work, by: 0..<2)?
            .action(rawText: phrase.raw, confidence: WorkAtHand.confidence)
    }

    /// "An hour earlier", right after something was put on the calendar.
    private func isShift(_ phrase: TokenizedPhrase, _ end: Int) -> Bool {
        let planned: Set<CommandType> = [
            .scheduleMeeting, .rescheduleActivity, .snoozeTask, .createTask, .setReminder,
        ]
        return end > 1 && ["earlier", "later"].contains(phrase.tokens[end - 1].text)
            && context.last.map { planned.contains($0.commandType) } == true
    }

    private static let confidence = 0.93
}

/// The words of a phrase, taken from the front.
private struct Words {
    private let tokens: [Token]
    let raw: String
    /// The next one; `nil` behind the last.
    private(set) var next: Int?

    init(_ phrase: TokenizedPhrase) {
        tokens = phrase.tokens
        raw = phrase.raw
        next = tokens.isEmpty ? nil : 0
    }

    /// What is left.
    var rest: [Token] { next.map { Array(tokens[$0...]) } ?? [] }

    private mutating func advance(to place: Int) { next = place < tokens.count ? place : nil }

    /// Behind "not tomorrow," or "not tomorrow but".
    var turn: Int? {
        guard let next, tokens[next].text == "not" else { return nil }
        return tokens[next...].firstIndex { [",", "but", "rather"].contains($0.text) }.map { $0 + 1 }
    }

    /// Goes on at a token, behind the small words there.
    mutating func skip(to place: Int, passing small: Set<String>) {
        advance(to: place)
        _ = skip(small.union(["but"]))
    }

    /// Passes over words of a set; whether there were any.
    mutating func skip(_ set: Set<String>, atMost most: Int = .max) -> Bool {
        var count = 0
        while let place = next, count < most, set.contains(tokens[place].text) {
            advance(to: place + 1)
            count += 1
        }
        return count > 0
    }

    /// Passes over all of some words, if they come next.
    mutating func take(_ words: [String]) -> Bool {
        guard let place = next, tokens[place...].map(\.text).starts(with: words) else { return false }
        advance(to: place + words.count)
        return true
    }

    /// Passes over "it" or "the task", and tells the noun.
    mutating func skipObject(_ small: Set<String>, _ nouns: [String: Set<RecordKind>]) -> String? {
        _ = skip(small)
        guard let place = next, nouns[tokens[place].text] != nil else { return nil }
        advance(to: place + 1)
        return tokens[place].text
    }
}

extension Token {
    /// Whether it only ends a request.
    fileprivate var isPolite: Bool { ["please", "thanks", ".", "!"].contains(text) }
}

extension String {
    /// Where words stand, however their letters are written.
    fileprivate func range(ofWords words: String) -> Range<Index>? {
        let wanted = words.lowercased()
        return indices.lazy.map { self[$0...].prefix(wanted.count) }
            .first { $0.lowercased() == wanted }.map { $0.startIndex..<$0.endIndex }
    }

    fileprivate func replacingSubrange(_ range: Range<Index>, with words: String) -> String {
        String(self[..<range.lowerBound]) + words + String(self[range.upperBound...])
    }
}
