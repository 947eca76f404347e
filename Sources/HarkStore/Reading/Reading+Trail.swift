import GRDB
public import HarkCore

extension Reading {
    /// What was done, the newest first.
    public func journal(limit: Int = 50) throws -> [LoggedAction] {
        try Journal.actions(database, where: "1 ORDER BY journal.id DESC LIMIT ?", [stored(limit)])
    }

    /// The audit trail, the oldest first, from a place in the chain on.
    public func auditRows(from sequence: Int64 = 1, limit: Int = 1_000) throws -> [AuditRow] {
        try auditRows(where: "id >= ? ORDER BY id LIMIT ?", [stored(sequence), stored(limit)]).map(\.row)
    }

    /// Checks the whole chain against the key.
    ///
    /// A cut tail is noticed as long as the count of rows given out still tells of it.
    public func verifyAudit() throws -> AuditVerdict {
        var previous = AuditChain.start
        var next: Int64 = 1
        var broken: Int64?
        let cursor = try Row.fetchCursor(database, sql: "\(Reading.auditSelect) ORDER BY id")
        while broken == nil, let row = try cursor.next() {
            let sealed = SealedAuditRow(row)
            let isNext = sealed.row.sequence == next && sealed.previous == previous
            let code = audit.code(of: sealed.row, tenant: tenant, after: previous)
            if !isNext || sealed.code != code { broken = next }
            previous = sealed.code
            next += 1
        }
        if let broken { return .broken(at: broken) }
        let given = try Int64.fetchOne(database, sql: "SELECT last FROM counter WHERE name = 'audit'") ?? 0
        return given == next - 1 ? .intact(rows: Int(given)) : .broken(at: next)
    }

    private static let auditSelect = """
        SELECT id, at, user_id, channel, action, object, fields, outcome, previous_mac, mac FROM audit
        """

    private func auditRows(where condition: String, _ values: [DatabaseValue]) throws -> [SealedAuditRow] {
        let sql = "\(Reading.auditSelect) WHERE \(condition)"
        return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(values)).map(SealedAuditRow.init)
    }
}

/// A row of the audit trail with its codes.
private struct SealedAuditRow {
    var row: AuditRow
    var previous: String
    var code: String

    init(_ row: Row) {
        var reader = RowReader(row, of: "audit")
        self.row = AuditRow(
            sequence: reader.integer(), at: reader.time(), user: reader.optionalIdentifier(),
            channel: reader.text(), action: reader.text(), object: reader.optionalText(), fields: reader.text(),
            outcome: reader.text())
        previous = reader.text()
        code = reader.text()
    }
}
