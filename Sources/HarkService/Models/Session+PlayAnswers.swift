public import HarkCore
import HarkLifecycle
import HarkStore

extension Session {
    /// Remembers what the user says to a play of a record; undo takes it back.
    ///
    /// - Parameters:
    ///   - play: The play's lasting name, such as `call-back`.
    ///   - until: The day it is to be advised again; needed for `later`.
    ///   - reason: Why, in free words.
    /// - Throws: ``ServiceError/refused(_:)`` without the right to write activities of the record's owner,
    ///   ``ServiceError/notFound(_:)`` for an unknown play, ``ServiceError/badInput(_:)`` for a day gone by.
    public func answer(
        _ play: String, of reference: RecordReference, _ kind: PlayAnswer.Kind, until: LocalDate? = nil,
        because reason: String? = nil
    ) throws(ServiceError) -> Reply {
        let title = try detail(of: reference).title
        guard reference.kind == .lead || reference.kind == .customer else {
            throw .badInput("\(title) is a \(reference.kind.rawValue), and only leads and customers have next actions.")
        }
        let owner = try read { try $0.owner(of: reference) }
        try require(.write, .activities, ownedBy: owner)
        let book = try playBook()
        guard let found = book.play(play), found.kinds.contains(reference.kind) else {
            let known = book.plays.filter { $0.kinds.contains(reference.kind) }.map(\.name).joined(separator: ", ")
            throw .notFound("There is no play '\(play)' for a \(reference.kind.rawValue). There are: \(known).")
        }
        if kind == .later {
            guard let until else { throw .needsAnswer("Until when? Say a day, such as friday or 2026-09-30.") }
            guard until > now.date else { throw .badInput("\(until) has come: later is tomorrow at the earliest.") }
        }
        let because = reason?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let answer = PlayAnswer(
            reference, play: play, kind, until: until, because: because?.isEmpty == false ? because : nil,
            by: user.name, at: now)
        let text = "\(title): \(found.title), \(answer.ending)"
        try write(request(.nextAction, title: text)) { writing in
            try writing.keep(answer)
            writing.remark(AuditRemark(action: "ANSWER_PLAY", object: reference))
        }
        return Reply("\(text).", focus: reference, records: [NamedRecord(reference, name: title)], changed: true)
    }

    /// What rests of the plays of a record, by what people said to them; the newest first.
    public func restingPlays(of reference: RecordReference) throws(ServiceError) -> [PlayAnswer] {
        try require(.read, reference.kind.subject)
        let book = try playBook()
        let answers = try read { try $0.playAnswers(of: reference) }
        var seen: Set<String> = []
        return answers.reversed().filter { answer in
            seen.insert(answer.play).inserted
                && answer.rests(on: now.date, horizonDays: book.play(answer.play)?.horizonDays ?? 0)
        }
    }

    /// Leaves a customer out of the list of those at risk until a day; undo takes it back.
    ///
    /// - Throws: ``ServiceError/refused(_:)`` without the right to change the customer, ``ServiceError/badInput(_:)`` for a
    ///   day gone by.
    public func snooze(
        _ customer: RecordReference, until: LocalDate, because reason: String? = nil
    ) throws(ServiceError) -> Reply {
        let title = try requireSnoozable(customer)
        guard until > now.date else { throw .badInput("\(until) has come: a snooze lasts until tomorrow at least.") }
        let text = "Snoozed \(title) until \(until)"
        try write(request(.showRisk, title: text)) { writing in
            try writing.snooze(customer, until: until, because: reason)
            writing.remark(AuditRemark(action: "SNOOZE", object: customer))
        }
        return Reply("\(text).", focus: customer, records: [NamedRecord(customer, name: title)], changed: true)
    }

    /// Brings a snoozed customer back.
    ///
    /// - Throws: As ``snooze(_:until:because:)``; ``ServiceError/notFound(_:)`` where it is not snoozed.
    public func wake(_ customer: RecordReference) throws(ServiceError) -> Reply {
        let title = try requireSnoozable(customer)
        try write(request(.showRisk, title: "Woke \(title)")) { writing in
            guard try writing.wake(customer) else { throw ServiceError.notFound("\(title) is not snoozed.") }
            writing.remark(AuditRemark(action: "WAKE", object: customer))
        }
        return Reply("\(title) is back.", focus: customer, changed: true)
    }

    private func requireSnoozable(_ reference: RecordReference) throws(ServiceError) -> String {
        let title = try detail(of: reference).title
        guard reference.kind == .customer else {
            throw .badInput("\(title) is a \(reference.kind.rawValue), and only customers are at risk.")
        }
        try require(.write, .customers, ownedBy: try read { try $0.owner(of: reference) })
        return title
    }
}

extension PlayAnswer {
    /// The answer as a sentence ends: `later, until 2026-03-09`.
    fileprivate var ending: String {
        let end = until.map { ", until \($0)" } ?? ""
        return (kind == .again ? "advised again" : kind.words) + end + (because.map { ": \($0)" } ?? "")
    }
}
