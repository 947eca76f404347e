import HarkCore
import HarkScreen

/// What can be said here and now, below the prompt.
enum PaletteList {
    /// The lines in sight, the chosen one marked.
    static func lines(_ state: Dashboard.State, _ size: Size) -> [[Run]] {
        let palette = state.prompt.palette
        let rest = size.columns - 26
        return palette.entries.indices.dropFirst(palette.top).prefix(size.rows).map { index in
            let entry = palette.entries[index]
            let isChosen = index == palette.selection
            let name = entry.commandType.rawValue.lowercased().map { $0 == "_" ? " " : $0 }
            let phrase = entry.phrase.fitted(to: max(10, rest), ellipsis: state.glyphs.ellipsis)
            return [
                Run(isChosen ? "\(state.glyphs.pointer) " : "  ", .key),
                Run(phrase, isChosen ? .selection : .text),
                Run("  " + String(name), isChosen ? .selection : .muted),
            ]
        }
    }
}
