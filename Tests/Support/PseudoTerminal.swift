import Foundation
import Glibc

/// The program on a terminal of its own, with every byte it sends counted.
public final class PseudoTerminal {
    /// Why a terminal could not be made.
    public struct Failure: Error {
        /// The call that failed.
        public var call: String
        /// Its `errno`.
        public var code: Int32
    }

    /// What came in one piece of time.
    public struct Traffic: Sendable {
        /// The bytes, as sent.
        public var bytes: [UInt8] = []
        /// Pieces as they arrived; a frame written at once arrives as one unless it is larger than the line's buffer.
        public var reads = 0
        /// From the start of waiting to the first byte.
        public var firstByte: Duration?
    }

    private let controller: Int32
    /// The process of the program.
    public let process: pid_t

    /// Starts the program.
    public init(_ program: Program, _ arguments: [String], columns: UInt16, rows: UInt16) throws {
        controller = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard controller >= 0, grantpt(controller) == 0, unlockpt(controller) == 0, let name = ptsname(controller) else {
            throw Failure(call: "posix_openpt", code: errno)
        }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
        process = try PseudoTerminal.spawn(program, arguments, on: String(cString: name))
    }

    /// A session leader that opens a terminal first gets it as its own.
    private static func spawn(_ program: Program, _ arguments: [String], on device: String) throws -> pid_t {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSID))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        let words = [Program.executable.path] + arguments
        let environment = program.environment.map { "\($0)=\($1)" }
        var process: pid_t = 0
        let code = PseudoTerminal.withPointers(words) { words in
            PseudoTerminal.withPointers(environment) { environment in
                posix_spawn(&process, Program.executable.path, &actions, &attributes, words, environment)
            }
        }
        guard code == 0 else { throw Failure(call: "posix_spawn", code: code) }
        return process
    }

    private static func withPointers<Value>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }

    /// Types text.
    public func type(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(controller, bytes, bytes.count)
    }

    /// Reads until nothing has come for so long.
    ///
    /// - Parameter first: How long to wait for the first byte.
    public func traffic(quietFor quiet: Int32 = 150, first: Int32 = 10_000) -> Traffic {
        var traffic = Traffic()
        let start = ContinuousClock.now
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        var descriptor = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        while poll(&descriptor, 1, traffic.bytes.isEmpty ? first : quiet) > 0 {
            let count = read(controller, &buffer, buffer.count)
            guard count > 0 else { break }
            if traffic.firstByte == nil { traffic.firstByte = ContinuousClock.now - start }
            traffic.bytes += buffer[..<count]
            traffic.reads += 1
        }
        return traffic
    }

    /// Ends the program and the terminal; gives the program's wait status.
    @discardableResult
    public func close() -> Int32 {
        kill(process, SIGTERM)
        var status: Int32 = 0
        waitpid(process, &status, 0)
        Glibc.close(controller)
        return status
    }
}
