import Foundation
import Glibc

/// A child started and waited for by the system calls themselves.
///
/// Foundation's `Process` learns of a child's end by a socket that every other child of the same moment keeps open, so
/// it waits for ever beside one that leaves a server behind, as tmux does.
public enum ChildProcess {
    /// Why a child could not be started.
    public struct Failure: Error {
        /// The program that was to run.
        public var program: String
        /// The `errno`.
        public var code: Int32
    }

    /// The files a child reads and writes; by default nothing goes in or out.
    public struct Files {
        /// Standard input.
        public var input = "/dev/null"
        /// Standard output; must exist.
        public var output = "/dev/null"
        /// Standard error; must exist.
        public var errors = "/dev/null"

        /// No files.
        public init() {}
    }

    /// How a child ended.
    public struct Ending {
        /// Its exit status; 128 and the signal where one ended it.
        public var status: Int32
        /// The most memory it held at once, in kibibytes.
        public var peakKibibytes: Int
    }

    /// Runs a program to its end.
    ///
    /// - Parameter words: The program, of the search path unless it is a path, and its arguments.
    public static func run(_ words: [String], environment: [String: String], files: Files) throws -> Ending {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files.input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files.output, O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, files.errors, O_WRONLY, 0)
        let process = try start(words, environment: environment, actions: &actions, flags: 0)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
        let signal = status & 0x7F
        return Ending(
            status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, peakKibibytes: Int(usage.ru_maxrss))
    }

    /// Starts a program with no signal blocked or ignored, whatever the tests around have done.
    static func start(
        _ words: [String], environment: [String: String], actions: UnsafePointer<posix_spawn_file_actions_t>,
        flags: Int16
    ) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSIGDEF and POSIX_SPAWN_SETSIGMASK of Linux.
        posix_spawnattr_setflags(&attributes, flags | 0x04 | 0x08)
        let program = words.first ?? ""
        var process: pid_t = 0
        let code = withPointers(words) { words in
            withPointers(environment.map { "\($0)=\($1)" }) { environment in
                posix_spawnp(&process, program, actions, &attributes, words, environment)
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
