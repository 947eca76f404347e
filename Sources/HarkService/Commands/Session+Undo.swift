import HarkCore
import HarkStore

extension Session {
    /// Takes back the user's last commands, newest first.
    func undo(count: Int) throws(ServiceError) -> Reply {
        let undone = try translated {
            try store.undo(request(.undo, title: "Undo", journalled: false), count: max(1, count))
        }
        return Reply("Undone: \(undone.map(\.title).joined(separator: "; ")).", changed: true)
    }

    /// Does again what was undone last, oldest first.
    func redo(count: Int) throws(ServiceError) -> Reply {
        let redone = try translated {
            try store.redo(request(.redo, title: "Redo", journalled: false), count: max(1, count))
        }
        return Reply("Done again: \(redone.map(\.title).joined(separator: "; ")).", changed: true)
    }
}
