import HarkCore
import HarkLanguage
import HarkScreen

/// The last line: what just happened while an action waits, else the keys in effect, made from the key table.
enum Footer {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        if let status = state.status, state.prompt.reading != nil || !PromptPane.hasRoomForStatus(state) {
            buffer.write(
                " " + status.text, at: area.origin, role: status.isError ? .error : .status, columns: area.columns)
            return
        }
        var column = area.left + 1
        if let playback = state.playback { column += drawLabel(playback, into: &buffer, area) }
        for (keys, words) in hints(state) {
            let width = keys.columns + 1 + words.columns
            guard column + width <= area.right else { return }
            buffer.write([Run(keys, .key), Run(" " + words, .muted)], at: Point(column: column, row: area.top))
            column += width + 2
        }
    }

    /// Says that the keys do not come from the user.
    ///
    /// - Returns: The columns taken.
    private static func drawLabel(_ playback: Dashboard.Playback, into buffer: inout Buffer, _ area: Rect) -> Int {
        let label = playback == .running ? " script " : " script waits "
        buffer.write(label, at: area.origin.offset(columns: 1), role: .warning, columns: area.columns)
        return label.columns + 1
    }

    /// Keys and words, the most useful first.
    private static func hints(_ state: Dashboard.State) -> [(String, String)] {
        if let playback = state.playback {
            return [("Space", playback == .running ? "pauses" : "goes on"), ("any other key", "ends it")]
        }
        let place = state.place
        let entries = state.options.keys.entries(at: place)
        if place == .prompt, state.prompt.palette.selection != nil {
            let keys = state.options.keys
            return [
                (keys.key(.runPhrase), "take the phrase"), (keys.key(.lineDown), "next"), (keys.key(.lineUp), "before"),
                (keys.key(.leavePrompt), "leave"),
            ]
        }
        guard place == .prompt else { return entries.compactMap { hint($0) } }
        let reading = state.prompt.reading
        let choices = reading.map { $0.asksBack ? $0.decisive.options.count : 0 } ?? 0
        let pick = choices > 0 ? [(choices == 1 ? "1" : "1-\(choices)", "choose")] : []
        return pick
            + entries.compactMap { entry -> (String, String)? in
                switch entry.intent {
                case .runPhrase: return enterWord(state).map { (entry.keys[0], $0) }
                case .nextReading:
                    if !state.shownGhost.isEmpty { return (entry.keys[0], "complete") }
                    return (reading?.ways.count ?? 0) > 1 ? hint(entry) : nil
                case .leavePrompt: return (entry.keys[0], reading == nil ? "back" : "edit")
                default: return reading == nil ? hint(entry) : nil
                }
            }
    }

    private static func hint(_ entry: Dashboard.KeyTable.Entry) -> (String, String)? {
        entry.footer.map { (entry.keys[0], $0) }
    }

    /// What Enter does now; `nil` for nothing.
    private static func enterWord(_ state: Dashboard.State) -> String? {
        guard let reading = state.prompt.reading else { return "show action" }
        return switch reading.decisive.status {
        case .ready: "run"
        case .confirm where reading.decisive.mustType != nil:
            state.prompt.editor.isEmpty ? nil : "answer"
        case .confirm: reading.isDoneByEnter ? "do it" : "confirm"
        case .clarify: "answer"
        case .refused, .unknown: nil
        }
    }
}
