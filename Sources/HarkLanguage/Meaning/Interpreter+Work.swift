import HarkCore

extension Interpreter {
    static let parties: [RecordKind] = [.contact, .lead, .customer, .company]

    func scheduleMeeting(_ reading: Reading) -> Draft {
        var draft = Draft(.scheduleMeeting, "POST /api/meetings")
        let colleagues = colleagues(reading)
        let attendees = attendees(reading, beside: colleagues, in: &draft)
        let topic = text("subject", in: reading)
        if attendees.isEmpty, colleagues.isEmpty, newName == nil, draft.missing.isEmpty {
            if topic == nil { draft.miss("attendees", asking: "With whom?") }
            draft.caveat = "Nobody is invited."
        }
        let start = start(reading, in: &draft)
        // What is over can only be logged.
        if let start, start.from.date < context.now.date { draft.doubt += 1 }
        let minutes = duration("duration", in: reading) ?? start?.minutes ?? 30
        if let start { draft.both("start", .string(start.from.description)) }
        draft.both("duration_min", .integer(minutes))
        let repeats = addRecurrence(reading, of: "meeting", to: &draft)
        let place = newName(reading.first("place"))
        draft.both("place", place.map(JSONValue.string))
        draft.entity("subject", topic.map(JSONValue.string))
        if colleagues.allSatisfy({ $0.user == nil }) { draft.pay("subject", topic.map(JSONValue.string)) }
        let names = attendees.map(\.name) + colleagues.compactMap(\.user?.name)
        let with = names.isEmpty ? newName.map { " with \($0)" } ?? "" : " with \(names.joined(separator: ", "))"
        // Colleagues have no record to be invited by, so the meeting is called by them too.
        let users = colleagues.compactMap(\.user?.name)
        let beside = users.isEmpty ? "" : " with \(users.joined(separator: ", "))"
        let subject = topic.map { Interpreter.sentence($0) + beside } ?? meetingWord(reading) + with
        if !users.isEmpty { draft.pay("subject", .string(subject)) }
        draft.pay("source", .string(context.source.rawValue))
        guard let start, draft.missing.isEmpty else { return draft }
        draft.command = .scheduleMeeting(
            NewMeeting(
                attendees: attendees, start: start.from, durationMinutes: minutes, place: place, subject: subject,
                repeats: repeats))
        return draft
    }

    /// What "remind me an hour before" means: the meeting spoken of, and the time that long before it.
    private func meetingAhead(_ slot: FilledSlot, in draft: inout Draft) -> (subject: String?, at: LocalDateTime?) {
        let meeting = context.agenda.first { entry in
            let isSelected = context.selected?.reference == entry.record.reference
            return isSelected || context.touched.contains { $0.reference == entry.record.reference }
        }
        guard let meeting, let minutes = finder.duration(at: slot.range.lowerBound)?.value else {
            draft.miss("at", asking: "Before what?")
            return (nil, nil)
        }
        let at = meeting.at.adding(minutes: -minutes)
        draft.both("at", .string(at.description))
        return (meeting.record.name, at)
    }

    private func start(_ reading: Reading, in draft: inout Draft) -> (from: LocalDateTime, minutes: Int?)? {
        let slots = reading.all("start")
        if let recurrence = recurrence(in: reading) { return start(of: recurrence, slots, in: &draft) }
        guard let whole = expression("start", in: reading) else {
            draft.miss("start", asking: "When should it start?")
            return nil
        }
        guard let moment = times.resolve(whole, .future) else {
            draft.miss("start", asking: "When should it start? There is no such day.")
            return nil
        }
        askIfTwofold(moment, slots[0], in: &draft)
        guard moment.hasClock, case .clock? = whole.clock ?? .clock(hour: 0, minute: 0, meridian: nil) else {
            let day =
                "\(moment.from.date.weekday.rawValue.prefix(1).uppercased())\(moment.from.date.weekday.rawValue.dropFirst())"
            draft.miss("start", asking: "At what time on \(day), \(moment.from.date)?")
            return nil
        }
        if moment.from < context.now { draft.miss("start", asking: "\(moment.from) has passed. When should it start?") }
        return (moment.from, moment.until.map { Int($0.seconds(since: moment.from) / 60) })
    }

    private func meetingWord(_ reading: Reading) -> String {
        let words: Set<String> = [
            "call", "demo", "lunch", "coffee", "review", "presentation", "workshop", "kickoff", "dinner", "breakfast",
            "visit", "chat", "sync",
        ]
        let said = phrase.tokens[reading.range].first { words.contains($0.text) }
        return said.map { Interpreter.sentence($0.text) } ?? "Meeting"
    }

    func createTask(_ said: Reading) -> Draft {
        let reading = sorted(said)
        if let outward = outward(reading) { return outward }
        let isReminder = reading.intent == .setReminder
        var draft = Draft(reading.intent, "POST /api/tasks")
        let ahead = reading.first("ahead").map { meetingAhead($0, in: &draft) }
        let subject = ahead?.subject ?? taskSubject(reading)
        if let first = reading.first("subject"), spans.isNegation[first.range.lowerBound] {
            // "I won't get to it" tells something.
            draft.doubt += 3
        }
        if let first = reading.first("subject"),
            ["and", "also", "then"].contains(phrase.tokens[first.range.lowerBound].text)
        {
            draft.doubt += 3
        }
        draft.both("subject", subject.map(JSONValue.string))
        let due = ahead?.at ?? due(reading, as: isReminder ? "at" : "due", in: &draft)
        let repeats = addRecurrence(reading, of: isReminder ? "reminder" : "task", to: &draft)
        let named = user("assignee", in: reading)
        let assignee = named ?? colleagueMeant(by: reading)
        // Whom a mere "her" means is worth a look.
        if named == nil, assignee != nil { draft.doubt += 0.3 }
        if assignee == nil, isForSomebody(reading) { draft.doubt += 3 }
        draft.entity("assignee", assignee.map { .string($0.name) })
        draft.pay("assignee_id", assignee.map { .integer($0.id.rawValue) })
        // Only tickets tell urgent from high.
        let priority = value("priority", in: reading, grammar).flatMap {
            Priority(rawValue: $0) ?? ($0 == "urgent" ? .high : nil)
        }
        draft.both("priority", priority.map { .string($0.rawValue) })
        // Said twice and the same, nothing is lost.
        if Set(reading.all("priority").map { value(of: $0, grammar) }).count == 1 { draft.used.insert("priority") }
        let related = related(to: reading, in: &draft)
        draft.pay(
            "related", related.map { ["type": .string($0.reference.kind.rawValue), "id": .integer($0.reference.id)] })
        // "Remind me about it" is about what is spoken of.
        let about = isReminder && subject == nil && reading.first("subject").map(isPronoun) == true ? related : nil
        draft.both("subject", about.map { .string($0.name) })
        guard let subject = subject ?? about?.name else {
            draft.miss("subject", asking: "What is to be done?")
            return draft
        }
        if !isReminder, !isChore(reading) { draft.doubt += 2.5 }
        if isTold(reading) { draft.doubt += 4 }
        if draft.warning == nil, holdsMore(reading) { draft.warning = "Is all of “\(subject)” to be done?" }
        draft.command = .createTask(
            NewTask(
                subject: subject, due: due, assignee: assignee?.id, priority: priority, related: related?.reference,
                repeats: repeats)
        )
        return draft
    }

    /// Whether the words of a task tell or ask something: "she'll sign on Friday", "remind me what comes next".
    private func isTold(_ reading: Reading) -> Bool {
        guard let slot = reading.first("subject") else { return false }
        let first = phrase.tokens[slot.range.lowerBound].text
        let pronouns: Set<String> = ["she", "he", "they", "it", "we"]
        let questions: Set<String> = ["what", "who", "when", "where", "which", "how", "why"]
        // "Task: he wants a call" is a task all the same.
        let isCalled = phrase.tokens[reading.range.lowerBound..<slot.range.lowerBound].contains {
            ["task", "todo", "reminder", "remind"].contains($0.text)
        }
        return pronouns.contains(first) && !isCalled || questions.contains(first)
            || phrase.tokens[slot.range].map(\.text).starts(with: ["show", "me"])
    }

    /// "Task renew the domain" names what is to be done; "task manager" does not.
    private func isChore(_ reading: Reading) -> Bool {
        guard let slot = reading.first("subject"),
            phrase.tokens[reading.range.lowerBound..<slot.range.lowerBound].allSatisfy({
                ["task", "todo", "my", "the", "a", "this"].contains($0.text)
            }), reading.range.lowerBound < slot.range.lowerBound, reading.first("due") == nil,
            reading.first("assignee") == nil, reading.first("priority") == nil
        else { return true }
        return WorkVerbs.all.contains(phrase.tokens[slot.range.lowerBound].text)
    }

    /// "Call Helen" and "email Helen about the offer", said without a time, are to be done now.
    private func outward(_ reading: Reading) -> Draft? {
        guard let slot = reading.first("related"), reading.first("due") == nil, reading.first("repeat") == nil,
            reading.first("subject") == nil
        else { return nil }
        let verbs = Set(phrase.tokens[reading.range.lowerBound..<slot.range.lowerBound].map(\.text))
        if !verbs.isDisjoint(with: ["call", "ring", "phone", "dial"]), reading.first("topic") == nil {
            return callContact(reading)
        }
        if !verbs.isDisjoint(with: ["email", "mail"]) { return draftEmail(reading) }
        guard !verbs.isDisjoint(with: ["write", "message"]),
            case .one = linker.resolve(slot, order: Interpreter.parties)
        else { return nil }
        return draftEmail(reading)
    }

    /// The subject as said, or, for "call Ole tomorrow about the offer", the sentence without its time.
    private func taskSubject(_ reading: Reading) -> String? {
        let pieces: [Range<Int>]
        if reading.first("subject") != nil {
            let said = afterRepair(reading.all("subject").map { bare($0.range) })
            if isHollow(said) { return nil }
            pieces = said + reading.all("rest").map(\.range)
        } else if reading.first("related") != nil || reading.first("topic") != nil {
            var start = reading.range.lowerBound
            let times = reading.all("due").map(\.range)
            while start < reading.range.upperBound,
                let end = spans.skips[start].max() ?? times.first(where: { $0.lowerBound == start })?.upperBound
                    ?? (isOpener(start) ? start + 1 : nil)
            {
                start = end
            }
            pieces = (start..<reading.range.upperBound).filter { token in !times.contains { $0.contains(token) } }
                .map { $0..<($0 + 1) }
        } else {
            return nil
        }
        var text = ""
        for (index, whole) in pieces.enumerated() {
            var piece = whole
            // "Task: send the offer" leaves its mark out.
            while text.isEmpty, piece.count > 1, [":", "-", ","].contains(phrase.tokens[piece.lowerBound].text) {
                piece.removeFirst()
            }
            let touches =
                index > 0
                && phrase.tokens[pieces[index - 1].upperBound - 1].end == phrase.tokens[piece.lowerBound].start
            text += (index == 0 || touches ? "" : " ") + withNewName(piece)
        }
        while let last = text.last, " ,.;!?".contains(last) { text.removeLast() }
        if text.hasSuffix(", due") { text.removeLast(5) }
        if text.lowercased().hasPrefix("fu ") { text = "follow up " + text.dropFirst(3).replacing("w/", with: "with") }
        return text.isEmpty ? nil : Interpreter.sentence(text)
    }

    private func isOpener(_ token: Int) -> Bool {
        phrase.tokens[token].kind == .mark || Interpreter.openers.contains(phrase.tokens[token].text)
    }

    /// "Create a follow up with Ole": words that ask for the work and do not belong to it.
    private static let openers: Set<String> = [
        "also", "create", "add", "set", "make", "schedule", "plan", "need", "new", "book", "a", "an", "the",
    ]

    /// The raw words, with "them" replaced by the name an earlier clause creates.
    private func withNewName(_ range: Range<Int>) -> String {
        guard let newName,
            let pronoun = range.first(where: { ["them", "him", "her"].contains(phrase.tokens[$0].text) })
        else { return phrase.text(range) }
        let before = phrase.text(range.lowerBound..<pronoun)
        let after = phrase.text((pronoun + 1)..<range.upperBound)
        return [before, newName, after].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func due(_ reading: Reading, as entity: String, in draft: inout Draft) -> LocalDateTime? {
        if let recurrence = recurrence(in: reading), let first = times.firstTime(of: recurrence) {
            let hasClock = times.clock(of: recurrence) != nil
            draft.entity(entity, .string(hasClock ? first.description : first.date.description))
            let at = hasClock ? first : first.adding(minutes: 9 * 60)
            draft.pay("due", .string(at.description))
            return at
        }
        guard let slot = reading.first("due"), let moment = moment("due", in: reading, .future) else { return nil }
        askIfTwofold(moment, slot, in: &draft)
        let at: LocalDateTime
        if moment.hasClock {
            at = moment.from
            draft.entity(entity, .string(at.description))
        } else if entity == "at" {
            at = workTime(on: moment.from)
            draft.entity(entity, .string(at.description))
        } else {
            // A deadline is the end of the working day, a reminder its start.
            let isDeadline = ["by", "before", "until"].contains(phrase.tokens[slot.range.lowerBound].text)
            at = isDeadline ? moment.from.adding(minutes: 17 * 60) : workTime(on: moment.from)
            draft.entity(entity, .string(moment.from.date.description))
        }
        draft.pay("due", .string(at.description))
        return at
    }

    /// When work of a day without an hour is due: in its morning, or today, where that has passed, by the evening.
    func workTime(on day: LocalDateTime) -> LocalDateTime {
        let morning = day.adding(minutes: 9 * 60)
        guard day.date == context.now.date, morning < context.now else { return morning }
        return max(day.adding(minutes: 17 * 60), context.now)
    }

    func isPronoun(_ slot: FilledSlot) -> Bool {
        slot.range.count == 1 && ContextWords.pronouns[phrase.tokens[slot.range.lowerBound].text] != nil
    }

    func completeTask(_ reading: Reading) -> Draft {
        var draft = Draft(.completeTask, "POST /api/tasks/{id}/complete")
        guard let task = link(reading.first("task"), as: "task", order: [.task], asking: "Which task?", to: &draft)
        else { return draft }
        draft.apiCall = "POST /api/tasks/\(task.reference.id)/complete"
        draft.command = .completeTask(Identifier(task.reference.id))
        return draft
    }

    /// A sentence's first letter as a capital.
    static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
