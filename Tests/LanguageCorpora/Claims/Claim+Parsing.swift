import HarkCore

extension Claim {
    /// Reads the text after the bar.
    init(parsing text: Substring) throws(ClaimError) {
        var outcomes: [Outcome] = []
        for words in try ClaimWords.words(of: text).split(separator: "or", omittingEmptySubsequences: false) {
            guard !words.isEmpty else { throw ClaimError("a claim is missing") }
            outcomes.append(try Outcome(Array(words)))
        }
        self.init(outcomes: outcomes, text: String(text))
    }
}

extension Claim.Outcome {
    fileprivate init(_ words: [String]) throws(ClaimError) {
        var words = words
        if words[0] == "SAFE" || words[0] == "asks" {
            guard words.count <= (words[0] == "asks" ? 2 : 1) else { throw ClaimError("'\(words[0])' stands alone") }
            let about = words.dropFirst().first?.split(separator: "~", maxSplits: 1) ?? []
            let choice = about.dropFirst().first.flatMap { ClaimWords.values(of: $0).first }
            self = words[0] == "SAFE" ? .safe : .asks(slot: about.first.map(String.init), choice: choice)
            return
        }
        let isRefused = words.last == "refused"
        if isRefused { words.removeLast() }
        var commands: [ClaimedCommand] = []
        for part in words.split(separator: "and", omittingEmptySubsequences: false) {
            commands.append(try ClaimedCommand(Array(part)))
        }
        self = isRefused ? .refused(commands) : .commands(commands)
    }
}

extension ClaimedCommand {
    fileprivate init(_ words: [String]) throws(ClaimError) {
        guard let name = words.first, let type = CommandType(rawValue: name) else {
            throw ClaimError("there is no command '\(words.first ?? "")'")
        }
        var entities: [ClaimedEntity] = []
        for word in words.dropFirst() { entities.append(try ClaimedEntity(word)) }
        self.init(type: type, entities: entities)
    }
}

extension ClaimedEntity {
    /// Reads `key=value|value`, `key~part`, `!key`, `.filter=value` or `.*`.
    fileprivate init(_ word: String) throws(ClaimError) {
        if word == ".*" {
            self.init(name: "*", isFilter: true, test: .any)
            return
        }
        if word.hasPrefix("!") {
            self.init(name: String(word.dropFirst()), isFilter: false, test: .absent)
            return
        }
        guard let sign = word.firstIndex(where: { $0 == "=" || $0 == "~" }), sign > word.startIndex else {
            throw ClaimError("'\(word)' is no 'entity=value'")
        }
        let isFilter = word.hasPrefix(".")
        let values = ClaimWords.values(of: word[word.index(after: sign)...])
        guard let first = values.first else { throw ClaimError("'\(word)' has no value") }
        self.init(
            name: String(word[..<sign].dropFirst(isFilter ? 1 : 0)), isFilter: isFilter,
            test: word[sign] == "~" ? .contains(values) : first == "*" ? .any : .oneOf(values))
    }
}

/// Cuts claims into words and values; quotes keep blanks, bars and commas together.
enum ClaimWords {
    /// The words between blanks, quotes kept.
    static func words(of text: Substring) throws(ClaimError) -> [String] {
        guard text.count(where: { $0 == "\"" }) % 2 == 0 else { throw ClaimError("a quote is not closed") }
        return parts(of: text, at: " ").map(String.init).filter { !$0.isEmpty }
    }

    /// The values between bars, without their quotes.
    static func values(of text: Substring) -> [String] {
        parts(of: text, at: "|").map { $0.filter { $0 != "\"" } }.filter { !$0.isEmpty }
    }

    private static func parts(of text: Substring, at separator: Character) -> [Substring] {
        var isQuoted = false
        return text.split(omittingEmptySubsequences: false) { character in
            if character == "\"" { isQuoted.toggle() }
            return character == separator && !isQuoted
        }
    }
}
