import HarkCore

extension Interpreter {
    func createContact(_ reading: Reading) -> Draft {
        var draft = Draft(.createContact, "POST /api/contacts")
        let person = newName(reading.first("person"))
        let company = newName(reading.first("company"))
        let title = value("title", in: reading, grammar)
        let email = email("email", in: reading)
        let phone = phone("phone", in: reading)
        draft.entity("person", person.map(JSONValue.string))
        draft.pay("name", person.map(JSONValue.string))
        draft.both("company", company.map(JSONValue.string))
        draft.both("title", title.map(JSONValue.string))
        draft.both("email", email.map(JSONValue.string))
        draft.both("phone", phone.map(JSONValue.string))
        guard let person else {
            draft.miss("person", asking: "What is the contact called?")
            return draft
        }
        warnOfTwin(named: person, kind: .contact, in: &draft)
        draft.newName = person
        draft.command = .createContact(
            NewContact(person: person, company: company, title: title, email: email, phone: phone))
        return draft
    }

    func createDeal(_ reading: Reading) -> Draft {
        var draft = Draft(.createDeal, "POST /api/deals")
        let order: [RecordKind] = [.company, .customer, .lead, .contact]
        let party = link(
            reading.first("account"), as: "company", order: order, asking: "Who is the deal with?", to: &draft)
        let said = newName(reading.first("name"))
        draft.entity("name", said.map(JSONValue.string))
        if let party { draft.pay("\(party.reference.kind.rawValue)_id", .integer(party.reference.id)) }
        let name = said ?? party.map { "\($0.name) deal" }
        draft.pay("name", name.map(JSONValue.string))
        let amount = addAmount(reading, to: &draft)
        let stage = value("stage", in: reading, grammar).flatMap(Deal.Stage.init) ?? .new
        if reading.first("stage") != nil { draft.entity("stage", .string(stage.rawValue)) }
        draft.pay("stage", .string(stage.rawValue))
        let close = closeDate(reading, in: &draft)
        guard let party, let name else { return draft }
        var deal = NewDeal(name: name, amount: amount, stage: stage, closeDate: close)
        switch party.reference.kind {
        case .company: deal.company = Identifier(party.reference.id)
        case .contact: deal.contact = Identifier(party.reference.id)
        case .lead: deal.lead = Identifier(party.reference.id)
        default: deal.company = companyOfCustomer(party)
        }
        draft.newName = name
        if deal.company == nil, deal.contact == nil, deal.lead == nil {
            draft.miss("company", asking: "Which company is \(party.name)?")
        }
        draft.command = .createDeal(deal)
        return draft
    }

    private func companyOfCustomer(_ customer: NamedRecord) -> Identifier<Company>? {
        context.names.twin(of: NameWords.words(of: customer.name), kind: .company).map { Identifier($0.reference.id) }
    }

    private func closeDate(_ reading: Reading, in draft: inout Draft) -> LocalDate? {
        guard let slot = reading.first("close"), let moment = moment("close", in: reading, .future) else { return nil }
        askIfTwofold(moment, slot, in: &draft)
        // "Closing in June" and "closing this month" are promises for the last day.
        let isRange = moment.grain != .day && !moment.hasClock
        let date = isRange ? moment.until?.adding(seconds: -1).date ?? moment.from.date : moment.from.date
        draft.both("close_date", .string(date.description))
        return date
    }

    /// Asks which of two numbers is the day.
    func askIfTwofold(_ moment: Moment, _ slot: FilledSlot, in draft: inout Draft) {
        guard let other = moment.otherDay else { return }
        draft.miss(
            slot.name,
            asking: "Is \(phrase.text(slot.range)) \(moment.from.date) or \(other)? Say the month by its name.")
    }

    func updateDeal(_ reading: Reading) -> Draft {
        var draft = Draft(.updateDeal, "PUT /api/deals/{id}")
        let stage = value("stage", in: reading, grammar).flatMap(Deal.Stage.init)
        let deal: NamedRecord?
        if reading.first("deal") == nil, let selected = context.selected, selected.reference.kind == .deal,
            linker.preferred.isEmpty
        {
            deal = selected
            draft.links.append(Action.Link(entity: "deal", record: selected, match: 1))
            draft.entity("deal", .string(selected.name))
        } else {
            deal = link(reading.first("deal"), as: "deal", order: [.deal], asking: "Which deal?", to: &draft)
        }
        draft.both("stage", stage.map { .string($0.rawValue) })
        if deal == nil, draft.choices.isEmpty {
            draft.choices = Array(context.listed.filter { $0.reference.kind == .deal }.prefix(5))
            // "I lost my phone" is no sale.
            let nouns: Set<String> = ["deal", "deals", "opportunity", "status", "stage"]
            if !phrase.tokens[reading.range].contains(where: { nouns.contains($0.text) }) { draft.doubt += 1.5 }
            if !draft.choices.isEmpty { draft.question = "Which deal: \(Interpreter.listed(draft.choices))?" }
        }
        guard let deal, let stage else { return draft }
        draft.subject = deal
        draft.apiCall = "PUT /api/deals/\(deal.reference.id)"
        draft.command = .updateDeal(Identifier(deal.reference.id), stage: stage)
        return draft
    }

    func delete(_ reading: Reading) -> Draft {
        var draft = Draft(.delete, "DELETE /api/{type}/{id}")
        let kind = value("type", in: reading, grammar).flatMap(RecordKind.init)
        draft.entity("type", kind.map { .string($0.rawValue) })
        if reading.first("bulk") != nil {
            draft.refusal = "Records are deleted one at a time, each by its name."
            return draft
        }
        if let kind { draft.apiCall = "DELETE /api/\(kind.plural)/{id}" }
        let order = kind.map { [$0] } ?? [.contact, .lead, .deal, .customer, .company, .task, .meeting, .ticket]
        let what = kind?.rawValue ?? "record"
        guard
            let record = link(reading.first("record"), as: "record", order: order, asking: "Which \(what)?", to: &draft)
        else { return draft }
        if kind == nil { draft.entities.insert(.init("type", .string(record.reference.kind.rawValue)), at: 0) }
        draft.apiCall = "DELETE /api/\(record.reference.kind.plural)/\(record.reference.id)"
        draft.warning = "Delete \(record.reference.kind.rawValue) \(record.name)?"
        draft.command = .delete(record.reference)
        return draft
    }

    func showRecord(_ reading: Reading) -> Draft {
        var draft = Draft(.showRecord)
        let order: [RecordKind] = [.lead, .customer, .contact, .company, .deal, .task, .meeting, .ticket]
        let wanted = kindSaid(in: reading)
        guard
            let record = link(
                reading.first("record"), as: "record", order: wanted.map { [$0] } ?? order, asking: "Which record?",
                to: &draft)
        else {
            // Without "contact" or "deal" beside it, a strange word is hardly a record.
            if wanted == nil, reading.first("record")?.isOpen == true { draft.doubt += 2.5 }
            return draft
        }
        draft.apiCall = "GET /api/\(record.reference.kind.plural)/\(record.reference.id)"
        draft.command = .show(record.reference)
        return draft
    }

    /// The kind named beside the record, as in "open contact Laura".
    func kindSaid(in reading: Reading) -> RecordKind? {
        guard let record = reading.first("record") else { return nil }
        for token in [record.range.lowerBound - 1, record.range.upperBound]
        where reading.range.contains(token) && phrase.tokens[token].text != "company" {
            if let kind = RecordKind(rawValue: phrase.tokens[token].text) { return kind }
        }
        return nil
    }
}
