import HarkScreen

extension Dashboard.State {
    /// Types in the search through the phrases of before.
    mutating func typeHistory(_ key: Key) -> [Dashboard.Effect] {
        guard case .history(var words, let origin) = typing else { return [] }
        switch key {
        case .character(let character, []): words.append(character)
        case .paste(let text): words += text
        case .named(.backspace, []), .control("h"): words = String(words.dropLast())
        default: return []
        }
        typing = .history(words: words, origin: origin)
        prompt.editor = origin
        if !words.isEmpty { _ = prompt.editor.recall(containing: words) }
        prompt.reading = nil
        prompt.ticket = nil
        return []
    }

    /// Looks for the words in older phrases.
    mutating func findOlderMatch() {
        guard case .history(let words, _) = typing, !words.isEmpty else { return }
        _ = prompt.editor.recall(containing: words)
    }

    /// Leaves the search with the phrase that was there before.
    mutating func leaveHistory() {
        guard case .history(_, let origin) = typing else { return }
        prompt.editor = origin
        typing = .prompt
    }
}
