import HarkUI

/// Turns states into the lines a speaking terminal shows: what changed, in words, and what is typed as it is typed.
struct Speaker {
    private var last: Dashboard.Utterance?
    /// The pane said last; one that has nothing to say yet is named together with its first words.
    private var place = ""

    /// Words longer than this are not said again when a key changed nothing.
    private static let mostRepeated = 300

    /// The text to add; empty where there is nothing new.
    ///
    /// - Parameter isAnswer: Whether a key was pressed, which deserves an answer even where nothing changed.
    mutating func text(for state: Dashboard.State, isAnswer: Bool) -> String {
        let now = Dashboard.utterance(state)
        defer { last = now }
        guard let last else { return Dashboard.greeting(state) + "\n" + (now.words.isEmpty ? "" : now.words + "\n") }
        if let line = now.line, let before = last.line, now.words == last.words {
            return Speaker.typed(line, after: before)
        }
        var text = ""
        if last.line != nil { text += "\n" }
        let isElsewhere = now.place != place
        let again = isAnswer && now.line == nil && now.words.count <= Speaker.mostRepeated
        if !now.words.isEmpty, now.words != last.words || isElsewhere || again {
            text += (isElsewhere ? "\(now.place): " : "") + now.words + "\n"
            place = now.place
        }
        return text + (now.line ?? "")
    }

    /// What to add to a line so that it reads as it is now.
    private static func typed(_ line: String, after before: String) -> String {
        if line.hasPrefix(before) { return String(line.dropFirst(before.count)) }
        return "\n" + line
    }
}
