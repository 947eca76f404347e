public import Foundation

/// The built program, run as a user would run it, with a home of its own.
public struct Program: Sendable {
    /// What a run left behind.
    public struct Outcome: Sendable {
        public var status: Int32
        public var output: String
        public var errors: String
        /// The most memory it held at once, in kibibytes.
        public var peakKibibytes: Int
    }

    /// The home folder of every run.
    public let home: URL

    /// Makes a home.
    public init() throws {
        home = FileManager.default.temporaryDirectory.appendingPathComponent("hark-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    }

    /// The package's folder, where sample data and themes lie.
    public static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The arguments that open the demo as it stood on a fixed day, made once for all who ask for it.
    public static let demo: [String] = {
        let arguments = ["demo", "--now", "2026-07-01T09:00"]
        if let program = try? Program() {
            _ = try? program.run(arguments + ["--snapshot", "80x24"])
            program.remove()
        }
        return arguments
    }()

    /// Shared by all runs of this process, so that the demo is made once.
    private static let cache = FileManager.default.temporaryDirectory.appendingPathComponent(
        "hark-test-cache-\(ProcessInfo.processInfo.processIdentifier)")

    /// The program lies beside whatever runs this.
    public static let executable: URL = {
        let bundle = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let beside = bundle.deletingLastPathComponent().appendingPathComponent("hark")
        let fallback = package.appendingPathComponent(".build/debug/hark")
        return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : fallback
    }()

    /// The environment of every run: nothing of the machine's but the path.
    public var environment: [String: String] {
        [
            "HOME": home.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HARK_SHARE": Program.package.path, "XDG_CACHE_HOME": Program.cache.path, "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color", "USER": "tester",
        ]
    }

    /// Runs the program to its end.
    public func run(_ arguments: [String], input: String = "", environment extra: [String: String] = [:]) throws
        -> Outcome
    {
        try launch(
            ["env", "-C", Program.package.path, Program.executable.path] + arguments, input: input, environment: extra)
    }

    /// Runs any program to its end, with the same home and environment.
    public func launch(_ words: [String], input: String = "", environment extra: [String: String] = [:]) throws
        -> Outcome
    {
        let (output, errors) = (try file("out"), try file("err"))
        var files = ChildProcess.Files()
        files.input = try file("in", holding: input).path
        files.output = output.path
        files.errors = errors.path
        let ending = try ChildProcess.run(
            words, environment: environment.merging(extra) { $1 }, files: files)
        return Outcome(
            status: ending.status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
            peakKibibytes: ending.peakKibibytes)
    }

    /// Writes a file into the home and gives its path.
    public func write(_ text: String, to name: String) throws -> String { try file(name, holding: text).path }

    private func file(_ name: String, holding text: String = "") throws -> URL {
        let url = home.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url
    }

    /// Removes the home.
    public func remove() { try? FileManager.default.removeItem(at: home) }
}
