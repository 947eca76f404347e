/// A line of a template file.
struct GrammarLine {
    /// The line without the spaces before it.
    let content: Substring
    /// How many spaces stand before it.
    let offset: Int
    /// From 1.
    let number: Int
    let file: String
    private let isPlain: Bool

    init(_ line: Substring.UTF8View, number: Int, file: String) {
        let bytes = line.drop { $0 == UInt8(ascii: " ") }
        content = Substring(bytes)
        offset = line.count - bytes.count
        isPlain = bytes.allSatisfy { $0 < 0x80 }
        self.number = number
        self.file = file
    }

    /// The first word.
    var keyword: Substring { Substring(content.utf8.prefix { $0 != UInt8(ascii: " ") }) }

    /// What follows the first word.
    var rest: Substring {
        Substring(content.utf8.drop { $0 != UInt8(ascii: " ") }.drop { $0 == UInt8(ascii: " ") })
    }

    /// The place of a character of the content.
    func place(at index: Substring.Index) -> GrammarPlace {
        GrammarPlace(file: file, line: number, column: offset + column(of: index) + 1)
    }

    /// A mistake at a character, or so many behind it.
    func error(_ reason: GrammarError.Reason, at index: Substring.Index, plus more: Int = 0) -> GrammarError {
        GrammarError(file: file, line: number, column: offset + column(of: index) + more + 1, reason: reason)
    }

    /// How many characters of the content come before one.
    private func column(of index: Substring.Index) -> Int {
        isPlain ? content.utf8.distance(from: content.startIndex, to: index) : content[..<index].count
    }

    /// What stands before and after the first "=" of a part of the line.
    func halves(_ text: Substring) throws(GrammarError) -> (String, Substring) {
        guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            throw error(.expected("="), at: content.endIndex)
        }
        return (GrammarLine.trimmed(text[..<mark]), text[text.utf8.index(after: mark)...])
    }

    /// A text without the spaces around it.
    static func trimmed(_ text: Substring) -> String {
        var bytes = text.utf8.drop { $0 == UInt8(ascii: " ") }
        while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
        return String(Substring(bytes))
    }

    /// The parts of a text between marks.
    static func parts(_ text: Substring, _ mark: Unicode.Scalar) -> [Substring] {
        text.utf8.split(separator: UInt8(ascii: mark)).map { Substring($0) }
    }
}
