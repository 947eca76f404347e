import GRDB
public import HarkCore

extension Reading {
    /// Everything people said to advised plays, the oldest first.
    public func playAnswers() throws -> [PlayAnswer] { try playAnswers("1", []) }

    /// What people said to the plays of one record, the oldest first.
    public func playAnswers(of record: RecordReference) throws -> [PlayAnswer] {
        try playAnswers("subject_kind = ? AND subject_id = ?", [stored(record.kind), stored(record.id)])
    }

    private func playAnswers(_ condition: String, _ values: [DatabaseValue]) throws -> [PlayAnswer] {
        let sql = """
            SELECT subject_kind, subject_id, play, answer, until, because,
            (SELECT name FROM user WHERE user.id = user_id), at FROM play_answer WHERE \(condition) ORDER BY id
            """
        let rows = try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: StatementArguments(values))
        return try rows.map { row in
            var reader = RowReader(row, of: "play_answer")
            return PlayAnswer(
                try reader.reference(), play: reader.text(), try reader.choice(), until: reader.optionalDay(),
                because: reader.optionalText(), by: reader.optionalText() ?? "", at: reader.time())
        }
    }

    /// Every advice noted, the oldest first.
    public func playAdvice() throws -> [PlayAdvice] { try playAdvice("1", []) }

    /// The advice noted of one record, the oldest first.
    public func playAdvice(of record: RecordReference) throws -> [PlayAdvice] {
        try playAdvice("subject_kind = ? AND subject_id = ?", [stored(record.kind), stored(record.id)])
    }

    private func playAdvice(_ condition: String, _ values: [DatabaseValue]) throws -> [PlayAdvice] {
        let sql = "SELECT subject_kind, subject_id, play, held_back, at FROM play_advice WHERE \(condition) ORDER BY id"
        let rows = try Row.fetchAll(try database.cachedStatement(sql: sql), arguments: StatementArguments(values))
        return try rows.map { row in
            var reader = RowReader(row, of: "play_advice")
            return PlayAdvice(
                try reader.reference(), play: reader.text(), isHeldBack: reader.flag(), at: reader.time())
        }
    }
}

extension Writing {
    /// Keeps what the request's user says to a play.
    public func keep(_ answer: PlayAnswer) throws {
        try reading.requireRow(answer.record.kind.schema, answer.record)
        _ = try session.insert(
            Schema.playAnswer,
            [
                stored(answer.record.kind), stored(answer.record.id), stored(answer.play), stored(answer.kind),
                stored(answer.until), stored(answer.because), stored(session.request.user), stored(session.request.at),
            ])
    }

    /// Notes that plays were advised or held back.
    public func note(_ advice: [PlayAdvice]) throws {
        for one in advice {
            _ = try session.insert(
                Schema.playAdvice,
                [
                    stored(one.record.kind), stored(one.record.id), stored(one.play), stored(one.isHeldBack),
                    stored(one.at),
                ])
        }
    }

    /// Leaves a record out of the list of those at risk until a day, in place of what was said before.
    public func snooze(_ record: RecordReference, until: LocalDate, because: String?) throws {
        try reading.requireRow(record.kind.schema, record)
        let request = session.request
        let values = [
            stored(record.kind), stored(record.id), stored(until), stored(because), stored(request.user),
            stored(request.at),
        ]
        if let id = try snoozeNumber(of: record) {
            try session.update(Schema.snooze, id, values)
        } else {
            _ = try session.insert(Schema.snooze, values)
        }
    }

    /// Brings a snoozed record back to the list; whether it was snoozed.
    public func wake(_ record: RecordReference) throws -> Bool {
        guard let id = try snoozeNumber(of: record) else { return false }
        try session.remove(Schema.snooze, id)
        return true
    }

    private func snoozeNumber(of record: RecordReference) throws -> Int64? {
        let sql = "SELECT id FROM snooze WHERE subject_kind = ? AND subject_id = ?"
        let statement = try session.database.cachedStatement(sql: sql)
        return try Int64.fetchOne(statement, arguments: [record.kind.rawValue, record.id])
    }
}
