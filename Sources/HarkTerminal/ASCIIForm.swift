/// Letters for terminals that take nothing but ASCII.
enum ASCIIForm {
    /// The letter nearest to `character`, `?` where there is none.
    static func letter(for character: Character) -> UInt8 {
        if let byte = character.asciiValue { return byte }
        guard let scalar = character.unicodeScalars.first else { return UInt8(ascii: "?") }
        if let letter = letters[scalar] { return letter }
        let name = scalar.properties.name ?? ""
        // `LATIN SMALL LETTER O WITH STROKE` and its like say which letter they are made from.
        for (prefix, isSmall) in [("LATIN SMALL LETTER ", true), ("LATIN CAPITAL LETTER ", false)]
        where name.hasPrefix(prefix) {
            let letter = name.dropFirst(prefix.count).prefix { $0 != " " }
            if letter.count == 1, let byte = letter.first?.asciiValue { return isSmall ? byte | 0x20 : byte }
        }
        return UInt8(ascii: "?")
    }

    private static let letters: [Unicode.Scalar: UInt8] = [
        "æ": UInt8(ascii: "a"), "Æ": UInt8(ascii: "A"), "ß": UInt8(ascii: "s"), "þ": UInt8(ascii: "t"),
        "ð": UInt8(ascii: "d"), "œ": UInt8(ascii: "o"), "–": UInt8(ascii: "-"), "—": UInt8(ascii: "-"),
        "‘": UInt8(ascii: "'"), "’": UInt8(ascii: "'"), "“": UInt8(ascii: "\""), "”": UInt8(ascii: "\""),
        "…": UInt8(ascii: "~"), "·": UInt8(ascii: "-"), "•": UInt8(ascii: "*"), "×": UInt8(ascii: "x"),
        "€": UInt8(ascii: "E"), "£": UInt8(ascii: "L"), "\u{A0}": UInt8(ascii: " "),
    ]
}
