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
        let start = index + 3
        var parts: [Range<Int>] = []
        var first = start
        for place in start..<tokens.count where [",", ";", "and"].contains(tokens[place].text) {
            // The last "and" joins two tasks only where a task is still missing.
            if tokens[place].text == "and", parts.count + 1 >= count { continue }
            if first < place { parts.append(first..<place) }
            first = place + 1
        }
        if first < tokens.count { parts.append(first..<tokens.count) }
        return parts.count == count ? parts.map { "task: " + phrase.text($0) } : nil
    }

    private static func count(_ word: String) -> Int? {
        Int(word) ?? NumberWords.units[word].flatMap { Int(exactly: $0) }
    }
}
