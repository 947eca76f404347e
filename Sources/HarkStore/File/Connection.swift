import GRDB
import HarkCore

/// How every connection to the database is set up.
enum Connection {
    /// Waits at most five seconds for other writers, keeps foreign keys, knows Hark's functions.
    static func configuration(readOnly: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = readOnly
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        configuration.label = "hark.store"
        configuration.prepareDatabase { database in
            database.add(function: TenantScope.function)
            database.add(function: fold)
            // What is deleted is overwritten, so that an erased person's words stay in no free page.
            if !readOnly { try database.execute(sql: "PRAGMA secure_delete = ON") }
        }
        return configuration
    }

    /// `fold(text)`: the text as names are compared, see ``nameKey(_:)``.
    private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { arguments in
        arguments.first.flatMap(String.fromDatabaseValue).map(nameKey)
    }

    /// Opens the file for reading and writing; every commit reaches the disk before it is acknowledged.
    static func open(_ file: StoreFile) throws -> DatabasePool {
        let pool = try DatabasePool(path: file.path, configuration: configuration())
        // GRDB sets the writer to NORMAL when it turns the write-ahead log on, so this comes after.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = FULL")
            // 48 MB, so that an import does not write each index page many times over.
            try database.execute(sql: "PRAGMA cache_size = -48000")
        }
        return pool
    }

    /// A database that lives as long as the value.
    static func openInMemory() throws -> DatabaseQueue { try DatabaseQueue(configuration: configuration()) }

    /// Looks for damage without writing anything.
    static func check(_ file: StoreFile) throws {
        let queue = try DatabaseQueue(path: file.path, configuration: configuration(readOnly: true))
        let findings = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
        guard findings == ["ok"] else {
            throw StoreError.damaged(path: file.path, reason: findings.first ?? "no answer from the check")
        }
    }
}
