import CNcurses
import Glibc
import HarkScreen

/// A pair of devices: the program under test opens ``path`` as its terminal, the test plays the terminal.
final class PseudoTerminal {
    let path: String
    private var descriptor: Int32

    struct Unavailable: Error {}

    /// `TIOCSPTLCK` and `TIOCGPTN`, which Swift does not see.
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    init(_ size: Size) throws {
        descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        var lock: Int32 = 0
        var number: UInt32 = 0
        guard descriptor >= 0, ioctl(descriptor, Self.setLock, &lock) == 0,
            ioctl(descriptor, Self.getNumber, &number) == 0
        else { throw Unavailable() }
        path = "/dev/pts/\(number)"
        resize(to: size)
    }

    deinit { hangUp() }

    func resize(to size: Size) {
        var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }

    /// What the program has sent since.
    func received() -> [UInt8] {
        var all: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &room, room.count)
            guard count > 0 else { return all }
            all += room.prefix(count)
        }
    }

    func receivedText() -> String { String(decoding: received(), as: UTF8.self) }

    func type(_ text: String) { _ = text.withCString { write(descriptor, $0, strlen($0)) } }

    /// Whether lines are edited and echoed by the device, as they are outside full-screen programs.
    var isInLineMode: Bool {
        var mode = termios()
        return tcgetattr(descriptor, &mode) == 0 && mode.c_lflag & tcflag_t(ICANON | ECHO) == tcflag_t(ICANON | ECHO)
    }

    func hangUp() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
    }
}
