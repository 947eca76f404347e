public import HarkCore

/// Why the store could not do what was asked.
public enum StoreError: Error, Sendable {
    /// There is no such record in the tenant, or it was deleted.
    case notFound(RecordReference)
    /// No user of that number works for the tenant.
    case noUser(Identifier<User>)
    /// No tenant of that short name exists.
    case noTenant(String)
    /// A tenant, user or import of that name exists already.
    case alreadyExists(String)
    /// The record was changed by somebody else after it was read or after the command to undo.
    case changedSince(RecordReference, name: String)
    /// Other records refer to the one that was to go.
    case inUse(RecordReference, name: String)
    /// A value points to a record that does not exist in the tenant.
    case brokenLink
    /// There is nothing to undo or redo.
    case nothingToUndo
    case nothingToRedo
    /// The command to undo was about a person erased since.
    case erased(title: String)
    /// Records of the kind have no such field.
    case unknownField(Field, RecordKind)
    /// Records of the kind cannot be listed this way.
    case unknownKind(RecordKind)
    /// No import run has the number, or it was undone before.
    case noImport(Int64)
    /// Something tried to touch another tenant's rows, or no tenant was set.
    case fenced
    /// The file or folder can be read or written by other users of the machine.
    case exposed(path: String)
    /// The folder or file cannot be opened or written.
    case unusable(path: String, reason: String)
    /// The file is no Hark database.
    case foreignFile(path: String)
    /// The file was written by a newer Hark.
    case newer(path: String, version: Int)
    /// The file is damaged; it was not written.
    case damaged(path: String, reason: String)
    /// A stored value cannot be read.
    case unreadable(table: String, column: String)
    /// Another program held the database for more than five seconds.
    case busy
    /// The disk is full.
    case full
    /// The caller's own closure threw; the transaction was rolled back.
    case stopped(any Error)
    /// SQLite refused for another reason.
    case failed(String)
}

extension StoreError: CustomStringConvertible {
    /// One sentence for people: what, why, and what to do next where something can be done.
    public var description: String {
        switch self {
        case .notFound(let record): "There is no \(record.kind.rawValue) \(record.id)."
        case .noUser(let user): "There is no user \(user)."
        case .noTenant(let slug): "There is no tenant \(slug); hark tenant list names those there are."
        case .alreadyExists(let name): "\(name) exists already."
        case .changedSince(_, let name): "\(name) was changed since; look at it again and change it by hand."
        case .inUse(_, let name): "\(name) is used by other records; remove those first."
        case .brokenLink: "A value names a record that does not exist."
        case .nothingToUndo: "There is nothing to undo."
        case .nothingToRedo: "There is nothing to redo."
        case .erased(let title):
            "“\(title)” cannot be undone: somebody it is about was erased for good. The next undo goes past it."
        case .unknownField(let field, let kind):
            "\(kind.plural.capitalizedFirst) have no field \(field.rawValue); try \(ListShape.fieldNames(of: kind))."
        case .unknownKind(let kind): "\(kind.plural.capitalizedFirst) cannot be listed this way."
        case .noImport(let run): "There is no import \(run) to undo."
        case .fenced: "Access outside the tenant was refused."
        case .exposed(let path): "Other users of this machine can open \(path); run chmod go= \(path)."
        case .unusable(let path, let reason): "\(path) cannot be used: \(reason)."
        case .foreignFile(let path): "\(path) is no Hark database; name another file with --db."
        case .newer(let path, let version):
            "\(path) was written by a newer Hark (format \(version)); update Hark to open it."
        case .damaged(let path, let reason):
            "\(path) is damaged (\(reason)) and was left as it is; restore the newest backup."
        case .unreadable(let table, let column): "A stored \(column) of a \(table) cannot be read."
        case .busy: "Another program is writing to the database; try again in a moment."
        case .full: "The disk is full; free some space and try again. Nothing was changed."
        case .stopped(let error): "\(error)"
        case .failed(let reason): "The database refused: \(reason)."
        }
    }
}

extension StoreError: Equatable {
    /// Compares what is said; two foreign errors are equal when they say the same.
    public static func == (left: StoreError, right: StoreError) -> Bool { left.description == right.description }
}

extension String {
    /// The text with its first letter in upper case.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
