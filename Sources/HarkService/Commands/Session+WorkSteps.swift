import HarkCore
import HarkStore

extension Session {
    func schedulingMeeting(_ new: NewMeeting) throws(ServiceError) -> Step {
        try require(.write, .activities)
        let names = new.attendees.map(\.name).joined(separator: ", ")
        let contacts = new.attendees.filter { $0.reference.kind == .contact }
        let meeting = Activity(
            kind: .meeting, subject: new.subject, related: new.attendees.first?.reference,
            attendees: contacts.map { Identifier($0.reference.id) }, owner: user.id, at: new.start,
            durationMinutes: new.durationMinutes, place: new.place, createdAt: now)
        let what = names.isEmpty ? new.subject : "Meeting with \(names)"
        return Step(title: "Scheduled: \(what)") { writing in
            let id = try writing.insert(meeting)
            try insert(meeting, at: new.repeats, in: writing)
            return Reply(
                "\(what) on \(new.start.spoken), \(new.durationMinutes) minutes\(Session.more(new.repeats)).",
                focus: meeting.related,
                records: [NamedRecord(RecordReference(.meeting, id.rawValue), name: new.subject)],
                changed: true)
        }
    }

    func creatingTask(_ new: NewTask) throws(ServiceError) -> Step {
        try require(.write, .activities)
        guard !new.subject.isEmpty else { throw .needsAnswer("What is to be done?") }
        let task = Activity(
            kind: .task, subject: new.subject, related: new.related, owner: new.assignee ?? user.id, at: new.due,
            priority: new.priority, createdAt: now)
        return Step(title: "Added task \(new.subject)") { writing in
            let id = try writing.insert(task)
            try insert(task, at: new.repeats, in: writing)
            let due = new.due.map { ", due \($0.spoken)" } ?? ""
            return Reply(
                "Added task: \(new.subject)\(due)\(Session.more(new.repeats)).", focus: new.related,
                records: [NamedRecord(RecordReference(.task, id.rawValue), name: new.subject)], changed: true)
        }
    }

    /// Enters an activity again for each later time.
    private func insert(_ activity: Activity, at times: [LocalDateTime], in writing: Writing) throws {
        for time in times {
            var again = activity
            again.at = time
            _ = try writing.insert(again)
        }
    }

    /// How many more times there are, for a reply.
    private static func more(_ times: [LocalDateTime]) -> String {
        times.last.map { ", and \(times.count) more until \($0.date)" } ?? ""
    }

    func completingTask(_ id: Identifier<Activity>) throws(ServiceError) -> Step {
        let task = try read { try $0.activity(id) }
        try require(.write, .activities, ownedBy: task.owner)
        guard task.kind == .task else { throw .badInput("#\(id) is a \(task.kind.rawValue), not a task.") }
        guard !task.done else { throw .badInput("\(task.subject) is done already.") }
        return Step(title: "Completed task \(task.subject)") { writing in
            var done = try writing.reading.activity(id)
            done.done = true
            try writing.update(done)
            return Reply("Done: \(task.subject).", focus: task.related, records: [task.record], changed: true)
        }
    }

    func snoozing(_ id: Identifier<Activity>, until time: LocalDateTime) throws(ServiceError) -> Step {
        let task = try read { try $0.activity(id) }
        guard task.kind == .task, !task.done else { throw .badInput("\(task.subject) is no open task.") }
        return try moving(task, to: time, "Snoozed \(task.subject) until \(time.spoken)")
    }

    func rescheduling(_ record: RecordReference, to time: LocalDateTime) throws(ServiceError) -> Step {
        let activity = try read { try $0.activity(Identifier(record.id)) }
        return try moving(activity, to: time, "Moved \(activity.subject) to \(time.spoken)")
    }

    private func moving(_ activity: Activity, to time: LocalDateTime, _ title: String) throws(ServiceError) -> Step {
        try require(.write, .activities, ownedBy: activity.owner)
        guard activity.at != time else { throw .badInput("\(activity.subject) is at that time already.") }
        return Step(title: title) { writing in
            var moved = try writing.reading.activity(activity.id)
            moved.at = time
            try writing.update(moved)
            return Reply("\(title).", focus: activity.related, records: [activity.record], changed: true)
        }
    }

    func cancelling(_ record: RecordReference) throws(ServiceError) -> Step {
        let activity = try read { try $0.activity(Identifier(record.id)) }
        try require(.write, .activities, ownedBy: activity.owner)
        let title = "Cancelled \(activity.subject)\(activity.at.map { ", \($0.spoken)" } ?? "")"
        return Step(title: title) { writing in
            try writing.delete(RecordReference(record.kind, record.id))
            return Reply("\(title).", focus: activity.related, changed: true)
        }
    }

    func logging(_ log: WorkLog) throws(ServiceError) -> Step {
        try require(.write, .activities, ownedBy: try owner(of: log.related))
        let name = try read { try $0.detail(of: log.related).title }
        let what = log.isMeeting ? "meeting" : "call"
        let attendees = log.isMeeting && log.related.kind == .contact ? [Identifier<Contact>(log.related.id)] : []
        let activity = Activity(
            kind: log.isMeeting ? .meeting : .call, subject: "\(log.isMeeting ? "Meeting" : "Call") with \(name)",
            body: log.note, related: log.related, attendees: attendees, owner: user.id, at: log.at ?? now,
            durationMinutes: log.durationMinutes, outcome: log.outcome, done: true, createdAt: now)
        return Step(title: "Logged \(what) with \(name)") { writing in
            _ = try writing.insert(activity)
            _ = try rescore(log.related, in: writing)
            let minutes = log.durationMinutes.map { ", \($0) minutes" } ?? ""
            return Reply("Logged \(what) with \(name)\(minutes).", focus: log.related, changed: true)
        }
    }

    /// Hark sends nothing: the draft is kept as a task with the text, until somebody sends it.
    func draftingEmail(_ email: EmailDraft) throws(ServiceError) -> Step {
        try require(.write, .activities)
        let detail = try read { try $0.detail(of: email.recipient) }
        let address = detail.fields.first { $0.label == "E-mail" }?.value
        let person = detail.fields.first { $0.label == "Person" }?.value ?? detail.title
        let subject = email.subject ?? "Following up"
        let text = """
            To: \(address ?? detail.title)
            Subject: \(subject)

            Dear \(person),

            \(email.body ?? "")

            Best regards,
            \(user.name)
            """
        let task = Activity(
            kind: .task, subject: "E-mail \(detail.title): \(subject)", body: text, related: email.recipient,
            owner: user.id, createdAt: now)
        return Step(title: "Drafted e-mail to \(detail.title)") { writing in
            let id = try writing.insert(task)
            let to = address ?? "\(detail.title), who has no e-mail address yet"
            return Reply(
                "Drafted an e-mail to \(to): \(subject). It is kept as task #\(id); nothing was sent.",
                focus: email.recipient, records: [NamedRecord(RecordReference(.task, id.rawValue), name: task.subject)],
                changed: true)
        }
    }

    func addingNote(_ note: NewNote) throws(ServiceError) -> Step {
        try require(.write, .notes)
        guard !note.text.isEmpty else { throw .needsAnswer("What should the note say?") }
        let name = try note.related.map { reference throws(ServiceError) in
            try read { try $0.detail(of: reference).title }
        }
        let activity = Activity(
            kind: .note, subject: name.map { "Note on \($0)" } ?? "Note", body: note.text, related: note.related,
            owner: user.id, at: now, done: true, createdAt: now)
        let target = name.map { " to \($0)" } ?? ""
        return Step(title: "Added note\(target)") { writing in
            _ = try writing.insert(activity)
            if let related = note.related { _ = try rescore(related, in: writing) }
            return Reply("Added note\(target).", focus: note.related, changed: true)
        }
    }
}

extension Activity {
    /// The activity by its name.
    fileprivate var record: NamedRecord {
        NamedRecord(RecordReference(kind == .task ? .task : .meeting, id.rawValue), name: subject)
    }
}

extension LocalDateTime {
    /// The moment for a reply, such as `Thursday 2026-03-05 at 11:00`.
    var spoken: String {
        let day = date.weekday.rawValue
        let clock = description.suffix(5)
        return "\(day.prefix(1).uppercased())\(day.dropFirst()) \(date) at \(clock)"
    }
}
