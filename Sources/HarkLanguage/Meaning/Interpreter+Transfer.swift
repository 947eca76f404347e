import HarkCore

/// Records that leave or enter the tenant.
extension Interpreter {
    func transfer(_ reading: Reading) -> Draft {
        switch reading.intent {
        case .exportRecords: exportRecords(reading)
        case .importRecords: importRecords(reading)
        case .switchTenant: switchTenant(reading)
        default: erasePerson(reading)
        }
    }

    private func exportRecords(_ reading: Reading) -> Draft {
        let kind = value("type", in: reading, grammar).flatMap(RecordKind.init)
        var draft = Draft(.exportRecords, "GET /api/\(kind?.plural ?? "records")/export")
        draft.entity("type", kind.map { .string($0.rawValue) })
        guard let kind else {
            draft.miss("type", asking: "What is to be exported: leads, contacts, companies, customers or deals?")
            return draft
        }
        var filters = FilterReader(interpreter: self, reading: reading, kind: kind)
        filters.read()
        draft.both("filters", .object(filters.members))
        draft.entity("format", value("format", in: reading, grammar).map(JSONValue.string))
        draft.pay("format", .string("csv"))
        draft.take(filters)
        if filters.conditions.isEmpty { draft.warning = "Export all \(kind.plural)?" }
        draft.command = .export(RecordQuery(kind, conditions: filters.conditions))
        return draft
    }

    private func importRecords(_ reading: Reading) -> Draft {
        var draft = Draft(.importRecords, "POST /api/import")
        guard let said = text("path", in: reading) else {
            draft.miss("path", asking: "Which file?")
            return draft
        }
        let path = Interpreter.path(in: said)
        draft.both("path", .string(path ?? said))
        // A path has an extension or a folder; "import duty" has neither.
        if path == nil { draft.doubt += 3.5 }
        draft.warning = "Import \(path ?? said)?"
        draft.command = .importFile(path: path ?? said)
        return draft
    }

    /// Words around a file's name: "the file leads.csv into the system".
    private static let aroundPath: Set<String> = [
        "the", "a", "my", "file", "csv", "spreadsheet", "into", "to", "in", "system", "crm", "hark", "please", "now",
        "database", "from", "called", "named", "our", "for", "me", "us", "thanks", "data", "list", "sheet", "excel",
        "pls", "plz", "thx", "take", "grab", "get", "contacts", "leads", "customers", "deals", "companies", "records",
        "this", "up", "here",
        "it", "with", "and",
    ]

    /// The one word of the text with an extension or a folder, where all others only stand around it.
    private static func path(in text: String) -> String? {
        let words = text.replacing(" dot ", with: ".").split(separator: " ").map { word in
            String(word.drop { "\"“'".contains($0) }.reversed().drop { ",.;?!\"”'".contains($0) }.reversed())
        }
        let paths = words.filter { word in
            !word.contains("@") && (word.contains("/") || word.dropLast().contains(".") && !word.hasPrefix("."))
        }
        guard let path = paths.first else { return nil }
        let isAlone = words.allSatisfy { $0 == path || aroundPath.contains($0.lowercased()) }
        // A name with spaces in it is taken as it stands.
        return isAlone ? path : text
    }

    private func switchTenant(_ reading: Reading) -> Draft {
        var draft = Draft(.switchTenant)
        guard let tenant = text("tenant", in: reading) else {
            draft.miss("tenant", asking: "Which tenant?")
            return draft
        }
        draft.entity("tenant", .string(tenant))
        if let slot = reading.first("tenant"), slot.range.count > 2, isThing(slot, behind: ["at", "in", "on", "with"]) {
            draft.doubt += Interpreter.costOfThing
        }
        draft.command = .switchTenant(tenant)
        return draft
    }

    private func erasePerson(_ reading: Reading) -> Draft {
        var draft = Draft(.erasePerson, "POST /api/erase")
        let person = link(
            reading.first("record"), as: "record", order: [.contact, .lead, .customer], asking: "Whose data?",
            to: &draft)
        // A name nobody has is no reason to read something else.
        draft.doubt = 0
        guard let person else { return draft }
        guard isNamed(person, by: reading.first("record")) else {
            let said = reading.first("record").map { phrase.text($0.range) } ?? person.name
            draft.entities = [.init("record", .string(said))]
            (draft.links, draft.choices) = ([], [person])
            draft.miss("record", asking: "Only a person can be erased. Who is meant: \(Interpreter.listed([person]))?")
            return draft
        }
        draft.pay("record", ["type": .string(person.reference.kind.rawValue), "id": .integer(person.reference.id)])
        draft.warning = "Erase \(person.name) for good? This cannot be undone. Type \(person.name) to go on."
        draft.command = .erase(person.reference)
        return draft
    }

    /// Whether the person was named, and not a company they only belong to or a lead is called after.
    private func isNamed(_ person: NamedRecord, by slot: FilledSlot?) -> Bool {
        if linker.preferred.contains(where: { $0.reference == person.reference }) { return true }
        if let slot, slot.isOpen { return true }
        let mention = slot.flatMap { slot in
            spans.mentions[slot.range.lowerBound].first { $0.end == slot.range.upperBound }
        }
        let places = mention?.candidates.map(\.place) ?? linker.told.places
        let named = places.compactMap { linker.context.names.records[Int($0)] }
        guard let said = named.first(where: { $0.reference == person.reference }) else { return named.isEmpty }
        let isCompany = named.contains { $0.reference.kind == .company && $0.name == said.name }
        return person.reference.kind == .contact || !isCompany
    }
}
