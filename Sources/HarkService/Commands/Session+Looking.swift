import HarkCore
import HarkStore

extension Session {
    func answerField(_ reference: RecordReference, _ field: ShownField) throws(ServiceError) -> Reply {
        let detail = try detail(of: reference)
        let found = field.labels.lazy.compactMap { label in detail.fields.first { $0.label == label } }.first
        let value = found.map { "is \($0.value)" } ?? "is not known"
        return Reply(
            "The \(field.label) of \(detail.title) \(value).", focus: reference,
            records: [NamedRecord(reference, name: detail.title)])
    }

    func answerHistory(_ reference: RecordReference, _ span: DateSpan?) throws(ServiceError) -> Reply {
        let detail = try detail(of: reference)
        let events = detail.events.filter { event in
            guard event.at <= now else { return false }
            if let from = span?.from, event.at.date < from { return false }
            if let until = span?.until, event.at.date >= until { return false }
            return true
        }
        let when = span.map { ", \($0.text)" } ?? ""
        guard !events.isEmpty else {
            return Reply("Nothing happened with \(detail.title)\(when).", focus: reference)
        }
        let lines = events.suffix(5).reversed().map { event in
            "\(event.at.date) \(event.kind.title)\(event.note.map { " (\($0))" } ?? "")"
        }
        return Reply(
            "\(detail.title)\(when): \(events.count) events; \(lines.joined(separator: ", ")).", focus: reference,
            records: [NamedRecord(reference, name: detail.title)])
    }

    /// The number to call; Hark itself dials nothing.
    func answerCall(_ reference: RecordReference) throws(ServiceError) -> Reply {
        let detail = try detail(of: reference)
        guard let phone = detail.fields.first(where: { $0.label == "Phone" })?.value else {
            return Reply(
                "\(detail.title) has no phone number yet. Say 'set the phone of \(detail.title) to …'.",
                focus: reference, records: [NamedRecord(reference, name: detail.title)])
        }
        return Reply(
            "Call \(detail.title): \(phone). Then say 'I called \(detail.title)' to keep it.", focus: reference,
            records: [NamedRecord(reference, name: detail.title)])
    }

    /// What to do next: what is overdue, then what is worth most with the user's records.
    func answerNext(_ reference: RecordReference?) throws(ServiceError) -> Reply {
        if let reference { return try nextStep(with: reference) }
        let overdue = RecordQuery(
            .task,
            conditions: [
                Condition(.status, .equals, .text("open")), Condition(.owner, .equals, .me),
                Condition(.due, .atMost, .date(now.date)),
            ], sort: [SortKey(.due)], page: Page(limit: 5))
        let tasks = try records(overdue).rows
        let agenda = try agenda(owner: user.id)
        let actions = Array(agenda.actions.prefix(5))
        let found =
            tasks.map { NamedRecord($0.reference, name: $0.name, detail: "due") }
            + actions.map { NamedRecord($0.record.reference, name: $0.record.name, detail: $0.title) }
        try noteAdvice(showing: actions, of: agenda)
        if let task = tasks.first {
            return Reply("\(task.name) is due. \(found.count - 1) more are listed.", records: found)
        }
        guard let best = actions.first else { return Reply("Nothing is due, and nothing in particular is wise now.") }
        return Reply(Session.advice(best) + " \(found.count - 1) more are listed.", records: found)
    }

    private func nextStep(with reference: RecordReference) throws(ServiceError) -> Reply {
        let title = try detail(of: reference).title
        let record = NamedRecord(reference, name: title)
        try noteAdvice(shownFor: [reference])
        guard let best = try nextActions(for: reference).first else {
            return Reply("Nothing in particular with \(title) now.", focus: reference, records: [record])
        }
        return Reply(Session.advice(best), focus: reference, records: [record])
    }

    private static func advice(_ action: NextAction) -> String {
        "\(action.record.name): \(action.title), because \(action.reason). Say '\(action.phrase)'."
    }

    // MARK: Free time

    /// The first gaps of the user's working days, 9 to 17 from Monday to Friday, that are long enough.
    func answerFreeSlot(_ days: DateSpan, minutes: Int, hours: Range<Int>) throws(ServiceError) -> Reply {
        try require(.read, .activities)
        let first = max(days.from ?? now.date, now.date)
        let end = min(days.until ?? first.adding(days: 14), first.adding(days: 62))
        let meetings = try read { try $0.meetings(of: user.id, from: first.midnight, until: end.midnight) }
        var slots: [(from: LocalDateTime, until: LocalDateTime)] = []
        var day = first
        while day < end, slots.count < 5 {
            if day.weekday.daysSinceMonday < 5 { slots += gaps(on: day, meetings, minutes: minutes, hours: hours) }
            day = day.adding(days: 1)
        }
        guard !slots.isEmpty else {
            return Reply("No \(minutes) minutes are free, \(DateSpan(from: first, until: end).text).")
        }
        let texts = slots.prefix(5).map { "\($0.from.spoken) to \($0.until.description.suffix(5))" }
        return Reply("Free for \(minutes) minutes: \(texts.joined(separator: ", ")).")
    }

    private func gaps(
        on day: LocalDate, _ meetings: [Activity], minutes: Int, hours: Range<Int>
    ) -> [(from: LocalDateTime, until: LocalDateTime)] {
        var found: [(from: LocalDateTime, until: LocalDateTime)] = []
        var free = max(day.midnight.adding(minutes: hours.lowerBound), now)
        let evening = day.midnight.adding(minutes: hours.upperBound)
        func close(at end: LocalDateTime) {
            if end.seconds(since: free) >= Int64(minutes) * 60 { found.append((free, end)) }
        }
        for meeting in meetings {
            guard let start = meeting.at, start.date == day else { continue }
            close(at: min(start, evening))
            free = max(free, start.adding(minutes: meeting.durationMinutes ?? 30))
        }
        close(at: evening)
        return found
    }
}
