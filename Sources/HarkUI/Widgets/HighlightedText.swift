import HarkScreen

/// Text from outside with stretches that stand out, made safe and broken into lines.
struct HighlightedText {
    private var characters: [(character: Character, role: Role)] = []

    /// Makes the text safe, piece by piece, so that the stretches keep their places.
    ///
    /// - Parameters:
    ///   - text: Any text.
    ///   - stretches: Ranges of the text's UTF-8 bytes and how they look, in any order; what overlaps an earlier one,
    ///     or cuts a character, is left out.
    init(_ text: String, _ stretches: [(bytes: Range<Int>, role: Role)], asciiMarks: Bool) {
        var rest = text.startIndex
        func add(_ piece: Substring, _ role: Role) {
            characters += SafeText(piece, .paragraph, asciiMarks: asciiMarks).string.map { ($0, role) }
        }
        for stretch in stretches.sorted(by: { $0.bytes.lowerBound < $1.bytes.lowerBound }) {
            guard let start = text.index(atByte: stretch.bytes.lowerBound), start >= rest,
                let end = text.index(atByte: stretch.bytes.upperBound)
            else { continue }
            add(text[rest..<start], .text)
            add(text[start..<end], stretch.role)
            rest = end
        }
        add(text[rest...], .text)
    }

    /// The lines, none wider than `columns`.
    func wrapped(to columns: Int) -> [[Run]] {
        var place = 0
        return String(characters.map(\.character)).wrapped(to: columns).map { line in
            var runs: [Run] = []
            for character in line {
                // Breaking drops blanks and adds nothing.
                while place < characters.count, characters[place].character != character { place += 1 }
                let role = place < characters.count ? characters[place].role : .text
                place += 1
                if let last = runs.last, last.role == role {
                    runs[runs.count - 1] = Run(last.text + String(character), role)
                } else {
                    runs.append(Run(String(character), role))
                }
            }
            return runs
        }
    }
}

extension String {
    /// The index of a byte that begins a character; `nil` for any other.
    fileprivate func index(atByte offset: Int) -> Index? {
        guard (0...utf8.count).contains(offset) else { return nil }
        return utf8.index(startIndex, offsetBy: offset).samePosition(in: self)
    }
}
