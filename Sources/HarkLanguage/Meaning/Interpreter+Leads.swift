import HarkCore

extension Interpreter {
    func createLead(_ reading: Reading) -> Draft {
        var draft = Draft(.createLead, "POST /api/leads")
        let party = party(reading)
        var company = newName(party.company)
        let person = newName(party.person)
        if party.usesSecond { draft.used = ["company"] }
        // "Put the lead on contacted" names a state and nobody.
        if let slot = party.company, state(saidBy: slot) { draft.doubt += 2 }
        // "Lead is a heavy metal" says what it is; a name has no article.
        if let slot = party.company, isCommonNoun(slot) { draft.doubt += 2 }
        if let slot = party.company, isThing(slot) { draft.doubt += Interpreter.costOfThing }
        // "Met a guy at the trade fair" does not say who.
        if let slot = party.company, slot.range.count == 1,
            SmallWords.introducing.contains(phrase.tokens[slot.range.lowerBound].text)
        {
            draft.doubt += 4
        }
        var source = value("source", in: reading, grammar)
        // "A lead from LinkedIn" tells where it came from, not who it is.
        if source == nil, let slot = party.company, let said = sourceSaid(slot) {
            (source, company) = (said, nil)
        }
        draft.both("company", company.map(JSONValue.string))
        draft.both("person", person.map(JSONValue.string))
        draft.entity("source", source.map(JSONValue.string))
        draft.pay("source", .string(source ?? context.source.rawValue))
        draft.pay("status", "new")
        // An address inside the message is theirs.
        let email = email("email", in: reading) ?? reading.first("message").flatMap(address)
        let phone = phone("phone", in: reading)
        draft.both("email", email.map(JSONValue.string))
        draft.both("phone", phone.map(JSONValue.string))
        let amount = addAmount(reading, to: &draft)
        let owner = newOwner(reading, in: &draft)
        // A lead has no title of its own, but it was said.
        let told = [reading.first("title").map { phrase.text($0.range) }, verbatim("message", in: reading)]
        let message = told.contains { $0 != nil } ? told.compactMap(\.self).joined(separator: ", ") : nil
        draft.both("message", message.map(JSONValue.string))
        if let slot = reading.first("message"), hidesValue(slot) {
            draft.warning = "Keep “\(phrase.text(slot.range))” as the message?"
        }
        guard let name = company ?? person else {
            draft.miss("company", asking: "Which company is the lead from?")
            return draft
        }
        warnOfTwin(named: name, kind: .lead, in: &draft)
        draft.newName = name
        draft.command = .createLead(
            NewLead(
                company: company, person: person, source: source ?? context.source.rawValue, email: email, phone: phone,
                amount: amount, owner: owner?.id, message: message))
        return draft
    }

    /// Whether an amount, a number or where the lead came from stands in what was told of it, with no word such as
    /// "saying" before it.
    private func hidesValue(_ slot: FilledSlot) -> Bool {
        guard slot.range.lowerBound > 0, case let before = phrase.tokens[slot.range.lowerBound - 1].text,
            [",", ".", ";", "-", "and"].contains(before)
        else { return false }
        func holds(_ type: SlotType, at token: Int) -> Bool {
            guard let number = grammar.spanTypeNumbers[type] else { return false }
            return spans.spans[number * spans.count + token].contains {
                $0.cost < 0.2 && $0.end <= slot.range.upperBound
            }
        }
        return slot.range.contains { token in
            holds(.money, at: token) || holds(.phone, at: token)
                || ["from", "through", "via", "at"].contains(phrase.tokens[token - 1].text)
                    && holds(.table("source"), at: token)
        }
    }

    /// The only e-mail address in a slot.
    private func address(in slot: FilledSlot) -> String? {
        let found = slot.range.compactMap { finder.email(at: $0)?.value }
        return Set(found).count == 1 ? found[0] : nil
    }

    /// Who is to have a new record, noted in the draft; "log it for me" asks a favour and gives nobody anything.
    func newOwner(_ reading: Reading, in draft: inout Draft) -> User? {
        guard let slot = reading.first("owner"), let owner = user("owner", in: reading) else { return nil }
        let start = slot.range.lowerBound
        if phrase.tokens[start].text == "me", start > 0, phrase.tokens[start - 1].text == "for" { return nil }
        draft.entity("owner", .string(owner.name))
        draft.pay("owner_id", .integer(owner.id.rawValue))
        return owner
    }

    /// Whether the words of a slot are a state of leads.
    private func state(saidBy slot: FilledSlot) -> Bool {
        let inside = FilledSlot(name: "status", type: .table("status"), range: slot.range, isOpen: false)
        return value(of: inside, grammar) != nil
    }

    /// The source that the words of a slot are, where they are no known name.
    private func sourceSaid(_ slot: FilledSlot) -> String? {
        guard spans.mentions[slot.range.lowerBound].isEmpty else { return nil }
        let inside = FilledSlot(name: "source", type: .table("source"), range: slot.range, isOpen: false)
        return value(of: inside, grammar)
    }

    /// Asks before a second record of the same name is made.
    func warnOfTwin(named name: String, kind: RecordKind, in draft: inout Draft) {
        let words = NameWords.words(of: name)
        guard let twin = context.names.twin(of: words, kind: kind) else { return }
        draft.choices = [twin]
        draft.warning = "There is already a \(kind.rawValue) \(twin.name). Add another?"
    }

    func updateLead(_ reading: Reading) -> Draft {
        var draft = Draft(.updateLead, "PATCH /api/leads/{id}")
        if reading.first("bulk") != nil {
            draft.refusal = "Leads are changed one at a time, each by its name."
            return draft
        }
        guard let lead = link(reading.first("lead"), as: "lead", order: [.lead], asking: "Which lead?", to: &draft)
        else {
            _ = leadChange(reading, in: &draft)
            return draft
        }
        if value("status", in: reading, grammar) == Lead.Status.disqualified.rawValue {
            return disqualify(lead, nil, draft)
        }
        draft.apiCall = "PATCH /api/leads/\(lead.reference.id)"
        let change = leadChange(reading, in: &draft)
        draft.command = change.map { .update(lead.reference, $0) }
        return draft
    }

    func leadChange(_ reading: Reading, in draft: inout Draft) -> FieldChange? {
        let settings = context.settings
        let change: FieldChange
        if let status = value("status", in: reading, grammar) {
            change = FieldChange(.status, status)
        } else if let source = value("source", in: reading, grammar) {
            change = FieldChange(.source, source)
        } else if let email = email("email", in: reading) {
            change = FieldChange(.email, email)
        } else if let phone = phone("phone", in: reading) {
            change = FieldChange(.phone, phone)
        } else if let person = newName(reading.first("person")) {
            change = FieldChange(.person, person)
        } else if let company = newName(reading.first("company")) {
            change = FieldChange(.company, company)
        } else if let owner = user("owner", in: reading) {
            draft.warning = "Give the lead to \(owner.name)?"
            change = FieldChange(.owner, .user(owner.id, name: owner.name))
        } else if let money = money("amount", in: reading)?.money(default: settings.currency) {
            draft.warning = "Set the amount to \(money.text)?"
            change = FieldChange(.amount, .money(money))
        } else {
            change = FieldChange(.status, Lead.Status.qualified.rawValue)
        }
        note(change, in: &draft)
        return change
    }

    func disqualifyLead(_ reading: Reading) -> Draft {
        var draft = Draft(.disqualifyLead, "POST /api/leads/{id}/disqualify")
        guard let lead = link(reading.first("lead"), as: "lead", order: [.lead], asking: "Which lead?", to: &draft)
        else { return draft }
        let reason = reason(in: reading)
        return disqualify(lead, reason.flatMap { saysNoMore($0) ? nil : $0 }, draft)
    }

    /// Whether a reason only says once more what is to be done: "take it off the leads".
    private func saysNoMore(_ reason: String) -> Bool {
        let verbs: Set<String> = ["take", "drop", "remove", "kick", "throw", "disqualify", "mark", "set"]
        let rest: Set<String> = [
            "it", "them", "that", "off", "from", "out", "of", "the", "our", "my", "lead", "leads", "list", "pipeline",
            "as",
            "disqualified", "please", "so", "to",
        ]
        let words = Tokenizer.tokenize(reason).tokens.filter { $0.kind == .word }.map(\.text)
        let said = words.drop { ["so", "please", "and"].contains($0) }
        return said.first.map(verbs.contains) == true && said.dropFirst().allSatisfy(rest.contains)
    }

    private func disqualify(_ lead: NamedRecord, _ reason: String?, _ base: Draft) -> Draft {
        var draft = base
        draft.commandType = .disqualifyLead
        draft.apiCall = "POST /api/leads/\(lead.reference.id)/disqualify"
        draft.both("reason", reason.map(JSONValue.string))
        draft.command = .disqualifyLead(Identifier(lead.reference.id), reason: reason)
        return draft
    }

    func showScore(_ reading: Reading) -> Draft {
        var draft = Draft(.showScore, "GET /api/leads/{id}/score")
        let ofCustomers: Set<String> = ["risk", "risky", "churn", "leave", "leaving", "health", "healthy", "unhappy"]
        let isRisk = phrase.tokens[reading.range].contains { ofCustomers.contains($0.text) }
        let order: [RecordKind] = isRisk ? [.customer, .lead] : [.lead, .customer]
        // "Why is that?" asks about what was said, not about a score.
        if let slot = reading.first("record"), isPronoun(slot) || phrase.text(slot.range).lowercased() == "that",
            reading.range.count <= 3, phrase.tokens[reading.range.lowerBound].text == "why"
        {
            draft.doubt += 3
        }
        guard let record = link(reading.first("record"), as: "record", order: order, asking: "Whose score?", to: &draft)
        else { return draft }
        draft.apiCall = "GET /api/\(record.reference.kind.plural)/\(record.reference.id)/score"
        draft.command = .showScore(record.reference)
        return draft
    }
}
