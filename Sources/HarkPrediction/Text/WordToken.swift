/// A word of a text and where it stands.
struct WordToken: Sendable {
    /// The word's UTF-8 bytes in lower case.
    let bytes: [UInt8]
    /// Where it stands in the text's UTF-8 bytes.
    let range: Range<Int>
    /// Whether somebody decided that it must not count.
    var isStruck = false

    /// The words of a text and its marks, in order: a question or an exclamation speaks as well as a word.
    static func tokens(of text: String) -> [WordToken] {
        let bytes = Array(text.utf8)
        var tokens: [WordToken] = []
        var start = 0
        while start < bytes.count {
            var end = start + 1
            if isWordByte(bytes[start]) {
                while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
            } else if bytes[start] <= 32 || bytes[start] == 127 {
                start = end
                continue
            }
            tokens.append(WordToken(bytes: lowercased(bytes[start..<end]), range: start..<end))
            start = end
        }
        return tokens
    }

    /// Letters, digits, and everything beyond ASCII.
    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 48...57, 65...90, 97...122, 128...255: true
        default: false
        }
    }

    private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.allSatisfy({ $0 < 128 }) else {
            return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
        }
        return bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }
    }
}

/// Words and phrases that a tenant has decided must not count.
struct StruckWords: Sendable {
    private let phrases: [[[UInt8]]]

    var isEmpty: Bool { phrases.isEmpty }

    /// - Parameter phrases: Each one word or several in a row; case does not matter.
    init(_ phrases: [String] = []) {
        self.phrases = phrases.map { WordToken.tokens(of: $0).map(\.bytes) }.filter { !$0.isEmpty }
    }

    /// The words of a text, those struck out marked.
    func tokens(of text: String) -> [WordToken] {
        var tokens = WordToken.tokens(of: text)
        for phrase in phrases where phrase.count <= tokens.count {
            for start in 0...(tokens.count - phrase.count)
            where phrase.indices.allSatisfy({ tokens[start + $0].bytes == phrase[$0] }) {
                for index in phrase.indices { tokens[start + index].isStruck = true }
            }
        }
        return tokens
    }
}
