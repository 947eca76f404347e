import GRDB
import HarkCore

/// Somebody whose records are told from those of others by the record named and its e-mail address.
struct Person {
    /// What the record named calls them.
    var name = ""
    /// The record named, then every contact and lead with the same address, deleted ones too.
    var records: [RecordReference] = []
    /// What texts name them by.
    var marks = PersonMarks()

    /// The kinds of record that may stand for a person, with how each tells their name, address and phone.
    private static let columns: [RecordKind: String] = [
        .contact: "name, email, phone", .lead: "CASE person WHEN '' THEN name ELSE person END, email, phone",
        .customer: "name, NULL, NULL",
    ]

    /// Finds the person behind a record.
    ///
    /// - Throws: ``StoreError/notFound(_:)`` where the tenant has no such contact, lead or customer.
    init(_ record: RecordReference, _ reading: Reading) throws {
        guard Person.columns[record.kind] != nil else { throw StoreError.notFound(record) }
        try reading.requireRow(record.kind.schema, record)
        try add(record, reading.database)
        for email in marks.emails {
            for kind in [RecordKind.contact, .lead] {
                let ids = try Int64.fetchAll(
                    reading.database,
                    sql: "SELECT id FROM \(kind.schema.everything) WHERE fold(trim(email)) = ? ORDER BY id",
                    arguments: [email])
                for twin in ids.map({ RecordReference(kind, $0) }) where !records.contains(twin) {
                    try add(twin, reading.database)
                }
            }
        }
    }

    private mutating func add(_ record: RecordReference, _ database: Database) throws {
        let sql = "SELECT \(Person.columns[record.kind] ?? "") FROM \(record.kind.schema.everything) WHERE id = ?"
        guard let row = try Row.fetchOne(database, sql: sql, arguments: [record.id]) else { return }
        if records.isEmpty { name = row[0] }
        records.append(record)
        marks.add(name: row[0], email: row[1], phone: row[2])
    }
}
