import GRDB
public import HarkCore

extension Reading {
    /// The views a user keeps, by name.
    public func savedViews(of user: Identifier<User>) throws -> [SavedView] {
        let sql = "\(Schema.savedView.select) WHERE user_id = ? ORDER BY name COLLATE NOCASE, id"
        let statement = try database.cachedStatement(sql: sql)
        return try Row.fetchAll(statement, arguments: [user.rawValue]).map { row in
            var reader = RowReader(row, of: "saved_view")
            // The row's number and its user.
            reader.skip()
            reader.skip()
            let kind: RecordKind = try reader.choice()
            return SavedView(
                name: reader.text(), kind: kind, filter: reader.text(), sort: SortKey.keys(stored: reader.text()))
        }
    }

    func savedViewNumber(_ view: SavedView, of user: Identifier<User>) throws -> Int64? {
        let sql = "SELECT id FROM saved_view WHERE user_id = ? AND kind = ? AND name = ? COLLATE NOCASE"
        let statement = try database.cachedStatement(sql: sql)
        return try Int64.fetchOne(statement, arguments: [user.rawValue, view.kind.rawValue, view.name])
    }
}

extension Writing {
    /// Keeps a view of the request's user, in place of one of the same name.
    public func keep(_ view: SavedView) throws {
        let user = session.request.user
        let values = [
            stored(user), stored(view.kind), stored(view.name), stored(view.filter),
            stored(view.sort.map(\.stored).joined(separator: " ")),
        ]
        if let id = try reading.savedViewNumber(view, of: user) {
            try session.update(Schema.savedView, id, values)
        } else {
            _ = try session.insert(Schema.savedView, values)
        }
    }

    /// Forgets a view of the request's user; one that is not there is no error.
    public func forget(_ view: SavedView) throws {
        guard let id = try reading.savedViewNumber(view, of: session.request.user) else { return }
        try session.remove(Schema.savedView, id)
    }
}

extension SortKey {
    fileprivate var stored: String { (descending ? "-" : "") + field.rawValue }

    /// Fields a later program knew and this one does not are left out.
    fileprivate static func keys(stored text: String) -> [SortKey] {
        text.split(separator: " ").compactMap { word in
            let descending = word.hasPrefix("-")
            return Field(rawValue: String(word.drop { $0 == "-" })).map { SortKey($0, descending: descending) }
        }
    }
}
