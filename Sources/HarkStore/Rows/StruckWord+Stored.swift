import GRDB
public import HarkCore

extension Reading {
    /// The words and phrases that must not count in scores, in alphabetical order.
    public func struckWords() throws -> [StruckWord] {
        let sql = """
            SELECT phrase, (SELECT name FROM user WHERE user.id = user_id), at FROM struck_word ORDER BY phrase
            """
        return try Row.fetchAll(try database.cachedStatement(sql: sql)).map { row in
            var reader = RowReader(row, of: "struck_word")
            return StruckWord(phrase: reader.text(), by: reader.optionalText() ?? "", at: reader.time())
        }
    }

    func struckWordNumber(_ phrase: String) throws -> Int64? {
        let statement = try database.cachedStatement(sql: "SELECT id FROM struck_word WHERE phrase = ?")
        return try Int64.fetchOne(statement, arguments: [phrase])
    }
}

extension Writing {
    /// Strikes a phrase, in lower case, out of all scores to come; whether it was not struck before.
    public func strike(_ phrase: String) throws -> Bool {
        guard try reading.struckWordNumber(phrase) == nil else { return false }
        _ = try session.insert(
            Schema.struckWord, [stored(phrase), stored(session.request.user), stored(session.request.at)])
        return true
    }

    /// Lets a phrase count again; whether it was struck.
    public func restore(_ phrase: String) throws -> Bool {
        guard let id = try reading.struckWordNumber(phrase) else { return false }
        try session.remove(Schema.struckWord, id)
        return true
    }
}
