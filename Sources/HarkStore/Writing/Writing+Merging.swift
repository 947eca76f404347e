import GRDB
public import HarkCore

extension Writing {
    /// Marks a record with a tag. - Returns: `false` where it had the tag.
    public func tag(_ record: RecordReference, _ name: String) throws -> Bool {
        try reading.requireRow(record.kind.schema, record)
        guard try tagRow(record, name) == nil else { return false }
        _ = try session.insert(Schema.tag, [stored(record.kind), stored(record.id), stored(name)])
        return true
    }

    /// Takes a tag off a record. - Returns: `false` where it had no such tag.
    public func untag(_ record: RecordReference, _ name: String) throws -> Bool {
        guard let row = try tagRow(record, name) else { return false }
        try session.remove(Schema.tag, row)
        return true
    }

    private func tagRow(_ record: RecordReference, _ name: String) throws -> Int64? {
        try Int64.fetchOne(
            session.database,
            sql: "SELECT id FROM tag WHERE subject_kind = ? AND subject_id = ? AND name = ? COLLATE NOCASE",
            arguments: [stored(record.kind), stored(record.id), stored(name)])
    }

    /// Moves everything that hangs on a record to another of its kind, fills what that leaves empty, and deletes it.
    public func merge(_ old: RecordReference, into kept: RecordReference) throws {
        for schema in Schema.tables where !schema.traits.contains(.unrecorded) {
            for (index, column) in schema.columns.enumerated() {
                if column.references == old.kind.schema.name {
                    try relink(schema, index, "\(column.name) = ?", [stored(old.id)], to: kept)
                }
                let kind = column.name.hasSuffix("_id") ? column.name.dropLast(3) + "_kind" : ""
                if schema.columns.contains(where: { $0.name == kind }) {
                    try relink(
                        schema, index, "\(kind) = ? AND \(column.name) = ?", [stored(old.kind), stored(old.id)],
                        to: kept)
                }
            }
        }
        try fillGaps(of: kept, from: old)
        try delete(old)
    }

    private func relink(
        _ schema: TableSchema, _ column: Int, _ condition: String, _ values: [DatabaseValue], to kept: RecordReference
    ) throws {
        let ids = try Int64.fetchAll(
            session.database, sql: "SELECT id FROM \(schema.name) WHERE \(condition)",
            arguments: StatementArguments(values))
        for id in ids {
            guard var row = try RowImage.values(of: id, in: schema, session.database) else { continue }
            row[column] = stored(kept.id)
            do {
                try session.update(schema, id, Array(row.prefix(schema.columns.count)))
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                // The kept record has the same, such as a tag: one is enough.
                try session.remove(schema, id)
            }
        }
    }

    private func fillGaps(of kept: RecordReference, from old: RecordReference) throws {
        let schema = kept.kind.schema
        guard var row = try RowImage.values(of: kept.id, in: schema, session.database),
            let other = try RowImage.values(of: old.id, in: schema, session.database)
        else { return }
        for index in schema.columns.indices where row[index].isNull { row[index] = other[index] }
        try session.update(schema, kept.id, Array(row.prefix(schema.columns.count)))
        try NameIndex.refresh(kept.id, in: schema, session)
    }

    /// Brings a deleted record back into every list.
    ///
    /// - Throws: ``StoreError/notFound(_:)`` where none of that number was deleted.
    public func restore(_ record: RecordReference) throws {
        let schema = record.kind.schema
        try session.revive(schema, record.id)
        try reading.requireRow(schema, record)
        try NameIndex.refresh(record.id, in: schema, session)
        if record.kind == .deal {
            try Derived.refreshStage(ofLead: reading.deal(Identifier(record.id)).lead?.rawValue, session)
        }
    }
}

extension Reading {
    /// The record deleted last, of a kind or of all, with a name or with any.
    public func lastDeleted(_ kind: RecordKind?, named name: String?) throws -> NamedRecord? {
        let kinds = kind.map { [$0] } ?? [.lead, .contact, .company, .customer, .deal, .ticket, .task, .meeting]
        var last: (at: Int64, record: NamedRecord)?
        for kind in kinds {
            let column = kind.schema.columns.contains { $0.name == "subject" } ? "subject" : "name"
            let sql = """
                SELECT id, \(column), deleted_at FROM \(kind.schema.everything)
                WHERE deleted_at IS NOT NULL AND \(ListShape.of(kind).condition) AND (? IS NULL OR fold(\(column)) = ?)
                ORDER BY deleted_at DESC, version DESC, id DESC LIMIT 1
                """
            let key = name.map { stored(nameKey($0)) } ?? .null
            guard let row = try Row.fetchOne(database, sql: sql, arguments: [key, key]) else { continue }
            let at: Int64 = row[2]
            if last.map({ at > $0.at }) ?? true {
                last = (at, NamedRecord(RecordReference(kind, row[0]), name: row[1]))
            }
        }
        return last?.record
    }

    /// The tags of a record, by name.
    func tags(of record: RecordReference) throws -> [String] {
        try String.fetchAll(
            database, sql: "SELECT name FROM tag WHERE subject_kind = ? AND subject_id = ? ORDER BY name",
            arguments: [stored(record.kind), stored(record.id)])
    }
}
