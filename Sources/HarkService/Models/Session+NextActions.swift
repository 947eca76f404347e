public import HarkCore
import HarkLifecycle
import HarkPrediction
import HarkStore

extension Session {
    /// What is best done next with each record, one action a record, what is worth most first.
    ///
    /// - Parameter owner: Whose records; `nil` for everybody's.
    /// - Complexity: Reads every lead and customer with what happened to it.
    public func agenda(owner: Identifier<User>?) throws(ServiceError) -> Agenda {
        try require(.read, .leads)
        let book = try playBook()
        return try read { reading in
            let desk = try PlayDesk(reading, tenant: tenant, now: now, me: user.id)
            let counsel = counsel(book, try reading.playAnswers())
            let found = try desk.leads(of: owner) + desk.customers(of: owner)
            var agenda = Agenda()
            for record in found {
                let drawn = counsel.drawn(for: record)
                if let best = drawn.last, !counsel.isHeldBack(best) { agenda.actions.append(best) }
                if let first = drawn.first, counsel.isHeldBack(first) { agenda.withheld.append(first) }
            }
            agenda.actions = agenda.actions.enumerated()
                .sorted { ($0.element.worth, $1.offset) > ($1.element.worth, $0.offset) }.map(\.element)
            return agenda
        }
    }

    /// Whether a lead or customer is the user's own.
    public func ownsRecords() throws(ServiceError) -> Bool {
        for kind in [RecordKind.lead, .customer] {
            let mine = RecordQuery(kind, conditions: [Condition(.owner, .equals, .me)], page: Page(limit: 1))
            if try records(mine).total > 0 { return true }
        }
        return false
    }

    /// Everything that is wise to do with one record, what is worth most first; nothing for other kinds.
    public func nextActions(for reference: RecordReference) throws(ServiceError) -> [NextAction] {
        try require(.read, reference.kind.subject)
        let book = try playBook()
        return try read { reading in
            let desk = try PlayDesk(reading, tenant: tenant, now: now, me: user.id)
            let counsel = counsel(book, try reading.playAnswers(of: reference))
            return try desk.record(reference).map { counsel.actions(for: $0) } ?? []
        }
    }

    /// What is done first with each of some records, for those there is something to do with.
    public func firstActions(for references: [RecordReference]) throws(ServiceError) -> [RecordReference: NextAction] {
        for kind in Set(references.map(\.kind)) { try require(.read, kind.subject) }
        let book = try playBook()
        return try read { reading in
            let desk = try PlayDesk(reading, tenant: tenant, now: now, me: user.id)
            let counsel = counsel(book, try reading.playAnswers())
            var actions: [RecordReference: NextAction] = [:]
            for reference in references {
                actions[reference] = try desk.record(reference).flatMap { counsel.actions(for: $0).first }
            }
            return actions
        }
    }

    /// Everything about one record, with what is wise to do next.
    public func page(of reference: RecordReference) throws(ServiceError) -> RecordDetail {
        var detail = try detail(of: reference)
        if reference.kind == .lead || reference.kind == .customer {
            detail.actions = try nextActions(for: reference)
        }
        return detail
    }

    func counsel(_ book: PlayBook, _ answers: [PlayAnswer]) -> PlayCounsel {
        PlayCounsel(book, answers: answers, trial: tenant.settings.trial, today: now.date, mayTry: mayTry)
    }

    func playBook() throws(ServiceError) -> PlayBook {
        do { return try PlayBook.builtIn() } catch {
            throw .storage("The plays of this build are damaged, line \(error).")
        }
    }
}
