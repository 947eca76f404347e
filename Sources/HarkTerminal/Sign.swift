import CNcurses
import HarkScreen

/// A cell in the form ncurses takes it: one or two places of wide characters, each ending in 0.
struct Sign {
    let parts: [[wchar_t]]
    /// Whether every terminal is sure to draw it as wide as ncurses thinks.
    let isReliable: Bool

    init(_ cell: Cell, isUnicode: Bool) {
        if let byte = cell.character.asciiValue {
            parts = [[wchar_t(byte), 0]]
            isReliable = true
            return
        }
        let scalars = Array(cell.character.unicodeScalars)
        let widths = scalars.map { hark_width(wchar_t(bitPattern: $0.value)) }
        if !isUnicode {
            let letter = wchar_t(ASCIIForm.letter(for: cell.character))
            parts = cell.width == 2 ? [[letter, 0], [0x20, 0]] : [[letter, 0]]
            isReliable = true
        } else if widths == [1, 1], cell.width == 2 {
            // A flag: two letters side by side.
            parts = scalars.map { [wchar_t(bitPattern: $0.value), 0] }
            isReliable = false
        } else if widths.first == Int32(cell.width), widths.dropFirst().allSatisfy({ $0 == 0 }) {
            parts = [scalars.map { wchar_t(bitPattern: $0.value) } + [0]]
            isReliable = scalars.count == 1 && Self.isSettled(scalars[0].value)
        } else {
            parts = cell.width == 2 ? [[0xFFFD, 0], [0x20, 0]] : [[0xFFFD, 0]]
            isReliable = true
        }
    }

    /// Scalars whose width no terminal gets wrong: alphabets of Europe, punctuation, lines, blocks, and ideographs.
    private static func isSettled(_ value: UInt32) -> Bool {
        switch value {
        case 0xA1..<0x300, 0x370..<0x483, 0x48A..<0x530, 0x1E00..<0x2000, 0x2010...0x2027, 0x2030...0x205E,
            0x20A0...0x20C0, 0x2190...0x21FF, 0x2400...0x2426, 0x2500...0x25FC, 0x2713, 0x2717,
            0x3001...0x3029, 0x3041...0x3096, 0x30A1...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
            0xFF01...0xFF60, 0xFFFD:
            true
        default: false
        }
    }
}
