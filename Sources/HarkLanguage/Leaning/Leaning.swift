package import HarkCore

/// Which commands a phrase leans to: a linear model over ``PhraseCues``.
///
/// It is trained on the test corpora (see `LeaningTraining`) and kept as text. `UNKNOWN` is one of its commands: what
/// is not about the CRM at all. The file has one line a cue, then a tab and two characters a weight: the command,
/// counted from `!` in the order of the line `*commands`, and the weight, `P` being nought, in steps of `*scale`.
package struct Leaning: Sendable {
    /// A command and how likely it is meant, `0...1`.
    package struct Guess: Hashable, Sendable {
        package var command: CommandType
        package var probability: Double
    }

    private struct Weight: Sendable {
        var command: UInt8
        var steps: Int8
    }

    private var commands: [CommandType] = []
    private var scale = 1.0
    private var weights: [Weight] = []
    private var weightsOfCue: [String: Range<Int32>] = [:]

    /// The one every reader uses; read when it is first needed.
    static let builtIn = Leaning(GrammarFile.leaning)

    /// Whether a cue means something to the model.
    func knows(_ cue: String) -> Bool { weightsOfCue[cue] != nil }

    /// Reads the file; lines that make no sense are left out.
    package init(_ bytes: [UInt8]) {
        weights.reserveCapacity(bytes.count / 2)
        weightsOfCue.reserveCapacity(bytes.count / 24)
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            if bytes[start] != UInt8(ascii: "#") { read(bytes[start..<end]) }
            start = end + 1
        }
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else { return }
        let cue = String(decoding: line[..<tab], as: UTF8.self)
        let rest = line[(tab + 1)...]
        switch cue {
        case "*commands":
            let names = String(decoding: rest, as: UTF8.self).split(separator: " ")
            commands = names.map { CommandType(rawValue: String($0)) ?? .unknown }
        case "*scale": scale = Double(String(decoding: rest, as: UTF8.self)) ?? 1
        default: add(cue, rest)
        }
    }

    private mutating func add(_ cue: String, _ pairs: ArraySlice<UInt8>) {
        let start = Int32(weights.count)
        var index = pairs.startIndex
        while index + 1 < pairs.endIndex {
            let command = pairs[index] &- UInt8(ascii: "!")
            let steps = Int8(clamping: Int(pairs[index + 1]) - Leaning.nought)
            if Int(command) < commands.count { weights.append(Weight(command: command, steps: steps)) }
            index += 2
        }
        weightsOfCue[cue] = start..<Int32(weights.count)
    }

    /// The character of the weight nought.
    package static let nought = 80
    /// The cue every phrase has.
    package static let always = "*"

    /// The commands, the likeliest first.
    package func guesses(_ cues: [String]) -> [Guess] {
        var sums = [Int](repeating: 0, count: commands.count)
        for cue in cues + [Leaning.always] {
            guard let range = weightsOfCue[cue] else { continue }
            for index in range { sums[Int(weights[Int(index)].command)] += Int(weights[Int(index)].steps) }
        }
        let highest = sums.max() ?? 0
        let parts = sums.map { Ranking.exponential(Double($0 - highest) * scale) }
        let total = parts.reduce(0, +)
        return zip(commands, parts).map { Guess(command: $0, probability: $1 / total) }
            .sorted { ($0.probability, $1.command.rawValue) > ($1.probability, $0.command.rawValue) }
    }
}
