import HarkCore
import HarkLanguage
import HarkScreen

extension Dashboard {
    /// What there is to say of a state where nothing can be seen.
    public struct Utterance: Equatable, Sendable {
        /// Which pane has the keys.
        public let place: String
        /// Where one is and what is there; empty while there is nothing worth saying.
        public let words: String
        /// The line being typed with what stands before it; `nil` while keys are keys.
        public let line: String?
    }

    /// What there is to say of a state.
    public static func utterance(_ state: State) -> Utterance {
        let line = typedLine(state)
        var words = line == nil || state.prompt.reading?.asksBack == true ? spoken(state) : state.status?.text ?? ""
        if state.typing == .filter, let error = filterError(state) { words = error }
        let isTold = state.tellsEvent && state.currentEvent != nil
        let pane = state.focus == .timeline || isTold ? "timeline" : Place(state.focus).title
        // What is on its way will be said when it is here.
        let isWaiting = state.prompt.ticket != nil || state.prompt.running != nil || words == "reading"
        return Utterance(place: pane, words: isWaiting ? "" : words, line: line)
    }

    /// What is said first.
    public static func greeting(_ state: State) -> String {
        "Hark, \(state.options.tenant), \(state.options.user). "
            + "\(state.key(.help)) lists the keys, \(state.key(.prompt)) takes a phrase, \(state.key(.back)) quits."
    }

    private static func typedLine(_ state: State) -> String? {
        switch state.typing {
        case .prompt where state.prompt.palette.selected != nil:
            "choose> " + (state.prompt.palette.selected?.phrase ?? "")
        case .prompt where state.prompt.ticket != nil || state.prompt.running != nil: nil
        case .prompt where state.prompt.reading == nil: "say> " + state.prompt.editor.text
        case .prompt: state.prompt.reading?.asksBack == true ? "answer> " + state.prompt.editor.text : nil
        case .history(let words, _): "history \(words)> " + state.prompt.editor.text
        case .filter: "filter> " + state.filter.editor.text
        case .question(let question, let editor): question.label + " " + editor.text
        case nil: nil
        }
    }

    private static func filterError(_ state: State) -> String? {
        switch state.focus {
        case .leads: state.leads.filterError?.message
        case .customers: state.customers.filterError?.message
        default: nil
        }
    }

    /// An understood phrase in words: what would be done with what, how sure the reader is, and which keys go on.
    static func spoken(_ reading: Reading, _ keys: KeyTable) -> String {
        let (enter, escape) = (keys.key(.runPhrase), keys.key(.leavePrompt))
        let action = reading.decisive
        var parts = reading.actions.map(words)
        if let question = action.question { parts.append(question) }
        parts += action.options.enumerated().map { "\($0.offset + 1) \($0.element.name) \($0.element.detail)" }
        switch action.status {
        case .ready: parts.append("\(enter) runs it, \(escape) goes back to the phrase")
        case .confirm where action.mustType != nil:
            parts.append("type \(action.mustType ?? "") and \(enter) to do it, \(escape) goes back")
        case .confirm:
            parts.append(reading.isDoneByEnter ? "\(enter) does it" : "\(enter) confirms, \(escape) goes back")
        case .clarify: parts.append("type the answer, \(escape) goes back")
        case .refused, .unknown: parts.append("\(escape) goes back")
        }
        if reading.ways.count > 1 {
            parts.append("\(keys.key(.nextReading)): reading \(reading.choice + 1) of \(reading.ways.count)")
        }
        return "\(action.status.rawValue.lowercased()): " + parts.joined(separator: ". ")
    }

    /// `create task, subject call Ole Berg, due 2026-06-18T09:00, 94% sure`
    private static func words(_ action: Action) -> String {
        let name = action.commandType.rawValue.lowercased().map { $0 == "_" ? " " : $0 }
        let entities = action.entities.members.map { member in
            let value = if case .string(let text) = member.value { text } else { member.value.compact }
            return "\(member.name.map { $0 == "_" ? " " : String($0) }.joined()) \(value)"
        }
        return ([String(name)] + entities + ["\(action.confidence.percent) sure"]).joined(separator: ", ")
    }
}
