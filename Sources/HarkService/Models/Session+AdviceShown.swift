public import HarkCore
import HarkLifecycle
import HarkStore

extension Session {
    /// Notes that what is best done next with some records is being shown, and what a trial holds back from them: a play
    /// once a record within the time its effect takes.
    ///
    /// Whoever shows advice says so here. To count it when records are scored would count what nobody ever saw, and make
    /// a play look as if it changed nothing.
    /// - Parameters:
    ///   - records: In any order; kinds that have no next action are passed over.
    ///   - others: Those of which only what is held back would have been shown.
    public func noteAdvice(
        shownFor records: [RecordReference], heldBackFrom others: [RecordReference] = []
    ) throws(ServiceError) {
        let book = try playBook()
        let shown = Set(records)
        let notes = try read { reading in
            let desk = try PlayDesk(reading, tenant: tenant, now: now, me: user.id)
            var notes: [PlayAdvice] = []
            for reference in shown.union(others).sorted(by: { ($0.kind.rawValue, $0.id) < ($1.kind.rawValue, $1.id) }) {
                guard let record = try desk.record(reference) else { continue }
                let counsel = counsel(book, try reading.playAnswers(of: reference))
                let known = try lastAdvice(for: reference, in: reading)
                for action in counsel.drawn(for: record) {
                    let rest = book.play(action.play)?.horizonDays ?? 0
                    if let last = known[action.play], now < last.adding(days: rest) { continue }
                    let isHeldBack = counsel.isHeldBack(action)
                    guard isHeldBack || shown.contains(reference) else { continue }
                    notes.append(PlayAdvice(reference, play: action.play, isHeldBack: isHeldBack, at: now))
                }
            }
            return notes
        }
        guard !notes.isEmpty else { return }
        try write(request(nil, title: "Showed advice", journalled: false)) { try $0.note(notes) }
    }

    /// Notes that some actions of an agenda are being shown, and what a trial holds back that would have stood among
    /// them: without the latter, what is worth much would be compared with what is worth little.
    public func noteAdvice(showing shown: [NextAction], of agenda: Agenda) throws(ServiceError) {
        let least = shown.count == agenda.actions.count ? nil : shown.map(\.worth).min()
        let heldBack = agenda.withheld.filter { action in least.map { action.worth >= $0 } ?? true }
        try noteAdvice(shownFor: shown.map(\.record.reference), heldBackFrom: heldBack.map(\.record.reference))
    }

    /// When each play was advised for a record last. A trial begins anew with every record, so that both sides are
    /// counted from the same day.
    private func lastAdvice(for record: RecordReference, in reading: Reading) throws -> [String: LocalDateTime] {
        let start = tenant.settings.trial?.since
        return try reading.playAdvice(of: record).reduce(into: [:]) { last, one in
            if start.map({ one.at >= $0 }) ?? true { last[one.play] = one.at }
        }
    }
}
