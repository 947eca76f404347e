import GRDB
import HarkCore

extension Store {
    /// Where a database is.
    public enum Location: Hashable, Sendable {
        /// A file; missing folders and the file are made, readable by their owner only.
        case file(String)
        /// In memory, gone with the last copy of the store; for tests and demonstrations.
        case memory
    }

    /// Opens the database, making or updating it as needed.
    ///
    /// A file that is damaged, foreign, newer or open to other users is refused and not written.
    /// Before an existing file is updated a checked copy is made beside it, named after its version.
    public static func open(_ location: Location) throws(StoreError) -> Store {
        try open(location, migrations: Migration.all)
    }

    static func open(_ location: Location, migrations: [Migration]) throws(StoreError) -> Store {
        switch location {
        case .memory:
            try attempt {
                let queue = try Connection.openInMemory()
                try migrations.run(on: queue, path: ":memory:")
                return Store(writer: queue, path: ":memory:", auditKey: AuditKeyFile.random(), lock: nil)
            }
        case .file(let path):
            try attempt(path: path) { try open(StoreFile(path: path), migrations: migrations) }
        }
    }

    private static func open(_ file: StoreFile, migrations: [Migration]) throws -> Store {
        try file.createFolder()
        try file.checkAccess()
        let lock = try StoreLock(file)
        let version = lock.isAlone ? try inspect(file, newest: migrations.newest) : nil
        try file.createFile()
        let pool = try Connection.open(file)
        if let version, version < migrations.newest {
            try file.backUp(pool, to: StoreFile(path: "\(file.path).version\(version)"))
        }
        let key = try AuditKeyFile.load(beside: file)
        try migrations.run(on: pool, path: file.path)
        lock.share()
        return Store(writer: pool, path: file.path, auditKey: key, lock: lock)
    }

    /// Looks at a file before anything may write to it; gives its version, `nil` for a new one.
    private static func inspect(_ file: StoreFile, newest: Int32) throws -> Int32? {
        guard let header = try file.header() else { return nil }
        guard header.isOurs || header.isBlank else { throw StoreError.foreignFile(path: file.path) }
        guard header.version <= newest else { throw StoreError.newer(path: file.path, version: Int(header.version)) }
        if let left = try file.size(suffix: "-wal"), left > 0 {
            try Connection.check(file)
        } else if let size = try file.size(), size < header.length {
            throw StoreError.damaged(
                path: file.path, reason: "\(size) bytes of \(header.length) are left")
        }
        return header.version == 0 ? nil : header.version
    }
}
