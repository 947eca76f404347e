import GRDB
import HarkCore

/// Puts rows back to what they were before a command, or to what they were after it.
struct Rewind {
    enum Direction { case undo, redo }

    var direction: Direction
    var session: WriteSession

    /// Takes `count` steps; at least one, or throws that there is none.
    func run(count: Int) throws -> [LoggedAction] {
        let (state, order) = direction == .undo ? (Journal.State.done, "DESC") : (.undone, "ASC")
        let actions = try Journal.actions(
            session.database, where: "user_id = ? AND state = ? ORDER BY id \(order) LIMIT ?",
            [stored(session.request.user), stored(state), stored(max(1, count))])
        guard !actions.isEmpty else {
            throw direction == .undo ? StoreError.nothingToUndo : StoreError.nothingToRedo
        }
        return try actions.map { action in
            var action = action
            if action.commandType == .importRecords {
                try takeOut(&action)
            } else {
                try apply(action.id)
            }
            action.undone = direction == .undo
            return action
        }
    }

    /// Takes out what an import brought in; what was changed since stays, and reading the file again is the way to
    /// have it back.
    private func takeOut(_ action: inout LoggedAction) throws {
        for (_, image) in try Journal.images(of: action.id, session.database)
        where image.schema.name == Schema.importRun.name {
            let undone = try ImportRemoval(run: image.id, session: session).perform()
            if undone.keptCount > 0 { action.title += " (\(undone.keptCount) rows stayed: changed since, or in use)" }
        }
        try session.run(
            "UPDATE t_journal SET state = ? WHERE tenant_id = ? AND id = ?",
            [stored(Journal.State.abandoned), session.tenant, stored(action.id)])
    }

    private func apply(_ entry: Int64) throws {
        let images = try Journal.images(of: entry, session.database)
        for (row, image) in direction == .undo ? images.reversed() : images {
            try apply(image, journalRow: row)
        }
        for (_, image) in images { try refresh(image) }
        let state = direction == .undo ? Journal.State.undone : .done
        try session.run(
            "UPDATE t_journal SET state = ? WHERE tenant_id = ? AND id = ?",
            [stored(state), session.tenant, stored(entry)])
    }

    private func apply(_ image: RowImage, journalRow: Int64) throws {
        let (expected, wanted) = direction == .undo ? (image.after, image.before) : (image.before, image.after)
        let current = try RowImage.values(of: image.id, in: image.schema, session.database)
        guard image.stated(of: current) == image.stated(of: expected) else {
            throw StoreError.changedSince(image.reference, name: try name(of: image, current ?? expected))
        }
        if direction == .undo { try keepCurrent(current, of: image, in: journalRow) }
        session.count(image.schema.name)
        let key = [session.tenant, stored(image.id)]
        switch (current, wanted) {
        case (_, nil): try remove(image, current)
        case (nil, let wanted?): try session.run("insert", image.schema, { $0.insert }, key + wanted)
        case (_, let wanted?):
            try session.run("restore", image.schema, { $0.restore }, wanted.prefix(image.schema.stated.count) + key)
        }
    }

    /// Redo brings back what undo took away, with the scores it had by then.
    private func keepCurrent(_ current: [DatabaseValue]?, of image: RowImage, in journalRow: Int64) throws {
        try session.run(
            "UPDATE t_journal_row SET after = ? WHERE tenant_id = ? AND id = ?",
            [stored(RowImage.json(of: current, in: image.schema)), session.tenant, stored(journalRow)])
    }

    private func remove(_ image: RowImage, _ current: [DatabaseValue]?) throws {
        do {
            try session.run("remove", image.schema, { $0.remove }, [session.tenant, stored(image.id)])
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
            throw StoreError.inUse(image.reference, name: try name(of: image, current))
        }
    }

    /// Brings what follows from the row up to date: its name in the index, stages and last touches.
    private func refresh(_ image: RowImage) throws {
        try NameIndex.refresh(image.id, in: image.schema, session)
        for values in [image.before, image.after].compactMap(\.self) {
            switch image.schema.name {
            case "lead": try Derived.refreshStage(ofLead: image.id, session)
            case "deal": try Derived.refreshStage(ofLead: image.integer("lead_id", in: values), session)
            default: break
            }
            if let subject = image.subject(in: values) { try Derived.refreshTouch(subject, session) }
        }
    }

    private func name(of image: RowImage, _ values: [DatabaseValue]?) throws -> String {
        for column in ["name", "subject", "title"] {
            if let values, let text = image.value(column, in: values).flatMap(String.fromDatabaseValue) { return text }
        }
        return "\(image.schema.name.capitalizedFirst) \(image.id)"
    }
}

extension RowImage {
    /// The values of a row without those worked out from other rows.
    func stated(of values: [DatabaseValue]?) -> ArraySlice<DatabaseValue>? { values?.prefix(schema.stated.count) }

    func value(_ column: String, in values: [DatabaseValue]) -> DatabaseValue? {
        schema.stated.firstIndex(of: column).map { values[$0] }
    }

    func integer(_ column: String, in values: [DatabaseValue]) -> Int64? {
        value(column, in: values).flatMap(Int64.fromDatabaseValue)
    }

    /// The record an event, message, activity or ticket is about.
    func subject(in values: [DatabaseValue]) -> RecordReference? {
        if schema.name == "ticket" { return integer("customer_id", in: values).map { RecordReference(.customer, $0) } }
        let names = schema.name == "activity" ? ("related_kind", "related_id") : ("subject_kind", "subject_id")
        guard
            let kind = value(names.0, in: values).flatMap(String.fromDatabaseValue).flatMap(RecordKind.init(rawValue:)),
            let id = integer(names.1, in: values)
        else { return nil }
        return RecordReference(kind, id)
    }

    /// The record the row is, for messages.
    var reference: RecordReference {
        switch schema.name {
        case "activity", "activity_attendee":
            let values = before ?? after ?? []
            let word = schema.name == "activity" ? value("kind", in: values).flatMap(String.fromDatabaseValue) : nil
            return RecordReference(word.flatMap(RecordKind.init(rawValue:)) ?? .meeting, id)
        default: return RecordReference(RecordKind(rawValue: schema.name) ?? .note, id)
        }
    }
}
