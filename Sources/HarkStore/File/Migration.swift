import GRDB
import HarkCore

/// A step from one version of the file format to the next. One that was released is never edited.
struct Migration: Sendable {
    /// What `PRAGMA user_version` says afterwards; counted from 1 without gaps.
    var version: Int32
    /// The statements, in order.
    var statements: [String]

    /// All steps, in order.
    static let all = [
        Migration(version: 1, statements: Schema.version1), Migration(version: 2, statements: Schema.version2),
        Migration(version: 3, statements: Schema.version3), Migration(version: 4, statements: Schema.version4),
        Migration(version: 5, statements: Schema.version5), Migration(version: 6, statements: Schema.version6),
        Migration(version: 7, statements: Schema.version7),
    ]
}

extension [Migration] {
    /// The version this program reads and writes.
    var newest: Int32 { last?.version ?? 0 }

    /// Brings the database to the newest version, each step in a transaction of its own.
    ///
    /// The version is read inside the transaction, so two programs that open a new file at once do each step once.
    func run(on writer: any DatabaseWriter, path: String) throws {
        try writer.writeWithoutTransaction { database in
            for step in self {
                try database.inTransaction(.immediate) {
                    let version = try Int32.fetchOne(database, sql: "PRAGMA user_version") ?? 0
                    guard version <= newest else { throw StoreError.newer(path: path, version: Int(version)) }
                    guard version < step.version else { return .commit }
                    for statement in step.statements { try database.execute(sql: statement) }
                    try database.execute(sql: "PRAGMA application_id = \(StoreFile.applicationID)")
                    try database.execute(sql: "PRAGMA user_version = \(step.version)")
                    return .commit
                }
            }
        }
    }
}
