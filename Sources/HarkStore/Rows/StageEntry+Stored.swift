import GRDB
public import HarkCore

extension Reading {
    /// Every entry into a stage of one record, the oldest first.
    public func stageEntries(of record: RecordReference) throws -> [StageEntry] {
        try stageEntries("subject_kind = ? AND subject_id = ?", [stored(record.kind), stored(record.id)])
    }

    /// Every entry of every record of a kind that is still there, each record's together, the oldest first.
    public func stageEntries(of kind: RecordKind) throws -> [StageEntry] {
        try stageEntries("subject_kind = ? AND subject_id IN (SELECT id FROM \(kind.schema.name))", [stored(kind)])
    }

    /// The newest entry of every record of a kind, by the record's number.
    public func lastStageEntries(of kind: RecordKind) throws -> [Int64: StageEntry] {
        let newest = "id IN (SELECT max(id) FROM stage_change WHERE subject_kind = ? GROUP BY subject_id)"
        let entries = try stageEntries(newest, [stored(kind)])
        return Dictionary(entries.map { ($0.record.id, $0) }) { _, last in last }
    }

    private func stageEntries(_ condition: String, _ values: [DatabaseValue]) throws -> [StageEntry] {
        let sql = """
            SELECT subject_kind, subject_id, from_stage, to_stage, rule, evidence,
            (SELECT name FROM user WHERE user.id = user_id), reason, at FROM stage_change
            WHERE \(condition) ORDER BY subject_kind, subject_id, id
            """
        let rows = try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: StatementArguments(values))
        return try rows.map { row in
            var reader = RowReader(row, of: "stage_change")
            return StageEntry(
                try reader.reference(), from: try reader.optionalChoice(), to: try reader.choice(),
                rule: reader.text(), evidence: reader.text(), by: reader.optionalText(),
                reason: reader.optionalText(), at: reader.time())
        }
    }
}

extension Writing {
    /// Keeps entries into stages. Those of a user's command are that user's, and where they go back, the command is the
    /// reason unless there is another.
    public func keep(_ entries: [StageEntry]) throws {
        let request = session.request
        for entry in entries {
            let isBack = entry.from.map { entry.to.isBack(from: $0) } ?? false
            let isHandmade = request.journalled && entry.at >= request.at
            let reason = entry.reason ?? (isHandmade && isBack ? session.title : nil)
            _ = try session.insert(
                Schema.stageChange,
                [
                    stored(entry.record.kind), stored(entry.record.id), stored(entry.from), stored(entry.to),
                    stored(entry.rule), stored(entry.evidence), isHandmade ? stored(request.user) : .null,
                    stored(reason), stored(entry.at),
                ])
        }
    }
}
