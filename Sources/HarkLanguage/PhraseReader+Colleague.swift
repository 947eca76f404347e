import HarkCore

/// Pronouns that mean a colleague: "how many does she have" after Maria's customers were asked for.
extension PhraseReader {
    /// The phrase read with the colleague spoken of in place of "she" or "his"; `nil` where nothing becomes of that.
    func ofColleague(_ phrase: String, in context: ReadingContext) -> [Action]? {
        guard let colleague = context.colleague, context.pending?.status != .clarify, phrase.utf8.count <= 160,
            let spelled = PhraseReader.naming(colleague.name, in: phrase)
        else { return nil }
        // Whoever is named beside the pronoun is whom it means.
        let others = named(in: phrase, context: context).map(\.reference.kind)
        guard !others.contains(.contact), !others.contains(.lead) else { return nil }
        var plain = context
        plain.colleague = nil
        let actions = read(spelled, in: plain)
        let isTheirs = actions.allSatisfy { action in
            action.command != nil || action.status == .confirm || action.status == .clarify
        }
        return isTheirs && actions.contains { $0.isWork(of: colleague.name) } ? actions : nil
    }

    /// The phrase with a name for every pronoun of one person; `nil` without any.
    private static func naming(_ name: String, in phrase: String) -> String? {
        let tokens = Tokenizer.tokenize(phrase).tokens
        guard tokens.contains(where: { persons.contains($0.text) }) else { return nil }
        let bytes = Array(phrase.utf8)
        var spelled: [UInt8] = []
        var end = 0
        for (index, token) in tokens.enumerated() where persons.contains(token.text) {
            let next = tokens.indices.contains(index + 1) ? tokens[index + 1] : nil
            let owns = token.text == "his" || token.text == "her" && next.map(isOwned) == true
            spelled += bytes[end..<token.start] + Array((owns ? "\(name)'s" : name).utf8)
            end = token.end
        }
        return String(decoding: spelled + bytes[end...], as: UTF8.self)
    }

    /// Whether "her" before a word says whose it is.
    private static func isOwned(_ next: Token) -> Bool { next.kind != .mark && !afterObject.contains(next.text) }

    private static let persons: Set<String> = ["she", "he", "her", "him", "his"]
    /// What may follow "her" where it is somebody something is done to.
    private static let afterObject: Set<String> = [
        "to", "a", "an", "the", "on", "in", "at", "by", "for", "with", "about", "that", "this", "it", "them", "too",
        "and", "please", "tomorrow", "today", "next", "as", "instead", "of", "up", "back", "again", "those", "these",
        "one", "some", "have", "has", "all", "both",
    ]
}

extension Action {
    /// Whether it is about what a user has or is to do.
    fileprivate func isWork(of name: String) -> Bool {
        let said = [entities["owner"], entities["assignee"], entities["filters"]?["owner"]]
        return said.contains { $0?.string == name }
            || entities["attendees"]?.elements.contains { $0.string == name } == true
    }
}
