import HarkCore

/// A mistake in a file of plays.
public struct PlayFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public var line: Int
    /// What is wrong.
    public var reason: String

    /// The mistake in one sentence, its line first.
    public var description: String { "\(line): \(reason)" }
}

/// Reads a file of plays line by line.
struct PlayParser {
    private struct Draft {
        var line: Int
        var name: String
        var title: String
        var kinds: Set<RecordKind> = []
        var conditions: [PlayCondition] = []
        var because: PlayText?
        var gain: (share: Double, factor: PlayFact?)?
        var minutes: Int?
        var aim: (aim: PlayAim, days: Int)?
        var command: CommandType?
        var phrase: PlayText?
    }

    private var plays: [Play] = []
    private var draft: Draft?
    private var number = 0

    mutating func plays(in text: String) throws(PlayFileError) -> [Play] {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard let keyword = words.first, !keyword.hasPrefix("#") else { continue }
            let rest = words.count > 1 ? String(words[1].drop { $0 == " " }) : ""
            if line.hasPrefix(" ") {
                try read(keyword: keyword, rest)
            } else {
                try finish()
                try begin(keyword, rest)
            }
        }
        try finish()
        return plays
    }

    private mutating func begin(_ keyword: String, _ rest: String) throws(PlayFileError) {
        let parts = rest.split(separator: ":", maxSplits: 1).map { $0.drop { $0 == " " } }
        guard keyword == "play", parts.count == 2 else { throw error("expected 'play name: what it is'") }
        guard !plays.contains(where: { $0.name == parts[0] }) else { throw error("a second play called \(parts[0])") }
        draft = Draft(line: number, name: String(parts[0]), title: String(parts[1]))
    }

    private mutating func read(keyword: String, _ rest: String) throws(PlayFileError) {
        guard var draft else { throw error("a play begins with 'play name: what it is'") }
        switch keyword {
        case "for": draft.kinds = try choices(rest, of: "kind") { RecordKind(rawValue: $0) }
        case "when": draft.conditions.append(try condition(rest))
        case "because": draft.because = try text(rest)
        case "does":
            guard let command = CommandType(rawValue: rest) else { throw error("no command is called '\(rest)'") }
            draft.command = command
        case "say": draft.phrase = try text(rest)
        case "gain": draft.gain = try gain(rest)
        case "aim": draft.aim = try aim(rest)
        case "minutes":
            guard let minutes = Int(rest), minutes > 0 else { throw error("minutes needs a whole number above 0") }
            draft.minutes = minutes
        default: throw error("expected for, when, because, gain, minutes, aim, does or say, not '\(keyword)'")
        }
        self.draft = draft
    }

    private mutating func finish() throws(PlayFileError) {
        guard let done = draft else { return }
        draft = nil
        guard let because = done.because, let phrase = done.phrase, let gain = done.gain, let minutes = done.minutes,
            let aim = done.aim, let command = done.command, !done.kinds.isEmpty
        else {
            throw PlayFileError(
                line: done.line, reason: "\(done.name) needs for, because, gain, minutes, aim, does and say")
        }
        plays.append(
            Play(
                name: done.name, title: done.title, kinds: done.kinds, conditions: done.conditions, because: because,
                gain: gain.share, factor: gain.factor, minutes: minutes, aim: aim.aim,
                horizonDays: aim.days, command: command, phrase: phrase))
    }

    private func condition(_ text: String) throws(PlayFileError) -> PlayCondition {
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        if words.count == 3, words[0] == "stage", words[1] == "is" {
            return .stage(try choices(words[2], of: "stage") { LifecycleStage(rawValue: $0) })
        }
        guard let first = words.first, let fact = PlayFact(rawValue: first) else {
            throw error("no fact is called '\(words.first ?? "")'")
        }
        if words.count == 2, words[1] == "unknown" { return .unknown(fact) }
        guard words.count == 3, let value = Double(words[2]) else {
            throw error("expected '\(first) >= number', '<=', '=' or 'unknown'")
        }
        switch words[1] {
        case ">=": return .atLeast(fact, value)
        case "<=": return .atMost(fact, value)
        case "=": return .equals(fact, value)
        default: throw error("expected >=, <= or =, not '\(words[1])'")
        }
    }

    private func gain(_ text: String) throws(PlayFileError) -> (Double, PlayFact?) {
        let words = text.split(separator: " ").map(String.init)
        guard let share = words.first.flatMap(Double.init), (0...1).contains(share) else {
            throw error("gain needs a share from 0 to 1")
        }
        if words.count == 1 { return (share, nil) }
        guard words.count == 3, words[1] == "x", let fact = PlayFact(rawValue: words[2]) else {
            throw error("expected 'gain share x fact'")
        }
        return (share, fact)
    }

    private func aim(_ text: String) throws(PlayFileError) -> (PlayAim, Int) {
        let words = text.split(separator: " ").map(String.init)
        guard let aim = words.first.flatMap(PlayAim.init(rawValue:)) else {
            throw error("no aim is called '\(words.first ?? "")'")
        }
        guard words.count == 4, words[1] == "within", words[3] == "days", let days = Int(words[2]), days > 0 else {
            throw error("expected 'aim \(aim.rawValue) within 90 days'")
        }
        return (aim, days)
    }

    private func choices<Value: Hashable>(
        _ text: String, of noun: String, _ value: (String) -> Value?
    ) throws(PlayFileError) -> Set<Value> {
        var found: Set<Value> = []
        for word in text.split(whereSeparator: { $0 == "|" || $0 == " " }).map(String.init) {
            guard let one = value(word) else { throw error("no \(noun) is called '\(word)'") }
            found.insert(one)
        }
        return found
    }

    private func text(_ line: String) throws(PlayFileError) -> PlayText {
        var parts: [PlayText.Part] = []
        var rest = line[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { throw error("a { without its }") }
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            let name = String(rest[rest.index(after: open)..<close])
            if let fact = PlayFact(rawValue: name) {
                parts.append(.fact(fact))
            } else if let word = PlayWord(rawValue: name) {
                parts.append(.word(word))
            } else {
                throw error("no fact or word is called '\(name)'")
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        return PlayText(parts: parts)
    }

    private func error(_ reason: String) -> PlayFileError { PlayFileError(line: number, reason: reason) }
}
