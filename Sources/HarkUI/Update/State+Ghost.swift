import HarkScreen

extension Dashboard.State {
    /// How the phrase might go on, where that can be taken now: at its end, while nothing is shown to be run.
    var shownGhost: String {
        let editor = prompt.editor
        let isAtEnd = editor.cursor == editor.text.count
        return typing == .prompt && prompt.reading == nil && prompt.ticket == nil && isAtEnd ? prompt.ghost : ""
    }

    /// Puts what was guessed behind the phrase, and asks how that goes on.
    mutating func takeGhost() -> [Dashboard.Effect] {
        prompt.editor.insert(prompt.ghost)
        prompt.ghost = ""
        return [.complete(prompt.editor.text, nextTicket())]
    }

    /// Asks how the phrase goes on after a change; a guess that was just typed along stays meanwhile.
    mutating func haunt(_ before: String) -> [Dashboard.Effect] {
        let text = prompt.editor.text
        let goesAlong = text.hasPrefix(before) && prompt.ghost.hasPrefix(text.dropFirst(before.count))
        prompt.ghost = goesAlong ? String(prompt.ghost.dropFirst(text.count - before.count)) : ""
        guard prompt.reading == nil, !text.isBlank else { return [] }
        return [.complete(text, nextTicket())]
    }

    /// Takes a guess, unless the phrase has changed since.
    mutating func takeGhost(_ rest: String, after phrase: String) {
        if prompt.editor.text == phrase { prompt.ghost = rest }
    }
}
