import HarkCore
import HarkLanguage
import HarkScreen

/// The line phrases are typed in and, below it, the action as JSON, a question, or what just happened.
enum PromptPane {
    static func draw(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        guard area.rows > 0 else { return }
        drawLine(state, into: &buffer, area.row(0))
        let below = area.split(top: 1).bottom.inset(columns: 1)
        for (row, line) in lines(state, below.size).prefix(below.rows).enumerated() {
            buffer.write(line, at: below.origin.offset(rows: row), columns: below.columns)
        }
    }

    /// Whether a sentence about what happened has a line of its own here.
    static func hasRoomForStatus(_ state: Dashboard.State) -> Bool { !state.isBare }

    // MARK: The line

    private static func drawLine(_ state: Dashboard.State, into buffer: inout Buffer, _ area: Rect) {
        let (label, role) = label(state)
        let note = note(state)
        buffer.write(trailing: note.text, in: area.split(right: 1).left, role: note.role)
        let used = buffer.write(" \(label) ", at: area.origin, role: role, columns: area.columns)
        let room = area.columns - used - note.text.columns - 3
        guard room > 0 else { return }
        let start = area.origin.offset(columns: used)
        let line = state.promptLine
        let (text, cursor, first) = line.view(columns: room)
        if line.isEmpty {
            buffer.write(
                placeholder(state), at: start.offset(columns: state.isTypingPrompt ? 1 : 0), role: .muted,
                columns: room)
        } else {
            // A draft nobody is typing in shows how it begins.
            let typed = TypedPhrase.runs(text, from: first, of: line.text, state.shownOutline)
            let end = buffer.write(
                state.isTypingPrompt ? typed : [Run(line.text, .prompt)], at: start, columns: room)
            buffer.write(state.shownGhost, at: start.offset(columns: end), role: .muted, columns: room - end)
        }
        if case .history(let words, _) = state.typing {
            buffer.cursor = area.origin.offset(columns: min(area.columns - 1, 10 + words.columns))
        } else if state.isTypingPrompt {
            buffer.cursor = start.offset(columns: cursor)
        }
    }

    private static func label(_ state: Dashboard.State) -> (String, Role) {
        switch state.typing {
        case .history(let words, _): ("history \"\(words)\">", .key)
        case .question(let question, _): (question.label, .key)
        default: (state.prompt.reading?.asksBack == true ? "answer>" : "say>", state.typing == .prompt ? .key : .muted)
        }
    }

    private static func placeholder(_ state: Dashboard.State) -> String {
        if case .question(let question, _) = state.typing { return question.hint }
        if let reading = state.prompt.reading, reading.asksBack {
            return reading.decisive.mustType.map { "type \($0) to go on" } ?? reading.phrase
        }
        return state.typing == .prompt
            ? "type a phrase, or words to find one"
            : "press \(state.key(.prompt)) and type, such as: add a new lead from ABC Corporation"
    }

    /// At the right end: how far the phrase has come and how sure the reader is.
    private static func note(_ state: Dashboard.State) -> (text: String, role: Role) {
        let prompt = state.prompt
        if prompt.running != nil { return ("running", .muted) }
        if prompt.ticket != nil { return ("reading", .muted) }
        guard let reading = prompt.reading else {
            return prompt.editor.isEmpty ? ("", .muted) : TypedPhrase.note(state.shownOutline)
        }
        let confidence = reading.actions.map(\.confidence).min() ?? 0
        let number =
            reading.ways.count > 1
            ? " \(state.glyphs.bullet) reading \(reading.choice + 1) of \(reading.ways.count)" : ""
        let status = reading.decisive.status
        let role: Role =
            switch status {
            case .ready: .good
            case .confirm: .warning
            case .clarify: .medium
            case .refused, .unknown: .error
            }
        return ("\(status.rawValue) \(confidence.percent)\(number)", role)
    }

    // MARK: Below it

    private static func lines(_ state: Dashboard.State, _ size: Size) -> [[Run]] {
        guard let reading = state.prompt.reading else {
            if state.prompt.palette.isOpen { return PaletteList.lines(state, size) }
            let typed = state.shownOutline.map { TypedPhrase.lines($0, state) } ?? []
            let rest = Size(columns: size.columns, rows: max(0, size.rows - typed.count))
            return typed + idleLines(state, rest)
        }
        let decisive = reading.decisive
        var lines: [[Run]] = []
        // What is done all the same may leave words out, and says so.
        if decisive.status != .ready || decisive.question != nil {
            let choices = decisive.status == .clarify || !decisive.offers.isEmpty ? choices(decisive, size) : []
            var question = question(decisive, state)
            // What is listed below need not be read twice.
            if choices.count > 1, let list = question.firstRange(of: ": 1 ") {
                question = String(question[..<list.lowerBound]) + "?"
            } else if choices.count > 1, let list = question.firstRange(of: " Or: 2 ") {
                question = String(question[..<list.lowerBound])
            }
            let role: Role = decisive.status == .confirm ? .warning : .text
            let room = max(1, size.rows - choices.count)
            lines += question.wrapped(to: size.columns).prefix(room).map { [Run(String($0), role)] }
            lines += choices
        }
        return lines + json(reading.actions, Size(columns: size.columns, rows: size.rows - lines.count))
    }

    private static func question(_ action: Action, _ state: Dashboard.State) -> String {
        if let question = action.question { return question }
        switch action.status {
        case .confirm: return "Really? \(state.key(.runPhrase)) confirms, \(state.key(.leavePrompt)) goes back."
        case .clarify:
            return action.missing.isEmpty ? "Which one?" : "Still needed: " + action.missing.joined(separator: ", ")
        case .refused: return "This is not allowed."
        case .unknown:
            let nearest = action.alternatives.map { $0.commandType.rawValue }
            return "Not understood."
                + (nearest.isEmpty
                    ? " \(state.key(.help)) says what you can say." : " Nearest: " + nearest.joined(separator: ", "))
        case .ready: return ""
        }
    }

    /// `1 Helen Marsh (Aldgate Optics)`, each on its line; where there is no room, on one, unless the question has it.
    private static func choices(_ action: Action, _ size: Size) -> [[Run]] {
        let choices = action.options.enumerated().map { index, choice in
            [
                Run("\(index + 1) ", .key), Run(choice.name),
                Run(choice.detail.isEmpty ? "" : " (\(choice.detail))", .muted),
            ]
        }
        if size.rows > choices.count + 1 { return choices.map { [Run("  ")] + $0 } }
        let isAsked = action.options.allSatisfy { action.question?.contains($0.name) == true }
        return isAsked ? [] : [Array(choices.joined(separator: [Run("   ")]))]
    }

    /// The actions over several lines where there is room, else on as many lines as there are.
    private static func json(_ actions: [Action], _ size: Size) -> [[Run]] {
        guard size.rows > 0, size.columns > 0 else { return [] }
        if size.rows >= 8 {
            let pretty = actions.flatMap { JSONText.pretty($0.json, columns: size.columns) }
            return pretty.count <= size.rows
                ? pretty : actions.flatMap { JSONText.listed($0.json, columns: size.columns) }
        }
        let whole = actions.map { JSONText.compact($0.json) }
        let room = size.columns * size.rows
        let isLong = whole.joined().reduce(0) { $0 + $1.text.columns } + actions.count > room
        let shown = isLong ? actions.map { JSONText.compact(essence(of: $0)) } : whole
        guard actions.count > 1, actions.count <= size.rows else {
            return JSONText.wrapped(Array(shown.joined(separator: [Run(" ")])), columns: size.columns, rows: size.rows)
        }
        return shown
    }

    /// The action without what the line above says already.
    private static func essence(of action: Action) -> JSONValue {
        .object(action.json.members.filter { ["command_type", "entities", "api_call", "payload"].contains($0.name) })
    }

    /// The record the suggestion is for; on the desk it changes together with the panes of that record.
    private static func shown(_ state: Dashboard.State) -> NamedRecord? {
        state.view == .desk ? state.record.subject ?? state.current : state.current
    }

    /// What just happened, else what would be wise; then the action performed last.
    private static func idleLines(_ state: Dashboard.State, _ size: Size) -> [[Run]] {
        guard size.rows > 0 else { return [] }
        var lines: [[Run]] = []
        if let status = state.status {
            let role: Role = status.isError ? .error : .status
            let text = SafeText(status.text, .line, asciiMarks: state.glyphs.isASCII).string
            let wrapped = text.wrapped(to: size.columns)
            // What does not fit at all is cut at the end of the last line.
            let last = wrapped.dropFirst(size.rows - 1).joined(separator: " ")
            lines += (wrapped.prefix(size.rows - 1) + [last]).filter { !$0.isEmpty }.map { [Run($0, role)] }
        } else if let suggestion = state.suggestion(for: shown(state)) {
            lines.append([Run("suggested  ", .muted), Run(state.key(.suggestion), .key), Run(" \(suggestion)")])
        }
        // What ran before must not look like what is being typed.
        let isTyping = state.typing == .prompt && !state.prompt.editor.isEmpty
        guard state.prompt.last.isEmpty || isTyping else {
            let room = Size(columns: size.columns, rows: size.rows - lines.count)
            return lines + json(state.prompt.last, room).map { line in line.map { Run($0.text, .muted) } }
        }
        let isLogBeside = !Layout(state).recent.isEmpty || state.view == .log
        if !isLogBeside, let last = state.log.rows.first(where: { !$0.undone }) {
            lines.append([
                Run("last       ", .muted), Run(state.key(.undo), .key), Run(" undoes: \(last.title)", .muted),
            ])
        }
        return lines
    }
}
