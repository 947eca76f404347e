import GRDB
import HarkCore

/// Takes a person out of one tenant's records for good, within a running change.
///
/// A contact goes with all that is about it. A lead or customer stays as a number, so that what is counted stays true:
/// dates, amounts, stages and scores are kept, and every word of or about the person is emptied.
struct Erasure {
    let person: Person
    let session: WriteSession
    /// The rows that went or were emptied, whose earlier images must go too.
    private(set) var rows: Set<RowKey> = []
    /// Subjects and names that are gone and may stand in titles.
    private(set) var words: Set<String> = []

    init(_ person: Person, _ session: WriteSession) {
        self.person = person
        self.session = session
    }

    /// Erases the person's records and everything about them, also from what was said to Hark and can be undone.
    mutating func perform() throws {
        for record in person.records {
            try eraseWork(about: record)
            for schema in [Schema.message, Schema.tag, Schema.heardName, Schema.pin, Schema.snooze] {
                try remove(schema, where: "subject_kind = ? AND subject_id = ?", about: record)
            }
            if record.kind == .contact { try erase(contact: record) } else { try empty(record) }
        }
        let reading = Reading(session.database, tenant: session.request.tenant, audit: session.audit)
        for (schema, columns) in [(Schema.voiceLog, ["transcript"]), (Schema.savedView, ["name", "filter"])] {
            try remove(schema, try reading.rows(naming: person.marks, in: schema, columns))
        }
        // Words that were deleted stay in the index until its parts are made one.
        try session.run("INSERT INTO name_index (name_index) VALUES ('optimize')", [])
        try JournalErasure(erasure: self).perform()
        session.remarks += person.records.map { AuditRemark(action: CommandType.erasePerson.rawValue, object: $0) }
    }

    // MARK: One record

    private mutating func erase(contact: RecordReference) throws {
        let id = [stored(contact.id)]
        let met = try ids(
            Schema.activity, where: "id IN (SELECT activity_id FROM activity_attendee WHERE contact_id = ?)", id)
        try emptyTexts(ofActivities: met)
        try remove(Schema.activityAttendee, where: "contact_id = ?", id)
        try emptyNames(ofDeals: "contact_id = ?", id)
        try change(Schema.deal, try ids(Schema.deal, where: "contact_id = ?", id), "contact_id = NULL")
        try remove(Schema.event, where: "subject_kind = ? AND subject_id = ?", about: contact)
        try remove(Schema.contact, [contact.id])
    }

    /// Empties a lead or customer.
    private mutating func empty(_ record: RecordReference) throws {
        let about = "subject_kind = ? AND subject_id = ?"
        let key = [stored(record.kind), stored(record.id)]
        try change(Schema.event, try ids(Schema.event, where: about + " AND note IS NOT NULL", key), "note = NULL")
        try change(
            Schema.stageChange, try ids(Schema.stageChange, where: about, key), "evidence = '', reason = NULL")
        try change(Schema.playAnswer, try ids(Schema.playAnswer, where: about, key), "because = NULL")
        // The reasons of a score tell what was known of the person.
        try change(Schema.score, try ids(Schema.score, where: about, key), "contributions = '[]'")
        let name = "Erased \(record.kind.rawValue) \(record.id)"
        let names = "name = '\(name)', name_key = '\(nameKey(name))', attributes = NULL, top_reason = NULL"
        if record.kind == .lead {
            try emptyNames(ofDeals: "lead_id = ?", [stored(record.id)])
            let company = try String.fetchOne(
                session.database,
                sql: "SELECT CASE person WHEN '' THEN '' ELSE company_name END FROM all_lead WHERE id = ?",
                arguments: [record.id])
            let isOwn = company.map { $0.isEmpty || person.marks.isName($0) } ?? true
            try change(
                Schema.lead, [record.id],
                "\(names), person = '\(name)', email = NULL, phone = NULL, message = NULL"
                    + (isOwn ? ", company_name = ''" : ""))
        } else {
            let tickets = try ids(Schema.ticket, where: "customer_id = ?", [stored(record.id)])
            try note(Schema.ticket, "subject", tickets)
            try change(Schema.ticket, tickets, "subject = 'Ticket ' || id, resolution = NULL")
            try change(Schema.customer, [record.id], names)
        }
    }

    /// Removes the work about a contact; of that about a lead or customer only kind and dates stay.
    private mutating func eraseWork(about record: RecordReference) throws {
        let about = "related_kind = ? AND related_id = ?"
        let key = [stored(record.kind), stored(record.id)]
        let work = try ids(Schema.activity, where: about, key)
        try note(Schema.activity, "subject", work)
        guard record.kind == .contact else { return try change(Schema.activity, work, Erasure.emptyWork) }
        try remove(
            Schema.activityAttendee, where: "activity_id IN (SELECT id FROM all_activity WHERE \(about))", key)
        try remove(Schema.activity, work)
    }

    private static let emptyWork = """
        subject = upper(substr(kind, 1, 1)) || substr(kind, 2), body = NULL, place = NULL, outcome = NULL
        """

    /// Empties the texts of meetings with others that name the person.
    private mutating func emptyTexts(ofActivities met: [Int64]) throws {
        let texts = ["subject", "body", "place", "outcome"].map { "coalesce(\($0), '')" }
            .joined(separator: " || char(10) || ")
        let naming = try met.filter { id in
            let sql = "SELECT \(texts) FROM all_activity WHERE id = ?"
            return try String.fetchOne(session.database, sql: sql, arguments: [id]).map(person.marks.occur) ?? false
        }
        try note(Schema.activity, "subject", naming)
        try change(Schema.activity, naming, Erasure.emptyWork)
    }

    /// Renames deals that are called after the person.
    private mutating func emptyNames(ofDeals condition: String, _ values: [DatabaseValue]) throws {
        let naming = try ids(Schema.deal, where: condition, values).filter { id in
            let sql = "SELECT name FROM all_deal WHERE id = ?"
            return try String.fetchOne(session.database, sql: sql, arguments: [id]).map(person.marks.occur) ?? false
        }
        try note(Schema.deal, "name", naming)
        try change(Schema.deal, naming, "name = 'Deal ' || id, name_key = 'deal ' || id")
    }

    // MARK: Rows

    private func ids(_ schema: TableSchema, where condition: String, _ values: [DatabaseValue]) throws -> [Int64] {
        try Int64.fetchAll(
            session.database, sql: "SELECT id FROM \(schema.everything) WHERE \(condition) ORDER BY id",
            arguments: StatementArguments(values))
    }

    private mutating func remove(_ schema: TableSchema, where condition: String, about record: RecordReference) throws {
        try remove(schema, where: condition, [stored(record.kind), stored(record.id)])
    }

    private mutating func remove(_ schema: TableSchema, where condition: String, _ values: [DatabaseValue]) throws {
        try remove(schema, try ids(schema, where: condition, values))
    }

    private mutating func remove(_ schema: TableSchema, _ ids: [Int64]) throws {
        for id in ids {
            rows.insert(RowKey(schema.name, id))
            try session.remove(schema, id)
            try NameIndex.refresh(id, in: schema, session)
        }
    }

    private mutating func change(_ schema: TableSchema, _ ids: [Int64], _ assignments: String) throws {
        let version = schema.traits.contains(.versioned) ? ", version = version + 1" : ""
        for id in ids {
            rows.insert(RowKey(schema.name, id))
            session.count(schema.name)
            try session.run(
                "UPDATE \(schema.table) SET \(assignments)\(version) WHERE tenant_id = ? AND id = ?",
                [session.tenant, stored(id)])
            try NameIndex.refresh(id, in: schema, session)
        }
    }

    /// Remembers texts that are about to go.
    private mutating func note(_ schema: TableSchema, _ column: String, _ ids: [Int64]) throws {
        for id in ids {
            let sql = "SELECT \(column) FROM \(schema.everything) WHERE id = ?"
            if let text = try String.fetchOne(session.database, sql: sql, arguments: [id]) { words.insert(text) }
        }
    }
}
