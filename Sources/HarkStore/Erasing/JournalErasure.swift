import GRDB
import HarkCore

/// Takes a person out of the journal: the images of their rows, and titles that tell of them.
struct JournalErasure {
    let erasure: Erasure

    private var session: WriteSession { erasure.session }

    /// A command that changed one of the erased rows can no longer be undone, so all its images go: nothing is to be
    /// undone by half.
    func perform() throws {
        let entries = try Set(imagesOfRows() + imagesByContent())
        for entry in entries {
            try session.run(
                "DELETE FROM t_journal_row WHERE tenant_id = ? AND journal_id = ?", [session.tenant, stored(entry)])
            try session.run(
                """
                UPDATE t_journal SET state = CASE state WHEN ? THEN ? WHEN ? THEN ? ELSE state END
                WHERE tenant_id = ? AND id = ?
                """,
                [
                    stored(Journal.State.done), stored(Journal.State.erased), stored(Journal.State.undone),
                    stored(Journal.State.abandoned), session.tenant, stored(entry),
                ])
        }
        try replaceTitles(of: entries)
        try Journal.record(session, as: .erased)
    }

    private func imagesOfRows() throws -> [Int64] {
        let cursor = try Row.fetchCursor(
            session.database, sql: "SELECT journal_id, table_name, row_id FROM journal_row")
        var found: [Int64] = []
        while let row = try cursor.next() {
            if erasure.rows.contains(RowKey(row[1], row[2])) { found.append(row[0]) }
        }
        return found
    }

    /// Images of rows that were about the person once, or hold their address, though those are gone or changed since.
    private func imagesByContent() throws -> [Int64] {
        var pieces = Array(erasure.person.marks.emails)
        for record in erasure.person.records {
            for prefix in ["subject", "related"] {
                pieces.append("\"\(prefix)_kind\":\"\(record.kind.rawValue)\",\"\(prefix)_id\":[\"\(record.id)\"]")
            }
            if record.kind == .contact { pieces.append("\"contact_id\":[\"\(record.id)\"]") }
        }
        return try pieces.flatMap { piece in
            try Int64.fetchAll(
                session.database,
                sql:
                    "SELECT journal_id FROM journal_row WHERE instr(fold(coalesce(before, '') || coalesce(after, '')), ?)",
                arguments: [piece])
        }
    }

    private func replaceTitles(of entries: Set<Int64>) throws {
        let cursor = try Row.fetchCursor(session.database, sql: "SELECT id, command_type, title FROM journal")
        var found: [(id: Int64, type: String)] = []
        while let row = try cursor.next() {
            let title: String = row[2]
            let tells = entries.contains(row[0]) && erasure.words.contains { title.contains($0) }
            if tells || erasure.person.marks.occur(in: title) { found.append((row[0], row[1])) }
        }
        for (id, type) in found {
            let command = type.split(separator: "_").joined(separator: " ").lowercased().capitalizedFirst
            try session.run(
                "UPDATE t_journal SET title = ? WHERE tenant_id = ? AND id = ?",
                ["\(command) of somebody erased".databaseValue, session.tenant, stored(id)])
        }
    }
}
