import HarkCore

extension Interpreter {
    /// One field of a contact or company, named by a table of field words.
    func updateField(_ reading: Reading) -> Draft {
        let isContact = reading.intent == .updateContact
        let kind: RecordKind = isContact ? .contact : .company
        var draft = Draft(reading.intent, "PATCH /api/\(kind.plural)/{id}")
        let record = link(
            reading.first(kind.rawValue), as: kind.rawValue, order: [kind], asking: "Which \(kind.rawValue)?",
            to: &draft)
        let change = fieldChange(reading, in: &draft).map { withGivenName($0, of: record, in: reading) }
        if let change { note(change, in: &draft) }
        guard let record, let change else { return draft }
        draft.apiCall = "PATCH /api/\(kind.plural)/\(record.reference.id)"
        draft.command = .update(record.reference, change)
        let isNamed = reading.first(kind.rawValue).map { !isPronoun($0) } ?? false
        if isContact, !isNamed, change.field == .email, isAddress(change.value.text, ofAnotherThan: record) {
            draft.warning = "Is \(change.value.text) the address of \(record.name)?"
        }
        return draft
    }

    /// Whether an address has a name before its "@" that is not the record's: "his email is lars.holmgren@…" after
    /// Freja was spoken of.
    private func isAddress(_ address: String, ofAnotherThan record: NamedRecord) -> Bool {
        let parts = address.prefix { $0 != "@" }.split { ".-_".contains($0) }
        guard parts.count > 1, parts.allSatisfy({ $0.count > 2 && $0.allSatisfy(\.isLetter) }) else { return false }
        let names = NameWords.words(of: record.name)
        return !parts.contains { part in names.contains(Folding.folded(String(part))) }
    }

    /// A new surname stands behind the given names, which stay as they are.
    private func withGivenName(_ change: FieldChange, of record: NamedRecord?, in reading: Reading) -> FieldChange {
        guard change.field == .name, let record, let said = reading.first("field"),
            phrase.tokens[said.range].contains(where: { ["surname", "last"].contains($0.text) })
        else { return change }
        let given = record.name.split(separator: " ").dropLast()
        let names = change.value.text.split(separator: " ")
        guard let first = given.first, names.first != first else { return change }
        return FieldChange(.name, (given + names).joined(separator: " "))
    }

    /// Adds a change to the draft as `field` and `value`.
    func note(_ change: FieldChange, in draft: inout Draft) {
        let value: JSONValue =
            switch change.value {
            case .number(let number): .number(number)
            case .money(let money): .number(money.major)
            default: .string(change.value.text)
            }
        draft.entity("field", .string(change.field.rawValue))
        draft.entity("value", value)
        draft.pay(change.field.rawValue, value)
    }

    private func fieldChange(_ reading: Reading, in draft: inout Draft) -> FieldChange? {
        // "She has moved up to chief executive" is a title and no company.
        if let slot = reading.first("employer"),
            finder.titleEnds(at: slot.range.lowerBound).contains(slot.range.upperBound)
        {
            return newName(slot).map { FieldChange(.title, $0) }
        }
        if let slot = reading.first("employer"), let employer = newName(slot) {
            if let company = companyCalled(slot) { return FieldChange(.company, company.name) }
            // Half the name of several companies is nobody's name.
            if case .several(let companies, _) = linker.resolve(slot, order: [.company]), companies.count > 1 {
                draft.choices = companies
                draft.entity("value", .string(employer))
                draft.miss("employer", asking: "Which company: \(Interpreter.listed(companies))?")
                return nil
            }
            return FieldChange(.company, employer)
        }
        if let title = title(in: reading) { return FieldChange(.title, title) }
        let city = reading.first("city").map { slot in
            var slot = slot
            slot.range = withoutTelling(slot.range)
            return slot
        }
        if let city = newName(city) { return FieldChange(.city, city) }
        if let size = number("size", in: reading) { return FieldChange(.size, .number(size)) }
        if let industry = text("industry", in: reading) { return FieldChange(.industry, industry) }
        let isRenamed = phrase.tokens[reading.range].contains { $0.text == "rename" }
        let field = fieldSaid(reading) ?? (isRenamed ? .name : reading.first("value").flatMap(fieldOfType))
        guard let field else {
            draft.miss("field", asking: "Which field?")
            return nil
        }
        guard let slot = wholeValue(reading) else {
            draft.entity("field", .string(field.rawValue))
            draft.miss("value", asking: "What is the new \(field.label)?")
            return nil
        }
        guard let value = fieldValue(of: slot, for: field) else {
            draft.entity("field", .string(field.rawValue))
            draft.miss("value", asking: "“\(phrase.text(slot.range))” is no \(field.label). What is it?")
            return nil
        }
        return FieldChange(field, value)
    }

    /// The field that a value of a type of its own can only be meant for.
    private func fieldOfType(_ slot: FilledSlot) -> RecordField? {
        switch slot.type {
        case .email: .email
        case .phone: .phone
        case .url: .domain
        default: nil
        }
    }

    /// A job title, by its name in the table or as said.
    func title(in reading: Reading) -> String? {
        value("title", in: reading, grammar) ?? newName(reading.first("title"))
    }

    /// The slot `value` from its first word to its last, without marks before it.
    private func wholeValue(_ reading: Reading) -> FilledSlot? {
        let pieces = reading.all("value")
        guard var slot = pieces.first, let last = pieces.last else { return nil }
        let range = slot.range.lowerBound..<last.range.upperBound
        guard
            let start = range.first(where: {
                phrase.tokens[$0].kind != .mark || ["+", "("].contains(phrase.tokens[$0].text)
            })
        else { return nil }
        slot.range = withoutTelling(start..<range.upperBound)
        return slot
    }

    /// The value of "it's Seattle, not Tacoma" and "too, he's CTO now" is Seattle, and CTO.
    private func withoutTelling(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        let tells: Set<String> = [
            "it", "is", "its", "he", "she", "now", "actually", "should", "be", "too", ",", "also", "'s",
        ]
        while start + 1 < end, tells.contains(phrase.tokens[start].text) { start += 1 }
        if let not = (start + 1..<end).first(where: { ["not", "instead"].contains(phrase.tokens[$0].text) }) {
            end = not
        }
        while end > start + 1, [",", "now", "too", "please"].contains(phrase.tokens[end - 1].text) { end -= 1 }
        return start..<end
    }

    private func fieldSaid(_ reading: Reading) -> RecordField? {
        value("field", in: reading, grammar).flatMap(RecordField.init)
    }

    /// What the words of a slot are as a value of a field; `nil` where they are none.
    func fieldValue(of slot: FilledSlot, for field: RecordField) -> FieldValue? {
        let start = slot.range.lowerBound
        switch field {
        // "It's tom@fabrikam.com now": the address is what counts.
        case .email: return slot.range.lazy.compactMap(finder.email).first.map { .text($0.value) }
        case .phone: return slot.range.lazy.compactMap(finder.phone).first.map { .text($0.value) }
        case .size, .probability: return finder.number(at: start).map { .number($0.value.value) }
        case .domain:
            if let url = finder.url(at: start) { return .text(url.value.lowercased()) }
            let said = phrase.text(slot.range)
            return said.contains(" ") ? nil : .text(said.lowercased())
        case .title:
            let known = FilledSlot(name: "title", type: .table("title"), range: slot.range, isOpen: false)
            return (value(of: known, grammar) ?? newName(slot)).map(FieldValue.text)
        case .industry, .subject: return .text(phrase.text(slot.range))
        case .company: return (companyCalled(slot)?.name ?? newName(slot)).map(FieldValue.text)
        default: return newName(slot).map(FieldValue.text)
        }
    }

    /// The company that is called so, with or without its legal form: "Goldcrest Shipping" for "Goldcrest Shipping BV".
    func companyCalled(_ slot: FilledSlot) -> NamedRecord? {
        guard case .one(let company, let match) = linker.resolve(slot, order: [.company]), match >= 0.9 else {
            return nil
        }
        let said = Set(phrase.tokens[slot.range].map(\.text))
        let more = NameWords.words(of: company.name).filter { !said.contains($0) }
        return more.allSatisfy(NameWords.forms.contains) ? company : nil
    }

    func createCompany(_ reading: Reading) -> Draft {
        var draft = Draft(.createCompany, "POST /api/companies")
        let name = newName(reading.first("company"))
        draft.entity("company", name.map(JSONValue.string))
        draft.pay("name", name.map(JSONValue.string))
        let said = reading.first("domain").flatMap { finder.url(at: $0.range.lowerBound)?.value }
        let domain = (said ?? text("domain", in: reading))?.lowercased()
        draft.both("domain", domain.map(JSONValue.string))
        let industry = text("industry", in: reading)
        draft.both("industry", industry.map(JSONValue.string))
        let size = number("size", in: reading).flatMap { Int(exactly: $0) }
        draft.both("size", size.map { .integer($0) })
        let city = newName(reading.first("city"))
        draft.both("city", city.map(JSONValue.string))
        guard let name else {
            draft.miss("company", asking: "What is the company called?")
            return draft
        }
        warnOfTwin(named: name, kind: .company, in: &draft)
        draft.newName = name
        draft.command = .createCompany(
            NewCompany(name: name, domain: domain, industry: industry, size: size, city: city))
        return draft
    }
}
