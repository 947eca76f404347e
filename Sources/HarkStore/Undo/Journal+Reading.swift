import GRDB
public import HarkCore

extension Journal {
    /// Entries that meet a condition, which also gives the order.
    static func actions(
        _ database: Database, where condition: String, _ values: [DatabaseValue]
    ) throws -> [LoggedAction] {
        let sql = """
            SELECT id, at, (SELECT name FROM user WHERE user.id = user_id), command_type, title, state FROM journal
            WHERE \(condition)
            """
        return try Row.fetchAll(database, sql: sql, arguments: StatementArguments(values)).map { row in
            var reader = RowReader(row, of: "journal")
            return LoggedAction(
                id: reader.integer(), at: reader.time(), userName: reader.optionalText() ?? "",
                commandType: try reader.choice(), title: reader.text(),
                undone: [Journal.State.undone, .abandoned].map(\.rawValue).contains(reader.text()))
        }
    }

    /// The rows a command changed, in the order it touched them.
    static func images(of entry: Int64, _ database: Database) throws -> [(row: Int64, image: RowImage)] {
        let sql = "SELECT id, table_name, row_id, before, after FROM journal_row WHERE journal_id = ? ORDER BY position"
        return try Row.fetchAll(database, sql: sql, arguments: [entry]).map { row in
            var reader = RowReader(row, of: "journal_row")
            let id = reader.integer()
            let name = reader.text()
            guard let schema = Schema.table(name) else {
                throw StoreError.unreadable(table: "journal_row", column: "table_name")
            }
            let rowID = reader.integer()
            let before = try RowImage.values(fromJSON: reader.optionalText(), in: schema)
            let after = try RowImage.values(fromJSON: reader.optionalText(), in: schema)
            return (id, RowImage(schema: schema, id: rowID, before: before, after: after))
        }
    }
}

extension Reading {
    /// The leads and customers a performed command changed, or wrote something about; those that are gone included.
    public func recordsTouched(by action: Int64) throws -> Set<RecordReference> {
        var touched: Set<RecordReference> = []
        for (_, image) in try Journal.images(of: action, database) {
            if let kind = RecordKind(rawValue: image.schema.name) { touched.insert(RecordReference(kind, image.id)) }
            for values in [image.before, image.after].compactMap(\.self) {
                if let subject = image.subject(in: values) { touched.insert(subject) }
            }
        }
        return touched.filter { $0.kind == .lead || $0.kind == .customer }
    }
}
