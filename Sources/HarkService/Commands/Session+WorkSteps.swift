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
            return Reply(
                "\(what) on \(new.start.spoken), \(new.durationMinutes) minutes.",
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
            let due = new.due.map { ", due \($0.spoken)" } ?? ""
            return Reply(
                "Added task: \(new.subject)\(due).", focus: new.related,
                records: [NamedRecord(RecordReference(.task, id.rawValue), name: new.subject)], changed: true)
        }
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
            return Reply("Done: \(task.subject).", focus: task.related, changed: true)
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
            return Reply("\(title).", focus: activity.related, changed: true)
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

    func loggingCall(_ call: CallLog) throws(ServiceError) -> Step {
        try require(.write, .activities, ownedBy: try owner(of: call.related))
        let name = try read { try $0.detail(of: call.related).title }
        let activity = Activity(
            kind: .call, subject: "Call with \(name)", body: call.note, related: call.related, owner: user.id,
            at: call.at ?? now, durationMinutes: call.durationMinutes, outcome: call.outcome, done: true,
            createdAt: now)
        return Step(title: "Logged call with \(name)") { writing in
            _ = try writing.insert(activity)
            _ = try rescore(call.related, in: writing)
            let minutes = call.durationMinutes.map { ", \($0) minutes" } ?? ""
            return Reply("Logged call with \(name)\(minutes).", focus: call.related, changed: true)
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

extension LocalDateTime {
    /// The moment for a reply, such as `Thursday 2026-03-05 at 11:00`.
    var spoken: String {
        let day = date.weekday.rawValue
        let clock = description.suffix(5)
        return "\(day.prefix(1).uppercased())\(day.dropFirst()) \(date) at \(clock)"
    }
}
