import Foundation
import HarkTestSupport
import Testing

/// A real terminal of a fixed size with the program in it, driven by keys and read by eye.
struct Tmux {
    let program: Program
    private let socket: String

    /// Whether tmux is installed; the tests that need it say in one line that they were skipped otherwise.
    static let isInstalled = (try? Tmux.call(["-V"])) != nil

    /// Starts the program in a terminal.
    init(_ program: Program, _ arguments: [String], columns: Int = 80, rows: Int = 24) throws {
        self.program = program
        socket = program.home.appendingPathComponent("tmux").path
        let words = [Program.executable.path] + arguments
        let command = words.map { "'\($0)'" }.joined(separator: " ")
        var environment: [String] = []
        for (name, value) in program.environment where name != "TERM" { environment += ["-e", "\(name)=\(value)"] }
        // The shell stays after the program, so that what it leaves behind can be seen.
        try call(
            ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + environment
                + ["\(command); echo EXIT=$? $(stty -a | grep -ow -e '-*echo' | head -1); exec cat"])
    }

    /// Types keys in tmux's notation, such as `j`, `Enter` or `C-z`; `-l` before a text types it as it is.
    func keys(_ keys: String...) throws { try call(["send-keys"] + keys) }

    /// Types a text.
    func type(_ text: String) throws { try call(["send-keys", "-l", text]) }

    /// Gives the window another size.
    func resize(columns: Int, rows: Int) throws {
        try call(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
    }

    /// What the screen shows now.
    func screen() throws -> String { try call(["capture-pane", "-p"]) }

    /// Waits until the screen shows a text, ten seconds at the most.
    @discardableResult
    func waits(for text: String) throws -> String {
        var shown = ""
        for _ in 0..<200 {
            shown = try screen()
            if shown.contains(text) { return shown }
            usleep(50_000)
        }
        Issue.record("'\(text)' never came; the screen was:\n\(shown)")
        return shown
    }

    /// The process of the program, to send signals to.
    func processIdentifier() throws -> pid_t {
        let shell = try call(["display-message", "-p", "#{pane_pid}"]).trimmingCharacters(in: .whitespacesAndNewlines)
        let children = try String(contentsOfFile: "/proc/\(shell)/task/\(shell)/children", encoding: .utf8)
        return try #require(pid_t(children.split(separator: " ").first.map(String.init) ?? ""))
    }

    /// Ends the terminal.
    func close() { _ = try? call(["kill-server"]) }

    @discardableResult
    private func call(_ arguments: [String]) throws -> String { try Tmux.call(["-S", socket] + arguments) }

    @discardableResult
    private static func call(_ arguments: [String]) throws -> String {
        let answer = FileManager.default.temporaryDirectory.appendingPathComponent("tmux-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: answer) }
        try Data().write(to: answer)
        var files = ChildProcess.Files()
        files.output = answer.path
        let ending = try ChildProcess.run(
            ["tmux"] + arguments, environment: ProcessInfo.processInfo.environment, files: files)
        guard ending.status == 0 else { throw Failure(arguments: arguments) }
        return try String(contentsOf: answer, encoding: .utf8)
    }

    struct Failure: Error { var arguments: [String] }
}
