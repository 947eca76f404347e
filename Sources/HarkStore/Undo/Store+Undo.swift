import GRDB
public import HarkCore

extension Store {
    /// Takes back the user's newest commands, the newest first, all of them or none.
    ///
    /// - Parameter count: At most so many; fewer are taken back where there are fewer.
    /// - Returns: The commands taken back, in the order that happened.
    /// - Throws: ``StoreError/nothingToUndo`` where there is none; ``StoreError/changedSince(_:name:)`` where a record
    ///   is no longer as the command left it; ``StoreError/inUse(_:name:)`` where others refer to a record it made;
    ///   ``StoreError/erased(title:)`` where one of them was about a person erased since.
    public func undo(_ request: WriteRequest, count: Int = 1) throws(StoreError) -> [LoggedAction] {
        try tellOfErased(request, count: count)
        return try step(.undo, request, count: count)
    }

    /// Performs again the commands the user took back last, the last one taken back first.
    ///
    /// - Throws: As ``undo(_:count:)``, with ``StoreError/nothingToRedo``.
    public func redo(_ request: WriteRequest, count: Int = 1) throws(StoreError) -> [LoggedAction] {
        try step(.redo, request, count: count)
    }

    private func step(
        _ direction: Rewind.Direction, _ request: WriteRequest, count: Int
    ) throws(StoreError) -> [LoggedAction] {
        var request = request
        request.journalled = false
        request.commandType = direction == .undo ? .undo : .redo
        return try change(request.tenant) { database in
            let session = WriteSession(database, request: request, audit: audit)
            let actions = try Rewind(direction: direction, session: session).run(count: count)
            try session.finish()
            return actions
        }
    }

    /// Says once of a command among those to be undone that it cannot be, as a person it was about was erased; the
    /// next time it is passed over.
    private func tellOfErased(_ request: WriteRequest, count: Int) throws(StoreError) {
        let lost: String? = try change(request.tenant) { database in
            let newest = """
                SELECT id, title, state FROM journal WHERE user_id = ? AND state IN (?, ?) ORDER BY id DESC LIMIT ?
                """
            let states = [stored(Journal.State.done), stored(Journal.State.erased)]
            let rows = try Row.fetchAll(
                database, sql: newest, arguments: [request.user.rawValue, states[0], states[1], max(1, count)])
            let erased = rows.filter { $0["state"] == Journal.State.erased.rawValue }
            let session = WriteSession(database, request: request, audit: audit)
            for row in erased {
                try session.run(
                    "UPDATE t_journal SET state = ? WHERE tenant_id = ? AND id = ?",
                    [stored(Journal.State.told), session.tenant, row["id"]])
            }
            return erased.first?["title"]
        }
        if let lost { throw .erased(title: lost) }
    }
}
