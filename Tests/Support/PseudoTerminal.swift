import Foundation
public import Glibc

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

    /// TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID of Linux.
    private static let (unlock, number, newSession): (UInt, UInt, Int16) = (0x4004_5431, 0x8004_5430, 0x80)

    private let controller: Int32
    /// The process of the program.
    public let process: pid_t

    /// Starts the program.
    public init(
        _ program: Program, _ arguments: [String], columns: UInt16, rows: UInt16,
        environment: [String: String] = [:]
    ) throws {
        // What posix_openpt, unlockpt and ptsname do; Swift does not see those functions.
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard controller >= 0 else { throw Failure(call: "open /dev/ptmx", code: errno) }
        var (locked, number): (Int32, UInt32) = (0, 0)
        guard ioctl(controller, PseudoTerminal.unlock, &locked) == 0,
            ioctl(controller, PseudoTerminal.number, &number) == 0
        else { throw Failure(call: "ioctl", code: errno) }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
        process = try PseudoTerminal.spawn(
            program, arguments, program.environment.merging(environment) { $1 }, on: "/dev/pts/\(number)")
    }

    /// A session leader that opens a terminal first gets it as its own.
    private static func spawn(
        _ program: Program, _ arguments: [String], _ environment: [String: String], on device: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        return try ChildProcess.start(
            [Program.executable.path] + arguments, environment: environment, actions: &actions,
            flags: newSession)
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

    /// Cuts the line, as a lost connection does, and says whether the program ended by itself in time.
    public func endsAfterHangUp(within limit: Duration) -> Bool {
        Glibc.close(controller)
        let start = ContinuousClock.now
        while ContinuousClock.now - start < limit {
            if waitpid(process, nil, WNOHANG) == process { return true }
            usleep(20_000)
        }
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        return false
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
