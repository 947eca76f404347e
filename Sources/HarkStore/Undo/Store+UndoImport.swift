import GRDB
public import HarkCore

extension Store {
    /// What came of taking an import out again.
    public struct ImportUndone: Hashable, Sendable {
        /// How many rows are gone.
        public var removed: Int
        /// Records that were changed since, or that others refer to, and so stayed; at most the first 100.
        public var kept: [NamedRecord]
        /// How many rows stayed.
        public var keptCount: Int
    }

    /// Takes out the rows an import made that nobody changed or built upon since.
    ///
    /// - Throws: ``StoreError/noImport(_:)`` for an unknown import or one undone before.
    public func undoImport(_ run: Int64, _ request: WriteRequest) throws(StoreError) -> ImportUndone {
        var request = request
        request.journalled = false
        request.importRun = run
        return try change(request.tenant) { database in
            let session = WriteSession(database, request: request, audit: audit)
            let undone = try ImportRemoval(run: run, session: session).perform()
            try session.finish()
            return undone
        }
    }
}

/// Removes an import's rows, those that point to others first.
struct ImportRemoval {
    var run: Int64
    var session: WriteSession

    func perform() throws -> Store.ImportUndone {
        let reading = Reading(session.database, tenant: session.request.tenant, audit: session.audit)
        guard try reading.importRun(run) != nil else { throw StoreError.noImport(run) }
        var undone = Store.ImportUndone(removed: 0, kept: [], keptCount: 0)
        for schema in Schema.tables.reversed() where schema.traits.contains(.imported) {
            try removeNames(of: schema)
            try removeScores(of: schema)
            try session.run(
                "DELETE FROM \(schema.table) WHERE tenant_id = ? AND \(removable(schema, of: schema.table))",
                [session.tenant, stored(run)])
            undone.removed += session.database.changesCount
            session.count(schema.name, session.database.changesCount)
            try collectKept(in: schema, reading, into: &undone)
        }
        try session.retire(Schema.importRun, run)
        session.remarks.append(AuditRemark(action: "UNDO_IMPORT"))
        return undone
    }

    /// The rows to remove: of the run, unchanged, in view, and referred to by no row that stays.
    private func removable(_ schema: TableSchema, of row: String) -> String {
        var conditions = ["import_run_id = ?"]
        if schema.traits.contains(.deletable) { conditions.append("deleted_at IS NULL") }
        if schema.name == Schema.activityAttendee.name {
            conditions.append("EXISTS (SELECT 1 FROM activity WHERE id = activity_id AND version = 1)")
        }
        if schema.traits.contains(.versioned) { conditions.append("version = 1") }
        for other in Schema.tables {
            for link in other.links where link.table == schema.name {
                conditions.append(
                    "NOT EXISTS (SELECT 1 FROM \(other.everything) AS other WHERE other.\(link.column) = \(row).id)"
                )
            }
        }
        for kind in RecordKind.allCases where kind.schema.name == schema.name && kind.activity == nil {
            for (table, prefix) in [("activity", "related"), ("event", "subject"), ("message", "subject")] {
                conditions.append(
                    "NOT EXISTS (SELECT 1 FROM \(table) AS other WHERE other.\(prefix)_kind = '\(kind.rawValue)'"
                        + " AND other.\(prefix)_id = \(row).id)")
            }
        }
        return conditions.joined(separator: " AND ")
    }

    private func removeNames(of schema: TableSchema) throws {
        guard let entry = NameIndex.entry(of: schema.name) else { return }
        let first = NameIndex.rowNumber(session.request.tenant, entry, 0)
        try session.run(
            "DELETE FROM name_index WHERE rowid IN (SELECT ? | id FROM \(schema.name)"
                + " WHERE \(removable(schema, of: schema.name)))",
            [stored(first), stored(run)])
    }

    /// What Hark noted of records goes with them.
    private func removeScores(of schema: TableSchema) throws {
        guard [Schema.lead.name, Schema.customer.name].contains(schema.name) else { return }
        for notes in [Schema.score, Schema.stageChange, Schema.playAdvice, Schema.playAnswer, Schema.snooze] {
            try session.run(
                "DELETE FROM \(notes.table) WHERE tenant_id = ? AND subject_kind = ? AND subject_id IN (SELECT id"
                    + " FROM \(schema.name) WHERE \(removable(schema, of: schema.name)))",
                [session.tenant, stored(schema.name), stored(run)])
        }
    }

    private func collectKept(in schema: TableSchema, _ reading: Reading, into undone: inout Store.ImportUndone) throws {
        let ids = try Int64.fetchAll(
            session.database, sql: "SELECT id FROM \(schema.name) WHERE import_run_id = ? ORDER BY id", arguments: [run]
        )
        undone.keptCount += ids.count
        for id in ids.prefix(max(0, 100 - undone.kept.count)) {
            guard let kind = try kind(of: schema, id) else { continue }
            undone.kept.append(try reading.named(RecordReference(kind, id)))
        }
    }

    private func kind(of schema: TableSchema, _ id: Int64) throws -> RecordKind? {
        guard schema.name == "activity" else { return RecordKind(rawValue: schema.name) }
        let word = try String.fetchOne(session.database, sql: "SELECT kind FROM activity WHERE id = ?", arguments: [id])
        return word.flatMap(RecordKind.init(rawValue:))
    }
}
