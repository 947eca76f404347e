import HarkCore

/// What is said about the conversation itself.
extension Interpreter {
    func stepBack(_ reading: Reading) -> Draft {
        let words = Set(phrase.tokens[reading.range].map(\.text))
        // "Bring it back" after something was taken away takes that back; after an undo it undoes the undo.
        let isBringing = !words.isDisjoint(with: ["bring", "put"]) && words.contains("back")
        let isUndo = reading.intent == .undo || isBringing && context.last.map { $0.commandType != .undo } ?? false
        var draft = Draft(isUndo ? .undo : .redo, isUndo ? "POST /api/undo" : "POST /api/redo")
        let isTwice = !words.isDisjoint(with: ["twice", "both", "two"])
        let spoken = isTwice ? 2 : words.contains("thrice") ? 3 : nil
        let count = number("count", in: reading).flatMap { Int(exactly: $0) } ?? spoken ?? 1
        if reading.first("count") != nil || spoken != nil { draft.both("count", .integer(count)) }
        if words.contains("note"), context.last?.commandType != .addNote {
            draft.refusal = "A note that stands stays; undo takes back what was done last."
            return draft
        }
        guard (1...100).contains(count) else {
            draft.miss("count", asking: "How many, from 1 to 100?")
            return draft
        }
        if let said = value("undone", in: reading, grammar), context.touched.first?.reference.kind.rawValue != said {
            draft.warning = "The last change was another one. Undo it?"
        }
        draft.command = isUndo ? .undo(count: count) : .redo(count: count)
        return draft
    }

    func talk(_ reading: Reading) -> Draft {
        var draft = Draft(reading.intent)
        switch reading.intent {
        case .confirm:
            draft.command = .confirm
            // "Are you sure?" asks; it is no yes.
            if asksBack || !reading.passed.isEmpty { draft.doubt += 5 }
        // Both drop what waits; they differ in what was said.
        case .reject: draft.command = .reject
        case .cancel:
            draft.command = .reject
            // What was entered many times over is taken back as one.
            if let meeting = meetingPlanned(reading) {
                let isRepeated = context.touched.count > 1 || context.last?.entities["recurrence"] != nil
                return isRepeated ? takingBack() : cancelling(meeting)
            }
        default:
            let topic = text("topic", in: reading)
            draft.entity("topic", topic.map(JSONValue.string))
            // "How do I delete my Facebook account" asks somebody else.
            if let slot = reading.first("topic"), slot.range.contains(where: isForeign) { draft.doubt += 3 }
            draft.command = .help(topic: topic)
        }
        return draft
    }

    /// The meeting or task made or moved just now, which "cancel it" calls off where nothing waits for an answer.
    private func meetingPlanned(_ reading: Reading) -> NamedRecord? {
        let words = Set(phrase.tokens[reading.range].map(\.text))
        guard context.pending == nil else { return nil }
        if words.contains("reminder") { return context.touched.first { $0.reference.kind == .task } }
        guard words.contains("cancel"), !words.isDisjoint(with: ["it", "that", "this"]) else { return nil }
        return context.touched.first { [.meeting, .task].contains($0.reference.kind) }
    }

    private func takingBack() -> Draft {
        var draft = Draft(.undo, "POST /api/undo")
        draft.command = .undo(count: 1)
        return draft
    }

    private func cancelling(_ meeting: NamedRecord) -> Draft {
        var draft = Draft(.cancelActivity, "DELETE /api/activities/\(meeting.reference.id)")
        draft.entity("activity", .string(meeting.name))
        draft.links.append(Action.Link(entity: "activity", record: meeting, match: 1))
        draft.command = .cancelActivity(meeting.reference)
        return draft
    }

    /// Whether the phrase is a question.
    private var asksBack: Bool {
        let words = phrase.tokens.map(\.text)
        return words.last == "?" || words.count > 1 && Interpreter.askingWords.contains(words[0])
    }

    private static let askingWords: Set<String> = [
        "are", "is", "was", "were", "am", "would", "could", "can", "should", "does", "did", "what", "why", "who",
        "when",
        "where", "which", "how",
    ]

    /// Whether a word is neither of the templates nor of a record.
    private func isForeign(_ token: Int) -> Bool {
        spans.skipCost[token] > 3 && spans.mentions[token].isEmpty && spans.alternatives[token].first?.cost != 0
    }

    /// A choice, correction or repetition with nothing before it that it fits; what does fit is read by ``FollowUp``
    /// and ``Choice``, and becomes the action that is meant.
    func lean(_ reading: Reading) -> Draft {
        var draft = Draft(reading.intent)
        switch reading.intent {
        case .choose:
            let count = number("count", in: reading).flatMap { Int(exactly: $0) }
            let isLast = phrase.tokens[reading.range].contains { $0.text == "last" }
            let ordinal =
                reading.first("ordinal").flatMap { finder.ordinal(at: $0.range.lowerBound)?.value } ?? count
                ?? (isLast && !context.listed.isEmpty ? context.listed.count : nil)
            draft.entity("ordinal", ordinal.map(JSONValue.integer))
            draft.entity("attribute", text("attribute", in: reading).map(JSONValue.string))
            if let ordinal, ordinal > 0, ordinal <= context.listed.count {
                let record = context.listed[ordinal - 1]
                draft.links.append(Action.Link(entity: "ordinal", record: record, match: 1))
                draft.command = .show(record.reference)
            } else {
                draft.question = "There is no such choice now. Say a name, or list something first."
                // A lone "42" chooses nothing where there is nothing to choose from.
                if phrase.tokens.count == 1, phrase.tokens[0].kind == .digits, phrase.tokens[0].text.count > 1 {
                    draft.doubt += 3
                }
            }
        case .correct:
            let slot = ["time", "amount", "percent", "record"].first { reading.first($0) != nil }
            draft.entity("slot", slot.map(JSONValue.string))
            draft.entity("value", slot.flatMap { reading.first($0) }.map { said($0) })
            // "No problem" corrects nothing.
            if slot == "record", reading.first("record")?.isOpen == true { draft.doubt += 2 }
            draft.question = "There is nothing that this corrects. Say the whole command."
        case .repeatFor:
            draft.entity("record", reading.first("record").map { .string(phrase.text($0.range)) })
            draft.question = "There is no command before this that can be done for another. Say the whole command."
        default: draft.question = "There is nothing to repeat yet."
        }
        return draft
    }

    /// The words of a slot without the comma a time may begin with.
    private func said(_ slot: FilledSlot) -> JSONValue {
        let first = slot.range.first { phrase.tokens[$0].kind != .mark } ?? slot.range.lowerBound
        return .string(phrase.text(first..<slot.range.upperBound))
    }
}
