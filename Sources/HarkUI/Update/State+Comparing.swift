import HarkCore
import HarkLifecycle

extension Dashboard.State {
    /// Draws another record's timeline below that of the current one, or takes it away again.
    ///
    /// The other one is the second of two marked rows, else the row after the current one.
    mutating func compare() -> [Dashboard.Effect] {
        if companion != nil {
            companion = nil
            isZoomed = false
            return []
        }
        guard let (first, second) = pair else {
            say("There is no second record: mark two, or select one of several.")
            return []
        }
        let isShown = record.subject?.reference == first.reference && record.detail != nil
        followed = selectedRecord(in: source)?.reference
        enter(.record, focus: .timeline)
        isZoomed = true
        let ticket = nextTicket()
        companion = Dashboard.RecordState(subject: second, ticket: ticket)
        let effects = isShown ? [] : show(first)
        return effects + [.loadDetail(second.reference, ticket)]
    }

    /// The two records to compare.
    private var pair: (NamedRecord, NamedRecord)? {
        if marks.count == 2 { return (marks[0], marks[1]) }
        guard let first = current ?? record.subject else { return nil }
        return neighbour(of: first).map { (first, $0) }
    }

    /// The row after that of a record in the list it comes from, else the row before.
    private func neighbour(of record: NamedRecord) -> NamedRecord? {
        func around<Row: Listed>(_ table: Table<Row>) -> NamedRecord? {
            [1, -1].lazy.compactMap { table[table.selection + $0]?.named }.first { $0.reference != record.reference }
        }
        return switch source {
        case .leads: around(leads)
        case .customers: around(customers)
        case .results: around(results)
        case .cohorts: beside(record)
        default: nil
        }
    }

    /// The customer below that of a record in the cohorts, or above.
    private func beside(_ record: NamedRecord) -> NamedRecord? {
        let rows = cohorts.grid?.rows ?? []
        let places = [cohorts.selection + 1, cohorts.selection - 1].filter(rows.indices.contains)
        return places.lazy.map { rows[$0].record }.first { $0.reference != record.reference }
    }

    /// The timeline of the other record over the same calendar; `nil` while none is compared or it is not there yet.
    var companionTimeline: TimelineLayout? {
        guard let journey = companion?.journey, let timeline else { return nil }
        return TimelineLayout(
            journey, now: now, window: timeline.window, columns: timeline.columns, form: .lanes)
    }
}
