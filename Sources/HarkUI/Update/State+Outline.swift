import HarkLanguage
import HarkScreen

extension Dashboard.State {
    /// What the phrase means so far, where it is a phrase that is being typed.
    var shownOutline: PhraseOutline? {
        guard typing == .prompt, prompt.reading == nil, prompt.ticket == nil, !prompt.editor.text.isBlank else {
            return nil
        }
        return prompt.outline
    }

    /// How the phrase might go on, where that can be taken now: at its end, while nothing is shown to be run.
    var shownGhost: String {
        let editor = prompt.editor
        guard let outline = shownOutline, editor.cursor == editor.text.count, let rest = outline.completions.first,
            editor.text.hasPrefix(outline.phrase)
        else { return "" }
        // A guess that was typed along since stays.
        let since = editor.text.dropFirst(outline.phrase.count)
        return rest.hasPrefix(since) ? String(rest.dropFirst(since.count)) : ""
    }

    /// Asks what the phrase means where that is not known; while one answer is waited for, nothing more is asked.
    mutating func outlinePhrase() -> [Dashboard.Effect] {
        let text = prompt.editor.text
        if text.isBlank { prompt.outline = nil }
        guard typing == .prompt, prompt.reading == nil, prompt.ticket == nil, prompt.outlineTicket == nil,
            !text.isBlank, prompt.outline?.phrase != text
        else { return [] }
        let ticket = nextTicket()
        prompt.outlineTicket = ticket
        return [.outline(text, selected: current ?? record.subject, listed: listed, ticket)]
    }

    /// Takes an outline; where the phrase has changed meanwhile it serves until the next one has come.
    mutating func take(_ outline: PhraseOutline, _ ticket: Dashboard.Ticket) {
        guard ticket == prompt.outlineTicket else { return }
        prompt.outlineTicket = nil
        prompt.outline = outline
    }

    /// Tab: puts what was guessed behind the phrase, and pressed again the next guess in its place.
    ///
    /// - Returns: `false` where there is nothing to complete.
    mutating func completePhrase() -> Bool {
        if var taken = prompt.completion, taken.rests.count > 1, taken.text == prompt.editor.text {
            taken.choice = (taken.choice + 1) % taken.rests.count
            prompt.completion = taken
            prompt.editor.replace(with: taken.text)
            return true
        }
        guard !shownGhost.isEmpty else { return false }
        takeGhost()
        return true
    }

    /// Puts what was guessed behind the phrase.
    mutating func takeGhost() {
        let (before, ghost) = (prompt.editor.text, shownGhost)
        let others = prompt.outline?.phrase == before ? prompt.outline?.completions.dropFirst() ?? [] : []
        prompt.completion = Dashboard.TakenCompletion(
            phrase: before, rests: [ghost] + others.filter { !$0.isEmpty && $0 != ghost })
        prompt.editor.insert(ghost)
    }
}
