import HarkScreen

/// What Hark tells terminals that ncurses cannot. Terminals that do not know one of these ignore it.
enum Sequences {
    /// Ahead of a frame: the terminal shows nothing of it before it is whole.
    static let frameStart = Array("\u{1B}[?2026h".utf8)
    /// After a frame.
    static let frameEnd = Array("\u{1B}[?2026l".utf8)

    /// Paste in brackets, focus reports, and the mouse. Giving them back is `hark_guard_restore`'s task.
    static func modes(mouse isMouseOn: Bool) -> [UInt8] {
        Array("\u{1B}[?2004h\u{1B}[?1004h".utf8) + (isMouseOn ? mouse(true) : [])
    }

    /// Reports of buttons and of movement while one is held, with coordinates as decimal numbers.
    static func mouse(_ isOn: Bool) -> [UInt8] {
        let letter = isOn ? "h" : "l"
        return Array("\u{1B}[?1000\(letter)\u{1B}[?1002\(letter)\u{1B}[?1006\(letter)".utf8)
    }

    /// The title of the window.
    static func title(_ title: String) -> [UInt8] {
        Array("\u{1B}]2;\(SafeText(title).string)\u{1B}\\".utf8)
    }

    /// Text for the system's clipboard, in the base 64 of OSC 52.
    static func copy(_ text: String) -> [UInt8] {
        Array("\u{1B}]52;c;".utf8) + base64(Array(text.utf8)) + Array("\u{1B}\\".utf8)
    }

    /// RFC 4648's base 64, with padding.
    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let isPadding = place > group.count
                result.append(isPadding ? UInt8(ascii: "=") : alphabet[word >> (18 - 6 * place) & 63])
            }
        }
        return result
    }
}
