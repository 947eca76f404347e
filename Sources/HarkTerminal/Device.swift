import CNcurses
import Glibc
import HarkScreen

/// The terminal as a device: its mode, its size, bytes in and out. It never waits.
struct Device {
    /// What a read gave.
    enum Input {
        case bytes([UInt8])
        case nothing
        case gone
    }

    let descriptor: Int32
    /// The mode it was in when opened.
    let ownMode: termios

    /// Opens the device for itself, so that not waiting does not spread to others that have it open.
    init(path: String) throws(TerminalError) {
        let descriptor = Glibc.open(path, O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .notATerminal(path: path) }
        var mode = termios()
        guard tcgetattr(descriptor, &mode) == 0 else {
            Glibc.close(descriptor)
            throw .notATerminal(path: path)
        }
        self.descriptor = descriptor
        ownMode = mode
    }

    /// Makes every key arrive at once and unchanged.
    func enterRawMode() {
        var mode = ownMode
        cfmakeraw(&mode)
        tcsetattr(descriptor, TCSANOW, &mode)
    }

    /// Makes every key arrive at once, but leaves what is written to the device as it is: lines end as in any program.
    func enterKeyMode() {
        var mode = ownMode
        cfmakeraw(&mode)
        mode.c_oflag = ownMode.c_oflag
        tcsetattr(descriptor, TCSANOW, &mode)
    }

    /// Gives the device its own mode back.
    func restoreMode() {
        var mode = ownMode
        tcsetattr(descriptor, TCSADRAIN, &mode)
    }

    /// The size the device reports; 80×24 where it knows none.
    var size: Size {
        var window = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else {
            return Size(columns: 80, rows: 24)
        }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// What has been typed since.
    func read() -> Input {
        let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { room, count in
            count = max(0, Glibc.read(descriptor, room.baseAddress, room.count))
        }
        if !bytes.isEmpty { return .bytes(bytes) }
        // A terminal that is gone reads as nothing without an error.
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&ready, 1, 0) >= 0 else { return .nothing }
        return Int32(ready.revents) & Int32(POLLHUP | POLLERR | POLLNVAL) != 0 ? .gone : .nothing
    }

    /// Sends as much as the device takes now.
    ///
    /// - Returns: The bytes taken, 0 if it is busy, `nil` if it refuses.
    func write(_ bytes: ArraySlice<UInt8>) -> Int? {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count >= 0 { return count }
        return errno == EAGAIN || errno == EINTR ? 0 : nil
    }

    func close() { Glibc.close(descriptor) }
}
