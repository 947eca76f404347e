import GRDB
public import HarkCore

extension Reading {
    /// What names sound like, by number; of records that are gone nothing is said.
    public func heardNames() throws -> [HeardName] {
        let sql = """
            SELECT id, words, subject_kind, subject_id, (SELECT name FROM user WHERE user.id = user_id), at
            FROM heard_name ORDER BY id
            """
        return try Row.fetchAll(try database.cachedStatement(sql: sql)).compactMap { row in
            var reader = RowReader(row, of: "heard_name")
            let id = reader.integer()
            let words = reader.text()
            let reference = try reader.reference()
            guard let record = try? named(reference) else { return nil }
            return HeardName(
                id: id, words: words, record: record, by: reader.optionalText() ?? "", at: reader.time())
        }
    }
}

extension Writing {
    /// Lets words, in lower case, stand for a record; whether they did not before.
    public func learn(_ words: String, for record: RecordReference) throws -> Bool {
        let known = "SELECT 1 FROM heard_name WHERE words = ? AND subject_kind = ? AND subject_id = ?"
        let values = [stored(words), stored(record.kind), stored(record.id)]
        guard
            try Int.fetchOne(session.database.cachedStatement(sql: known), arguments: StatementArguments(values)) == nil
        else { return false }
        _ = try session.insert(
            Schema.heardName, values + [stored(session.request.user), stored(session.request.at)])
        return true
    }

    /// Forgets what a name sounds like; whether it was known.
    public func forgetHeardName(_ id: Int64) throws -> Bool {
        let known = "SELECT 1 FROM heard_name WHERE id = ?"
        guard try Int.fetchOne(session.database.cachedStatement(sql: known), arguments: [id]) != nil else {
            return false
        }
        try session.remove(Schema.heardName, id)
        return true
    }
}
