import GRDB
public import HarkCore

extension Reading {
    /// Planned meetings from a moment on, the earliest first, with everybody's name; at most a thousand.
    public func agenda(from start: LocalDateTime) throws -> [AgendaEntry] {
        let meetings: [Activity] = try rows(
            where: "kind = 'meeting' AND done = 0 AND at >= ?", order: "at, id LIMIT 1000", [stored(start)])
        return try meetings.compactMap { meeting in
            guard let at = meeting.at else { return nil }
            let contacts = try attendees(of: meeting.id).map { RecordReference(.contact, $0.rawValue) }
            var people: [String] = []
            for record in [meeting.related].compactMap({ $0 }) + contacts {
                guard let named = try? named(record), !people.contains(named.name) else { continue }
                people += [named.name] + (record.kind == .contact && !named.detail.isEmpty ? [named.detail] : [])
            }
            let record = NamedRecord(meeting.reference, name: meeting.subject, detail: at.description)
            return AgendaEntry(record, at: at, people: people, owner: meeting.owner)
        }
    }

    /// Tasks still to be done that are due from a moment on, the earliest first; at most a thousand, without people.
    public func tasksDue(from start: LocalDateTime) throws -> [AgendaEntry] {
        let tasks: [Activity] = try rows(
            where: "kind = 'task' AND done = 0 AND at >= ?", order: "at, id LIMIT 1000", [stored(start)])
        return tasks.compactMap { task in
            task.at.map { at in
                AgendaEntry(
                    NamedRecord(task.reference, name: task.subject, detail: at.description), at: at, people: [],
                    owner: task.owner)
            }
        }
    }

    /// A user's planned meetings in a time, the earliest first; without their attendees.
    public func meetings(
        of owner: Identifier<User>, from start: LocalDateTime, until end: LocalDateTime
    ) throws -> [Activity] {
        try rows(
            where: "kind = 'meeting' AND done = 0 AND owner_id = ? AND at >= ? AND at < ?", order: "at, id",
            [stored(owner), stored(start), stored(end)])
    }

    /// Tickets that are not closed, by number, with their customers' names; at most a thousand.
    public func openTickets() throws -> [NamedRecord] {
        try named(.ticket, where: "status <> 'closed'", order: "id LIMIT 1000", [])
    }
}
