import HarkCore

/// "Three tasks: call Elsa, email Bram, prepare the slides": one phrase that gives several tasks, each said alone.
struct TaskList {
    private static let verbs: Set<String> = ["create", "add", "make", "set", "up", "new", "put", "enter", "open"]
    private static let articles: Set<String> = ["the", "these", "following", "me", "my"]
    private static let most = 9

    /// The phrases that give one task each; `nil` where the phrase does not count its tasks.
    static func parts(of phrase: TokenizedPhrase) -> [String]? {
        let tokens = phrase.tokens
        guard (6...64).contains(tokens.count), !phrase.isCut else { return nil }
        var index = 0
        while index < tokens.count, verbs.contains(tokens[index].text) || articles.contains(tokens[index].text) {
            index += 1
        }
        guard index + 2 < tokens.count, let count = count(tokens[index].text), (2...most).contains(count),
            ["tasks", "todos"].contains(tokens[index + 1].text), [":", "-", ","].contains(tokens[index + 2].text)
        else { return nil }
        let all = index + 3..<tokens.count
        // An "and" joins two tasks only where the commas leave one missing.
        for joints in [[",", ";"], [",", ";", "and"]] {
            let parts = all.split { joints.contains(tokens[$0].text) }
            if parts.count == count { return parts.map { "task: " + phrase.text($0.startIndex..<$0.endIndex) } }
        }
        return nil
    }

    private static func count(_ word: String) -> Int? {
        Int(word) ?? NumberWords.units[word].flatMap { Int(exactly: $0) }
    }
}
