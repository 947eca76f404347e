import ArgumentParser
import Foundation
import HarkCore
import HarkService

/// The options every command that opens a database takes.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The database file (default: $HARK_DB or $XDG_DATA_HOME/hark/hark.db).")
    var db: String?

    @Option(help: "The tenant's short name (default: $HARK_TENANT, or the only tenant there is).")
    var tenant: String?

    @Option(help: "The user's e-mail or its part before @ (default: $HARK_USER, or the first admin).")
    var user: String?

    @Option(help: "Pretend it is this moment, such as 2026-03-03T09:30.")
    var now: String?

    var databasePath: String { db ?? Places.current.database }

    /// Whether nobody asked for a database and none is where it would be.
    var isWithoutDatabase: Bool {
        db == nil && tenant == nil && user == nil && !FileManager.default.fileExists(atPath: databasePath)
    }

    func clock() throws -> WallClock? {
        guard let now else { return nil }
        guard let moment = LocalDateTime(now) else {
            throw ValidationError("--now needs a moment such as 2026-03-03T09:30, not '\(now)'.")
        }
        return .fixed(at: moment)
    }

    /// Opens the database and signs in.
    func session() throws -> Session {
        let environment = ProcessInfo.processInfo.environment
        guard FileManager.default.fileExists(atPath: databasePath) else {
            throw ServiceError.notFound(
                "There is no database at \(databasePath): run 'hark init' to create one, or 'hark demo' to look around."
            )
        }
        return try Service.open(path: databasePath).session(
            tenant: tenant ?? environment["HARK_TENANT"], user: user ?? environment["HARK_USER"],
            channel: .commandLine, clock: try clock())
    }
}

/// The three ways a list prints.
struct FormatOptions: ParsableArguments {
    @Flag(help: "Print JSON, one object a line.") var json = false
    @Flag(help: "Print CSV.") var csv = false
    @Flag(help: "Print plain columns (the default).") var plain = false

    func validate() throws {
        guard [json, csv, plain].count(where: { $0 }) <= 1 else {
            throw ValidationError("Say one of --json, --csv and --plain.")
        }
    }

    var format: ListFormat { json ? .json : csv ? .csv : .plain }
}
