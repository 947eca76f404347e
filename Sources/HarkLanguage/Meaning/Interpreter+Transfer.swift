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
        draft.doubt = filters.doubt
        if filters.conditions.isEmpty { draft.warning = "Export all \(kind.plural)?" }
        draft.command = .export(RecordQuery(kind, conditions: filters.conditions))
        return draft
    }

    private func importRecords(_ reading: Reading) -> Draft {
        var draft = Draft(.importRecords, "POST /api/import")
        guard let path = text("path", in: reading) else {
            draft.miss("path", asking: "Which file?")
            return draft
        }
        draft.both("path", .string(path))
        // A path has an extension or a folder; "import duty" has neither.
        if !path.contains("."), !path.contains("/") { draft.doubt += 2.5 }
        draft.warning = "Import \(path)?"
        draft.command = .importFile(path: path)
        return draft
    }

    private func switchTenant(_ reading: Reading) -> Draft {
        var draft = Draft(.switchTenant)
        guard let tenant = text("tenant", in: reading) else {
            draft.miss("tenant", asking: "Which tenant?")
            return draft
        }
        draft.entity("tenant", .string(tenant))
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
        guard person != nil else { return draft }
        draft.refusal =
            "Erasing somebody for good cannot be done by phrase. 'Delete' hides the record and can be undone."
        return draft
    }
}
