import GRDB
import Glibc
import HarkCore

extension StoreFile {
    /// Writes a checked copy of the whole database to another path, replacing what is there.
    ///
    /// The copy is made under a temporary name and renamed last: whoever finds the target finds a whole one.
    func backUp(_ writer: any DatabaseWriter, to target: StoreFile) throws {
        let draft = StoreFile(path: target.path + ".part")
        unlink(draft.path)
        do {
            try draft.createFile()
            try writer.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [draft.path]) }
            try StoreFile.synchronize(draft.path)
            try Connection.check(draft)
            guard rename(draft.path, target.path) == 0 else { throw unusable(target.path) }
            try StoreFile.synchronize(target.folder)
        } catch {
            unlink(draft.path)
            throw error
        }
    }
}
