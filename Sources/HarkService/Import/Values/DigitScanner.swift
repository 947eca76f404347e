/// Steps through bytes by digits and single marks.
struct DigitScanner {
    typealias Number = (value: Int, digits: Int)

    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var isAtEnd: Bool { position == bytes.count }

    /// At most nine digits; `nil` where there is none.
    mutating func number() -> Number? {
        var found: Number = (0, 0)
        while position < bytes.count, (0x30...0x39).contains(bytes[position]), found.digits < 9 {
            found = (found.value * 10 + Int(bytes[position] - 0x30), found.digits + 1)
            position += 1
        }
        return found.digits > 0 ? found : nil
    }

    mutating func take(anyOf marks: String) -> UInt8? {
        guard position < bytes.count, marks.utf8.contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// Steps over a word of ASCII letters in upper case, however it is written.
    mutating func take(word: String) -> Bool {
        let end = position + word.utf8.count
        guard end <= bytes.count, zip(bytes[position..<end], word.utf8).allSatisfy({ $0 & ~0x20 == $1 }) else {
            return false
        }
        position = end
        return true
    }
}
