import HarkCore
import HarkScreen

extension Dashboard {
    /// Something a key needs to know before it can act; typed in the prompt's line.
    enum Question: Hashable, Sendable {
        /// The name to keep the present filter under.
        case viewName
        /// The columns to show.
        case columns
        /// A word that is to count in no score.
        case struckWord
        /// The day a customer comes back to the list of those at risk.
        case snoozeDay(NamedRecord)
        /// The day the next action is suggested again.
        case laterDay(NextAction)

        /// What stands before the line.
        var label: String {
            switch self {
            case .viewName: "name of the view>"
            case .columns: "columns>"
            case .struckWord: "strike out>"
            case .snoozeDay: "snooze until>"
            case .laterDay: "later, until>"
            }
        }

        /// What can be typed, in a few words.
        var hint: String {
            switch self {
            case .viewName: "type a name, such as: hot leads of mine"
            case .columns: "names of columns, or all"
            case .struckWord: "a word or phrase that is to count in no score"
            case .snoozeDay, .laterDay: "a day such as friday, in 2 weeks or 2026-09-30"
            }
        }
    }
}

extension Dashboard.State {
    /// The line typed where the prompt is.
    var promptLine: LineEditor {
        if case .question(_, let editor) = typing { editor } else { prompt.editor }
    }

    /// Whether the cursor is in the prompt's line.
    var isTypingPrompt: Bool {
        switch typing {
        case .prompt, .question: true
        default: false
        }
    }

    /// Lets the user type the answer to a question.
    mutating func ask(_ question: Dashboard.Question, beginningWith text: String = "") {
        typing = .question(question, LineEditor(text))
    }

    /// Types in the answer.
    mutating func typeAnswer(_ key: Key) {
        guard case .question(let question, var editor) = typing else { return }
        _ = editor.handle(key)
        typing = .question(question, editor)
    }

    /// Acts on the answer; an empty one is no answer yet.
    mutating func takeAnswer() -> [Dashboard.Effect] {
        guard case .question(let question, let editor) = typing, !editor.text.isBlank else { return [] }
        typing = nil
        switch question {
        case .viewName: return keepView(named: editor.text.trimmed)
        case .columns:
            chooseColumns(editor.text)
            return []
        case .struckWord: return strike(editor.text.trimmed)
        case .snoozeDay(let customer): return snooze(customer, until: editor.text)
        case .laterDay(let action): return putOff(action, until: editor.text)
        }
    }
}
