import GRDB
public import HarkCore

extension Store {
    /// Takes back the user's newest commands, the newest first, all of them or none.
    ///
    /// - Parameter count: At most so many; fewer are taken back where there are fewer.
    /// - Returns: The commands taken back, in the order that happened.
    /// - Throws: ``StoreError/nothingToUndo`` where there is none; ``StoreError/changedSince(_:name:)`` where a record
    ///   is no longer as the command left it; ``StoreError/inUse(_:name:)`` where others refer to a record it made.
    public func undo(_ request: WriteRequest, count: Int = 1) throws(StoreError) -> [LoggedAction] {
        try step(.undo, request, count: count)
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
}
