import HarkCore

/// How a proposal is put to whoever spoke.
extension Proposal {
    /// What somebody is asked who was not understood.
    static let otherWords = "Say it in other words"

    /// Asks for other words, as the reading is not to be done as it is.
    func ask(_ action: inout Action, _ words: [String]) {
        action.status = .clarify
        action.command = nil
        action.confidence = min(action.confidence, 0.59)
        action.missing = []
        let sample = grammar.help.first { $0.commandType == action.commandType }?.samples.first ?? ""
        action.question =
            "\(action.inWords)?\(Proposal.notUnderstood(words)) \(Proposal.otherWords), such as “\(sample)”."
    }

    /// Says what a reading that is done all the same leaves out, and that it is the less sure for it.
    func tell(_ action: inout Action, _ words: [String]) {
        guard !words.isEmpty else { return }
        action.question = String(Proposal.notUnderstood(words).dropFirst())
        for _ in words { action.confidence *= 0.8 }
    }

    static func notUnderstood(_ words: [String]) -> String {
        words.isEmpty ? "" : " Not understood: " + words.map { "“\($0)”" }.joined(separator: ", ") + "."
    }
}
