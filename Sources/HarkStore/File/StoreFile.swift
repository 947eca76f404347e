import Glibc
import HarkCore

/// The database as a file: who may open it, and what its first bytes say before SQLite is let near it.
struct StoreFile: Sendable {
    let path: String

    var folder: String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The number in SQLite's header that marks Hark's files: "Hark" in ASCII.
    static let applicationID: Int32 = 0x4861_726B

    /// What the header of an existing file says.
    struct Header {
        var applicationID: Int32
        var version: Int32
        var pageSize: Int64
        var pageCount: Int64

        /// How many bytes the file should have.
        var length: Int64 { pageSize * pageCount }
        /// Whether it is Hark's.
        var isOurs: Bool { applicationID == StoreFile.applicationID }
        /// Whether nothing was ever written to it: SQLite's first page and no table, as a start that was cut off leaves.
        var isBlank: Bool { applicationID == 0 && version == 0 && pageCount <= 1 }
    }

    /// Makes the missing folders, readable by their owner only.
    func createFolder() throws(StoreError) {
        var made = ""
        for part in folder.split(separator: "/", omittingEmptySubsequences: true) {
            made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
            if mkdir(made, 0o700) != 0, errno != EEXIST { throw unusable(made) }
        }
    }

    /// Makes an empty file readable by its owner only, unless there is one.
    func createFile() throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw unusable(path) }
        close(descriptor)
    }

    /// Refuses a folder others can write to and files others can open.
    ///
    /// A folder with the sticky bit, such as `/tmp`, is allowed: others cannot replace a file in it.
    func checkAccess() throws(StoreError) {
        if let status = try status(of: folder) {
            guard status.st_mode & S_IFMT == S_IFDIR else {
                throw .unusable(path: folder, reason: "it is no folder")
            }
            guard status.st_mode & 0o022 == 0 || status.st_mode & S_ISVTX != 0 else { throw .exposed(path: folder) }
        }
        for suffix in ["", "-wal", "-shm", ".lock"] {
            guard let status = try status(of: path + suffix) else { continue }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .unusable(path: path + suffix, reason: "it is no plain file")
            }
            guard status.st_mode & 0o077 == 0 else { throw .exposed(path: path + suffix) }
        }
    }

    /// The file's size in bytes; `nil` when there is none.
    func size(suffix: String = "") throws(StoreError) -> Int64? {
        try status(of: path + suffix).map { Int64($0.st_size) }
    }

    /// Reads the header of a file nobody else has open; `nil` for a missing or empty one.
    ///
    /// Closing a file drops every POSIX lock this process holds on it, also SQLite's: hence "nobody else".
    func header() throws(StoreError) -> Header? {
        guard let size = try size(), size > 0 else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unusable(path) }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 100)
        guard read(descriptor, &bytes, 100) == 100, bytes.starts(with: Array("SQLite format 3\u{0}".utf8)) else {
            throw .foreignFile(path: path)
        }
        func number(at offset: Int) -> UInt32 { bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } }
        // Source: "Database File Format", §1.3; a page size of 1 stands for 65,536.
        let pageSize = Int64(bytes[16]) << 8 | Int64(bytes[17])
        return Header(
            applicationID: Int32(bitPattern: number(at: 68)), version: Int32(bitPattern: number(at: 60)),
            pageSize: pageSize == 1 ? 65_536 : pageSize, pageCount: Int64(number(at: 28)))
    }

    /// Flushes a file or folder to the disk.
    static func synchronize(_ path: String) throws(StoreError) {
        let file = StoreFile(path: path)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw file.unusable(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw file.unusable(path) }
    }

    private func status(of path: String) throws(StoreError) -> stat? {
        var status = stat()
        guard lstat(path, &status) != 0 else { return status }
        guard errno == ENOENT || errno == ENOTDIR else { throw unusable(path) }
        return nil
    }

    func unusable(_ path: String) -> StoreError {
        errno == ENOSPC ? .full : .unusable(path: path, reason: String(cString: strerror(errno)))
    }
}
