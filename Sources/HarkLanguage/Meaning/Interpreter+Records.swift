import HarkCore

extension Interpreter {
    func createContact(_ reading: Reading) -> Draft {
        var draft = Draft(.createContact, "POST /api/contacts")
        let person = newName(reading.first("person"))
        let isSameCompany = isSameCompany(reading.first("company"))
        let known = reading.first("company").flatMap(companyCalled)?.name
        let misspelled = known == nil ? reading.first("company").flatMap(misspelledCompany) : nil
        let company = isSameCompany ? companyAtHand : known ?? misspelled ?? newName(reading.first("company"))
        if let misspelled { draft.warning = "Is \(misspelled) meant?" }
        if isSameCompany, company == nil { draft.miss("company", asking: "At which company?") }
        if reading.first("person").map({ phrase.tokens[$0.range.lowerBound].text }) == "same" { draft.doubt += 4 }
        let title = title(in: reading)
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

    /// The one company whose whole name a slot is, but for a slip: "Gobex" for Globex.
    private func misspelledCompany(_ slot: FilledSlot) -> String? {
        guard slot.range.contains(where: { spans.isMended[$0] }) else { return nil }
        let whole = spans.mentions[slot.range.lowerBound].first { $0.end == slot.range.upperBound && $0.match >= 0.93 }
        let companies = whole?.candidates.compactMap { context.names.records[Int($0.place)] }
            .filter { [.company, .customer].contains($0.reference.kind) }
        return companies?.first?.name
    }

    /// Whether "the same company" was said in place of a name.
    private func isSameCompany(_ slot: FilledSlot?) -> Bool {
        guard let slot else { return false }
        let words = phrase.tokens[slot.range].map(\.text)
        return words.first == "same"
            && words.dropFirst().allSatisfy { ["company", "firm", "place", "account", "organisation"].contains($0) }
    }

    /// The company that was spoken of last, or that of the person who was.
    var companyAtHand: String? {
        let last = context.last?.command?.subject.flatMap(context.names.record)
        guard let record = linker.antecedent ?? context.selected ?? last else { return nil }
        switch record.reference.kind {
        case .company, .customer, .lead: return record.name
        default:
            let parent = context.names.record(record.reference)?.parent ?? record.parent
            return parent.isEmpty ? nil : parent
        }
    }

    func delete(_ reading: Reading) -> Draft {
        var draft = Draft(.delete, "DELETE /api/{type}/{id}")
        let kind = value("type", in: reading, grammar).flatMap(RecordKind.init)
        draft.entity("type", kind.map { .string($0.rawValue) })
        if reading.first("bulk") != nil {
            // "All data about Jane" is the wiping of a person's data.
            let personal: Set<String> = ["data", "about", "information", "personal", "traces"]
            if phrase.tokens[reading.range].contains(where: { personal.contains($0.text) }) { draft.doubt += 1.5 }
            // "All leads in Oslo or Bergen" are several, which filters would have to find.
            let words = phrase.tokens[reading.range].map(\.text)
            if let kind = RecordKind.allCases.first(where: { words.contains($0.plural) }) {
                var bulk = Draft(.bulkDelete, "POST /api/bulk/delete")
                bulk.both("type", .string(kind.rawValue))
                bulk.miss("filters", asking: "Only filters that must all fit can be used. Which \(kind.plural)?")
                bulk.doubt = draft.doubt
                return bulk
            }
            draft.refusal = "Records are deleted one at a time, each by its name."
            return draft
        }
        if let kind { draft.apiCall = "DELETE /api/\(kind.plural)/{id}" }
        let accountKinds: [RecordKind] = [.company, .customer, .lead]
        let accounts: [RecordKind]? = kind == .customer ? [.customer, .company] : nil
        let order =
            accounts ?? kind.map { [$0] } ?? [.contact, .lead, .deal, .customer, .company, .task, .meeting, .ticket]
        let what = kind?.rawValue ?? "record"
        guard
            let record = link(reading.first("record"), as: "record", order: order, asking: "Which \(what)?", to: &draft)
        else { return draft }
        if let holder = reading.first("holder"),
            case .one(let company, _) = linker.resolve(holder, order: accountKinds), company.name != record.parent
        {
            draft.doubt += 2.5
        }
        draft.entities.removeAll { $0.name == "type" }
        draft.entities.insert(.init("type", .string(record.reference.kind.rawValue)), at: 0)
        draft.apiCall = "DELETE /api/\(record.reference.kind.plural)/\(record.reference.id)"
        draft.warning = "Delete \(record.reference.kind.rawValue) \(record.name)?"
        draft.command = .delete(record.reference)
        return draft
    }

    func showRecord(_ reading: Reading) -> Draft {
        var draft = Draft(.showRecord)
        if let number = number("number", in: reading).flatMap({ Int64(exactly: $0) }) {
            let known = context.tickets.first { $0.reference.id == number }
            let ticket = known ?? NamedRecord(RecordReference(.ticket, number), name: "#\(number)")
            _ = accept(ticket, match: 1, as: "record", in: &draft)
            draft.apiCall = "GET /api/tickets/\(number)"
            draft.command = .show(ticket.reference)
            return draft
        }
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
        guard let record = reading.first("record") else {
            let isDeal = phrase.tokens[reading.range].contains { ["deal", "opportunity"].contains($0.text) }
            return isDeal ? .deal : nil
        }
        for token in [record.range.lowerBound - 1, record.range.upperBound]
        where reading.range.contains(token) && !["company", "note"].contains(phrase.tokens[token].text) {
            if let kind = RecordKind(rawValue: phrase.tokens[token].text) { return kind }
        }
        return nil
    }
}
