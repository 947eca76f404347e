package import HarkCore
package import HarkLanguage

/// Trains the model of ``HarkLanguage/Leaning`` on the corpora: multinomial logistic regression by stochastic
/// gradients with a step of its own for each weight (AdaGrad), after which small weights are left out.
///
/// Everything is seeded and in a fixed order, so the same corpora give the same file.
package struct LeaningTraining {
    /// A phrase's cues and the command it means.
    package struct Example: Sendable {
        package var cues: [String]
        package var command: CommandType
    }

    package struct Settings: Sendable {
        package var epochs = 8
        /// How often the examples are gone through with the weights that are kept.
        package var lastEpochs = 4
        package var step: Float = 0.1
        /// How strongly weights are drawn to nought.
        package var decay: Float = 1e-5
        /// A cue of fewer examples is left out.
        package var fewest = 2
        /// How many weights the file holds.
        package var weightCount = 400_000

        package init() {}
    }

    private let commands: [CommandType]
    private let settings: Settings
    private var cues: [String] = []
    private var numbers: [String: Int32] = [:]
    /// The weights of cue `n` are `weights[n * commands.count..<(n + 1) * commands.count]`.
    private var weights: [Float] = []
    /// Whether weights of nought stay so.
    private var isThinned = false

    package init(_ examples: [Example], settings: Settings = Settings()) {
        self.settings = settings
        commands = CommandType.allCases
        var counts: [String: Int] = [:]
        for example in examples { for cue in example.cues { counts[cue, default: 0] += 1 } }
        cues =
            [Leaning.always]
            + counts.filter { $0.value >= settings.fewest }.keys
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for (number, cue) in cues.enumerated() { numbers[cue] = Int32(number) }
        weights = Array(repeating: 0, count: cues.count * commands.count)
        train(examples)
    }

    private mutating func train(_ examples: [Example]) {
        let places = Dictionary(uniqueKeysWithValues: commands.enumerated().map { ($1, $0) })
        let rows = examples.map { example in
            ([0] + example.cues.compactMap { numbers[$0] }, places[example.command] ?? 0)
        }
        var squares = [Float](repeating: 1e-4, count: weights.count)
        var order = Array(rows.indices)
        var dice = Dice(seed: 20_260_303)
        var parts = [Float](repeating: 0, count: commands.count)
        for epoch in 0..<(settings.epochs + settings.lastEpochs) {
            if epoch == settings.epochs { leaveOutSmallWeights() }
            for index in order.indices.reversed() { order.swapAt(index, dice.next(below: index + 1)) }
            for index in order { learn(rows[index].0, rows[index].1, &squares, &parts) }
        }
    }

    /// What is learnt after this makes up for the weights left out.
    private mutating func leaveOutSmallWeights() {
        let sizes = weights.map(abs).sorted(by: >)
        let least = sizes.count > settings.weightCount ? sizes[settings.weightCount] : 0
        for index in weights.indices where abs(weights[index]) <= least { weights[index] = 0 }
        isThinned = true
    }

    /// One step down the gradient of one example.
    private mutating func learn(_ cues: [Int32], _ command: Int, _ squares: inout [Float], _ parts: inout [Float]) {
        let count = commands.count
        for place in 0..<count { parts[place] = 0 }
        for cue in cues {
            let start = Int(cue) * count
            for place in 0..<count { parts[place] += weights[start + place] }
        }
        let highest = parts.max() ?? 0
        var total: Float = 0
        for place in 0..<count {
            parts[place] = LeaningTraining.exponential(parts[place] - highest)
            total += parts[place]
        }
        for place in 0..<count { parts[place] = parts[place] / total - (place == command ? 1 : 0) }
        for cue in cues {
            let start = Int(cue) * count
            for place in 0..<count where abs(parts[place]) > 1e-4 {
                if isThinned, weights[start + place] == 0 { continue }
                let gradient = parts[place] + settings.decay * weights[start + place]
                squares[start + place] += gradient * gradient
                weights[start + place] -= settings.step * gradient / squares[start + place].squareRoot()
            }
        }
    }

    /// e to the power of a number that is not above 0.
    private static func exponential(_ x: Float) -> Float {
        var power = max(x, -40) / 256
        power = 1 + power * (1 + power / 2 * (1 + power / 3))
        for _ in 0..<8 { power *= power }
        return power
    }

    /// The model as the file has it.
    package var file: String {
        let count = commands.count
        let sizes = weights.map(abs).sorted(by: >)
        // The greatest weights are rare, and cutting them down costs less than coarse steps.
        let highest = sizes[min(sizes.count - 1, 200)]
        let scale = highest / 46
        var text = "# Made by LeaningTraining; see Leaning.\n"
        text += "*commands\t" + commands.map(\.rawValue).joined(separator: " ") + "\n*scale\t\(scale)\n"
        for (number, cue) in cues.enumerated() {
            var line: [UInt8] = []
            for place in 0..<count {
                let weight = weights[number * count + place]
                let steps = Int(max(-46, min(46, (weight / scale).rounded())))
                guard steps != 0 else { continue }
                line += [UInt8(33 + place), UInt8(Leaning.nought + steps)]
            }
            if !line.isEmpty { text += cue + "\t" + String(decoding: line, as: UTF8.self) + "\n" }
        }
        return text
    }
}

extension LeaningTraining {
    /// The file of a model trained on rows, on talk and on sentences that mean nothing here.
    package static func model(
        _ rows: [PhraseRow], talk: [TalkLine], foreign: [String], reader: PhraseReader
    ) -> String {
        // Talk is what the model is for, and counts twice.
        let spoken = examples(of: talk, reader: reader)
        return LeaningTraining(examples(rows, foreign: foreign, noises: 1, reader: reader) + spoken + spoken).file
    }

    /// The examples of talk: each line after what was said before it, and one that is long by itself too.
    package static func examples(of talk: [TalkLine], reader: PhraseReader) -> [Example] {
        let context = Larkspur.context()
        return talk.flatMap { line -> [Example] in
            guard line.commands.count == 1 else { return [] }
            let alone = Example(
                cues: reader.cues(of: line.phrase, in: context), command: line.commands[0])
            guard let before = line.before else { return [alone] }
            var leaning = alone
            leaning.cues = reader.cues(of: line.phrase, after: before, in: context)
            return line.phrase.split(separator: " ").count > 5 ? [leaning, alone] : [leaning]
        }
    }

    /// The examples of rows, as they are and with some noise.
    package static func examples(
        _ rows: [PhraseRow], foreign: [String], noises: Int, reader: PhraseReader
    ) -> [Example] {
        let context = Larkspur.context()
        var dice = Dice(seed: 7)
        var examples: [Example] = []
        let strange = foreign.map { PhraseRow(phrase: $0, command: .unknown) }
        for row in rows + strange {
            guard let command = row.command else { continue }
            examples.append(Example(cues: reader.cues(of: row.phrase, in: context), command: command))
            for _ in 0..<noises {
                let noise = Noise.allCases[1 + dice.next(below: Noise.allCases.count - 1)]
                guard let noisy = row.with(noise, names: Larkspur.records, dice: &dice) else { continue }
                examples.append(
                    Example(cues: reader.cues(of: noisy.phrase, in: context), command: command))
            }
        }
        return examples
    }
}
