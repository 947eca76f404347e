import HarkCore

extension Dashboard {
    /// What can be said, listed below an empty prompt and narrowed by the words typed into it.
    struct PaletteState: Equatable, Sendable {
        /// The entries that have the words typed; those for what is selected come first. Empty while it is closed.
        private(set) var entries: [HelpPhrase] = []
        /// The entry the arrow keys are on; `nil` while they are in the line.
        private(set) var selection: Int?
        /// The first entry in sight.
        private(set) var top = 0

        /// Whether it is on the screen.
        var isOpen: Bool { !entries.isEmpty }

        /// The entry Enter takes.
        var selected: HelpPhrase? { selection.map { entries[$0] } }

        /// Lists other entries; the arrow keys are back in the line then.
        mutating func show(_ entries: [HelpPhrase]) {
            guard entries != self.entries else { return }
            self.entries = entries
            selection = nil
            top = 0
        }

        /// Moves to the entry after or before; above the first one lies the line.
        mutating func move(by step: Int, rows: Int) {
            let next = (selection ?? -1) + step
            selection = next < 0 ? nil : min(next, entries.count - 1)
            let place = selection ?? 0
            top = max(0, min(top, place), place - max(1, rows) + 1)
        }

        /// Moves to an entry.
        mutating func choose(_ index: Int) {
            if entries.indices.contains(index) { selection = index }
        }
    }
}
