import HarkCore

extension Interpreter {
    func createTicket(_ reading: Reading) -> Draft {
        var draft = Draft(.createTicket, "POST /api/tickets")
        let customer = link(
            reading.first("customer"), as: "customer", order: [.customer], asking: "Which customer is it for?",
            to: &draft)
        draft.pay("customer_id", customer.map { .integer($0.reference.id) })
        let subject = text("subject", in: reading).map(Interpreter.sentence)
        draft.both("subject", subject.map(JSONValue.string))
        let priority = value("priority", in: reading, grammar).flatMap(Ticket.Urgency.init)
        draft.both("priority", priority.map { .string($0.rawValue) })
        if subject == nil { draft.miss("subject", asking: "What is the ticket about?") }
        guard let customer, let subject else { return draft }
        draft.command = .createTicket(
            NewTicket(
                customer: Identifier(customer.reference.id), subject: subject, priority: priority ?? .normal))
        return draft
    }

    func changeTicket(_ reading: Reading) -> Draft {
        let isClosing = reading.intent == .closeTicket || value("status", in: reading, grammar) == "closed"
        var draft = Draft(
            isClosing ? .closeTicket : .updateTicket,
            isClosing ? "POST /api/tickets/{id}/close" : "PATCH /api/tickets/{id}")
        let ticket = ticket(reading, in: &draft)
        if isClosing {
            let resolution = verbatim("resolution", in: reading)
            draft.both("resolution", resolution.map(JSONValue.string))
            guard let ticket else { return draft }
            draft.apiCall = "POST /api/tickets/\(ticket.reference.id)/close"
            draft.command = .closeTicket(Identifier(ticket.reference.id), resolution: resolution)
            return draft
        }
        let change: FieldChange
        if let priority = value("priority", in: reading, grammar) {
            change = FieldChange(.priority, priority)
        } else if let status = value("status", in: reading, grammar) {
            change = FieldChange(.status, status)
        } else if isReopening(reading) {
            change = FieldChange(.status, Ticket.Status.open.rawValue)
        } else if let subject = text("subject", in: reading) {
            change = FieldChange(.subject, Interpreter.sentence(subject))
        } else {
            change = FieldChange(.priority, Ticket.Urgency.urgent.rawValue)
        }
        note(change, in: &draft)
        guard let ticket else { return draft }
        draft.apiCall = "PATCH /api/tickets/\(ticket.reference.id)"
        draft.command = .update(ticket.reference, change)
        return draft
    }

    /// The ticket meant by its number, its customer, its words, or the one selected.
    private func ticket(_ reading: Reading, in draft: inout Draft) -> NamedRecord? {
        let slot = reading.first("ticket")
        if let pointed = reading.first("pointed") {
            // "Close the second one" is about a ticket only where tickets are listed.
            guard finder.reference(at: pointed.range.lowerBound)?.end == pointed.range.upperBound,
                case .one(let ticket, _) = linker.resolve(pointed, order: [.ticket])
            else {
                draft.doubt += 5
                return nil
            }
            draft.doubt -= 0.5
            return accept([ticket], nil, &draft)
        }
        if let rank = value("rank", in: reading, grammar) { return ranked(rank, &draft) }
        if let number = number("number", in: reading).flatMap({ Int64(exactly: $0) }), !isOneSpokenOf(reading) {
            let known = context.tickets.first { $0.reference.id == number }
            // A bare number is that of a ticket only where there is one.
            let isClosed = isReopening(reading) && isSupportWork(number)
            if known == nil, !isClosed, reading.first("number").map(isBareNumber) == true { draft.doubt += 3 }
            if isClosed { draft.doubt -= 0.4 }
            return accept([known ?? NamedRecord(RecordReference(.ticket, number), name: "#\(number)")], nil, &draft)
        }
        let said = slot.map { phrase.text($0.range) }
        guard let slot, !phrase.tokens[slot.range].allSatisfy({ SmallWords.all.contains($0.text) }) else {
            return accept(ticketPointedAt(by: nil).map { [$0] } ?? ticketsAtHand, nil, &draft)
        }
        if case .one(let record, _) = linker.resolve(slot, order: [.ticket, .customer, .company]) {
            if record.reference.kind == .ticket { return accept([record], said, &draft) }
            return accept(context.tickets.filter { $0.detail == record.name }, said, &draft)
        }
        let words = Set(phrase.tokens[slot.range].map(\.text)).subtracting(SmallWords.all)
        let fitting = context.tickets.filter { ticket in
            !words.isEmpty && words.isSubset(of: Set(NameWords.words(of: ticket.name + " " + ticket.detail)))
        }
        let exact = slot.type == .issue ? fitting.filter { $0.name.lowercased() == said?.lowercased() } : []
        return accept(exact.isEmpty ? fitting : exact, said, &draft)
    }

    /// The older, the newer or the other one of the tickets listed, else of those of the customer spoken of.
    private func ranked(_ rank: String, _ draft: inout Draft) -> NamedRecord? {
        let listed = context.listed.filter { $0.reference.kind == .ticket }
        let touched = context.touched.first ?? context.selected
        let others = listed.filter { $0.reference != touched?.reference }
        let open = (listed.count > 1 ? listed : ticketsAtHand).sorted { $0.reference.id < $1.reference.id }
        switch rank {
        case "other": return accept(listed.count == 2 && others.count == 1 ? others : open, nil, &draft)
        case "older": return accept(open.first.map { [$0] } ?? [], nil, &draft)
        default: return accept(open.last.map { [$0] } ?? [], nil, &draft)
        }
    }

    /// Whether a ticket is to be opened once more, which is no longer among the open ones.
    private func isReopening(_ reading: Reading) -> Bool {
        reading.range.contains { index in
            let next = index + 1 < reading.range.upperBound ? phrase.tokens[index + 1].text : ""
            return phrase.tokens[index].text == "reopen" || phrase.tokens[index].text == "re" && next == "open"
        }
    }

    /// Whether a bare number is more likely a ticket's than a deal's.
    private func isSupportWork(_ number: Int64) -> Bool {
        let reference = RecordReference(.ticket, number)
        return context.user.role == .support || context.listed.contains { $0.reference == reference }
            || context.mentioned.contains { $0.reference == reference }
    }

    /// Whether neither "ticket" nor "#" stands before a number.
    private func isBareNumber(_ slot: FilledSlot) -> Bool {
        let before = slot.range.lowerBound - 1
        return before < 0
            || !["ticket", "case", "#", "number", "no", "issue", "incident", "nr", "num", "tkt", "request", "problem"]
                .contains(phrase.tokens[before].text)
    }

    /// Whether the number is the "one" of "that one".
    private func isOneSpokenOf(_ reading: Reading) -> Bool {
        guard let slot = reading.first("number"), phrase.tokens[slot.range].map(\.text) == ["one"] else { return false }
        let before = slot.range.lowerBound - 1
        return before >= 0 && ["that", "this", "the", "which", "last", "newest"].contains(phrase.tokens[before].text)
    }

    /// The ticket made, changed or closed just now, where the words only point: "reopen that one".
    func ticketPointedAt(by slot: FilledSlot?) -> NamedRecord? {
        if let slot, finder.reference(at: slot.range.lowerBound)?.end != slot.range.upperBound { return nil }
        let touched = context.touched.first { $0.reference.kind == .ticket }
        return touched ?? (context.selected?.reference.kind == .ticket ? context.selected : nil)
    }

    func reopening(_ ticket: NamedRecord) -> Draft {
        var draft = Draft(.updateTicket, "PATCH /api/tickets/\(ticket.reference.id)")
        _ = accept(ticket, match: 1, as: "ticket", in: &draft)
        let change = FieldChange(.status, Ticket.Status.open.rawValue)
        note(change, in: &draft)
        draft.command = .update(ticket.reference, change)
        return draft
    }

    /// The ticket spoken of, else those of the customer spoken of, else the only one there is.
    private var ticketsAtHand: [NamedRecord] {
        if case .one(let ticket, _) = linker.atHand([.ticket]) { return [ticket] }
        let told = linker.told.places.first.flatMap { context.names.records[Int($0)] }
        let about = linker.antecedent ?? told ?? context.selected
        // A person's tickets are those of where they work.
        let names = [about?.name, about.flatMap { context.names.record($0.reference)?.parent }].compactMap { $0 }
        let theirs = context.tickets.filter { names.contains($0.detail) }
        // Of two of theirs the one spoken of.
        let spoken = context.mentioned.first { $0.reference.kind == .ticket }?.reference
        if let one = theirs.first(where: { $0.reference == spoken }) { return [one] }
        return theirs.isEmpty && context.tickets.count == 1 ? context.tickets : theirs
    }

    private func accept(_ tickets: [NamedRecord], _ said: String?, _ draft: inout Draft) -> NamedRecord? {
        choose(among: tickets, as: "ticket", said: said, asking: "Which ticket?", in: &draft)
    }

    /// The only candidate, or the question which one.
    func choose(
        among candidates: [NamedRecord], as entity: String, said: String?, asking question: String,
        in draft: inout Draft
    ) -> NamedRecord? {
        let chosen = linker.preferred.first(where: candidates.contains) ?? linker.preferred.first
        if let record = chosen ?? (candidates.count == 1 ? candidates.first : nil) {
            if context.touched.contains(where: { $0.reference == record.reference }) { draft.doubt -= 0.3 }
            draft.entity(entity, .string(record.name))
            draft.links.append(Action.Link(entity: entity, record: record, match: 1))
            draft.subject = record
            return record
        }
        draft.entity(entity, said.map(JSONValue.string))
        draft.choices = Array(candidates.prefix(5))
        if candidates.isEmpty, let said { draft.doubt += 0.5 + 0.1 * Float(said.split(separator: " ").count) }
        draft.miss(
            entity,
            asking: candidates.isEmpty
                ? said.map { "No \(entity) fits “\($0)”. \(question)" } ?? question
                : "Which one: \(Interpreter.listed(draft.choices))?")
        return nil
    }
}
