import HarkCore
import HarkStore

extension Session {
    /// More records than this are not changed by one command.
    private static let bulkLimit = 5_000

    func assigning(_ records: [RecordReference], to owner: Identifier<User>, _ name: String) throws(ServiceError)
        -> Step
    {
        let names = try writable(records).joined(separator: ", ")
        return Step(title: "Gave \(names) to \(name)") { writing in
            for record in records { try set(FieldChange(.owner, .user(owner, name: name)), of: record, in: writing) }
            let given = try records.map { try writing.reading.named($0) }
            return Reply("Gave \(names) to \(name).", focus: records.first, records: given, changed: true)
        }
    }

    func tagging(_ records: [RecordReference], _ tag: String, isAdded: Bool) throws(ServiceError) -> Step {
        let names = try writable(records).joined(separator: ", ")
        let title = isAdded ? "Tagged \(names) as \(tag)" : "Took the tag \(tag) off \(names)"
        return Step(title: title) { writing in
            var count = 0
            for record in records where try isAdded ? writing.tag(record, tag) : writing.untag(record, tag) {
                count += 1
            }
            guard count > 0 else {
                throw ServiceError.badInput(isAdded ? "\(names) has that tag already." : "\(names) has no such tag.")
            }
            let tagged = try records.map { try writing.reading.named($0) }
            return Reply("\(title).", focus: records.first, records: tagged, changed: true)
        }
    }

    func merging(_ records: [RecordReference], keep: RecordReference) throws(ServiceError) -> Step {
        guard records.allSatisfy({ $0.kind == keep.kind }), Set(records).count > 1, records.contains(keep) else {
            throw .badInput("Only different records of one kind can be merged.")
        }
        _ = try writable(records)
        let kept = try read { try $0.named(keep).name }
        let others = records.filter { $0 != keep }
        let names = try read { reading in try others.map { try reading.named($0).name } }.joined(separator: ", ")
        return Step(title: "Merged \(names) into \(kept)") { writing in
            for other in others { try writing.merge(other, into: keep) }
            return Reply("Merged \(names) into \(kept).", focus: keep, changed: true)
        }
    }

    // MARK: All of a list

    /// How many records a command on all of a list would touch; `nil` for other commands.
    func reach(of command: Command) throws(ServiceError) -> Int? {
        switch command {
        case .bulkUpdate(let query, _), .bulkDelete(let query), .export(let query):
            try read { try $0.count(matching: query, me: user.id) }
        default: nil
        }
    }

    /// The names of the first records a command for many would touch.
    func firstNames(of command: Command) throws(ServiceError) -> [String] {
        switch command {
        case .bulkUpdate(var query, _), .bulkDelete(var query), .export(var query):
            query.page = Page(limit: 3)
            return try records(query).rows.map(\.name)
        default: return []
        }
    }

    func updatingAll(_ query: RecordQuery, _ change: FieldChange) throws(ServiceError) -> Step {
        let records = try everyOne(query)
        let what = "\(change.field.label) of \(Session.counted(records.count, query.kind)) to \(change.value.text)"
        return Step(title: "Set \(what)") { writing in
            for record in records { try set(change, of: record, in: writing) }
            return Reply("Set \(what).", changed: true)
        }
    }

    func deletingAll(_ query: RecordQuery) throws(ServiceError) -> Step {
        let records = try everyOne(query)
        let what = Session.counted(records.count, query.kind)
        return Step(title: "Deleted \(what)") { writing in
            for record in records { try writing.delete(record) }
            return Reply("Deleted \(what).", changed: true)
        }
    }

    static func counted(_ count: Int, _ kind: RecordKind) -> String {
        "\(count) \(count == 1 ? kind.rawValue : kind.plural)"
    }

    private func everyOne(_ query: RecordQuery) throws(ServiceError) -> [RecordReference] {
        try require(.write, query.kind.subject)
        let records = try read { try $0.everyRecord(matching: query, me: user.id) }.map(\.reference)
        guard !records.isEmpty else { throw .notFound("No \(query.kind.rawValue) fits.") }
        guard records.count <= Session.bulkLimit else {
            throw .badInput(
                "\(records.count) \(query.kind.plural) fit; at most \(Session.bulkLimit) are changed at once.")
        }
        _ = try writable(records)
        return records
    }

    /// The names of records, every one of which the user may change.
    private func writable(_ records: [RecordReference]) throws(ServiceError) -> [String] {
        var names: [String] = []
        for record in records {
            names.append(try read { try $0.named(record).name })
            try require(.write, record.kind.subject, ownedBy: try owner(of: record))
        }
        return names
    }

    // MARK: One into another

    /// The lead's company, its person and a customer are found or made, and a won deal where an amount is given.
    func convertingLead(_ id: Identifier<Lead>, amount: Money?) throws(ServiceError) -> Step {
        let lead = try read { try $0.lead(id) }
        try require(.write, .leads, ownedBy: lead.owner)
        guard lead.status != .converted else { throw .badInput("\(lead.displayName) is converted already.") }
        return Step(title: "Converted \(lead.displayName) to a customer") { writing in
            var lead = try writing.reading.lead(id)
            if !lead.companyName.isEmpty { lead.company = try writing.findOrCreateCompany(named: lead.companyName) }
            (lead.status, lead.converted, lead.closedAt) = (.converted, true, now)
            try writing.update(lead)
            let reference = RecordReference(.lead, id.rawValue)
            _ = try writing.insert(Event(subject: reference, kind: .won, at: now))
            if !lead.person.isEmpty, try writing.reading.contacts(named: lead.person).isEmpty {
                _ = try writing.insert(
                    Contact(name: lead.person, company: lead.company, email: lead.email, phone: lead.phone))
            }
            var customer = try writing.reading.customer(named: lead.displayName)?.id
            if customer == nil {
                customer = try writing.insert(
                    Customer(name: lead.displayName, company: lead.company, owner: lead.owner, since: now.date))
            }
            if let amount {
                _ = try writing.insert(
                    Deal(
                        name: "\(lead.displayName) deal", company: lead.company, lead: id, owner: lead.owner,
                        amount: amount, stage: .won, closeDate: now.date, createdAt: now))
            }
            try keepStages(of: id, in: writing)
            if let customer { _ = try rescore(RecordReference(.customer, customer.rawValue), in: writing) }
            let records = customer.map {
                [NamedRecord(RecordReference(.customer, $0.rawValue), name: lead.displayName)]
            }
            let deal = amount.map { ", with a won deal of \($0.text)" } ?? ""
            return Reply(
                "\(lead.displayName) is a customer now\(deal).", focus: reference, records: records ?? [], changed: true
            )
        }
    }

    func restoring(_ kind: RecordKind?, named name: String?) throws(ServiceError) -> Step {
        // Whoever may not write them learns nothing of what was deleted.
        if let kind { try require(.write, kind.subject) }
        let found = try read { try $0.lastDeleted(kind, named: name) }
        guard let record = found else {
            throw .notFound(
                "No deleted \(kind?.rawValue ?? "record")\(name.map { " is called '\($0)'" } ?? " is left").")
        }
        try require(.write, record.reference.kind.subject)
        let title = "Restored \(record.reference.kind.rawValue) \(record.name)"
        return Step(title: title) { writing in
            try writing.restore(record.reference)
            return Reply("\(title).", focus: record.reference, records: [record], changed: true)
        }
    }
}
