import Glibc
import HarkCore

/// The secret the audit chain is keyed with: 32 random bytes in `audit.key` beside the database.
enum AuditKeyFile {
    /// Reads the key, making it first where there is none.
    static func load(beside file: StoreFile) throws(StoreError) -> [UInt8] {
        let path = file.folder + "/audit.key"
        try write(random(), to: path, of: file)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw file.unusable(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw file.unusable(path) }
        guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path) }
        var key = [UInt8](repeating: 0, count: 33)
        guard read(descriptor, &key, 33) == 32 else { throw .damaged(path: path, reason: "it does not hold 32 bytes") }
        return Array(key.prefix(32))
    }

    /// A fresh key from the system's generator.
    static func random() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Writes the key unless a file is there already.
    private static func write(_ key: [UInt8], to path: String, of file: StoreFile) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { return }
            throw file.unusable(path)
        }
        defer { close(descriptor) }
        guard Glibc.write(descriptor, key, key.count) == key.count, fsync(descriptor) == 0 else {
            throw file.unusable(path)
        }
    }
}
