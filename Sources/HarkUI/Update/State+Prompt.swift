import HarkCore
import HarkLanguage
import HarkScreen

extension Dashboard.State {
    /// Lets the user type a phrase that begins with `text`; what somebody only clicked away from is still there.
    mutating func startPhrase(_ text: String) {
        typing = .prompt
        guard !text.isEmpty else { return }
        prompt.reading = nil
        prompt.ticket = nil
        prompt.editor.replace(with: text)
    }

    /// Types in the prompt: an answer's number, or text.
    mutating func typePhrase(_ key: Key) -> [Dashboard.Effect] {
        if let answer = choiceAnswer(key) { return send(answer) }
        let before = prompt.editor.text
        if key == .named(.right), !shownGhost.isEmpty {
            takeGhost()
        } else if prompt.editor.handle(key), prompt.editor.text != before {
            phraseChanged()
        }
        return []
    }

    /// Shows what was typed before or after.
    mutating func recall(older: Bool) {
        let before = prompt.editor.text
        if older { prompt.editor.recallPrevious() } else { prompt.editor.recallNext() }
        if prompt.editor.text != before { phraseChanged() }
    }

    /// Enter: reads the phrase, answers what was asked, or runs what is shown.
    mutating func submit() -> [Dashboard.Effect] {
        guard prompt.running == nil, prompt.ticket == nil else { return [] }
        if let phrase = prompt.palette.selected?.phrase {
            startPhrase(phrase)
            return []
        }
        let text = prompt.editor.text
        guard let reading = prompt.reading else { return text.isBlank ? [] : send(text) }
        switch reading.decisive.status {
        case .ready: return perform(reading.actions)
        case .confirm: return confirm(reading, answer: text.trimmedLowercased)
        case .clarify: return text.isBlank ? [] : send(text)
        case .refused, .unknown: return []
        }
    }

    /// Escape: first back to the phrase, then out of the prompt; what was typed is the newest of the phrases before.
    mutating func leavePrompt() -> [Dashboard.Effect] {
        if let reading = prompt.reading {
            if reading.asksBack { prompt.editor.replace(with: reading.phrase) }
            prompt.reading = nil
            prompt.ticket = nil
        } else if prompt.ticket != nil {
            prompt.ticket = nil
        } else {
            typing = nil
            prompt.editor.shelve()
            return [.saveDraft(draft)]
        }
        return []
    }

    /// Takes the readings of the phrase sent last.
    mutating func take(_ ways: [[Action]], _ ticket: Dashboard.Ticket) {
        guard ticket == prompt.ticket else { return }
        prompt.ticket = nil
        // An answer may turn out to be a phrase of its own.
        let said = prompt.editor.text
        if ways.first?.first?.rawText == said { prompt.sent = said }
        guard let reading = Dashboard.Reading(phrase: prompt.sent, ways: ways) else {
            return say("Nothing was understood. \(key(.help)) says what you can say.", isError: true)
        }
        prompt.reading = reading
        prompt.editor.replace(with: reading.asksBack ? "" : reading.phrase)
    }

    private func choiceAnswer(_ key: Key) -> String? {
        guard case .character(let digit, []) = key, prompt.editor.isEmpty, prompt.ticket == nil,
            let reading = prompt.reading, reading.asksBack, let number = Int(String(digit)),
            (1...9).prefix(reading.decisive.options.count).contains(number)
        else { return nil }
        return String(digit)
    }

    private mutating func phraseChanged() {
        prompt.completion = nil
        if prompt.reading?.asksBack == true {
            prompt.reading?.isArmed = false
        } else {
            prompt.reading = nil
            prompt.ticket = nil
        }
    }

    /// Sends a phrase, or the answer to what was asked back, to be read.
    private mutating func send(_ text: String) -> [Dashboard.Effect] {
        let pending = prompt.reading.flatMap { $0.asksBack ? $0.decisive : nil }
        if pending == nil {
            prompt.sent = text
            _ = prompt.editor.take()
        }
        prompt.editor.replace(with: text)
        let ticket = nextTicket()
        prompt.ticket = ticket
        return [
            .readPhrase(text, selected: current ?? record.subject, listed: listed, pending: pending, .typed, ticket)
        ]
    }

    private mutating func confirm(_ reading: Dashboard.Reading, answer: String) -> [Dashboard.Effect] {
        switch answer {
        case "yes", "y": return perform(reading.actions)
        case "no", "n":
            prompt.reading = nil
            prompt.editor.replace(with: "")
            say("Left as it was.")
        case _ where answer.isEmpty && reading.decisive.mustType != nil:
            say("A yes is not enough here: type \(reading.decisive.mustType ?? "") and press \(key(.runPhrase)).")
        case "" where reading.isDoneByEnter: return perform(reading.actions)
        case "":
            prompt.reading?.isArmed = true
            say("\(key(.runPhrase)) again to do it: \(reading.decisive.question ?? "are you sure?")")
        default: return send(answer)
        }
        return []
    }

    private mutating func perform(_ actions: [Action]) -> [Dashboard.Effect] {
        let ticket = nextTicket()
        prompt.running = Dashboard.Running(ticket: ticket, types: actions.map(\.commandType), isPhrase: true)
        return [.perform(actions, ticket)]
    }

    /// Performs a command a key stands for.
    mutating func run(_ command: Command) -> [Dashboard.Effect] {
        guard prompt.running == nil else { return [] }
        let ticket = nextTicket()
        prompt.running = Dashboard.Running(ticket: ticket, types: [command.type], isPhrase: false)
        return [.run(command, ticket)]
    }

    /// Lets a word count in no score any more.
    mutating func strike(_ word: String) -> [Dashboard.Effect] {
        guard prompt.running == nil else { return [] }
        let ticket = nextTicket()
        prompt.running = Dashboard.Running(ticket: ticket, types: [], isPhrase: false)
        return [.strike(word, ticket)]
    }

    /// The records in sight that "the second one" may mean: the rows of the list in front, or those marked.
    var listed: [NamedRecord] {
        if !marks.isEmpty { return marks }
        return switch source {
        case .customers: visible(customers, .customers)
        case .results: visible(results, .results)
        default: visible(leads, .leads)
        }
    }

    private func visible<Row>(_ table: Table<Row>, _ pane: Dashboard.Pane) -> [NamedRecord] {
        (table.top..<table.top + max(1, rows(of: pane))).compactMap { table[$0]?.named }
    }
}

extension String {
    /// Whether nothing but spaces is in it.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }

    /// The text without spaces at its ends.
    var trimmed: String {
        let tail = drop { $0.isWhitespace }
        return String(tail.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The text in lower case without spaces at its ends.
    var trimmedLowercased: String { trimmed.lowercased() }
}
