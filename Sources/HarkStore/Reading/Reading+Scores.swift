import GRDB
public import HarkCore

/// A trained model as the store keeps it.
public struct StoredModel: Hashable, Sendable {
    public var target: Score.Target
    public var name: String
    /// Counted from 1 for each target.
    public var version: Int
    /// The model as JSON text.
    public var content: String
    /// How well it did, as JSON text.
    public var metrics: String
    public var at: LocalDateTime
}

extension Reading {
    /// The newest model of a target; `nil` before the first training.
    public func model(for target: Score.Target) throws -> StoredModel? { try models(for: target, limit: 1).first }

    /// The models of a target, the newest first.
    public func models(for target: Score.Target, limit: Int = 20) throws -> [StoredModel] {
        let sql = """
            SELECT target, name, version, content, metrics, at FROM model WHERE target = ?
            ORDER BY version DESC LIMIT ?
            """
        return try Row.fetchAll(database, sql: sql, arguments: [target.rawValue, limit]).map { row in
            var reader = RowReader(row, of: "model")
            return StoredModel(
                target: try reader.choice(), name: reader.text(), version: Int(reader.integer()),
                content: reader.text(), metrics: reader.text(), at: reader.time())
        }
    }

    /// The scores a record was ever given, the oldest first; at most the newest `limit` of them.
    public func scores(of record: RecordReference, target: Score.Target? = nil, limit: Int = 1_000) throws -> [Score] {
        let only = target.map { "= '\($0.rawValue)'" } ?? "IS NOT NULL"
        let sql = """
            SELECT \(Score.columns) FROM score WHERE subject_kind = ? AND subject_id = ? AND target \(only)
            ORDER BY id DESC LIMIT ?
            """
        let statement = try database.cachedStatement(sql: sql)
        let rows = try Row.fetchAll(statement, arguments: [record.kind.rawValue, record.id, limit])
        return try rows.map(Score.init(ledger:)).reversed()
    }

    /// How a record's score went, the oldest first: of a lead how likely it is won, of a customer that it leaves.
    func scorePoints(of record: RecordReference) throws -> [RecordDetail.ScorePoint] {
        let sql = "SELECT at, probability FROM score WHERE subject_kind = ? AND subject_id = ? ORDER BY at, id"
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: [record.kind.rawValue, record.id]).map { row in
            var reader = RowReader(row, of: "score")
            return RecordDetail.ScorePoint(at: reader.time(), value: 100 * reader.real())
        }
    }

    /// The score that stood at a moment: the newest of the ledger that is not younger; `nil` before the first.
    public func score(of record: RecordReference, at moment: LocalDateTime) throws -> Score? {
        let sql = """
            SELECT \(Score.columns) FROM score WHERE subject_kind = ? AND subject_id = ? AND at <= ?
            ORDER BY at DESC, id DESC LIMIT 1
            """
        let statement = try database.cachedStatement(sql: sql)
        let row = try Row.fetchOne(
            statement, arguments: [record.kind.rawValue, record.id, moment.secondsSinceEpoch])
        return try row.map(Score.init(ledger:))
    }
}
