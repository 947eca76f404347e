import Glibc
import HarkCore

/// Tells whether anybody has the database open: everybody who has holds a shared lock on a file beside it.
///
/// It is a `flock`, which SQLite does not use, so neither gets in the other's way.
final class StoreLock: Sendable {
    private let descriptor: Int32
    /// Whether nobody else had the database open when this lock was taken; then nobody can open it until ``share()``.
    let isAlone: Bool

    init(_ file: StoreFile) throws(StoreError) {
        descriptor = open(file.path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw file.unusable(file.folder) }
        isAlone = flock(descriptor, LOCK_EX | LOCK_NB) == 0
        if !isAlone { share() }
    }

    /// Lets others open the database too; waits for one that is just opening it.
    func share() {
        while flock(descriptor, LOCK_SH) != 0, errno == EINTR {}
    }

    deinit { close(descriptor) }
}
