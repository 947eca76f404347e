import GRDB
public import HarkCore

extension Reading {
    /// The score somebody set for a record by hand, in force or not; `nil` where nobody did.
    public func pin(of record: RecordReference) throws -> PinnedScore? {
        let sql = "\(Reading.pinSelect) WHERE subject_kind = ? AND subject_id = ?"
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchOne(statement, arguments: [record.kind.rawValue, record.id]).map { PinRow($0).pin }
    }

    /// All scores set by hand for records of a kind, in force or not, by number.
    public func pins(of kind: RecordKind) throws -> [Int64: PinnedScore] {
        let statement = try database.cachedStatement(sql: "\(Reading.pinSelect) WHERE subject_kind = ?")
        let rows = try Row.fetchAll(statement, arguments: [kind.rawValue]).map { PinRow($0) }
        return Dictionary(rows.map { ($0.record, $0.pin) }) { first, _ in first }
    }

    private static let pinSelect = """
        SELECT subject_id, score, reason, (SELECT name FROM user WHERE user.id = user_id), at, until FROM pin
        """

    func pinNumber(of record: RecordReference) throws -> Int64? {
        let sql = "SELECT id FROM pin WHERE subject_kind = ? AND subject_id = ?"
        let statement = try database.cachedStatement(sql: sql)
        return try Int64.fetchOne(statement, arguments: [record.kind.rawValue, record.id])
    }
}

extension Writing {
    /// Sets a record's score by hand, in place of what was set before; the request's user answers for it.
    ///
    /// - Throws: ``StoreError/notFound(_:)``.
    public func pin(_ record: RecordReference, at value: Double, reason: String, until: LocalDate?) throws {
        try reading.requireRow(record.kind.schema, record)
        let request = session.request
        let values = [
            stored(record.kind), stored(record.id), stored(value), stored(reason), stored(request.user),
            stored(request.at), stored(until),
        ]
        if let id = try reading.pinNumber(of: record) {
            try session.update(Schema.pin, id, values)
        } else {
            _ = try session.insert(Schema.pin, values)
        }
    }

    /// Takes a score set by hand away; whether there was one.
    public func unpin(_ record: RecordReference) throws -> Bool {
        guard let id = try reading.pinNumber(of: record) else { return false }
        try session.remove(Schema.pin, id)
        return true
    }
}

/// A row of scores set by hand.
private struct PinRow {
    let record: Int64
    let pin: PinnedScore

    init(_ row: Row) {
        var reader = RowReader(row, of: "pin")
        record = reader.integer()
        pin = PinnedScore(
            value: reader.real(), reason: reader.text(), owner: reader.optionalText() ?? "", at: reader.time(),
            until: reader.optionalDay())
    }
}
