import CLeaning
package import HarkCore

/// Which commands a phrase leans to: a linear model over ``PhraseCues``.
///
/// It is trained on the test corpora (see `LeaningTraining`) and kept as text. `UNKNOWN` is one of its commands: what
/// is not about the CRM at all. After lines that begin with `*` or `#` the file has one line a cue, in the order of
/// their bytes: the cue, a tab and two characters a weight, the command, counted from `!` in the order of the line
/// `*commands`, and the weight, `P` being nought, in steps of `*scale`. It stays as it stands; a table tells where
/// the line of a cue begins.
package struct Leaning: Sendable {
    /// A command and how likely it is meant, `0...1`.
    package struct Guess: Hashable, Sendable {
        package var command: CommandType
        package var probability: Double
    }

    private let bytes: [UInt8]
    private var commands: [CommandType] = []
    private var scale = 1.0
    /// The weights of the cue every phrase has.
    private var always = 0..<0
    /// Where the line of a cue begins, counted from 1, by the hash of the cue or, where that place is taken, behind it;
    /// 0 where there is none.
    private var lines: [UInt32] = []

    /// The one every reader uses.
    static let builtIn = Leaning(Array(UnsafeBufferPointer(start: leaning_bytes(), count: leaning_size())))

    /// Reads the lines before the cues.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var start = 0
        while start < bytes.count, [UInt8(ascii: "#"), UInt8(ascii: "*")].contains(bytes[start]) {
            let end = endOfLine(start)
            read(start..<end)
            start = min(end + 1, bytes.count)
        }
        // At least half of the table stays free.
        let most = 2 * bytes.count { $0 == UInt8(ascii: "\n") } + 2
        lines = Array(repeating: 0, count: 1 << (Int.bitWidth - most.leadingZeroBitCount))
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: Leaning.tab) ?? bytes.count
            var place = slot(of: bytes[start..<end])
            while lines[place] != 0 { place = (place + 1) & (lines.count - 1) }
            lines[place] = UInt32(start + 1)
            start = endOfLine(end) + 1
        }
    }

    /// Where a cue is looked for first, by FNV-1a.
    private func slot(of cue: some Sequence<UInt8>) -> Int {
        let hash = cue.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (lines.count - 1)
    }

    private mutating func read(_ line: Range<Int>) {
        guard let tab = bytes[line].firstIndex(of: Leaning.tab) else { return }
        let rest = (tab + 1)..<line.upperBound
        let text = String(decoding: bytes[rest], as: UTF8.self)
        switch String(decoding: bytes[line.lowerBound..<tab], as: UTF8.self) {
        case "*commands": commands = text.split(separator: " ").map { CommandType(rawValue: String($0)) ?? .unknown }
        case "*scale": scale = Double(text) ?? 1
        case Leaning.always: always = rest
        default: break
        }
    }

    private func endOfLine(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    /// The character of the weight nought.
    package static let nought = 80
    /// The cue every phrase has.
    package static let always = "*"
    private static let tab = UInt8(ascii: "\t")

    /// Whether a cue means something to the model.
    func knows(_ cue: String) -> Bool { weights(of: cue) != nil }

    /// Where the weights of a cue stand.
    private func weights(of cue: String) -> Range<Int>? {
        let length = cue.utf8.count
        var place = slot(of: cue.utf8)
        while lines[place] != 0 {
            let start = Int(lines[place]) - 1
            let end = start + length
            if end < bytes.count, bytes[end] == Leaning.tab, bytes[start..<end].elementsEqual(cue.utf8) {
                return (end + 1)..<endOfLine(end)
            }
            place = (place + 1) & (lines.count - 1)
        }
        return nil
    }

    /// The commands, the likeliest first.
    package func guesses(_ cues: [String]) -> [Guess] {
        var sums = [Int](repeating: 0, count: commands.count)
        for range in [always] + cues.compactMap(weights(of:)) {
            for place in stride(from: range.lowerBound, to: range.upperBound - 1, by: 2) {
                let command = Int(bytes[place]) - Int(UInt8(ascii: "!"))
                if sums.indices.contains(command) { sums[command] += Int(bytes[place + 1]) - Leaning.nought }
            }
        }
        let highest = sums.max() ?? 0
        let parts = sums.map { Ranking.exponential(Double($0 - highest) * scale) }
        let total = parts.reduce(0, +)
        return zip(commands, parts).map { Guess(command: $0, probability: $1 / total) }
            .sorted {
                $0.probability == $1.probability
                    ? $0.command.rawValue < $1.command.rawValue : $0.probability > $1.probability
            }
    }
}
