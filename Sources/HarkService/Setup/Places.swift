import Foundation

/// Where Hark keeps and finds its files, by the XDG base directory rules.
public struct Places: Sendable {
    /// The database.
    public let database: String
    /// The settings of this installation.
    public let configuration: String
    /// The user's own keys, beside the settings.
    public var keys: String {
        URL(fileURLWithPath: configuration).deletingLastPathComponent().appendingPathComponent("keys.toml").path
    }
    /// The tenants' own words, a file each, beside the settings.
    public var words: String {
        URL(fileURLWithPath: configuration).deletingLastPathComponent().appendingPathComponent("words").path
    }
    /// Logs, drafts and other things that may be lost.
    public let state: String
    /// Copies that can be made again.
    public let cache: String
    /// When the running program was built, in seconds since 1970; tells one build's copies from another's.
    public let buildTime: Int
    /// The folder with `themes` and `sample-data`; `nil` when neither an installation nor a checkout is found.
    public let shared: String?

    /// Works the places out.
    ///
    /// - Parameters:
    ///   - environment: Read for `HARK_DB`, `HARK_CONFIG`, `HARK_SHARE`, `XDG_*` and `HOME`.
    ///   - executable: The path of the running program, to find the files installed or checked out with it.
    public init(environment: [String: String], executable: String) {
        func folder(_ variable: String, _ fallback: String) -> String {
            // The rules say that a relative path is to be ignored.
            if let path = environment[variable], path.hasPrefix("/") { return path }
            return (environment["HOME"] ?? NSHomeDirectory()) + "/" + fallback
        }
        database = environment["HARK_DB"] ?? folder("XDG_DATA_HOME", ".local/share") + "/hark/hark.db"
        configuration = environment["HARK_CONFIG"] ?? folder("XDG_CONFIG_HOME", ".config") + "/hark/config.toml"
        state = folder("XDG_STATE_HOME", ".local/state") + "/hark"
        cache = folder("XDG_CACHE_HOME", ".cache") + "/hark"
        let attributes = try? FileManager.default.attributesOfItem(atPath: executable)
        buildTime = Int((attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)
        shared = Places.sharedFolder(environment: environment, executable: executable)
    }

    /// The places of the running process.
    public static var current: Places {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        return Places(environment: ProcessInfo.processInfo.environment, executable: executable)
    }

    private static func sharedFolder(environment: [String: String], executable: String) -> String? {
        if let folder = environment["HARK_SHARE"] { return folder }
        func holdsOurs(_ folder: String) -> Bool {
            FileManager.default.fileExists(atPath: folder + "/sample-data/larkspur")
        }
        var folder = URL(fileURLWithPath: executable).deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appendingPathComponent("share/hark").path
        if holdsOurs(installed) { return installed }
        // A checkout: the program lies some levels below it, in `.build`.
        for _ in 0..<6 where folder.path != "/" {
            if holdsOurs(folder.path) { return folder.path }
            folder = folder.deletingLastPathComponent()
        }
        return nil
    }
}
