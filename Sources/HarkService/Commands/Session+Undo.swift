import HarkCore
import HarkStore

extension Session {
    /// Takes back the user's last commands, newest first.
    func undo(count: Int) throws(ServiceError) -> Reply {
        let struck = try struckWords()
        let undone = try translated {
            try store.undo(request(.undo, title: "Undo", journalled: false), count: max(1, count))
        }
        try rescore(undone, since: struck)
        return Reply("Undone: \(undone.map(\.title).joined(separator: "; ")).", changed: true)
    }

    /// Does again what was undone last, oldest first.
    func redo(count: Int) throws(ServiceError) -> Reply {
        let struck = try struckWords()
        let redone = try translated {
            try store.redo(request(.redo, title: "Redo", journalled: false), count: max(1, count))
        }
        try rescore(redone, since: struck)
        return Reply("Done again: \(redone.map(\.title).joined(separator: "; ")).", changed: true)
    }

    /// Brings the scores of what was changed up to date, and where words were struck out or restored all they touch.
    private func rescore(_ actions: [LoggedAction], since before: [StruckWord]) throws(ServiceError) {
        try write(request(nil, title: "Scored again", journalled: false)) { writing in
            for action in actions {
                for record in try writing.reading.recordsTouched(by: action.id)
                where (try? writing.reading.named(record)) != nil {
                    _ = try rescore(record, in: writing)
                }
            }
        }
        let after = try struckWords()
        _ = try rescoreWritten(Set(before.map(\.phrase)).symmetricDifference(after.map(\.phrase)))
    }
}
