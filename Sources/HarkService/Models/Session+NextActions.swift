public import HarkCore
import HarkLifecycle
import HarkPrediction
import HarkStore

/// The work of some time at hand.
public struct WorkPlan: Hashable, Sendable {
    /// What fits, what is worth most first.
    public var actions: [NextAction]
    /// What is wise too and does not fit.
    public var leftOut: [NextAction]
    /// The time the actions take together.
    public var minutes: Int
}

extension Session {
    /// What is best done next with each record, one action a record, what is worth most first.
    ///
    /// - Parameter owner: Whose records; `nil` for everybody's.
    /// - Complexity: Reads every lead and customer with what happened to it.
    public func nextActions(owner: Identifier<User>?) throws(ServiceError) -> [NextAction] {
        try require(.read, .leads)
        let book = try playBook()
        return try read { reading in
            let desk = try PlayDesk(reading, tenant: tenant, now: now, me: user.id)
            let counsel = counsel(book, try reading.playAnswers())
            let found = try desk.leads(of: owner) + desk.customers(of: owner)
            return found.compactMap { counsel.actions(for: $0).first }.enumerated()
                .sorted { ($0.element.worth, $1.offset) > ($1.element.worth, $0.offset) }.map(\.element)
        }
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

    /// The best actions that fit into some minutes, taken in the order of their worth.
    public func plan(minutes: Int, owner: Identifier<User>?) throws(ServiceError) -> WorkPlan {
        var plan = WorkPlan(actions: [], leftOut: [], minutes: 0)
        for action in try nextActions(owner: owner) {
            if plan.minutes + action.minutes <= minutes {
                plan.actions.append(action)
                plan.minutes += action.minutes
            } else {
                plan.leftOut.append(action)
            }
        }
        return plan
    }

    func counsel(_ book: PlayBook, _ answers: [PlayAnswer]) -> PlayCounsel {
        PlayCounsel(book, answers: answers, trial: tenant.settings.trial, today: now.date)
    }

    func playBook() throws(ServiceError) -> PlayBook {
        do { return try PlayBook.builtIn() } catch {
            throw .storage("The plays of this build are damaged, line \(error).")
        }
    }
}
