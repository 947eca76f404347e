import HarkCore

extension Interpreter {
    /// The recurrence of a meeting or task, its hour taken from a time said elsewhere where it has none.
    func recurrence(in reading: Reading) -> Recurrence? {
        // Of "a weekly meeting every Monday at 9" the part that says more counts.
        let said = reading.all("repeat").compactMap { finder.recurrence(at: $0.range.lowerBound)?.value }
        guard var found = said.first(where: { !$0.weekdays.isEmpty }) ?? said.first else { return nil }
        for slot in reading.all("start") + reading.all("due") {
            let time = finder.time(at: slot.range.lowerBound)?.value
            found.clock = found.clock ?? time?.clock
            // What stands behind the phrase corrects it: "every Friday … no, Thursday".
            let corrects = slot.range.lowerBound >= reading.range.upperBound
            if found.weekdays.isEmpty || corrects, found.frequency == .week,
                case .weekday(let day, .nearest)? = time?.date
            {
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

    /// Notes the rule and asks before all its times are entered, each as a record of its own.
    ///
    /// - Returns: The times after the first.
    func addRecurrence(_ reading: Reading, of what: String, to draft: inout Draft) -> [LocalDateTime] {
        guard let recurrence = recurrence(in: reading) else { return [] }
        draft.both("recurrence", .string(times.rule(of: recurrence, withClock: false)))
        let all = times.times(of: recurrence)
        guard let first = all.first, let last = all.last else { return [] }
        draft.pay("occurrences", .integer(all.count))
        let from = "\(first.date.weekday.rawValue.prefix(3).capitalizedFirst) \(first.date)"
        draft.warning =
            all.count == 1
            ? "Enter the one \(what) on \(from)?" : "Enter \(all.count) \(what)s, from \(from) to \(last.date)?"
        return Array(all.dropFirst())
    }
}

extension Substring {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
