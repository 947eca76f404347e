import Foundation
import Glibc

/// A child started and waited for by the system calls themselves.
///
/// Foundation's `Process` learns of a child's end by a socket that every descendant keeps open, so it waits for ever
/// for one that leaves a server behind, as tmux does.
public enum ChildProcess {
    /// Why a child could not be started.
    public struct Failure: Error {
        /// The program that was to run.
        public var program: String
        /// The `errno`.
        public var code: Int32
    }

    /// Runs a program of the search path to its end.
    ///
    /// - Returns: Its exit status and what it wrote to standard output; errors go nowhere.
    public static func run(_ words: [String]) throws -> (status: Int32, output: String) {
        let answer = FileManager.default.temporaryDirectory.appendingPathComponent("answer-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: answer) }
        try Data().write(to: answer)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, answer.path, O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        let process = try start(words, environment: environment, actions: &actions, attributes: nil)
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return (status, try String(contentsOf: answer, encoding: .utf8))
    }

    /// Starts a program, of the search path unless the first word is a path.
    static func start(
        _ words: [String], environment: [String], actions: UnsafePointer<posix_spawn_file_actions_t>?,
        attributes: UnsafePointer<posix_spawnattr_t>?
    ) throws -> pid_t {
        let program = words.first ?? ""
        var process: pid_t = 0
        let code = withPointers(words) { words in
            withPointers(environment) { environment in
                posix_spawnp(&process, program, actions, attributes, words, environment)
            }
        }
        guard code == 0 else { throw Failure(program: program, code: code) }
        return process
    }

    private static func withPointers<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}
