import HarkCore

extension Interpreter {
    /// Commands on several records: given to somebody, marked with a tag, or merged into one.
    func onSeveral(_ reading: Reading) -> Draft {
        switch reading.intent {
        case .assignRecord: assign(reading)
        case .mergeRecords: merge(reading)
        default: tag(reading)
        }
    }

    /// The records of a slot, each linked by its name, noted as the entity `records`.
    private func records(
        _ name: String, in reading: Reading, order: [RecordKind], asking question: String, _ draft: inout Draft
    ) -> [NamedRecord] {
        var inner = Draft(reading.intent)
        var found: [NamedRecord] = []
        let slots = reading.all(name).map(Optional.some)
        for slot in slots.isEmpty ? [nil] : slots {
            let record = link(slot, as: "records", order: order, asking: question, to: &inner)
            if let record, !found.contains(record) { found.append(record) }
        }
        let names = inner.entities.map(\.value)
        draft.entity("records", names.isEmpty ? nil : .array(names))
        draft.pay("records", found.isEmpty ? nil : .array(found.map { Interpreter.reference($0) }))
        draft.links += inner.links
        draft.missing += inner.missing.isEmpty ? [] : ["records"]
        draft.question = draft.question ?? inner.question
        draft.choices = inner.choices
        draft.doubt += inner.doubt
        draft.subject = found.first
        return inner.missing.isEmpty && inner.question == nil ? found : []
    }

    private static func reference(_ record: NamedRecord) -> JSONValue {
        ["type": .string(record.reference.kind.rawValue), "id": .integer(record.reference.id)]
    }

    private func assign(_ reading: Reading) -> Draft {
        var draft = Draft(.assignRecord, "POST /api/assign")
        let owner = user("to_owner", in: reading)
        if reading.first("bulk") != nil {
            let query = bulkQuery(reading, in: &draft)
            note(owner, in: &draft)
            guard let owner, let query else { return draft }
            draft.warning = "Give all of these \(query.kind.plural) to \(owner.name)?"
            draft.command = .bulkUpdate(query, FieldChange(.owner, .user(owner.id, name: owner.name)))
            return draft
        }
        let order: [RecordKind] = kindNamed(reading).map { [$0] } ?? [.lead, .deal, .customer, .task]
        if reading.first("records") == nil,
            phrase.tokens[reading.range].contains(where: { ["ticket", "case", "issue", "tickets"].contains($0.text) })
        {
            note(owner, in: &draft)
            let name = owner?.name ?? "somebody"
            draft.refusal = "A ticket has no owner. A task can have one: “task for \(name): look at the ticket”."
            return draft
        }
        if let slot = reading.first("records"), isPronoun(slot), context.touched.first?.reference.kind == .ticket {
            note(owner, in: &draft)
            draft.miss("records", asking: "A ticket has no owner. Who or what is to be given to somebody?")
            return draft
        }
        let records = records("records", in: reading, order: order, asking: "Which record?", &draft)
        note(owner, in: &draft)
        guard let owner, !records.isEmpty else { return draft }
        draft.warning = "Give \(records.map(\.name).joined(separator: " and ")) to \(owner.name)?"
        draft.command = .assign(records.map(\.reference), to: owner.id, name: owner.name)
        return draft
    }

    private func note(_ owner: User?, in draft: inout Draft) {
        draft.entity("owner", owner.map { .string($0.name) })
        draft.pay("owner_id", owner.map { .integer($0.id.rawValue) })
        if owner == nil { draft.miss("to_owner", asking: "To whom?") }
    }

    private func kindNamed(_ reading: Reading) -> RecordKind? {
        if let said = value("type", in: reading, grammar).flatMap(RecordKind.init) { return said }
        // "The Rowan Timber deal" is no lead of that name.
        guard let slot = reading.all("records").first, reading.all("records").count == 1,
            reading.range.contains(slot.range.upperBound)
        else { return nil }
        return RecordKind(rawValue: phrase.tokens[slot.range.upperBound].text)
    }

    private func tag(_ reading: Reading) -> Draft {
        let isAdding = reading.intent == .tagRecord
        if isAdding, reading.first("bulk") != nil || reading.first("list") != nil { return tagAll(reading) }
        var draft = Draft(reading.intent, isAdding ? "POST /api/tags" : "DELETE /api/tags")
        let order: [RecordKind] = kindNamed(reading).map { [$0] } ?? [.customer, .lead, .contact, .deal, .company]
        let records = records("records", in: reading, order: order, asking: "Which record?", &draft)
        var tag = text("tag", in: reading)?.lowercased()
        // "Take the tag off Hector" is the one spoken of.
        if let said = tag, ["tag", "label", "the", "it", "that"].contains(said) {
            tag = context.last?.entities["tag"]?.string
        }
        draft.both("tag", tag.map(JSONValue.string))
        guard let tag else {
            draft.miss("tag", asking: "Which tag?")
            return draft
        }
        if !records.isEmpty { draft.command = .tag(records.map(\.reference), tag, isAdded: isAdding) }
        return draft
    }

    /// Puts a tag on everything a list finds.
    private func tagAll(_ reading: Reading) -> Draft {
        var draft = Draft(.bulkUpdate, "POST /api/bulk/update")
        let query = bulkQuery(reading, in: &draft)
        guard let tag = text("to_tag", in: reading)?.lowercased() else {
            draft.miss("to_tag", asking: "Which tag?")
            return draft
        }
        note(FieldChange(.tag, tag), in: &draft)
        guard let query else { return draft }
        draft.warning = "Tag all of these \(query.kind.plural) as \(tag)?"
        draft.command = .bulkUpdate(query, FieldChange(.tag, tag))
        return draft
    }

    private func merge(_ reading: Reading) -> Draft {
        var draft = Draft(.mergeRecords, "POST /api/merge")
        let kinds: [RecordKind] = [.contact, .lead, .company, .customer]
        // An account may be a customer or, before it buys, a company.
        let order = kindNamed(reading).map { $0 == .customer ? [.customer, .company] : [$0] } ?? kinds
        var kind: [RecordKind] = order
        // Both are of the kind the first one is of.
        if let slot = reading.first("records"), case .one(let first, _) = linker.resolve(slot, order: order) {
            kind = [first.reference.kind]
        }
        var records = records("records", in: reading, order: kind, asking: "Which records?", &draft)
        guard draft.missing.isEmpty else { return draft }
        var keep = records.first
        if let slot = reading.first("keep"), case .one(let kept, _) = linker.resolve(slot, order: kind) {
            keep = kept
            // The one to be kept is no longer one of those that go.
            let others = records.filter { $0 != kept }.map { JSONValue.string($0.name) }
            draft.entities = [.init("records", .array(others)), .init("keep", .string(kept.name))]
            if !records.contains(kept) { records.append(kept) }
        }
        guard let keep, records.count > 1 else {
            draft.miss("records", asking: "Which two records?")
            return draft
        }
        draft.pay("keep", Interpreter.reference(keep))
        let others = records.filter { $0 != keep }.map(\.name).joined(separator: " and ")
        draft.warning = "Merge \(others) into \(keep.name)? Type the name “\(keep.name)” to go on."
        draft.command = .merge(records.map(\.reference), keep: keep.reference)
        return draft
    }

    // MARK: All of a list

    /// Changes or deletes everything a list finds.
    func bulk(_ reading: Reading) -> Draft {
        let isDeleting = reading.intent == .bulkDelete
        var draft = Draft(reading.intent, isDeleting ? "POST /api/bulk/delete" : "POST /api/bulk/update")
        guard let query = bulkQuery(reading, in: &draft) else { return draft }
        if isDeleting {
            draft.warning = "Delete all of these \(query.kind.plural)?"
            draft.command = .bulkDelete(query)
            return draft
        }
        guard let change = bulkChange(reading, of: query.kind) else {
            draft.miss("value", asking: "Set them to what?")
            return draft
        }
        note(change, in: &draft)
        draft.warning = "Set \(change.field.label) of all of these \(query.kind.plural) to \(change.value.text)?"
        draft.command = .bulkUpdate(query, change)
        return draft
    }

    private func bulkChange(_ reading: Reading, of kind: RecordKind) -> FieldChange? {
        if reading.first("to_date") != nil {
            var draft = Draft(reading.intent)
            guard let day = lastDay("to_date", in: reading, .future, &draft), draft.question == nil else { return nil }
            return kind == .deal ? FieldChange(.closeDate, .date(day)) : FieldChange(.due, .date(day))
        }
        if let owner = user("to_owner", in: reading) {
            return FieldChange(.owner, .user(owner.id, name: owner.name))
        }
        // "Qualified" is a stage of deals and a status of leads.
        let state = value("to_stage", in: reading, grammar) ?? value("to_status", in: reading, grammar)
        if kind == .deal, let stage = state.flatMap(Deal.Stage.init) { return FieldChange(.stage, stage.rawValue) }
        if kind == .lead, let status = state.flatMap(Lead.Status.init) { return FieldChange(.status, status.rawValue) }
        if kind == .ticket, let state = value("to_openness", in: reading, grammar) {
            return FieldChange(.status, state)
        }
        if let level = value("to_level", in: reading, grammar) { return FieldChange(.priority, level) }
        if kind == .lead, let source = value("to_source", in: reading, grammar) { return FieldChange(.source, source) }
        if kind == .company || kind == .customer || kind == .lead,
            let industry = value("to_industry", in: reading, grammar)
        {
            return FieldChange(.industry, industry)
        }
        let verb = phrase.tokens[reading.range].first { ["close", "resolve", "shut"].contains($0.text) }
        if kind == .ticket, verb != nil { return FieldChange(.status, Ticket.Status.closed.rawValue) }
        let isQualifying = kind == .lead && phrase.tokens[reading.range.lowerBound].text == "qualify"
        return isQualifying ? FieldChange(.status, Lead.Status.qualified.rawValue) : nil
    }

    private func bulkQuery(_ reading: Reading, in draft: inout Draft) -> RecordQuery? {
        // "The website leads" names the kind where "all" stands otherwise.
        let listed = value("bulk", in: reading, grammar) ?? value("list", in: reading, grammar)
        let named = kindNamed(reading) ?? listed.flatMap(RecordKind.init)
        // "Everything due today" is work.
        let work = reading.first("to_date") == nil ? nil : RecordKind.task
        guard let kind = named ?? work else {
            draft.miss("type", asking: "All of which kind of record?")
            return nil
        }
        var filters = FilterReader(interpreter: self, reading: reading, kind: kind)
        filters.read()
        draft.both("type", .string(kind.rawValue))
        // What is left out, and a choice of two, are no filters: nothing is done to more than was meant.
        if filters.isTwofold || isNegatedAfter(reading.first("type") ?? reading.first("bulk"), in: reading) {
            draft.miss("filters", asking: "Only filters that must all fit can be used. Which \(kind.plural)?")
            return nil
        }
        draft.both("filters", .object(filters.members))
        draft.doubt += filters.doubt
        let isEvery = phrase.tokens[reading.range].contains { ["all", "every", "everything"].contains($0.text) }
        if filters.conditions.isEmpty, !isEvery, value("bulk", in: reading, grammar) != "all" {
            draft.miss("filters", asking: "All \(kind.plural), or which ones?")
            return nil
        }
        return RecordQuery(kind, conditions: filters.conditions)
    }

    /// Whether a "not" was passed over behind the kind of record.
    private func isNegatedAfter(_ slot: FilledSlot?, in reading: Reading) -> Bool {
        guard reading.isNegated, let slot else { return false }
        return reading.passed.contains { $0 >= slot.range.upperBound && spans.isNegation[$0] }
    }

    func restore(_ reading: Reading) -> Draft {
        var draft = Draft(.restoreRecord, "POST /api/restore")
        let name = newName(reading.first("record"))
        draft.both("record", name.map(JSONValue.string))
        // "Take out the trash" names nothing.
        if let slot = reading.first("record"),
            phrase.tokens[slot.range].allSatisfy({ SmallWords.all.contains($0.text) })
        {
            draft.doubt += 3
        }
        if let slot = reading.first("record"), isThing(slot), kindNamed(reading) == nil {
            draft.doubt += Interpreter.costOfThing
        }
        draft.command = .restore(kindNamed(reading), named: name)
        return draft
    }

    func convertLead(_ reading: Reading) -> Draft {
        var draft = Draft(.convertLead, "POST /api/leads/{id}/convert")
        let lead = link(reading.first("lead"), as: "lead", order: [.lead], asking: "Which lead?", to: &draft)
        let amount = addAmount(reading, to: &draft)
        guard let lead else {
            // "Convert miles to kilometres" is about no sale.
            let words: Set<String> = ["lead", "deal", "customer", "opportunity", "client"]
            if !phrase.tokens[reading.range].contains(where: { words.contains($0.text) }) { draft.doubt += 0.6 }
            return draft
        }
        draft.apiCall = "POST /api/leads/\(lead.reference.id)/convert"
        draft.command = .convertLead(Identifier(lead.reference.id), amount: amount)
        return draft
    }
}
