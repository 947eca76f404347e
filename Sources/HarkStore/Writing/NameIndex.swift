import GRDB
import HarkCore

/// The full-text index over the names of records.
///
/// A row's number holds tenant, kind and record, and its `scope` column the same as words, so a search matches rows
/// of one tenant only; every search is joined with the views besides.
enum NameIndex {
    /// The tables whose names are found, with their fixed place in row numbers and what is indexed of them.
    struct Entry: Sendable {
        var table: String
        var code: Int64
        var text: String
        /// The kinds of record in the table.
        var kinds: [RecordKind]
        /// Which rows are indexed.
        var condition = "1"
    }

    static let entries = [
        Entry(table: "company", code: 1, text: "name", kinds: [.company]),
        Entry(table: "contact", code: 2, text: "name", kinds: [.contact]),
        Entry(table: "lead", code: 3, text: "company_name || ' ' || person", kinds: [.lead]),
        Entry(table: "customer", code: 4, text: "name", kinds: [.customer]),
        Entry(table: "deal", code: 5, text: "name", kinds: [.deal]),
        // Notes are private text and stay out of the index.
        Entry(
            table: "activity", code: 6, text: "subject", kinds: [.task, .meeting, .call], condition: "kind <> 'note'"),
        Entry(table: "ticket", code: 7, text: "subject", kinds: [.ticket]),
    ]

    static func entry(of table: String) -> Entry? { entries.first { $0.table == table } }

    /// The lowest 36 bits of a row's number are the record's.
    static let idMask: Int64 = 1 << 36 - 1

    static func rowNumber(_ tenant: Identifier<Tenant>, _ entry: Entry, _ id: Int64) -> Int64 {
        tenant.rawValue << 40 | entry.code << 36 | id
    }

    static func scope(_ tenant: Identifier<Tenant>, _ entry: Entry) -> String { "t\(tenant)k\(entry.code)" }

    /// Adds a record that has no entry yet.
    static func add(_ id: Int64, in schema: TableSchema, _ session: WriteSession) throws {
        guard let entry = entry(of: schema.name) else { return }
        let tenant = session.request.tenant
        try session.run(
            "name", schema,
            { _ in
                "INSERT INTO name_index (rowid, scope, name) SELECT ?, ?, \(entry.text) FROM \(entry.table)"
                    + " WHERE id = ? AND \(entry.condition)"
            },
            [
                rowNumber(tenant, entry, id).databaseValue, scope(tenant, entry).databaseValue, id.databaseValue,
            ])
    }

    /// Brings a record's entry up to date; removes it when the record left its view.
    static func refresh(_ id: Int64, in schema: TableSchema, _ session: WriteSession) throws {
        guard let entry = entry(of: schema.name) else { return }
        try session.run(
            "DELETE FROM name_index WHERE rowid = ?",
            [rowNumber(session.request.tenant, entry, id).databaseValue])
        try add(id, in: schema, session)
    }

    /// The `MATCH` text for rows with words that start as the given ones do; `nil` when there is no word in them.
    ///
    /// Each word is quoted, so nothing in it is read as an operator.
    static func match(_ words: String, tenant: Identifier<Tenant>, _ entries: [Entry]) -> String? {
        let terms = words.split(whereSeparator: \.isWhitespace).map { $0.filter { $0 != "\"" && $0 != "\0" } }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
        guard !terms.isEmpty, !entries.isEmpty else { return nil }
        let scopes = entries.map { scope(tenant, $0) }.joined(separator: " OR ")
        let names = terms.prefix(8).map { "\"\($0)\"*" }.joined(separator: " AND ")
        return "(scope : (\(scopes))) AND (name : (\(names)))"
    }
}
