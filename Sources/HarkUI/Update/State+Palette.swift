import HarkCore
import HarkLanguage
import HarkScreen

extension Dashboard.State {
    /// Lists what can be said while nothing is typed, a word to look for, or what nobody understands.
    mutating func refreshPalette() {
        let text = prompt.editor.text
        let isPhrase = text.trimmed.contains(" ") && shownOutline?.actions.isEmpty == false
        guard typing == .prompt, prompt.reading == nil, prompt.ticket == nil, prompt.running == nil, !isPhrase,
            !prompt.editor.isRecalling, prompt.completion == nil
        else { return prompt.palette.show([]) }
        let here = phrasesHere
        let others = phrases.filter { !here.contains($0) }
        prompt.palette.show((here + others).filter { $0.has(text) })
    }

    /// What can be said of what is selected here, of the kinds the user may say at all.
    private var phrasesHere: [Dashboard.HelpPhrase] {
        let allowed = Set(phrases.map(\.commandType))
        return PalettePhrases.phrases(for: (current ?? record.subject), marks: marks, at: Dashboard.Place(focus))
            .filter { allowed.contains($0.commandType) }
    }

    /// Down: into the list of what can be said, else to the phrase after.
    mutating func goDown() {
        guard prompt.palette.isOpen else { return recall(older: false) }
        prompt.palette.move(by: 1, rows: paletteRows)
    }

    /// Up: back in the list, else to the phrase before.
    mutating func goUp() {
        guard prompt.palette.selection != nil else { return recall(older: true) }
        prompt.palette.move(by: -1, rows: paletteRows)
    }

    /// The lines there are for the list.
    private var paletteRows: Int { Layout(self).prompt.rows - 2 }
}
