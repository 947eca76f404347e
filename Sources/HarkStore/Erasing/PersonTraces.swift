import GRDB
public import HarkCore

/// What is kept about one person, in numbers: what a question before erasing it says.
public struct PersonTraces: Hashable, Sendable {
    /// What the person is called.
    public var name: String
    /// The record named, and every contact and lead with the same e-mail address, deleted ones too.
    public var records: [RecordReference]
    /// Meetings, tasks, calls and notes about them.
    public var activities = 0
    /// Messages from and to them.
    public var messages = 0
    /// Phrases, spoken or typed, that name them.
    public var phrases = 0
    /// Records of others that carry the name.
    public var namesakes = 0
}

extension Reading {
    /// What is kept about the person behind a contact, lead or customer.
    ///
    /// - Throws: ``StoreError/notFound(_:)`` for a record of another kind, or of none.
    public func traces(of record: RecordReference) throws -> PersonTraces {
        let person = try Person(record, self)
        var traces = PersonTraces(name: person.name, records: person.records)
        for record in person.records {
            traces.activities += try count("all_activity", "related", record)
            traces.messages += try count("all_message", "subject", record)
        }
        traces.phrases = try rows(naming: person.marks, in: Schema.voiceLog, ["transcript"]).count
        for kind in [RecordKind.contact, .lead, .customer, .company] {
            let name = kind == .lead ? "fold(CASE person WHEN '' THEN name ELSE person END)" : "name_key"
            let ids = try Int64.fetchAll(
                database, sql: "SELECT id FROM \(kind.schema.name) WHERE \(name) = ?",
                arguments: [nameKey(person.name)])
            traces.namesakes += ids.count { !person.records.contains(RecordReference(kind, $0)) }
        }
        return traces
    }

    private func count(_ view: String, _ prefix: String, _ record: RecordReference) throws -> Int {
        let sql = "SELECT count(*) FROM \(view) WHERE \(prefix)_kind = ? AND \(prefix)_id = ?"
        return try Int.fetchOne(database, sql: sql, arguments: [record.kind.rawValue, record.id]) ?? 0
    }

    /// The rows of a table with the person in one of their texts, deleted ones too.
    func rows(naming marks: PersonMarks, in schema: TableSchema, _ columns: [String]) throws -> [Int64] {
        let texts = columns.map { "coalesce(\($0), '')" }.joined(separator: " || char(10) || ")
        let cursor = try Row.fetchCursor(
            database, sql: "SELECT id, \(texts) FROM \(schema.everything) ORDER BY id")
        var found: [Int64] = []
        while let row = try cursor.next() {
            if marks.occur(in: row[1]) { found.append(row[0]) }
        }
        return found
    }
}
