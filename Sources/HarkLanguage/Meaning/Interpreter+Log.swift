import HarkCore

extension Interpreter {
    /// A call or a meeting that took place.
    func log(_ reading: Reading) -> Draft {
        let isMeeting = reading.intent == .logMeeting
        var draft = Draft(reading.intent, "POST /api/activities")
        draft.pay("kind", isMeeting ? "meeting" : "call")
        let contact = link(
            reading.first("contact"), as: "contact", order: [.contact, .lead, .customer, .company],
            asking: isMeeting ? "Whom did you meet?" : "Whom did you call?", to: &draft)
        if let contact { draft.pay("\(contact.reference.kind.rawValue)_id", .integer(contact.reference.id)) }
        var minutes = duration("duration", in: reading)
        var outcome = value("outcome", in: reading, grammar) ?? text("outcome", in: reading)
        var note = note(in: reading)
        // "…, 60 min, they want a pilot", "voicemail, she is away": how it went stands before what was said.
        if var slot = reading.first("note"), let start = afterHowItWent(slot.range, &minutes, &outcome) {
            slot.range = start..<slot.range.upperBound
            note = slot.range.isEmpty ? nil : verbatim(slot, of: reading)
        }
        draft.both("duration_min", minutes.map { .integer($0) })
        let at = pastTime(reading, in: &draft)
        draft.both("outcome", outcome.map(JSONValue.string))
        draft.both("note", note.map(JSONValue.string))
        // "Spoke with Tom and Sarah": a second name is no note.
        if let slot = reading.first("note"),
            spans.mentions[slot.range.lowerBound].contains(where: { $0.end == spans.count })
        {
            draft.warning = "“\(phrase.text(slot.range))” becomes the note. Is that meant?"
        }
        guard let contact else { return draft }
        draft.command = .log(
            WorkLog(
                isMeeting: isMeeting, related: contact.reference, durationMinutes: minutes, at: at, outcome: outcome,
                note: note))
        return draft
    }

    /// Where what was said begins, behind how long it took and how it went; `nil` where nothing stands before it.
    private func afterHowItWent(_ range: Range<Int>, _ minutes: inout Int?, _ outcome: inout String?) -> Int? {
        var start = range.lowerBound
        while start < range.upperBound {
            let mark = range.first { $0 > start && [",", ".", ";"].contains(phrase.tokens[$0].text) }
            let end = mark ?? range.upperBound
            let said = FilledSlot(name: "outcome", type: .table("callmiss"), range: start..<end, isOpen: false)
            if minutes == nil, let found = finder.duration(at: start), found.end <= range.upperBound {
                minutes = found.value
                start = found.end
            } else if outcome == nil, spans.span(of: said.type, in: said.range, grammar) {
                outcome = value(of: said, grammar)
                // What else is said of it keeps its beginning.
                if end < range.upperBound { break }
                start = end
            } else {
                break
            }
            if start < range.upperBound, phrase.tokens[start].kind == .mark { start += 1 }
        }
        return start > range.lowerBound ? start : nil
    }

    private func verbatim(_ slot: FilledSlot, of reading: Reading) -> String? {
        var reading = reading
        reading.slots.removeAll { $0.name == slot.name }
        reading.slots.append(slot)
        return verbatim(slot.name, in: reading)
    }

    /// What was said, with the "she" or "they" it begins with.
    private func note(in reading: Reading) -> String? {
        guard let said = verbatim("note", in: reading), let start = reading.first("note")?.range.lowerBound, start > 0,
            ["she", "he", "they", "it"].contains(phrase.tokens[start - 1].text)
        else { return verbatim("note", in: reading) }
        let end = phrase.tokens[start].start + said.utf8.count
        return phrase.text(bytes: phrase.tokens[start - 1].start..<end)
    }

    private func pastTime(_ reading: Reading, in draft: inout Draft) -> LocalDateTime? {
        guard let slot = reading.first("when"), let moment = moment("when", in: reading, .past) else { return nil }
        askIfTwofold(moment, slot, in: &draft)
        // A day without an hour is kept at noon, so that it stays that day in every zone nearby.
        let at = moment.hasClock ? moment.from : min(moment.from.adding(minutes: 720), max(moment.from, context.now))
        if at > context.now {
            draft.miss("when", asking: "\(at.date) is still to come. When was it?")
        }
        draft.entity("when", .string(moment.hasClock ? at.description : at.date.description))
        draft.pay("at", .string(at.description))
        return at
    }

    func addNote(_ reading: Reading) -> Draft {
        var draft = Draft(.addNote, "POST /api/notes")
        var related: NamedRecord?
        if let slot = reading.first("record") {
            let order: [RecordKind] = [.contact, .lead, .customer, .company, .deal, .task, .meeting, .ticket]
            let wanted = kindSaid(in: reading).map { [$0] } ?? order
            related = link(slot, as: "record", order: wanted, asking: "A note on whom?", to: &draft)
            if let related {
                draft.pay("type", .string(related.reference.kind.rawValue))
                draft.pay("id", .integer(related.reference.id))
            }
        }
        var text = verbatim("text", in: reading)
        if let number = number("ticket", in: reading).flatMap({ Int64(exactly: $0) }) {
            let known = context.tickets.first { $0.reference.id == number }
            let ticket = known ?? NamedRecord(RecordReference(.ticket, number), name: "#\(number)")
            related = accept(ticket, match: 1, as: "record", in: &draft)
            draft.pay("type", "ticket")
            draft.pay("id", .integer(number))
        }
        if related == nil, reading.first("record") == nil, let said = text { text = addressed(said, reading, &draft) }
        if let link = draft.links.first { related = link.record }
        if related == nil, reading.first("record") == nil, let selected = context.selected {
            related = accept(selected, match: 1, as: "record", in: &draft)
            draft.pay("type", .string(selected.reference.kind.rawValue))
            draft.pay("id", .integer(selected.reference.id))
        }
        if related == nil, reading.first("record") == nil, pointsAtSomething(before: reading.first("text")) {
            draft.miss("record", asking: "A note on whom?")
        }
        draft.both("text", text.map(JSONValue.string))
        // The mark of "could you note that …?" ends the request, not the note.
        let opener = phrase.tokens.first?.text ?? ""
        if let said = text, said.hasSuffix("?"), ["could", "can", "would", "will"].contains(opener) {
            text = String(said.dropLast())
        }
        guard let text else {
            draft.miss("text", asking: "What should the note say?")
            return draft
        }
        // "Note to self" is about nobody, and often about nothing here.
        if reading.first("record") == nil, phrase.tokens.contains(where: { $0.text == "self" }) {
            draft.warning = related.map { "Keep the note with \($0.name)?" } ?? "Keep it as a note?"
        }
        draft.command = .addNote(NewNote(related: related?.reference, text: text))
        return draft
    }

    /// Whether "on it" or "for him" stands before a note.
    private func pointsAtSomething(before slot: FilledSlot?) -> Bool {
        guard let end = slot?.range.lowerBound else { return false }
        return phrase.tokens[..<end].indices.dropFirst().contains { index in
            ["on", "for", "to", "about"].contains(phrase.tokens[index - 1].text)
                && ContextWords.pronouns[phrase.tokens[index].text] != nil
        }
    }

    /// "… that they want a discount to Acme Nordic": the text without the record it is to be kept with.
    ///
    /// Whether the last words are part of the note only the speaker knows, so it is asked.
    private func addressed(_ text: String, _ reading: Reading, _ draft: inout Draft) -> String {
        guard let slot = reading.first("text"), slot.range.upperBound == phrase.tokens.count else { return text }
        for start in slot.range.dropFirst() where ["to", "on", "for", "about"].contains(phrase.tokens[start].text) {
            let name = phrase.tokens[(start + 1)...].drop { $0.kind == .mark }
            guard !name.isEmpty, name.count <= 5 else { continue }
            let range = name.startIndex..<phrase.tokens.count
            let mention = spans.mentions[range.lowerBound].first { $0.end == range.upperBound && $0.match >= 0.85 }
            if mention != nil {
                let target = FilledSlot(name: "record", type: .record(.all), range: range, isOpen: false)
                let order: [RecordKind] = [.contact, .lead, .customer, .company, .deal]
                guard let record = link(target, as: "record", order: order, asking: "A note on whom?", to: &draft)
                else { continue }
                draft.pay("type", .string(record.reference.kind.rawValue))
                draft.pay("id", .integer(record.reference.id))
                let kept = phrase.text(slot.range.lowerBound..<start)
                draft.warning = "Keep “\(kept)” with \(record.name)?"
                return kept
            }
            if name.allSatisfy(\.isCapitalised) {
                draft.warning = "No record is called “\(phrase.text(range))”. Keep the note by itself?"
            }
        }
        return text
    }
}
