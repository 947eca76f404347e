import GRDB
import HarkCore

extension Activity: StoredRecord {
    static var schema: TableSchema { Schema.activity }

    /// Reads everything but the attendees, which are rows of their own.
    init(_ row: inout RowReader) throws {
        let id: Identifier<Activity> = row.identifier()
        self.init(
            id: id, kind: try row.choice(), subject: row.text(), body: row.optionalText(),
            related: try row.optionalReference(), owner: row.optionalIdentifier(), at: row.optionalTime(),
            durationMinutes: row.optionalInteger().map(Int.init), place: row.optionalText(),
            outcome: row.optionalText(), priority: try row.optionalChoice(), done: row.flag(),
            createdAt: row.time())
    }

    var values: [DatabaseValue] {
        [
            stored(kind), stored(subject), stored(body), stored(related?.kind), stored(related?.id), stored(owner),
            stored(at), stored(durationMinutes), stored(place), stored(outcome), stored(priority), stored(done),
            stored(createdAt),
        ]
    }
}

extension Event: StoredRecord {
    static var schema: TableSchema { Schema.event }

    init(_ row: inout RowReader) throws {
        self.init(
            id: row.identifier(), subject: try row.reference(), kind: Kind(rawValue: row.text()), at: row.time(),
            note: row.optionalText())
    }

    var values: [DatabaseValue] {
        [stored(subject.kind), stored(subject.id), stored(kind), stored(at), stored(note)]
    }
}

extension Ticket: StoredRecord {
    static var schema: TableSchema { Schema.ticket }

    init(_ row: inout RowReader) throws {
        self.init(
            id: row.identifier(), customer: row.optionalIdentifier(), subject: row.text(),
            priority: try row.choice(), status: try row.choice(), openedAt: row.time(),
            closedAt: row.optionalTime())
        resolution = row.optionalText()
    }

    var values: [DatabaseValue] {
        [
            stored(customer), stored(subject), stored(priority), stored(status), stored(openedAt), stored(closedAt),
            stored(resolution),
        ]
    }
}

extension Message: StoredRecord {
    static var schema: TableSchema { Schema.message }

    init(_ row: inout RowReader) throws {
        self.init(
            id: row.identifier(), subject: try row.reference(), direction: try row.choice(), channel: row.text(),
            body: row.text(), at: row.time())
    }

    var values: [DatabaseValue] {
        [
            stored(subject.kind), stored(subject.id), stored(direction), stored(channel), stored(body), stored(at),
        ]
    }
}

extension VoiceLog: StoredRecord {
    static var schema: TableSchema { Schema.voiceLog }

    init(_ row: inout RowReader) throws {
        self.init(
            id: row.identifier(), user: row.identifier(), at: row.time(), source: try row.choice(),
            transcript: row.text(), commandType: row.text(), performed: row.flag())
    }

    var values: [DatabaseValue] {
        [
            stored(user), stored(at), stored(source), stored(transcript), stored(commandType), stored(performed),
        ]
    }
}
