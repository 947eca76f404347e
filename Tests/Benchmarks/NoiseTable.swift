import HarkCore
import HarkLanguage
import LanguageCorpora

/// Counts of right readings for each command and noise.
struct NoiseTable {
    struct Count {
        var phrases = 0
        var commands = 0
        var exact = 0
        var standings = 0
        var wrongWrites = 0
        /// How often the command was read where another was meant.
        var falseAlarms = 0
    }

    private let rows: [PhraseRow]
    private var counts: [Noise: [String: Count]] = [:]
    /// How sure each reading was, and whether it was right.
    private var claims: [(confidence: Double, isRight: Bool)] = []

    init(rows: [PhraseRow]) { self.rows = rows }

    mutating func measure(_ reader: PhraseReader, isListing: Bool) {
        for noise in Noise.allCases {
            var dice = Dice(seed: 20_260_303)
            for row in rows {
                guard let noisy = row.with(noise, names: Larkspur.records, dice: &dice) else { continue }
                let actions = reader.read(noisy.phrase, in: Larkspur.context())
                let verdict = Verdict(noisy, actions)
                count(verdict, noisy, actions, noise)
                if isListing, !verdict.isExact { list(noisy, actions, verdict, noise) }
            }
        }
    }

    private mutating func count(_ verdict: Verdict, _ row: PhraseRow, _ actions: [Action], _ noise: Noise) {
        let name = row.command?.rawValue ?? "SAFE"
        var count = counts[noise]?[name] ?? Count()
        count.phrases += 1
        count.commands += verdict.isCommand ? 1 : 0
        count.exact += verdict.isExact ? 1 : 0
        count.standings += verdict.hasStatus ? 1 : 0
        count.wrongWrites += verdict.isWrongWrite ? 1 : 0
        counts[noise, default: [:]][name] = count
        let read = actions[0].commandType
        if row.command != nil, row.command != read {
            counts[noise, default: [:]][read.rawValue, default: Count()].falseAlarms += 1
        }
        if row.command != nil, read != .unknown {
            claims.append((actions[0].confidence, verdict.isCommand && verdict.hasEntities))
        }
    }

    private func list(_ row: PhraseRow, _ actions: [Action], _ verdict: Verdict, _ noise: Noise) {
        let fault =
            verdict.isWrongWrite
            ? "WRONG WRITE" : !verdict.isCommand ? "command" : !verdict.hasEntities ? "entities" : "status"
        let meant =
            "\(row.command?.rawValue ?? "SAFE") \(row.status?.rawValue ?? "") \(row.entities?.compact ?? "")"
        Swift.print("[\(noise.title)] \(fault): \(row.phrase)\n     meant \(meant)")
        for action in actions { Swift.print("     read  \(action.summary)") }
    }

    // MARK: The tables

    func print(_ name: String) {
        let noises = Noise.allCases
        Swift.print("\n\(name): exact actions of each command under each noise, %")
        Swift.print(line("command", ["n", "precis", "recall"] + noises.map(\.title)))
        let commands = Set(counts.values.flatMap(\.keys)).sorted()
        for command in commands {
            let clean = counts[.clean]?[command] ?? Count()
            guard clean.phrases > 0 else { continue }
            let said = clean.commands + clean.falseAlarms
            let cells = noises.map { noise -> String in
                let count = counts[noise]?[command] ?? Count()
                return NoiseTable.percent(count.exact, count.phrases)
            }
            let first = [
                "\(clean.phrases)", NoiseTable.percent(clean.commands, said),
                NoiseTable.percent(clean.commands, clean.phrases),
            ]
            Swift.print(line(command, first + cells))
        }
        for (title, part) in [
            ("command", \Count.commands), ("whole action", \Count.exact), ("right status", \Count.standings),
            ("wrong writes", \Count.wrongWrites),
        ] as [(String, KeyPath<Count, Int> & Sendable)] {
            let cells = noises.map { NoiseTable.percent(total($0, part), total($0, \.phrases)) }
            Swift.print(line(title, ["\(total(.clean, \.phrases))", "", ""] + cells))
        }
        let clean = share(.clean)
        Figure.line("\(name): command, whole action", "", "≥ 97 %, ≥ 90 %")
        Figure.line("\(name): loss, lower case and fillers", points(clean - share(.lowerFillers)), "≤ 1 point")
        Figure.line("\(name): loss, one letter deleted", points(clean - share(.deletion)), "≤ 5 points")
        Figure.line("\(name): calibration error", "\((Calibration.error(of: claims) * 1e4).rounded() / 1e4)", "≤ .05")
    }

    private func total(_ noise: Noise, _ part: KeyPath<Count, Int>) -> Int {
        counts[noise]?.values.reduce(0) { $0 + $1[keyPath: part] } ?? 0
    }

    private func share(_ noise: Noise) -> Double {
        Double(total(noise, \.exact)) / Double(max(1, total(noise, \.phrases)))
    }

    private func points(_ loss: Double) -> String { "\((loss * 1_000).rounded() / 10) points" }

    private static func percent(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "–" }
        return part == whole ? "100" : "\((Double(part) / Double(whole) * 1_000).rounded() / 10)"
    }

    private func line(_ first: String, _ cells: [String]) -> String {
        cells.reduce(first + String(repeating: " ", count: max(1, 22 - first.count))) { line, cell in
            line + String(repeating: " ", count: max(1, 8 - cell.count)) + cell
        }
    }
}
