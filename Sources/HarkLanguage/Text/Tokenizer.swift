/// Cuts a phrase into words, numbers and marks.
///
/// Contractions become their words ("don't" is `do not`), a possessive becomes the token `'s`, letters and digits
/// part company where the digits come first ("10k" is `10 k`), and an address with `@` stays whole.
struct Tokenizer {
    /// How many tokens are looked at; what comes after can only be verbatim text.
    static let limit = 64

    private let bytes: [UInt8]
    private var position = 0
    private var tokens: [Token] = []

    /// The tokens of a phrase.
    static func tokenize(_ phrase: String) -> TokenizedPhrase {
        var tokenizer = Tokenizer(bytes: Array(phrase.utf8))
        let isCut = tokenizer.run()
        return TokenizedPhrase(raw: phrase, bytes: tokenizer.bytes, tokens: tokenizer.tokens, isCut: isCut)
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Returns whether text was left over.
    private mutating func run() -> Bool {
        while position < bytes.count {
            if tokens.count >= Tokenizer.limit { return true }
            let byte = bytes[position]
            if byte <= 0x20 || byte == 0x7F {
                position += 1
            } else if let end = emailEnd() {
                take(.email, to: end)
            } else if Tokenizer.isDigit(byte) {
                takeDigits()
            } else if byte >= 0x80 {
                takeBeyondASCII()
            } else if Tokenizer.isLetter(byte) {
                takeWord()
            } else {
                takeMark(byte)
            }
        }
        return false
    }

    private mutating func take(_ kind: Token.Kind, to end: Int) {
        let text = String(decoding: bytes[position..<end], as: UTF8.self)
        tokens.append(Token(text, kind, start: position, end: end))
        position = end
    }

    private mutating func takeDigits() {
        var end = position
        while end < bytes.count, Tokenizer.isDigit(bytes[end]), end - position < 18 { end += 1 }
        take(.digits, to: end)
    }

    private mutating func takeMark(_ byte: UInt8) {
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        if byte == UInt8(ascii: "&") {
            tokens.append(Token("and", .word, start: position, end: position + 1))
            position += 1
        } else if byte == UInt8(ascii: "-"), next == UInt8(ascii: ">") {
            tokens.append(Token("to", .word, start: position, end: position + 2))
            position += 2
        } else {
            take(.mark, to: position + 1)
        }
    }

    /// A word in any script, or one sign such as `€` or a long dash.
    private mutating func takeBeyondASCII() {
        let ahead = String(decoding: bytes[position..<min(bytes.count, position + 8)], as: UTF8.self)
        guard let scalar = ahead.unicodeScalars.first else { return }
        if Tokenizer.isWordScalar(scalar) { return takeWord() }
        let end = min(bytes.count, position + (scalar == "\u{FFFD}" ? 1 : UTF8.width(scalar)))
        let isDash = scalar == "\u{2013}" || scalar == "\u{2014}" || scalar == "\u{2212}"
        let isSpace =
            scalar.properties.isWhitespace || scalar.value < 0xA0 || scalar.properties.generalCategory == .format
        if !isSpace { tokens.append(Token(isDash ? "-" : String(scalar), .mark, start: position, end: end)) }
        position = end
    }

    private mutating func takeWord() {
        if let end = plainEnd() { return takePlain(to: end) }
        let start = position
        var end = start
        var letters = ""
        var scalars = String(decoding: bytes[start..<min(bytes.count, start + Tokenizer.longestWord)], as: UTF8.self)
            .unicodeScalars[...]
        while let scalar = scalars.first {
            if Tokenizer.isApostrophe(scalar) {
                guard end > start, let next = scalars.dropFirst().first, next.properties.isAlphabetic else { break }
                letters += "'"
            } else if Tokenizer.isWordScalar(scalar) {
                Folding.append(scalar, to: &letters)
            } else {
                break
            }
            end += UTF8.width(scalar)
            scalars = scalars.dropFirst()
        }
        position = max(min(end, bytes.count), start + 1)
        let isCapitalised = Tokenizer.startsWithCapital(bytes, at: start)
        add(letters, start: start, end: position, isCapitalised: isCapitalised)
    }

    /// The most bytes of a word that are looked at.
    private static let longestWord = 80

    /// The end of a word of nothing but ASCII letters and digits, which needs no tables; `nil` for any other.
    private func plainEnd() -> Int? {
        var end = position
        while end < bytes.count, bytes[end] < 0x80, Tokenizer.isLetter(bytes[end]) || Tokenizer.isDigit(bytes[end]) {
            end += 1
        }
        let isEnd = end == bytes.count || bytes[end] < 0x80 && bytes[end] != UInt8(ascii: "'")
        return isEnd && end - position < Tokenizer.longestWord ? end : nil
    }

    private mutating func takePlain(to end: Int) {
        let start = position
        let isLower = bytes[start..<end].allSatisfy { $0 > UInt8(ascii: "Z") || Tokenizer.isDigit($0) }
        position = end
        let letters =
            isLower
            ? String(decoding: bytes[start..<end], as: UTF8.self)
            : String(decoding: bytes[start..<end].map { Tokenizer.isDigit($0) ? $0 : $0 | 0x20 }, as: UTF8.self)
        add(letters, start: start, end: end, isCapitalised: Tokenizer.startsWithCapital(bytes, at: start))
    }

    private mutating func add(_ letters: String, start: Int, end: Int, isCapitalised: Bool) {
        guard !letters.isEmpty else { return }
        let isPoint = position + 1 < bytes.count && bytes[position] == UInt8(ascii: ".")
        if letters.utf8.count == 1, isPoint, letters == "a" || letters == "p", bytes[position + 1] | 0x20 == 0x6D {
            position += 2
            if position < bytes.count, bytes[position] == UInt8(ascii: ".") { position += 1 }
            tokens.append(Token(letters + "m", .word, start: start, end: position))
        } else if letters == "w", position < bytes.count, bytes[position] == UInt8(ascii: "/") {
            position += 1
            tokens.append(Token("with", .word, start: start, end: position))
        } else if letters == "e", let mail = hyphenatedMail() {
            tokens.append(Token(mail, .word, start: start, end: position, isCapitalised: isCapitalised))
        } else if let parts = Contractions.parts(of: letters) {
            let mark = bytes[end - 2] == UInt8(ascii: "'") ? end - 2 : end - 4
            for part in parts {
                let isMark = part == "'s"
                let partEnd = parts.last == "'s" && !isMark ? mark : end
                tokens.append(
                    Token(part, .word, start: isMark ? mark : start, end: partEnd, isCapitalised: isCapitalised))
            }
        } else {
            let text = letters.contains("'") ? letters.filter { $0 != "'" } : letters
            tokens.append(Token(text, .word, start: start, end: end, isCapitalised: isCapitalised))
        }
    }

    /// The rest of "e-mail", "e-mails" and the like after the first letter, as one word.
    private mutating func hyphenatedMail() -> String? {
        let mail = Array("-mail".utf8)
        var end = position + mail.count
        guard end <= bytes.count, zip(bytes[position...], mail).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else {
            return nil
        }
        while end < bytes.count, bytes[end] < 0x80, Tokenizer.isLetter(bytes[end]) { end += 1 }
        let word = "e" + String(decoding: bytes[(position + 1)..<end], as: UTF8.self).lowercased()
        position = end
        return word
    }

    /// The end of an address that starts here: `local@domain.tld` without spaces.
    private func emailEnd() -> Int? {
        guard Tokenizer.isLetter(bytes[position]) || Tokenizer.isDigit(bytes[position]) else { return nil }
        var end = position
        var at: Int?
        var dot: Int?
        scan: while end < bytes.count, end - position < 128 {
            switch bytes[end] {
            case UInt8(ascii: "@"):
                guard at == nil else { return nil }
                at = end
            case UInt8(ascii: "."):
                if at != nil, end + 1 < bytes.count, Tokenizer.isLetter(bytes[end + 1]) { dot = end }
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"): break
            case let byte where Tokenizer.isDigit(byte) || Tokenizer.isLetter(byte) && byte < 0x80: break
            default: break scan
            }
            end += 1
        }
        guard let at, let dot, dot > at + 1 else { return nil }
        while end > dot, !Tokenizer.isLetter(bytes[end - 1]) { end -= 1 }
        return end
    }
}

extension Tokenizer {
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0xC3
    }

    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" }

    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isLetter(UInt8(scalar.value)) || isDigit(UInt8(scalar.value)) }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }

    private static func startsWithCapital(_ bytes: [UInt8], at index: Int) -> Bool {
        if bytes[index] < 0x80 { return bytes[index] >= 0x41 && bytes[index] <= 0x5A }
        guard
            let scalar = String(decoding: bytes[index..<min(bytes.count, index + 4)], as: UTF8.self).unicodeScalars
                .first
        else { return false }
        return scalar.properties.isUppercase
    }
}
