import HarkCore

extension Interpreter {
    /// Moves or cancels planned work, which is found by its people, its time or its words.
    func changeAgenda(_ reading: Reading) -> Draft {
        let isCancelling = reading.intent == .cancelActivity
        var draft = Draft(
            reading.intent, isCancelling ? "DELETE /api/activities/{id}" : "PATCH /api/activities/{id}")
        if reading.first("task") != nil { return changeTask(reading, draft) }
        var (from, to) = (expression("from", in: reading), expression("to", in: reading))
        // "From 3 to 4" is read as one range and means two times.
        if !isCancelling, to == nil, let range = from, range.untilClock != nil || range.untilDate != nil {
            to = TimeExpression(date: range.untilDate, clock: range.untilClock)
            from?.untilDate = nil
            from?.untilClock = nil
        }
        var window = from.flatMap { times.resolve($0, .future) }
        // "Change the demo on Friday": where nothing is planned then, it is when it shall be.
        if !isCancelling, to == nil, reading.first("shift") == nil, let slot = reading.first("party"),
            let when = window, !isPlanned(slot, at: when)
        {
            (to, window) = (from, nil)
        }
        let entry = entry(reading, at: window, in: &draft)
        // The name of the meeting says which one; its day says nothing more.
        if let entry, isNamed(entry, in: reading) { draft.entities.removeAll { $0.name == "from" } }
        if !isCancelling { _ = newTime(reading, to, of: entry, in: &draft) }
        guard let entry else { return draft }
        draft.apiCall = draft.apiCall.replacing("{id}", with: String(entry.record.reference.id))
        if isCancelling {
            draft.command = .cancelActivity(entry.record.reference)
        } else if let at = newTime(reading, to, of: entry) {
            draft.command = .reschedule(entry.record.reference, to: at)
        }
        return draft
    }

    private func changeTask(_ reading: Reading, _ base: Draft) -> Draft {
        var draft = base
        let task = link(reading.first("task"), as: "activity", order: [.task], asking: "Which task?", to: &draft)
        if reading.intent == .cancelActivity {
            draft.command = task.map { .cancelActivity($0.reference) }
        } else {
            let at = workTime("to", of: task, in: reading, &draft)
            draft.both("to", at.map { .string($0.description) })
            if let task, let at { draft.command = .reschedule(task.reference, to: at) }
        }
        if let task { draft.apiCall = draft.apiCall.replacing("{id}", with: String(task.reference.id)) }
        return draft
    }

    // MARK: Which meeting

    private func entry(_ reading: Reading, at window: Moment?, in draft: inout Draft) -> AgendaEntry? {
        var fitting = context.agenda.filter { $0.record.reference.kind == .meeting }
        var said: String?
        if let slot = reading.first("party") {
            said = phrase.text(slot.range)
            let called = fitting.filter { isCalled($0, slot) }
            fitting = called.isEmpty ? withPerson(slot, fitting) : called
        }
        if let window {
            let end = window.until ?? window.from.adding(minutes: 1)
            let isDay = !window.hasClock
            fitting = fitting.filter {
                isDay ? $0.at >= window.from && $0.at < end : $0.at >= window.from && $0.at < end
            }
            let slot = reading.first("from")
            said = said ?? slot.map { phrase.text($0.range) }
            let text = window.hasClock ? window.from.description : window.from.date.description
            if reading.first("party") == nil { draft.entity("from", .string(text)) }
        }
        // "The demo" is the one that is called so, where one is.
        let named = fitting.filter { entry in
            let words = Set(NameWords.words(of: entry.record.name))
            return phrase.tokens[reading.range].contains {
                Interpreter.meetingNouns.contains($0.text) && words.contains($0.text)
            }
        }
        if !named.isEmpty { fitting = named }
        // "Move it to one", right after it was planned; no call is "the demo".
        if reading.first("party").map(isPronoun) ?? true, window == nil, !named.isEmpty || !saysSort(reading) {
            let touched = fitting.filter { isTouched($0.record) }
            if !touched.isEmpty { fitting = touched }
        }
        let record = choose(
            among: fitting.map(\.record), as: "activity", said: said, asking: "Which meeting?", in: &draft)
        if let record, named.isEmpty, said == nil, saysSort(reading) { draft.warning = "Is “\(record.name)” meant?" }
        return context.agenda.first { $0.record == record }
    }

    /// Whether a meeting is called by its sort, such as a demo or a lunch.
    private func saysSort(_ reading: Reading) -> Bool {
        phrase.tokens[reading.range].contains {
            Interpreter.meetingNouns.contains($0.text) && !["call", "chat", "visit", "review"].contains($0.text)
        }
    }

    private func isTouched(_ record: NamedRecord) -> Bool {
        context.touched.contains { $0.reference == record.reference }
    }

    /// Whether somebody's meeting, or one of that name, is planned then.
    private func isPlanned(_ party: FilledSlot, at window: Moment) -> Bool {
        let meetings = context.agenda.filter { $0.record.reference.kind == .meeting }
        let entries = meetings.filter { isCalled($0, party) } + withPerson(party, meetings)
        let end = window.until ?? window.from.adding(minutes: 1)
        return entries.isEmpty || entries.contains { $0.at >= window.from && $0.at < end }
    }

    /// Whether every word of a meeting's own name was said.
    private func isNamed(_ entry: AgendaEntry, in reading: Reading) -> Bool {
        let words = NameWords.words(of: entry.record.name)
        return words.count > 1 && Set(words).isSubset(of: phrase.tokens[reading.range].map(\.text))
    }

    /// Whether a meeting's own name starts with the words: "the quarterly review".
    private func isCalled(_ entry: AgendaEntry, _ slot: FilledSlot) -> Bool {
        let said = phrase.tokens[slot.range].map(\.text).filter { $0 != "'s" }
        guard said != ["meeting"], !said.isEmpty else { return false }
        return NameWords.words(of: entry.record.name).starts(with: said)
    }

    private static let meetingNouns: Set<String> = [
        "demo", "lunch", "coffee", "review", "presentation", "workshop", "kickoff", "dinner", "breakfast", "visit",
        "chat", "sync", "call",
    ]

    /// The entries with somebody of that name, said in whole or in part.
    private func withPerson(_ slot: FilledSlot, _ entries: [AgendaEntry]) -> [AgendaEntry] {
        var names: Set<String> = []
        if let mention = spans.mentions[slot.range.lowerBound].first(where: { $0.end == slot.range.upperBound }) {
            for candidate in mention.candidates {
                if let record = context.names.records[Int(candidate.place)] { names.insert(record.name) }
            }
        }
        if case .one(let record, _) = linker.resolve(slot, order: Interpreter.parties) { names.insert(record.name) }
        return entries.filter { !names.isDisjoint(with: $0.people) }
    }

    // MARK: When

    /// The new time, noted in the draft, or the question for it.
    private func newTime(
        _ reading: Reading, _ to: TimeExpression?, of entry: AgendaEntry?, in draft: inout Draft
    ) -> LocalDateTime? {
        if let entry, let at = newTime(reading, to, of: entry) {
            draft.both("to", .string(at.description))
            if at < context.now { draft.miss("to", asking: "\(at) has passed. When should it be?") }
            return at
        }
        if let to, let moment = times.resolve(to, .future) {
            draft.both("to", .string(moment.hasClock ? moment.from.description : moment.from.date.description))
            if let slot = reading.first("to") { askIfTwofold(moment, slot, in: &draft) }
            if entry != nil { draft.miss("to", asking: "When should it be?") }
        } else if to == nil, reading.first("shift") == nil {
            draft.miss("to", asking: "To when?")
        }
        return nil
    }

    /// What a new time leaves open, day or hour, stays as it was.
    private func newTime(_ reading: Reading, _ to: TimeExpression?, of entry: AgendaEntry) -> LocalDateTime? {
        if let minutes = duration("shift", in: reading) {
            let isEarlier = phrase.tokens[reading.range].contains { ["earlier", "forward", "up"].contains($0.text) }
            return entry.at.adding(minutes: isEarlier ? -minutes : minutes)
        }
        guard var wanted = to else { return nil }
        // "Monday" beside "next week" was said of the new time as a whole.
        if wanted.date == nil { wanted.date = .exact(entry.at.date) }
        // "Monday's meeting to Tuesday" is the Tuesday of its week.
        if case .weekday(let day, .nearest)? = wanted.date,
            case let same = entry.at.date.startOfWeek.adding(days: day.daysSinceMonday), same > context.now.date
        {
            wanted.date = .exact(same)
        }
        guard let moment = times.resolve(wanted, .future), moment.otherDay == nil else { return nil }
        if wanted.clock == nil {
            guard moment.grain == .day else { return nil }
            let clock = entry.at.seconds(since: entry.at.date.midnight) / 60
            return moment.from.adding(minutes: Int(clock))
        }
        return moment.grain == .minute ? moment.from : nil
    }

    /// A task or meeting at another time, which a part of the phrase says from end to end: a day, an hour or both, and
    /// how much earlier or later; `nil` where it says anything else.
    func moved(_ work: NamedRecord, by range: Range<Int>) -> Draft? {
        var reading = Reading(
            intent: .rescheduleActivity, cost: 0, slots: [], isNegated: false, range: range,
            place: GrammarPlace(file: "", line: 0, column: 0))
        var index = range.lowerBound
        while index < range.upperBound {
            if let time = finder.time(at: index), time.end <= range.upperBound, reading.first("to") == nil {
                reading.slots.append(FilledSlot(name: "to", type: .time, range: index..<time.end, isOpen: false))
                index = time.end
            } else if let shift = finder.duration(at: index), shift.end < range.upperBound,
                ["later", "earlier"].contains(phrase.tokens[shift.end].text), reading.first("shift") == nil
            {
                reading.slots.append(
                    FilledSlot(name: "shift", type: .duration, range: index..<shift.end, isOpen: false))
                index = shift.end + 1
            } else if [",", "and", "at", "on", "the", "a"].contains(phrase.tokens[index].text) {
                index += 1
            } else {
                return nil
            }
        }
        let isTask = work.reference.kind == .task
        var entry = context.agenda.first { $0.record.reference == work.reference }
        guard !reading.slots.isEmpty, isTask || entry != nil else { return nil }
        var at = expression("to", in: reading).flatMap { to in
            entry.flatMap { newTime(withoutShift(reading), to, of: $0) }
        }
        if reading.first("shift") != nil {
            if let day = at { entry?.at = day }
            at = entry.flatMap { newTime(reading, nil, of: $0) }
        } else if at == nil, isTask {
            var none = Draft(.snoozeTask)
            at = workTime("to", of: nil, in: reading, &none)
            if none.question != nil { return nil }
        }
        guard let at else { return nil }
        var draft = Draft(
            isTask ? .snoozeTask : .rescheduleActivity,
            isTask ? "POST /api/tasks/\(work.reference.id)/snooze" : "PATCH /api/activities/\(work.reference.id)")
        draft.entity(isTask ? "task" : "activity", .string(work.name))
        draft.both(isTask ? "until" : "to", .string(at.description))
        draft.links = [Action.Link(entity: isTask ? "task" : "activity", record: work, match: 1)]
        if at < context.now { draft.miss(isTask ? "until" : "to", asking: "\(at) has passed. When should it be?") }
        draft.command =
            isTask ? .snoozeTask(Identifier(work.reference.id), until: at) : .reschedule(work.reference, to: at)
        return draft
    }

    private func withoutShift(_ reading: Reading) -> Reading {
        var plain = reading
        plain.slots.removeAll { $0.name == "shift" }
        return plain
    }

    func snoozeTask(_ reading: Reading) -> Draft {
        var draft = Draft(.snoozeTask, "POST /api/tasks/{id}/snooze")
        let task = link(reading.first("task"), as: "task", order: [.task], asking: "Which task?", to: &draft)
        let until = workTime("until", of: task, in: reading, &draft)
        draft.both("until", until.map { .string($0.description) })
        guard let task, let until else { return draft }
        draft.apiCall = "POST /api/tasks/\(task.reference.id)/snooze"
        draft.command = .snoozeTask(Identifier(task.reference.id), until: until)
        return draft
    }

    /// The time a task is put off to: a day without an hour means its morning, an hour without a day that of its day.
    private func workTime(
        _ name: String, of task: NamedRecord?, in reading: Reading, _ draft: inout Draft
    ) -> LocalDateTime? {
        if let minutes = duration("shift", in: reading) {
            if minutes < 1_440 { return context.now.adding(minutes: minutes) }
            return context.now.date.adding(days: minutes / 1_440).midnight.adding(minutes: 9 * 60)
        }
        guard let slot = reading.first(name), let moment = moment(name, in: reading, .future) else {
            draft.miss(name, asking: "Until when?")
            return nil
        }
        askIfTwofold(moment, slot, in: &draft)
        if let said = expression(name, in: reading), said.date == nil, said.clock != nil,
            let entry = context.agenda.first(where: { $0.record.reference == task?.reference }),
            entry.at.date > context.now.date, let at = newTime(reading, said, of: entry)
        {
            return at
        }
        return moment.hasClock ? moment.from : workTime(on: moment.from)
    }
}
