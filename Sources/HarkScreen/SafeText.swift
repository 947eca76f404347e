/// Text from outside made fit for a terminal: nothing in it can move the cursor, change colours or turn the
/// reading direction. What could is shown as a visible mark instead of being dropped.
///
/// Everything Hark prints goes through here once: ``Buffer`` does it for the screen, printers do it themselves.
public struct SafeText: Hashable, Sendable {
    /// What the text is for.
    public enum Form: Hashable, Sendable {
        /// One line; line ends become marks.
        case line
        /// Several lines; `\n` stays, `\r\n` becomes `\n`.
        case paragraph
        /// A field of fixed width: one line of graphemes of reliable width, without what follows a joiner in an
        /// emoji, skin tones, variation selectors, or more than two combining marks.
        case list
    }

    /// The safe text.
    public let string: String

    /// Makes `raw` safe.
    ///
    /// - Parameters:
    ///   - raw: Any text, from any source.
    ///   - form: What it is for.
    ///   - asciiMarks: Whether marks are spelled in ASCII, `^[`, instead of drawn, `␛`.
    public init(_ raw: some StringProtocol, _ form: Form = .line, asciiMarks: Bool = false) {
        guard !raw.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            string = String(raw)
            return
        }
        var safe = ""
        for character in raw {
            Self.append(character, to: &safe, form: form, asciiMarks: asciiMarks)
        }
        string = safe
    }

    private static func append(_ character: Character, to safe: inout String, form: Form, asciiMarks: Bool) {
        if character == "\t" { return safe.append(" ") }
        if form == .paragraph, character == "\n" || character == "\r\n" { return safe.append("\n") }
        let kept = form == .list ? ListForm.scalars(of: character) : Array(character.unicodeScalars)
        let isTagged = kept.first?.value == 0x1F3F4
        for (index, scalar) in kept.enumerated() {
            if isHarmful(scalar, inTaggedFlag: isTagged) {
                safe += mark(for: scalar, ascii: asciiMarks)
            } else if index == 0, scalar.columns == 0 {
                // A mark that has no letter to sit on gets one, or it would change the cell before it.
                if !isJoiner(scalar) {
                    safe += asciiMarks ? "o" : "◌"
                    safe.unicodeScalars.append(scalar)
                }
            } else {
                safe.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
        default: false
        }
    }

    /// Whether a terminal might obey the scalar, or show nothing for it, instead of drawing it.
    private static func isHarmful(_ scalar: Unicode.Scalar, inTaggedFlag: Bool) -> Bool {
        switch scalar.value {
        case 0...0x1F, 0x7F...0x9F, 0x61C, 0x180E, 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
            0xFEFF, 0xFFF9...0xFFFB, 0x1D173...0x1D17A:
            true
        case 0xE0000...0xE007F: !inTaggedFlag
        default: false
        }
    }

    private static func mark(for scalar: Unicode.Scalar, ascii: Bool) -> String {
        let value = scalar.value
        if ascii {
            if value < 0x20 || value == 0x7F { return "^" + String(Unicode.Scalar(UInt8(value ^ 0x40))) }
            return "<" + String(value, radix: 16, uppercase: true) + ">"
        }
        switch value {
        case 0...0x1F: return Unicode.Scalar(0x2400 + value).map(String.init) ?? "␦"
        case 0x7F: return "␡"
        case 0x85, 0x2028, 0x2029: return "␤"
        default: return "␦"
        }
    }
}
