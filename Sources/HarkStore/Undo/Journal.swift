import GRDB
import HarkCore

/// The record of performed commands that undo and redo work from; it is part of the database and outlives the program.
enum Journal {
    /// Whether an entry can be undone, can be redone, or was left behind by a newer command.
    ///
    /// Of an `erased` one the images went with a person; it is `told` once its user was told so.
    enum State: String { case done, undone, abandoned, erased, told }

    /// Writes down what a command changed; what its user had undone before can no longer be redone.
    static func record(_ session: WriteSession, as state: State = .done) throws {
        let request = session.request
        try session.run(
            "UPDATE t_journal SET state = ? WHERE tenant_id = ? AND user_id = ? AND state = ?",
            [stored(State.abandoned), session.tenant, stored(request.user), stored(State.undone)])
        let images = session.images
        let entry = try session.insert(
            Schema.journal,
            [
                stored(request.user), stored(request.at), stored(request.commandType ?? .unknown),
                stored(session.title), stored(state),
            ])
        for (position, image) in images.enumerated() where image.before != nil || image.after != nil {
            _ = try session.insert(
                Schema.journalRow,
                [
                    stored(entry), stored(position), stored(image.schema.name), stored(image.id),
                    stored(RowImage.json(of: image.before, in: image.schema)),
                    stored(RowImage.json(of: image.after, in: image.schema)),
                ])
        }
    }
}
