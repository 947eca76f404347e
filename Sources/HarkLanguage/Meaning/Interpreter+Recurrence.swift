import HarkCore

extension Interpreter {
    /// The recurrence of a meeting or task, its hour taken from a time said elsewhere where it has none.
    func recurrence(in reading: Reading) -> Recurrence? {
        guard let slot = reading.first("repeat"), var found = finder.recurrence(at: slot.range.lowerBound)?.value
        else { return nil }
        for slot in reading.all("start") + reading.all("due") {
            let time = finder.time(at: slot.range.lowerBound)?.value
            found.clock = found.clock ?? time?.clock
            if found.weekdays.isEmpty, found.frequency == .week, case .weekday(let day, .nearest)? = time?.date {
                found.weekdays = [day]
            }
        }
        return found
    }

    /// When the first meeting of a recurrence starts, or the question what the hour is.
    func start(
        of recurrence: Recurrence, _ slots: [FilledSlot], in draft: inout Draft
    ) -> (from: LocalDateTime, minutes: Int?)? {
        guard times.clock(of: recurrence) != nil, case .clock? = recurrence.clock,
            let first = times.firstTime(of: recurrence)
        else {
            draft.miss("start", asking: "At what time?")
            return nil
        }
        return (first, nil)
    }

    /// Notes the rule. The database keeps single meetings and tasks, so only the first is entered, and only after
    /// a yes.
    func addRecurrence(_ reading: Reading, of what: String, firstAt first: LocalDateTime?, to draft: inout Draft) {
        guard let recurrence = recurrence(in: reading) else { return }
        draft.both("recurrence", .string(times.rule(of: recurrence, withClock: false)))
        let day = first.map { ", on \($0.date.weekday.rawValue.prefix(3).capitalizedFirst) \($0.date)" } ?? ""
        draft.warning = "Each \(what) is entered by itself. Enter the first\(day)?"
    }
}

extension Substring {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
