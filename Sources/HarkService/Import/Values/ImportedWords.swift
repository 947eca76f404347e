internal import HarkCore

/// The words of files that stand for values.
enum ImportedWords {
    /// Reads yes and no; `nil` for any other word.
    static func flag(_ word: String) -> Bool? {
        guard word.utf8.count <= 5 else { return nil }
        switch word.lowercased() {
        case "yes", "true", "y", "t", "1": return true
        case "no", "false", "n", "f", "0": return false
        default: return nil
        }
    }

    /// A value of a column Hark has no name for: a number, a flag (`yes`, `no`, `true`, `false`), else text.
    ///
    /// Digits that would lose something as a number stay text: a leading zero (postal codes), a plus sign (phones),
    /// more than 15 digits (account numbers).
    static func attribute(_ text: String) -> AttributeValue {
        if let number = number(text) { return .number(number) }
        switch text.utf8.count {
        case 2...5:
            switch text.lowercased() {
            case "yes", "true": return .flag(true)
            case "no", "false": return .flag(false)
            default: return .text(text)
            }
        default: return .text(text)
        }
    }

    private static func number(_ text: String) -> Double? {
        var digits = 0
        var first: UInt8?
        var isPlain = true
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39:
                digits += 1
                if first == nil { first = byte } else if digits == 2, first == 0x30, isPlain { return nil }
            case UInt8(ascii: "-"), UInt8(ascii: "."): isPlain = byte == UInt8(ascii: "-") && isPlain
            case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "+"):
                guard digits > 0 else { return nil }
                isPlain = false
            default: return nil
            }
        }
        guard digits > 0, digits <= 15 || !isPlain, let number = Double(text), number.isFinite else { return nil }
        return number
    }

    /// A header or word without case, spaces, underscores and hyphens, as headers are compared.
    static func folded(_ text: some StringProtocol) -> String {
        String(
            text.lowercased().unicodeScalars.filter { !" _-\t\u{A0}".unicodeScalars.contains($0) }.map(Character.init))
    }
}
