import GRDB
public import HarkCore

/// One import: the rows that came in together and can be taken out together.
public struct ImportRun: Hashable, Sendable {
    public var id: Int64
    /// The fingerprint of the file or files, see ``FileFingerprint``.
    public var fingerprint: String
    /// What was imported, such as the file's name.
    public var source: String
    public var user: Identifier<User>
    public var startedAt: LocalDateTime
    /// `nil` for one that was broken off.
    public var finishedAt: LocalDateTime?
    /// How many rows came in.
    public var rows: Int
    /// What else there is to say, such as how many rows were refused.
    public var note: String?
}

extension Writing {
    /// Begins an import; requests that carry its number mark the rows they make.
    public func beginImport(fingerprint: String, source: String) throws -> Int64 {
        try session.insert(
            Schema.importRun,
            [
                stored(fingerprint), stored(source), stored(session.request.user), stored(session.request.at), .null,
                stored(0), .null,
            ])
    }

    /// Makes a finished import the newest command of its user, so that undo takes it out.
    ///
    /// - Throws: ``StoreError/noImport(_:)`` for an unknown number.
    public func journalImport(_ id: Int64, note: String) throws {
        guard let run = try reading.importRun(id) else { throw StoreError.noImport(id) }
        try session.update(
            Schema.importRun, id,
            [
                stored(run.fingerprint), stored(run.source), stored(run.user), stored(run.startedAt),
                stored(run.finishedAt), stored(run.rows), stored(note),
            ])
    }

    /// Ends an import.
    ///
    /// - Throws: ``StoreError/noImport(_:)`` for an unknown number.
    public func finishImport(_ id: Int64, rows: Int, note: String? = nil) throws {
        guard let run = try reading.importRun(id) else { throw StoreError.noImport(id) }
        try session.update(
            Schema.importRun, id,
            [
                stored(run.fingerprint), stored(run.source), stored(run.user), stored(run.startedAt),
                stored(session.request.at), stored(rows), stored(note),
            ])
    }
}

extension Reading {
    /// All imports that were not undone, the newest first.
    public func importRuns() throws -> [ImportRun] {
        try importRuns(where: "1 ORDER BY id DESC", [])
    }

    /// The newest finished import of a file; `nil` where it was never read.
    public func importRun(fingerprint: String) throws -> ImportRun? {
        try importRuns(
            where: "fingerprint = ? AND finished_at IS NOT NULL ORDER BY id DESC LIMIT 1", [stored(fingerprint)]
        ).first
    }

    func importRun(_ id: Int64) throws -> ImportRun? { try importRuns(where: "id = ?", [stored(id)]).first }

    private func importRuns(where condition: String, _ values: [DatabaseValue]) throws -> [ImportRun] {
        let sql = "\(Schema.importRun.select) WHERE \(condition)"
        return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(values)).map { row in
            var reader = RowReader(row, of: "import_run")
            return ImportRun(
                id: reader.integer(), fingerprint: reader.text(), source: reader.text(), user: reader.identifier(),
                startedAt: reader.time(), finishedAt: reader.optionalTime(), rows: Int(reader.integer()),
                note: reader.optionalText())
        }
    }
}
