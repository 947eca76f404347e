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
        let corrects = tokenized.tokens[..<(words.next ?? 0)].contains { WorkAtHand.corrections.contains($0.text) }
        return renamed(words, tokenized) ?? ranked(words) ?? moved(words, tokenized, corrects: corrects)
    }

    // MARK: Which one

    /// What was made or changed just now, or is selected.
    private var around: [NamedRecord] {
        let here = context.touched.prefix(1) + [context.selected].compactMap { $0 }
        return here.filter { [.task, .meeting, .ticket].contains($0.reference.kind) }
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
    ]
    /// Openings after which a time alone says enough.
    private static let corrections: Set<String> = ["no", "nope", "wait", "sorry", "actually", "better", "rather"]
    private static let verbs: Set<String> = [
        "make", "move", "push", "put", "set", "change", "shift", "switch", "reschedule", "postpone", "bring", "have",
    ]
    private static let objects: Set<String> = ["it", "that", "this", "the", "my", "of"]
    private static let joints: Set<String> = [
        "due", "date", "time", "deadline", "is", "to", "on", "for", "back", "out", "until", "till", "by", ",",
    ]
    private static let endings: Set<String> = ["instead", "please", "then", "rather", "same", "time", ".", "!", ","]
    private static let naming = [
        "rename", "call it", "name it", "title it", "change the name to", "change the subject to",
        "change the title to", "the subject is", "change its name to", "change its subject to",
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
        let name = Interpreter.sentence(phrase.text(start..<phrase.tokens.count))
        return changed(work, "subject", FieldChange(.subject, name), phrase.raw)
    }

    /// "Make it urgent" of a task.
    private func ranked(_ said: Words) -> Action? {
        var words = said
        guard words.skip(WorkAtHand.verbs, atMost: 1) else { return nil }
        let noun = words.skipObject(WorkAtHand.objects, WorkAtHand.nouns)
        _ = words.skip(["to", "as", "a", "top"])
        guard let start = words.next, let priority = WorkAtHand.priorities[words.rest[0].text],
            words.rest.dropFirst().allSatisfy({ ["priority", "prio", "please", ".", "!"].contains($0.text) }),
            let work = work(called: noun), work.reference.kind == .task, start > 1
        else { return nil }
        return changed(work, "priority", FieldChange(.priority, priority.rawValue), words.raw)
    }

    private static let priorities: [String: Priority] = [
        "urgent": .high, "high": .high, "important": .high, "priority": .high, "medium": .medium, "normal": .medium,
        "low": .low,
    ]

    private func changed(_ work: NamedRecord, _ field: String, _ change: FieldChange, _ raw: String) -> Action {
        let isTicket = work.reference.kind == .ticket
        var draft = Draft(.correct, "PATCH /api/\(isTicket ? "tickets" : "activities")/\(work.reference.id)")
        draft.entity(isTicket ? "ticket" : "activity", .string(work.name))
        draft.both(field, .string(change.value.text))
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
        let isInstead = phrase.tokens[end...].contains { ["instead", "rather"].contains($0.text) }
        guard hasVerb || isDue && said.next == 0 || corrects || isInstead, let start = words.next, start < end,
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
        return nil
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
