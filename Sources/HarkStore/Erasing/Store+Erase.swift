import GRDB
public import HarkCore

/// What came of erasing a person.
public struct ErasedPerson: Hashable, Sendable {
    /// What there was.
    public var traces: PersonTraces
    /// Notes, events and messages of others that still mention the person.
    public var mentions: Int
    /// Whether the freed space is overwritten everywhere; `false` while another program keeps the old state open.
    public var isOverwritten: Bool
}

extension Store {
    /// Erases the person behind a contact, lead or customer for good, and leaves no byte of it in the database file.
    ///
    /// - Throws: ``StoreError/notFound(_:)`` for a record of another kind, or of none; then nothing was changed.
    public func erase(_ record: RecordReference, _ request: WriteRequest) throws(StoreError) -> ErasedPerson {
        var request = request
        request.journalled = false
        request.commandType = .erasePerson
        request.title = "Erased \(record.kind.rawValue) \(record.id) for good"
        var erased = try change(request.tenant) { database in
            let session = WriteSession(database, request: request, audit: audit)
            let reading = Reading(database, tenant: request.tenant, audit: audit)
            let person = try Person(record, reading)
            let traces = try reading.traces(of: record)
            var erasure = Erasure(person, session)
            try erasure.perform()
            try session.finish()
            return ErasedPerson(
                traces: traces, mentions: try reading.mentions(of: person.marks), isOverwritten: false)
        }
        erased.isOverwritten = overwriteFreedSpace()
        return erased
    }

    /// Writes the file anew without what was ever deleted from it, and empties the write-ahead log.
    ///
    /// The records are gone already, so a failure, such as another program at work, is told and not thrown.
    private func overwriteFreedSpace() -> Bool {
        let result = try? writer.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM")
            return try Int.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
        return result == 0
    }
}

extension Reading {
    /// How many notes, events and messages name the person.
    fileprivate func mentions(of marks: PersonMarks) throws -> Int {
        try rows(naming: marks, in: Schema.activity, ["subject", "body", "outcome"]).count
            + rows(naming: marks, in: Schema.event, ["note"]).count
            + rows(naming: marks, in: Schema.message, ["body"]).count
            + rows(naming: marks, in: Schema.ticket, ["subject", "resolution"]).count
    }
}
