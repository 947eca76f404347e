public import HarkCore
public import HarkScreen

extension Dashboard {
    /// How far a script that types in the user's place has come.
    public enum Playback: Equatable, Sendable {
        case running, paused
    }

    /// Where the prompt stands, as whoever types in the user's place must know it.
    public struct PromptStand: Equatable, Sendable {
        /// What takes letters as text.
        public enum Line: Equatable, Sendable {
            /// Nothing: letters are keys of a pane.
            case none
            /// The prompt.
            case prompt
            /// Another line, such as the filter.
            case other
        }

        /// What takes letters as text.
        public let line: Line
        /// The text in the prompt.
        public let text: String
        /// What was understood; empty while nothing was.
        public let actions: [Action]
        /// What decides whether that may run; `nil` while nothing was understood.
        public let status: Action.Status?
        /// Whether the prompt takes an answer instead of a phrase.
        public let asksBack: Bool
    }
}

extension Dashboard.State {
    /// Where the prompt stands.
    public var promptStand: Dashboard.PromptStand {
        let line: Dashboard.PromptStand.Line =
            switch typing {
            case nil: .none
            case .prompt: .prompt
            case .history, .filter, .question: .other
            }
        let reading = prompt.reading
        return Dashboard.PromptStand(
            line: line, text: prompt.editor.text, actions: reading?.actions ?? [], status: reading?.decisive.status,
            asksBack: reading?.asksBack ?? false)
    }

    /// The key that opens the prompt; `nil` where the user has left it without one.
    public var promptKey: Key? { Key(notation: key(.prompt)) }

    /// Takes how far a script has come.
    mutating func take(_ playback: Dashboard.Playback?) {
        self.playback = playback
        switch playback {
        case .running: status = nil
        case .paused: say("The script waits: Space goes on, any other key ends it.")
        case nil: say("The script has ended; the keys are yours.")
        }
    }
}
