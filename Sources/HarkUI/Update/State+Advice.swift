import HarkCore

extension Dashboard.State {
    /// Asks until when the selected customer, or elsewhere the next action, is to be left out.
    mutating func askForDay() {
        guard let current else { return }
        if focus == .customers { return ask(.snoozeDay(current), beginningWith: "in 2 weeks") }
        guard let action = action(for: current) else { return say("Nothing is suggested here.") }
        ask(.laterDay(action), beginningWith: "in 1 week")
    }

    /// Says that what is suggested has been done, or does not fit.
    mutating func answerSuggestion(_ kind: PlayAnswer.Kind) -> [Dashboard.Effect] {
        guard let action = action(for: current) else {
            say("Nothing is suggested here.")
            return []
        }
        return ask { .answerPlay(action, kind, until: nil, $0) }
    }

    /// Leaves a customer out of the list until a day as people name it.
    mutating func snooze(_ customer: NamedRecord, until text: String) -> [Dashboard.Effect] {
        guard let day = day(text) else { return [] }
        return ask { .snooze(customer, until: day, $0) }
    }

    /// Puts an action off until a day as people name it.
    mutating func putOff(_ action: NextAction, until text: String) -> [Dashboard.Effect] {
        guard let day = day(text) else { return [] }
        return ask { .answerPlay(action, .later, until: day, $0) }
    }

    private mutating func day(_ text: String) -> LocalDate? {
        let day = NamedDay.coming(text, today: now.date)
        if day == nil {
            say("'\(text.oneLine)' is no day: say one such as friday, in 2 weeks or 2026-09-30.", isError: true)
        }
        return day
    }

    /// Has something done that keys stand for, unless something else is still being done.
    private mutating func ask(_ effect: (Dashboard.Ticket) -> Dashboard.Effect) -> [Dashboard.Effect] {
        guard prompt.running == nil else { return [] }
        let ticket = nextTicket()
        prompt.running = Dashboard.Running(ticket: ticket, types: [], isPhrase: false)
        return [effect(ticket)]
    }
}
