/// A mistake in a file of parameters.
public struct ParameterFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int
    /// What is wrong.
    public var reason: String

    /// The mistake in one sentence, its place first.
    public var description: String { "\(line):\(column): \(reason)" }
}

/// A section of a file of parameters: a line at the margin, and indented below it a parameter a line.
///
/// `#` begins a comment. Whoever reads a section takes each parameter once; what is left over in the end is a mistake.
struct ParameterSection {
    /// The first word, such as `segment`.
    let kind: String
    /// The second word; empty where there is none.
    let name: String
    private let place: (line: Int, column: Int)
    private var parameters: [Parameter] = []
    private var taken: Set<String> = []

    private struct Parameter {
        var key: Word
        var values: [Word]
    }

    /// A word and where it stands.
    private struct Word {
        var text: String
        var line: Int
        var column: Int

        func error(_ reason: String) -> ParameterFileError {
            ParameterFileError(line: line, column: column, reason: reason)
        }
    }

    /// The sections of a file in order.
    static func sections(of text: String) throws(ParameterFileError) -> [ParameterSection] {
        var sections: [ParameterSection] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let words = words(of: line, number: index + 1)
            guard let first = words.first else { continue }
            if first.column == 1 {
                guard words.count <= 2 else { throw words[2].error("a section has one or two words") }
                sections.append(
                    ParameterSection(
                        kind: first.text, name: words.count > 1 ? words[1].text : "",
                        place: (first.line, first.column)))
            } else {
                guard !sections.isEmpty else { throw first.error("a parameter before the first section") }
                try sections[sections.count - 1].add(first, Array(words.dropFirst()))
            }
        }
        return sections
    }

    /// Reads the whole section.
    ///
    /// - Throws: ``ParameterFileError`` for a missing, wrong or unknown parameter.
    func read<Value>(
        _ body: (inout ParameterSection) throws(ParameterFileError) -> Value
    ) throws(ParameterFileError) -> Value {
        var rest = self
        let value = try body(&rest)
        if let odd = parameters.first(where: { !rest.taken.contains($0.key.text) }) {
            throw odd.key.error("\(kind) has no parameter '\(odd.key.text)'")
        }
        return value
    }

    /// A mistake of the section as a whole.
    func error(_ reason: String) -> ParameterFileError {
        ParameterFileError(line: place.line, column: place.column, reason: reason)
    }

    /// A number of the range.
    mutating func number(_ key: String, in range: ClosedRange<Double>) throws(ParameterFileError) -> Double {
        let parameter = try take(key, values: 1)
        return try ParameterSection.number(parameter.values[0], in: range)
    }

    /// A number from 0 to 1.
    mutating func share(_ key: String) throws(ParameterFileError) -> Double { try number(key, in: 0...1) }

    /// A whole number of the range.
    mutating func whole(_ key: String, in range: ClosedRange<Int>) throws(ParameterFileError) -> Int {
        let parameter = try take(key, values: 1)
        return try ParameterSection.whole(parameter.values[0], in: range)
    }

    /// `low to high`, whole numbers of the range.
    mutating func span(_ key: String, in range: ClosedRange<Int>) throws(ParameterFileError) -> ClosedRange<Int> {
        let parameter = try take(key, values: 3)
        guard parameter.values[1].text == "to" else { throw parameter.values[1].error("expected '\(key) low to high'") }
        let low = try ParameterSection.whole(parameter.values[0], in: range)
        let high = try ParameterSection.whole(parameter.values[2], in: range)
        guard low <= high else { throw parameter.values[2].error("\(high) is less than \(low)") }
        return low...high
    }

    /// One word.
    mutating func text(_ key: String) throws(ParameterFileError) -> String { try take(key, values: 1).values[0].text }

    /// That many numbers, none below 0 and not all 0.
    mutating func weights(_ key: String, count: Int) throws(ParameterFileError) -> [Double] {
        var weights: [Double] = []
        for word in try take(key, values: count).values {
            weights.append(try ParameterSection.number(word, in: 0.000_001...1_000_000))
        }
        return weights
    }

    /// `log_normal median M sigma S` or `weibull scale L shape K`.
    mutating func gap(_ key: String) throws(ParameterFileError) -> GapDistribution {
        let words = try take(key, values: 5).values
        let kind = words[0].text
        guard kind == "log_normal" || kind == "weibull" else {
            throw words[0].error("expected log_normal or weibull, not '\(kind)'")
        }
        for (word, expected) in zip(
            [words[1], words[3]], kind == "weibull" ? ["scale", "shape"] : ["median", "sigma"])
        where word.text != expected {
            throw word.error("expected '\(expected)', not '\(word.text)'")
        }
        let size = try ParameterSection.number(words[2], in: 0.001...10_000)
        let form = try ParameterSection.number(words[4], in: 0.05...20)
        return kind == "weibull" ? .weibull(scale: size, shape: form) : .logNormal(median: size, sigma: form)
    }

    private mutating func add(_ key: Word, _ values: [Word]) throws(ParameterFileError) {
        guard !parameters.contains(where: { $0.key.text == key.text }) else { throw key.error("a second \(key.text)") }
        parameters.append(Parameter(key: key, values: values))
    }

    private mutating func take(_ key: String, values: Int) throws(ParameterFileError) -> Parameter {
        guard let parameter = parameters.first(where: { $0.key.text == key }) else {
            throw error("\(kind)\(name.isEmpty ? "" : " " + name) needs \(key)")
        }
        guard parameter.values.count == values else {
            let place = parameter.values.count > values ? parameter.values[values] : parameter.key
            throw place.error("\(key) needs \(values) \(values == 1 ? "value" : "values")")
        }
        taken.insert(key)
        return parameter
    }

    private static func number(_ word: Word, in range: ClosedRange<Double>) throws(ParameterFileError) -> Double {
        guard let number = Double(word.text), range.contains(number) else {
            throw word.error(
                "'\(word.text)' is no number from \(CSVLine.number(range.lowerBound)) to "
                    + CSVLine.number(range.upperBound))
        }
        return number
    }

    private static func whole(_ word: Word, in range: ClosedRange<Int>) throws(ParameterFileError) -> Int {
        guard let number = Int(word.text), range.contains(number) else {
            throw word.error("'\(word.text)' is no whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func words(of line: Substring, number: Int) -> [Word] {
        var words: [Word] = []
        var column = 0
        var isInside = false
        for character in line.prefix(while: { $0 != "#" }) {
            column += 1
            if character == " " || character == "\t" || character == "\r" {
                isInside = false
            } else if isInside {
                words[words.count - 1].text.append(character)
            } else {
                words.append(Word(text: String(character), line: number, column: column))
                isInside = true
            }
        }
        return words
    }
}
