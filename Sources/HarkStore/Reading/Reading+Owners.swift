import GRDB
public import HarkCore

extension Reading {
    /// When a lead, customer or deal changed hands by a command that still stands, oldest first.
    ///
    /// - Complexity: Reads the whole journal, which holds what people did by hand; imports are not part of it.
    public func ownerChanges(of reference: RecordReference) throws -> [RecordDetail.OwnerChange] {
        guard [.lead, .customer, .deal].contains(reference.kind) else { return [] }
        let schema = reference.kind.schema
        let sql = """
            SELECT j.at, r.before, r.after FROM journal_row r JOIN journal j ON j.id = r.journal_id
            WHERE r.table_name = ? AND r.row_id = ? AND j.state = ? ORDER BY j.id, r.position
            """
        let arguments = [stored(schema.name), stored(reference.id), stored(Journal.State.done)]
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: StatementArguments(arguments)).compactMap { row in
            var reader = RowReader(row, of: "journal_row")
            let at = reader.time()
            let before = try RowImage.values(fromJSON: reader.optionalText(), in: schema)
            let after = try RowImage.values(fromJSON: reader.optionalText(), in: schema)
            let image = RowImage(schema: schema, id: reference.id, before: before, after: after)
            let (from, to) = (image.owner(in: before), image.owner(in: after))
            return from == to ? nil : RecordDetail.OwnerChange(at: at, from: try userName(from), to: try userName(to))
        }
    }
}

extension RowImage {
    /// The owner of a lead, customer or deal.
    fileprivate func owner(in values: [DatabaseValue]?) -> Identifier<User>? {
        values.flatMap { integer("owner_id", in: $0) }.map(Identifier.init)
    }
}
